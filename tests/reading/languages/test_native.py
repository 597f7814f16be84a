"""Native forms of names: taken out of the sentence, kept as aliases."""

import pytest

from amity.model import Document, Reading
from amity.reading.clean import clean
from amity.reading.cleaning import native
from amity.reading.load import Loaded
from amity.reading.pipeline import read_loaded

PERSONS = [
    ("Jiro Tanaka", "田中二郎"),
    ("Li Wenhao", "李文浩"),
    ("Tran Minh Khoa", "Trần Minh Khoa"),
    ("Dang Van Duc", "Đặng Văn Đức"),
    ("Olena Petrenko", "Олена Петренко"),
    ("Bounmy Souk", "ບຸນມີ ສຸກ"),
    ("Somchai Boonmee", "สมชาย บุญมี"),
    ("Kim Ji-hoon", "김지훈"),
    ("Ahmad Saleh", "أحمد صالح"),
]


def _read(text: str) -> Reading:
    reading = read_loaded(Loaded(Document(id="sha256:0", path="native.txt"), text))[1]
    assert all(reading.text[one.start : one.end] == one.quote for fact in (*reading.events, *reading.posts) for one in fact.evidence)
    return reading


def _aliases(reading: Reading) -> dict[str, list[str]]:
    return {actor.name: actor.aliases for actor in reading.actors}


@pytest.mark.parametrize(("name", "form"), PERSONS)
def test_a_person_has_the_native_form_as_alias(name: str, form: str) -> None:
    reading = _read(f"Governor {name} ({form}) of Nong Khai met Mayor of Graz Karl Weber in Graz on Monday to sign a memorandum on energy.")
    assert form in _aliases(reading)[name]
    assert [(post.title, post.of is not None) for post in reading.posts] == [("Governor", True), ("Mayor", True)]
    assert form not in reading.text


@pytest.mark.parametrize("written", ["Li Wenhao, 李文浩,", "Li Wenhao 李文浩,", "Li Wenhao （李文浩）,"])
def test_brackets_are_not_needed(written: str) -> None:
    reading = _read(f"{written} Vice Governor of Yunnan, met Mayor of Graz Karl Weber in Kunming on Monday to sign a memorandum.")
    assert "李文浩" in _aliases(reading)["Li Wenhao"]


def test_places_and_organisations_have_them_too() -> None:
    reading = _read(
        "Yunnan Province (云南省) and Luang Prabang Province (ແຂວງຫຼວງພະບາງ) signed a memorandum of understanding on Monday. "
        "The Foreign Affairs Office of Hainan Province (海南省外事办公室) and Busan (부산) signed a cooperation agreement."
    )
    aliases = _aliases(reading)
    assert "云南省" in aliases["Yunnan Province"]
    assert "ແຂວງຫຼວງພະບາງ" in aliases["Luang Prabang Province"]
    assert "海南省外事办公室" in aliases["Foreign Affairs Office of Hainan Province"]
    assert "부산" in aliases["Busan"]


@pytest.mark.parametrize(
    "text",
    [
        "The city of Vinh (Nghe An) and Graz signed a memorandum.",
        "The ministry (MOFA) and Hue (Vietnam) met in Paris (Île-de-France) on Monday.",
        "Mayor Tran Van An (right) met Karl Weber (born in Huế).",
    ],
)
def test_other_brackets_stay(text: str) -> None:
    assert clean(text, Document(id="sha256:0", path="x")).text == text


def test_what_was_taken_out_is_kept() -> None:
    cleaned = clean("Mayor Jiro Tanaka (田中二郎) spoke to the council in Hakodate on Monday.", Document(id="sha256:0", path="x"))
    assert [(one.rule, one.text, one.at) for one in cleaned.removed] == [("native-form", "(田中二郎)", 17)]


def test_paragraphs_in_another_script_do_not_confuse_the_rules() -> None:
    english = "Mayor of Hakodate Jiro Tanaka met Mayor of Graz Karl Weber in Graz on Monday. They signed a memorandum on energy."
    foreign = "市长田中二郎星期一在格拉茨会见了市长。双方签署了能源合作备忘录 (MoU)，并同意扩大贸易。"
    alone, mixed = _read(english), _read(f"{english}\n{foreign}\n{foreign[:20]}")
    assert mixed.text == alone.text
    assert mixed.events == alone.events and mixed.instruments == alone.instruments


@pytest.mark.parametrize("part", ["a (b ", "李 ", "a 李", "a'", "a-", "a(李", "(é", "李, ", "a "])
def test_long_runs_cost_no_more_than_their_length(part: str) -> None:
    steps = [len(pattern.findall("é" + part * 20_000 + "b" * 20_000)) for pattern in (native._ACCENTED, native._BRACKETED, native._BARE)]
    assert all(found <= 20_000 for found in steps)
