"""What a reading looks like outside: one format a file."""
