"""Sessions that a sentence tells by number or year."""

import pytest

from amity.office.numbered import Numbered, numbered

NAME = "joint lantern committee"


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("They kept what the 9th session of the Joint Lantern Committee agreed.", [(9, False)]),
        ("The joint lantern committee met for the seventh time, in Hue.", [(7, False)]),
        ("The twenty-first joint lantern committee met in Hue.", [(21, False)]),
        ("The results of the 3rd and 4th sessions of the joint lantern committee were read.", [(3, False), (4, False)]),
        ("It approved what the 2nd plenary session of the joint lantern committee set out.", [(2, False)]),
        ("The joint lantern committee will hold its 12th meeting in May.", [(12, True)]),
        ("Both prepare for the tenth session of the joint lantern committee.", [(10, True)]),
        ("The 16th joint lantern committee meeting is due in June.", [(16, True)]),
        ("The joint lantern committee and the 4th session of the tea forum were praised.", []),
        ("On the second day of talks the joint lantern committee had tea.", []),
        ("The tea forum met for the fifth time.", []),
        ("", []),
    ],
)
def test_numbers_beside_the_name(quote: str, expected: list[tuple[int, bool]]) -> None:
    assert [(one.number, one.coming) for one in numbered(NAME, quote)] == expected


def test_a_year_before_the_name() -> None:
    assert numbered("spring lantern meeting", "They recalled the 2023 spring lantern meeting.") == [Numbered(None, "2023", False)]
    assert numbered("spring lantern meeting", "They recalled the 1823 spring lantern meeting.") == []


def test_names_are_no_patterns() -> None:
    assert numbered("committee (joint", "The 2nd session of the committee (joint) met.") == [Numbered(2, "", False)]
