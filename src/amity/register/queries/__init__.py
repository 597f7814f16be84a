"""What people ask of a register: lists with filters, one thing with all its evidence, search, the queue for review."""
