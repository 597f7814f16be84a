"""Acts on an instrument: which status, and whether done, planned, wished for, talked about or denied."""

import pytest

from amity.reading.instruments.lifecycle import acts_on
from amity.reading.parser import parse


def told(text: str, noun: str) -> list[tuple[str, str, bool]]:
    head = next(token for token in parse(text) if token.text == noun)
    return [(act.status, act.outlook, act.background) for act in acts_on(head)]


@pytest.mark.parametrize(
    ("text", "noun", "acts"),
    [
        ("They signed the treaty.", "treaty", [("signed", "done", False)]),
        ("The treaty was signed.", "treaty", [("signed", "done", False)]),
        ("They put their names to a treaty.", "treaty", [("signed", "done", False)]),
        ("They entered into an agreement.", "agreement", [("signed", "done", False)]),
        ("They witnessed the signing of documents.", "documents", [("signed", "done", False)]),
        ("They agreed on a roadmap.", "roadmap", [("approved", "done", False)]),
        ("The council adopted the charter.", "charter", [("approved", "done", False)]),
        ("The treaty entered into force.", "treaty", [("in_effect", "done", False)]),
        ("The papers bring into force the treaty.", "treaty", [("in_effect", "done", False)]),
        ("They carried out the plan.", "plan", [("in_effect", "done", False)]),
        ("The accord was signed in 1988 and was renewed in 2008.", "accord", [("signed", "done", False), ("renewed", "done", False)]),
        ("It replaces the accord.", "accord", [("superseded", "done", False)]),
        ("It takes the place of the accord.", "accord", [("superseded", "done", False)]),
    ],
)
def test_acts(text: str, noun: str, acts: list[tuple[str, str, bool]]) -> None:
    assert told(text, noun) == acts


@pytest.mark.parametrize(
    ("text", "outlook"),
    [
        ("They will sign the treaty.", "planned"),
        ("They are to sign the treaty.", "planned"),
        ("They plan to sign the treaty.", "planned"),
        ("They agreed to sign the treaty.", "agreed_to_sign"),
        ("They hope to sign the treaty.", "proposed"),
        ("She proposed signing the treaty.", "proposed"),
        ("They should sign the treaty.", "proposed"),
        ("They held consultations on the conclusion of the treaty.", "negotiating"),
        ("They have not signed the treaty.", "denied"),
        ("They met to sign the treaty.", "done"),
        ("The council voted to sign the treaty.", "proposed"),
        ("They held a ceremony to sign the treaty.", "done"),
    ],
)
def test_outlook(text: str, outlook: str) -> None:
    assert [o for _, o, _ in told(text, "treaty")] == [outlook]


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("They had signed the treaty.", True),
        ("They read the treaty signed in May.", True),
        ("They praised the treaty that both had signed.", True),
        ("They have signed the treaty.", False),
    ],
)
def test_background(text: str, background: bool) -> None:
    assert [b for status, _, b in told(text, "treaty") if status == "signed"] == [background]


@pytest.mark.parametrize("text", ["They like the treaty.", "The treaty has ten pages on trade.", "She spoke of the treaty."])
def test_no_act(text: str) -> None:
    assert [status for status, _, _ in told(text, "treaty") if status != "in_effect"] == []
