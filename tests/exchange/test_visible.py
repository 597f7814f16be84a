"""Text of others in a terminal: nothing in it acts."""

import pytest

from amity.exchange.visible import visible


@pytest.mark.parametrize("text", ["", "Aino Laine [bold]", "Đà Nẵng, 蓝天立, العربية", "two\n\tlines", "می‌خواهم"])
def test_what_shows_something_is_left_alone(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("bell\x07 back\x08", "bell\\x07 back\\x08"),
        ("line\rover", "line\\rover"),
        ("turned \u202eround", "turned \\u202eround"),
        ("\x9b31m", "\\x9b31m"),
        ("half \ud83d", "half \\ud83d"),
        ("unseen\ufeff", "unseen\\ufeff"),
    ],
)
def test_what_steers_or_hides_shows_as_a_code(text: str, shown: str) -> None:
    assert visible(text) == shown
