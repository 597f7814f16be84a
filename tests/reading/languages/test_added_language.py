"""A toy language end to end: its folder of data and a parser are all that reading it takes."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from typer.testing import CliRunner

from amity.cli import app
from amity.model import Document, Reading
from amity.reading.load import Failure, Loaded
from amity.reading.pipeline import read_loaded, read_many
from amity.reading.plover import find_acts

TOY = Path(__file__).parents[2] / "languages"
REPORT = (TOY / "report.txt").read_text(encoding="utf-8").strip()


@Language.factory("toy_table", default_config={"table": ""})
def toy_table(nlp: Language, name: str, table: str) -> Callable[[Doc], Doc]:
    """Parse by a table: word, base form, part of speech, tag, head (from 1 in its sentence), relation."""
    rows, heads = [], []
    for block in Path(table).read_text(encoding="utf-8").strip().split("\n\n"):
        first = len(rows)
        rows += [line.split("\t") for line in block.splitlines()]
        heads += [first + int(row[4]) - 1 for row in rows[first:]]
    words, lemmas, parts, tags, _, relations = map(list, zip(*rows, strict=True))

    def parse(doc: Doc) -> Doc:
        assert [token.text for token in doc] == words
        spaces = [bool(token.whitespace_) for token in doc]
        return Doc(doc.vocab, words, spaces, lemmas=lemmas, pos=parts, tags=tags, heads=heads, deps=relations)

    return parse


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The toy language in a folder of its own, as a user would add it, with its parser."""
    shutil.copytree(TOY / "eo", tmp_path / "eo")
    nlp = spacy.blank("xx")
    nlp.add_pipe("toy_table", config={"table": str(TOY / "parsed.tsv")})
    nlp.to_disk(tmp_path / "eo" / "parser")
    monkeypatch.setenv("AMITY_LANGUAGES", str(tmp_path))
    return tmp_path


@pytest.fixture
def reading(added: Path) -> Reading:
    return read_loaded(Loaded(Document(id="sha256:0", path="toy.txt"), REPORT))[1]


def _names(reading: Reading, ids: list[str]) -> list[str]:
    names = {actor.id: actor.name for actor in reading.actors}
    return [names[one] for one in ids]


def test_its_documents_are_known_by_their_language(reading: Reading) -> None:
    assert (reading.document.language, reading.document.unread) == ("eo", None)
    assert reading.document.language_confidence is not None and reading.document.language_confidence > 0.9


def test_a_meeting_is_read(reading: Reading) -> None:
    meeting = next(event for event in reading.events if event.type == "meeting")
    assert _names(reading, [part.actor for part in meeting.participants]) == ["Pedro Molina", "Hanna Virtanen"]
    assert _names(reading, meeting.sides) == ["Bilbao", "Graz"]
    assert meeting.date is not None and (meeting.date.start, meeting.date.precision) == ("2024-03-05", "day")
    assert meeting.place is not None and meeting.place.name == "Graz"
    assert [one.quote for one in meeting.evidence] == [REPORT[: REPORT.index(" Bilbao kaj")]]


def test_an_instrument_is_read(reading: Reading) -> None:
    (instrument,) = reading.instruments
    assert (instrument.type, instrument.status, instrument.title) == ("mou", "signed", "memorandon pri edukado")
    assert _names(reading, instrument.parties) == ["Bilbao", "Graz"]
    assert instrument.sectors == ["education"]
    assert [one.quote for one in instrument.evidence] == ["Bilbao kaj Graz subskribis memorandon pri edukado."]


def test_a_statement_is_read(reading: Reading) -> None:
    (statement,) = reading.statements
    assert (statement.force, statement.specificity, statement.commitment) == (4, "action", True)
    assert (statement.action, statement.cue) == ("malfermi novan lernejon en Bilbao", "promesis")
    assert statement.speaker is not None
    assert _names(reading, [*statement.by, statement.speaker]) == ["Bilbao", "Pedro Molina"]


def test_every_span_is_the_texts_own(reading: Reading) -> None:
    assert reading.text == REPORT
    facts = (*reading.posts, *reading.events, *reading.instruments, *reading.statements)
    spans = [one for fact in facts for one in fact.evidence]
    assert spans and all(REPORT[one.start : one.end] == one.quote for one in spans)


def test_it_is_read_beside_english(added: Path) -> None:
    english = "Mayor of Bilbao Pedro Molina met Mayor of Graz Hanna Virtanen in Graz on 5 March 2024. They signed an MoU on education."
    loaded = [Loaded(Document(id=f"sha256:{n}", path=f"{n}.txt"), text) for n, text in enumerate([english, REPORT, english])]
    outcomes = [outcome for outcome in read_many(loaded) if not isinstance(outcome, Failure)]
    assert [reading.document.language for _, reading in outcomes] == ["en", "eo", "en"]
    assert [[event.type for event in reading.events][:1] for _, reading in outcomes] == [["meeting"]] * 3


def test_plover_events_are_told_in_its_words(added: Path) -> None:
    report, _ = read_loaded(Loaded(Document(id="sha256:0", path="toy.txt"), REPORT))
    assert [(act.event, act.source, act.target) for act in find_acts(report)][:1] == [("CONSULT", "Pedro Molina", "Hanna Virtanen")]


def test_the_command_reads_it_where_the_setting_names_its_folder(added: Path, tmp_path: Path) -> None:
    source = tmp_path / "toy.txt"
    source.write_text(REPORT, encoding="utf-8")
    result = CliRunner().invoke(app, ["read", "--format", "json", str(source)])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["statements"][0]["action"] == "malfermi novan lernejon en Bilbao"


def test_without_the_folder_the_report_is_kept_unread() -> None:
    _, reading = read_loaded(Loaded(Document(id="sha256:0", path="toy.txt"), REPORT))
    assert reading.document.unread == "language: eo (1.00); Amity reads en; give a translation, or add the language"
