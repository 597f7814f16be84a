"""Texts taken up again by "this" and a noun, and texts still to come by the words before their noun.

An instrument is written "type status concluded-or-referenced day: parties"; the sentences are published on 16 May 2024.
"""

from collections.abc import Callable

import pytest

from amity.model import Reading
from tests.reading.instruments.test_instruments import told

Read = Callable[..., Reading]

THIS = [
    (
        "Peru and Chile signed a memorandum of understanding on May 9. Signing this agreement opens a new chapter.",
        ["mou signed concluded 2024-05-09: Chile, Peru"],
    ),
    (
        "Quito and Sapporo signed a letter of intent on May 9. This declaration was signed at the town hall.",
        ["letter_of_intent signed concluded 2024-05-09: Quito, Sapporo"],
    ),
    (
        "Nagoya, Quito and Sapporo signed a joint declaration on May 9. The document was signed by Quito and Sapporo online.",
        ["joint_statement signed concluded 2024-05-09: Nagoya, Quito, Sapporo"],
    ),
]

FORESEEN = [
    ("The proposed treaty between Peru and Chile would help trade.", ["treaty proposed referenced -: Chile, Peru"]),
    (
        "The draft twinning agreement between Quito and Sapporo is on the agenda.",
        ["friendly_city_agreement negotiating referenced -: Quito, Sapporo"],
    ),
    (
        "A joint statement from Peru and Chile specified that the ministers met in May.",
        ["joint_statement approved concluded -: Chile, Peru"],
    ),
    ("The proposed road would help trade.", []),
    ("The draft budget was on the agenda.", []),
]


@pytest.mark.parametrize(("text", "instruments"), [*THIS, *FORESEEN])
def test_taken_up_or_to_come(reading_of: Read, text: str, instruments: list[str]) -> None:
    assert told(reading_of(text)) == instruments
