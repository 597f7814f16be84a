"""What maintainers run: documentation outputs, the gazetteer's compiler."""
