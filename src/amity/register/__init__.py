"""The register: readings and judgements kept for good, and all that follows from them.

Sources (``tables.SOURCES``) are never overwritten; all else (``tables.DERIVED``) is made from them and can be made again.
"""

from amity.register.register import Register, open_register, restore

__all__ = ["Register", "open_register", "restore"]
