"""Doubts: for each kind of fact, the reasons why one of it may be wrong. A new one is a function added to its kind's list."""
