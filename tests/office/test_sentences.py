"""Sentences with parts filled in are known by their fixed words and said again; names, quotes and what is unknown stay as they are."""

import re
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from amity.office.sentences import LONGEST, cut, sentences
from tools.sayers import SAYERS
from tools.sentences import templates
from tools.words import SENTENCES, read

WRITTEN = [pytest.param(path, id=path.parents[1].name) for path in SENTENCES]
PLACE = re.compile(r"\{\w+\}")
VIETNAMESE = sentences("vi")
CHINESE = sentences("zh")


@pytest.mark.parametrize("path", WRITTEN)
def test_every_sentence_of_the_code_is_translated_and_no_other(path: Path) -> None:
    told = {str(message.id): str(message.string) for message in read(path) if message.id}
    assert set(told) == set(templates()), "run python -m tools.words and translate what is new"
    assert [one for one, said in told.items() if not said] == []


@pytest.mark.parametrize("path", WRITTEN)
def test_parts_of_a_sentence_are_the_same_in_every_language(path: Path) -> None:
    for message in read(path):
        assert sorted(PLACE.findall(str(message.id))) == sorted(PLACE.findall(str(message.string))), message.id


@pytest.mark.parametrize("language", ["vi", "zh"])
def test_every_sentence_is_known_again_with_what_is_filled_in(language: str) -> None:
    say = sentences(language)
    for template in templates():
        names = [name for _, name, _, _ in Formatter().parse(template) if name]
        told = template.format(**{name: f"{at + 11}" for at, name in enumerate(names)})
        said = say.again(told)
        assert said != told, template
        assert all(f"{at + 11}" in said for at in range(len(names))), said


@pytest.mark.parametrize(
    ("told", "vietnamese"),
    [
        ("--since soon: not a day, month or year; write 2024-11-07, 2024-11 or 2024",
         "--since soon: không phải ngày, tháng hay năm; hãy viết 2024-11-07, 2024-11 hoặc 2024"),
        ("Arden: the register has no party of this name; near: Ardenne (act-4)",
         "Arden: sổ đăng ký không có bên nào mang tên này; gần giống: Ardenne (act-4)"),
        ("list.csv: row 3, column date: 'x' has a year of two digits; write all four",
         "list.csv: dòng 3, cột date: 'x' có năm hai chữ số; hãy viết đủ bốn chữ số"),
        ("3 reports of 1 outlet up to 2024-05-06", "3 tin bài của 1 nguồn đăng đến 2024-05-06"),
        ("2019 to 2023", "2019 đến 2023"),
        ("meeting (planned, online)", "cuộc gặp (dự kiến, trực tuyến)"),
        ("friendly_city", "quan hệ kết nghĩa"),
        ("  no later report ", "  không có tin bài nào sau đó "),
    ],
)  # fmt: skip
def test_a_sentence_is_said_with_its_names_and_figures(told: str, vietnamese: str) -> None:
    assert VIETNAMESE.again(told) == vietnamese


@pytest.mark.parametrize(
    "told",
    [
        "",
        "2024-05-06",
        "Ann to Joy",
        "Ministry of Trade and Labour",
        "open a gate; meet again",
        "a town (on a hill)",
        "Nothing here is a sentence of the program.",
        "no reports of mine",
        f"{'x' * LONGEST}: the register has no such id; list what it has with `amity search`",
    ],
)
def test_what_is_not_known_stays(told: str) -> None:
    assert VIETNAMESE.again(told) == CHINESE.again(told) == told


def test_in_english_all_stays() -> None:
    told = "search x: no words to look for; give letters or digits"
    assert sentences("en").again(told) == told


def test_a_sentence_within_another_is_said_too() -> None:
    told = "meets: annual; no session is reported; searched since: 2 reports of 1 outlet up to 2024-05"
    assert CHINESE.again(told) == "会期：每年；未见会议的报道；此后已检索：1家媒体截至2024-05的2篇报道"


def test_sentences_follow_one_another_as_the_language_has_it() -> None:
    told = "0 of 2 became agreements; 2 open. Publishers whose reports tell of it; one thing counts for each that does."
    assert CHINESE.again(told) == "2份意向书中0份已成为协议；2份未了。有报道提及的发布者；每个提及者各计一次。"


def test_words_within_a_quote_are_no_list() -> None:
    told = "Arden → Bexley; pledge (force 4, action): “open a gate; meet, annual”"
    assert CHINESE.again(told) == "Arden → Bexley; 承诺（力度4，行动）：“open a gate; meet, annual”"


def test_hostile_words_are_filled_in_as_they_are() -> None:
    told = "{0.__class__}<b>: the register has no such id; list what it has with `amity search`"
    assert VIETNAMESE.again(told).startswith("{0.__class__}<b>: sổ đăng ký")


def test_all_that_puts_sentences_together_is_there() -> None:
    for module, names in SAYERS.items():
        told = vars(import_module(module))
        methods = {name for one in told.values() if isinstance(one, type) for name in vars(one)}
        assert [name for name in names if name not in told and name not in methods] == [], module


def test_a_template_is_cut_at_its_parts() -> None:
    assert cut("{one} and {{x}} {other}.") == (("", " and {x} ", "."), ("one", "other"))
    assert cut("all fixed") == (("all fixed",), ())
