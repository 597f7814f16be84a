"""Cleaning: the rules that take a scraped text apart into report, captions and what a site sets around them."""
