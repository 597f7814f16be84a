"""Reading: one stage a file, from a source's bytes to a :class:`amity.model.Reading`."""
