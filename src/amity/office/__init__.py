"""What an office takes away and puts in: briefs, lists of what is due, reports, entries."""
