"""``amity read --format plover``: one JSON object a line for each act."""

import json

from amity.exchange.plover import to_lines
from amity.model import Document
from amity.reading.clean import clean
from amity.reading.pipeline import begin


def test_a_line_holds_what_the_contract_names() -> None:
    report = begin(clean("Norway and Iceland signed a pact on 2 May 2024.", Document(id="x", path="acts.jsonl#7")))
    first, second = (json.loads(line) for line in to_lines(report))
    assert first == {
        "document": "acts.jsonl#7",
        "id": "v1",
        "event": "SUPPORT",
        "source": "Norway",
        "target": "Iceland",
        "text": "Norway and Iceland signed a pact on 2 May 2024.",
        "date": "2024-05-02",
    }
    assert (second["id"], second["source"], second["target"]) == ("v2", "Iceland", "Norway")


def test_what_is_not_told_is_null() -> None:
    (line,) = to_lines(begin(clean("Norway praised the new harbour law.", Document(id="x", path="x"))))
    assert (json.loads(line)["target"], json.loads(line)["date"]) == (None, None)


def test_a_report_without_acts_has_no_lines() -> None:
    assert list(to_lines(begin(clean("The harbour is deep.", Document(id="x", path="x"))))) == []
