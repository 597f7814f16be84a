"""Documents read in batches: the same readings, in order, taken lazily; one that fails, fails alone."""

from collections.abc import Iterator

import msgspec
import pytest

from amity.errors import SetupError
from amity.model import Document
from amity.reading import pipeline
from amity.reading.load import Failure, Loaded
from amity.reading.pipeline import BATCH, BATCH_CHARACTERS, read_many, read_safely

SENTENCE = "Governor Ana Ruiz of Lima said the province will open a border gate with Chile."


def loaded(number: int, text: str = SENTENCE, title: str | None = None) -> Loaded:
    return Loaded(Document(id=f"sha256:{number}", path=f"{number}.txt", title=title, published="2024-05-16"), text)


def shown(outcome: object) -> bytes:
    assert isinstance(outcome, tuple) and not isinstance(outcome, Failure)
    return msgspec.json.encode(outcome[1])


def several(count: int) -> list[Loaded]:
    """Make reports of different lengths, every other one with a title."""
    return [loaded(n, " ".join([SENTENCE] * (1 + n % 3)), "Lima to Open Gate With Chile" if n % 2 else None) for n in range(count)]


def test_batches_read_as_single_documents() -> None:
    together = [shown(outcome) for outcome in read_many(several(BATCH + 3))]
    alone = [shown(read_safely(item)) for item in several(BATCH + 3)]
    assert together == alone


def test_the_report_holds_its_own_text_and_title() -> None:
    for item, outcome in zip(several(5), read_many(several(5)), strict=True):
        assert not isinstance(outcome, Failure)
        report = outcome[0]
        assert report.document.path == item.document.path and report.doc.text == report.text
        assert (report.title.text if report.title else None) == item.document.title


def test_no_documents_no_outcomes() -> None:
    assert list(read_many([])) == []


def test_documents_are_taken_as_they_are_needed() -> None:
    taken = []

    def source() -> Iterator[Loaded]:
        for number in range(3 * BATCH):
            taken.append(number)
            yield loaded(number)

    next(read_many(source()))
    assert len(taken) == BATCH + 1


def test_long_documents_make_smaller_batches() -> None:
    long = "x" * (BATCH_CHARACTERS - 10)
    sizes = [len(batch) for batch in pipeline._batches([loaded(1), loaded(2, long), loaded(3), loaded(4, long * 2), loaded(5)])]
    assert sizes == [1, 1, 1, 1, 1]
    assert [len(batch) for batch in pipeline._batches(several(2 * BATCH + 1))] == [BATCH, BATCH, 1]


def test_a_document_that_cannot_be_cleaned_fails_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    clean = pipeline.clean

    def failing(text: str, document: Document) -> object:
        if document.path == "1.txt":
            raise ValueError("odd")
        return clean(text, document)

    monkeypatch.setattr(pipeline, "clean", failing)
    first, second, third = read_many([loaded(0), loaded(1), loaded(2)])
    assert isinstance(second, Failure) and second.path == "1.txt" and "ValueError" in second.reason
    assert shown(first) == shown(read_safely(loaded(0))) and shown(third) == shown(read_safely(loaded(2)))


def test_a_document_that_cannot_be_parsed_fails_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    parse_all = pipeline.parse_all

    def failing(texts: list[str], *rest: str) -> object:
        if any("unparsable" in text for text in texts):
            raise RuntimeError("odd")
        return parse_all(texts, *rest)

    monkeypatch.setattr(pipeline, "parse_all", failing)
    first, second, third = read_many([loaded(0), loaded(1, "An unparsable report on talks."), loaded(2)])
    assert isinstance(second, Failure) and second.path == "1.txt" and "RuntimeError" in second.reason
    assert shown(first) == shown(read_safely(loaded(0))) and shown(third) == shown(read_safely(loaded(2)))


def test_a_document_that_cannot_be_read_fails_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    finish = pipeline.finish

    def failing(report: object) -> object:
        if report.document.path == "0.txt":  # type: ignore[attr-defined]
            raise LookupError("odd")
        return finish(report)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "finish", failing)
    first, second = read_many([loaded(0), loaded(1)])
    assert isinstance(first, Failure) and "LookupError" in first.reason
    assert shown(second) == shown(read_safely(loaded(1)))


def test_a_missing_parser_ends_the_run() -> None:
    with pytest.raises(SetupError, match="not installed"):
        list(read_many([loaded(0)], "no_such_pipeline"))
