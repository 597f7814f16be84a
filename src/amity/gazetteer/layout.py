"""What the sections of the gazetteer's file hold: shared by the compiler that writes them and the readers.

Per place (ordinal order; parents before children): ``id`` GeoNames id (0: its id stands in ``extras``), ``lat`` and ``lon`` in
1/100,000 degree (``NO_DEGREES``: unknown), ``population`` (0: unknown), ``parent`` (ordinal + 1; 0: none), ``country`` (index
into ``countries``), ``kind`` (bits below), ``prominence``, and ``names.0``, ``names.1`` … (lines, ``CHUNK`` places a
section; tab-separated: English name, other names). ``iso`` has one line for each of the first places, up to the last with a code.
``extras`` is JSON: ordinal → what few places have.

Per name: ``keys`` (folded names, sorted, one a line), ``key_blocks`` (where every ``BLOCK``-th starts), ``key_marks`` (bits
below), ``posting_starts`` (one a name, and the end), ``postings`` (ordinals, most prominent first).
"""

from typing import Final, get_args

import msgspec

from amity.model.actors import PlaceLevel

FILE_NAME = "places.bin"
LEVELS: Final[tuple[PlaceLevel, ...]] = get_args(PlaceLevel)
BLOCK = 16
"""Names a block: the search ends with a scan of one block, and only a sixteenth of the offsets is kept."""
CHUNK = 1024
"""Places whose names are inflated together: a report needs the names of some hundred of the places only."""

DEGREE = 100_000
"""One metre is about 1/100,000 degree: all that the sources tell."""
NO_DEGREES = 2**31 - 1

LEVEL_BITS = 0b0000_0111
PRECISION_SHIFT = 3
PRECISION_MASK = 0b111
"""Level of the coordinates + 1; 0: none."""
COUNTRY_CAPITAL = 0b0100_0000
ADMIN1_CAPITAL = 0b1000_0000

COMMON_WORD = 1
PERSON_NAME = 2
WEAK = 4
ABBREVIATION = 8
"""The name is an abbreviation: it is one only in capitals ("US", not "us")."""


class Extra(msgspec.Struct, omit_defaults=True):
    """What few places have; dates are ISO 8601, ``succeeded_by`` is an id."""

    id: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    succeeded_by: str | None = None
