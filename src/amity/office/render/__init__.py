"""What the office takes away, written in the formats that other programs open: one format a file."""
