"""Dating: the forms in which times are told, and the rules that settle them."""
