"""Cleaning: characters, spaces and wraps, and what stays true whatever the text."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from amity.model import Document
from amity.reading.clean import Cleaned, clean

LEDE = "Leaders of Ostvik and Norhavn agreed on Monday to widen cooperation in fisheries and ports."
NEXT = "The mayor of Norhavn said the two towns will open a ferry line next spring."


def cleaned(raw: str, **known: str) -> Cleaned:
    return clean(raw, Document(id="x", path="x", **known))


# --- repeats


def test_a_doubled_lede_stays_once() -> None:
    assert cleaned(f"Towns sign ferry pact\n{LEDE}\n{LEDE} (Photo: VNA)Ostvik (VNA) – {LEDE}\n{NEXT}").text == f"{LEDE}\n{NEXT}"


def test_a_stutter_is_cut() -> None:
    led = "delegation led by the mayor of the old harbour town, "
    assert cleaned(f"A {led}{led}called on the council of Norhavn.").text == f"A {led}called on the council of Norhavn."


def test_the_fuller_lede_stays() -> None:
    full = LEDE.rstrip(".") + ", the coast council reported on Tuesday."
    assert cleaned(f"{LEDE}\n{full}\n{NEXT}").text == f"{full}\n{NEXT}"


def test_a_text_that_starts_over_is_cut() -> None:
    assert cleaned(f"{LEDE} {NEXT} {LEDE} {NEXT}").text == f"{LEDE} {NEXT}"
    assert cleaned(f"{LEDE}\n{NEXT}\n{LEDE}\n{NEXT}").text == f"{LEDE}\n{NEXT}"


def test_different_paragraphs_stay() -> None:
    other = LEDE.replace("fisheries and ports", "schools, health and culture").replace("Monday", "Tuesday")
    assert cleaned(f"{LEDE}\n{other}").text == f"{LEDE}\n{other}"


# --- characters and spaces


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (
            "Ostvikâ€™s mayor spoke of a â€œnew pageâ€ in the relations of both towns.",
            "Ostvik’s mayor spoke of a “new page” in the relations of both towns.",
        ),
        ("Ostvikâs mayor spoke of a âlasting friendshipâ on Monday.", "Ostvik’s mayor spoke of a “lasting friendship” on Monday."),
        ("The ferry line â long awaited â will open in spring.", "The ferry line – long awaited – will open in spring."),
        ("The townsâ mayors met on Monday in the old harbour.", "The towns’ mayors met on Monday in the old harbour."),
        ("The\xa0towns met\\xc2\\xa0on Monday in the old harbour.", "The towns met on Monday in the old harbour."),
        ("Ports &amp; fisheries were on the table in Ostvik&nbsp;on Monday.", "Ports & fisheries were on the table in Ostvik on Monday."),
        (
            "The mayors met in the <b>old</b> harbour.<br/>They talked of ports there.",
            "The mayors met in the old harbour.\nThey talked of ports there.",
        ),
        ("The mayors met in Ostvik.[1] They talked of ports.", "The mayors met in Ostvik. They talked of ports."),
        ("The mayors met\u200b in Ost\u00advik on Monday 🚢 to talk.", "The mayors met in Ostvik on Monday to talk."),
        ("Ngày Tân Châu met Lâm Đồng’s council for an hour.", "Ngày Tân Châu met Lâm Đồng’s council for an hour."),
    ],
)
def test_characters_are_mended(raw: str, text: str) -> None:
    assert cleaned(raw).text == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("They met in Ostvik.He spoke of ports.", "They met in Ostvik. He spoke of ports."),
        ("They met in 2023.They will meet again.", "They met in 2023. They will meet again."),
        ("It was a success,said the mayor of Ostvik.", "It was a success, said the mayor of Ostvik."),
        ("They signed a memorandum (MoU)and left for Norhavn.", "They signed a memorandum (MoU) and left for Norhavn."),
        ("It was “a new page,”Mayor Berg said of the pact.", "It was “a new page,” Mayor Berg said of the pact."),
        ("The U.S. side agreed, at 8:08 a.m. in Ostvik.", "The U.S. side agreed, at 8:08 a.m. in Ostvik."),
        ("Trade reached 1,234.5 million crowns in both towns.", "Trade reached 1,234.5 million crowns in both towns."),
    ],
)
def test_lost_spaces_after_stops_come_back(raw: str, text: str) -> None:
    assert cleaned(raw).text == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("They agreed on cooperationbetween the two harbours.", "They agreed on cooperation between the two harbours."),
        ("They spoke of thepast and thefuture of the coast.", "They spoke of the past and the future of the coast."),
        (
            "They paidcourtesy calls, signed the minutesof the talks, praised theharbour andthe schools, and nearbycooperation.",
            "They paid courtesy calls, signed the minutes of the talks, praised the harbour and the schools, and nearby cooperation.",
        ),
    ],
)
def test_words_that_lost_their_space_are_parted(raw: str, text: str) -> None:
    assert cleaned(raw).text == text


@pytest.mark.parametrize(
    "raw",
    [
        "The livestreamed healthcare forum drew agritourism firms from Vesterholm.",
        "Saleumxay, Phomvihane and Guoandong visited Hafnarfjord and Oakland.",
        "The MoU with PetroNorhavn and McAllen was signed by LeBerg.",
        "They talked therewith, therein and thereof.",
    ],
)
def test_whole_words_and_names_stay(raw: str) -> None:
    assert cleaned(raw).text == raw


def test_a_wrapped_text_is_joined() -> None:
    wrapped = [
        "Leaders of two towns on the northern coast agreed on Monday to widen their",
        "cooperation in fisheries, ports and schools, and to open a ferry line that",
        "Norhavn has long asked for. The mayor of Ostvik told reporters after talks",
        "Monday evening that the line would carry two hundred people a day, and the",
        "Norhavn council said that it would rebuild the old pier at its own expense",
        "Before the summer, engineers of both towns will survey the sea bed between",
        "Ostvik and the islands.",
    ]
    assert cleaned("\n".join(wrapped)).text == " ".join(wrapped)


def test_a_sentence_that_goes_on_is_joined() -> None:
    assert (
        cleaned("The mayors of Ostvik and Norhavn met on Monday\nand signed a pact on ports.").text
        == "The mayors of Ostvik and Norhavn met on Monday and signed a pact on ports."
    )


# --- what stays true whatever the text

PIECES = st.sampled_from(
    [
        LEDE,
        NEXT,
        " date 2024-03-05 ",
        "(Photo: VNA)",
        "OSTVIK, May 3 (Xinhua) -- ",
        "Print | Share",
        "\n",
        "\n\n",
        "./.",
        "- VNA",
        "By Nora Berg",
        "Related news",
        "May 3, 2024",
        "â",
        "x",
        " ",
        ".",
        "(R)",
        "[Photo/",
        "He said",
        "thepast",
        "CITY NEWS",
        "&amp;",
        "\\xc2\\xa0",
        "“",
        "”",
        "—",
        "• item",
        "…",
        "Share",
        "A",
        "VIENTIANE",
        "(",
        ")",
        ":",
        "OstvikCouncillors ",
        "a b",
    ]
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.tuples(PIECES, st.sampled_from([" ", "\n", ""])), max_size=12).map(lambda pairs: "".join(f"{a}{b}" for a, b in pairs)))
@example("")
@example("\n")
@example(f"{LEDE} (Photo: VNA){LEDE}")
def test_cleaning_a_cleaned_text_changes_nothing(raw: str) -> None:
    once = cleaned(raw)
    again = clean(once.text, once.document)
    assert again.text == once.text


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=10).map("".join)))
def test_any_text_is_cleaned_and_the_spans_hold(raw: str) -> None:
    result = cleaned(raw)
    spans = [(start, end) for start, end, _ in result.roles]
    assert all(0 <= one.at <= len(result.text) for one in result.removed)
    assert "".join(result.text[start:end] for start, end in spans) == result.text.replace("\n", "")
    assert all(first[1] < second[0] for first, second in pairwise(spans))


def test_the_document_given_is_left_as_it_was() -> None:
    document = Document(id="x", path="x")
    clean(f" date 2024-03-05 OSTVIK (AP) — {LEDE}", document)
    assert document == Document(id="x", path="x")
