"""Cleaning: what each rule takes out of a scraped text, what it leaves, and what stays true whatever the text."""

import pytest

from amity.model import Document
from amity.reading.clean import Cleaned, clean

LEDE = "Leaders of Ostvik and Norhavn agreed on Monday to widen cooperation in fisheries and ports."
NEXT = "The mayor of Norhavn said the two towns will open a ferry line next spring."


def cleaned(raw: str, **known: str) -> Cleaned:
    return clean(raw, Document(id="x", path="x", **known))


def rules(result: Cleaned) -> set[str]:
    return {one.rule for one in result.removed}


def roles(result: Cleaned) -> list[tuple[str, str]]:
    return [(role, result.text[start:end]) for start, end, role in result.roles]


# --- the date before the title


@pytest.mark.parametrize(
    ("raw", "published"),
    [
        (f" date 2024-03-05 Ostvik and Norhavn sign pact\n\n{LEDE}", "2024-03-05"),
        (f" date 2024-03-05 {LEDE}", "2024-03-05"),
        (f"date 2024-03 {LEDE}", "2024-03"),
    ],
)
def test_a_date_before_the_title_is_the_published_one(raw: str, published: str) -> None:
    result = cleaned(raw)
    assert (result.document.published, result.text) == (published, LEDE)
    assert "date-prefix" in rules(result)


def test_a_given_date_stands_against_the_prefix() -> None:
    assert cleaned(f" date 2024-03-05 {LEDE}", published="2024-03-04").document.published == "2024-03-04"


@pytest.mark.parametrize(
    "raw", ["The date 2024-03-05 was set for the ferry talks in Ostvik.", "A date was set for the ferry talks in Ostvik."]
)
def test_a_date_in_a_sentence_stays(raw: str) -> None:
    assert cleaned(raw).text == raw


# --- headlines


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        (f"Ostvik and Norhavn sign ferry pact\n{LEDE}\n{NEXT}", "Ostvik and Norhavn sign ferry pact"),
        (f"CITY NEWS\nOstvik and Norhavn sign ferry pact\n{LEDE}", "Ostvik and Norhavn sign ferry pact"),
        (f"Ostvik and Norhavn sign ferry pact\nOstvik and Norhavn sign ferry pact\n{LEDE}", "Ostvik and Norhavn sign ferry pact"),
        (f"Ostvik and Norhavn sign ferry pact | Coast Gazette\n{LEDE}", "Ostvik and Norhavn sign ferry pact"),
        (f"Towns to widen cooperation in ports{LEDE}\n{NEXT}", "Towns to widen cooperation in ports"),
        (f"Towns to widen cooperation in portsOSTVIK, May 3 (Xinhua) -- {LEDE}", "Towns to widen cooperation in ports"),
    ],
)
def test_a_headline_becomes_the_title(raw: str, title: str) -> None:
    result = cleaned(raw)
    assert result.document.title == title
    assert result.text.startswith("Leaders of Ostvik")


def test_a_given_title_is_taken_out_wherever_it_stands() -> None:
    title = "Ostvik and Norhavn sign ferry pact"
    result = cleaned(f"{LEDE}\n{title} |\n{NEXT}", title=title)
    assert result.text == f"{LEDE}\n{NEXT}"


@pytest.mark.parametrize(
    "raw",
    [
        LEDE,
        "Ostvik and Norhavn agreed to widen cooperation",
        f"{LEDE}\n{NEXT}",
        "The mayor met PetroNorhavn and McAllen officials to talk about the ferry line.\n" + LEDE,
    ],
)
def test_a_report_without_a_headline_keeps_its_first_line(raw: str) -> None:
    result = cleaned(raw)
    assert (result.document.title, result.text) == (None, raw)


def test_a_heading_between_paragraphs_stays_with_its_role() -> None:
    assert roles(cleaned(f"{LEDE}\nA ferry line\n{NEXT}")) == [("body", LEDE), ("headline", "A ferry line"), ("body", NEXT)]


def test_items_of_a_list_are_no_headings() -> None:
    raw = f"{LEDE}\nThe two towns will:\nopen a ferry line\ntrain ten pilots\n{NEXT}"
    assert {role for role, _ in roles(cleaned(raw))} == {"body"}
    raw = f"{LEDE}\n• Opening of a ferry line\n• Training of ten pilots\n{NEXT}"
    assert {role for role, _ in roles(cleaned(raw))} == {"body"}


# --- captions and credits


@pytest.mark.parametrize(
    ("raw", "caption"),
    [
        (f"Mayors at the harbour of Ostvik on May 3. (Photo: VNA)\n{LEDE}", "Mayors at the harbour of Ostvik on May 3."),
        (f"Mayors at the harbour of Ostvik on May 3 (Photo: VNA){LEDE}", "Mayors at the harbour of Ostvik on May 3."),
        (f"Mayors at the harbour of Ostvik on May 3. [Photo/Coast Daily]\n{LEDE}", "Mayors at the harbour of Ostvik on May 3."),
        (f"Mayors at the harbour of Ostvik on May 3. (Xinhua/Nora Berg)\n{LEDE}", "Mayors at the harbour of Ostvik on May 3."),
        (f"Mayors at the harbour of Ostvik on May 3. —VNA/VNS Photo\n{LEDE}", "Mayors at the harbour of Ostvik on May 3."),
        (f"Mayors at the harbour of Ostvik on May 3. Photo: Coast Daily\n{LEDE}", "Mayors at the harbour of Ostvik on May 3."),
        (
            f"Mayors Nora Berg (R) and Ole Strand at the harbour of Ostvik\n{LEDE}",
            "Mayors Nora Berg (R) and Ole Strand at the harbour of Ostvik.",
        ),
    ],
)
def test_a_caption_is_parted_from_the_report(raw: str, caption: str) -> None:
    result = cleaned(raw)
    assert roles(result) == [("caption", caption), ("body", LEDE)]


def test_a_caption_of_several_sentences_stands_above_the_dateline() -> None:
    caption = "Nora Berg (left) signs the pact. Ole Strand looks on. The two mayors then shake hands (right)."
    assert roles(cleaned(f"{caption}\nOSTVIK, Norland: {LEDE}")) == [("caption", caption), ("body", LEDE)]
    assert roles(cleaned(f"{caption}\n{LEDE}"))[0][0] == "body"


def test_a_caption_at_the_end_of_a_paragraph_is_its_last_sentence() -> None:
    result = cleaned(f"{LEDE} {NEXT} The two mayors on the pier at Ostvik. (Photo: VNA)")
    assert roles(result) == [("body", f"{LEDE} {NEXT}"), ("caption", "The two mayors on the pier at Ostvik.")]


@pytest.mark.parametrize("caption", [LEDE, LEDE.replace("Monday", "Mondays")])
def test_a_caption_that_says_the_lede_goes(caption: str) -> None:
    assert cleaned(f"{caption} (Photo: VNA)\n{LEDE}\n{NEXT}").text == f"{LEDE}\n{NEXT}"


@pytest.mark.parametrize("raw", [f"{LEDE}\nAt the event. (Photo: VNA)\n{NEXT}", f"{LEDE}\n(Photo: VNA)\n{NEXT}"])
def test_a_caption_that_tells_nothing_goes(raw: str) -> None:
    assert cleaned(raw).text == f"{LEDE}\n{NEXT}"


def test_a_report_that_is_only_a_caption_is_its_own_body() -> None:
    raw = "Mayors Nora Berg and Ole Strand sign the ferry pact at Ostvik. (Photo: VNA)"
    assert roles(cleaned(raw)) == [("body", "Mayors Nora Berg and Ole Strand sign the ferry pact at Ostvik.")]


@pytest.mark.parametrize(
    "raw",
    [
        "The towns signed a memorandum (MoU) on a photo archive of the coast.",
        "The Photo Museum of Ostvik (founded in 1952) will lend its images to Norhavn.",
    ],
)
def test_brackets_and_photos_of_the_report_stay(raw: str) -> None:
    assert roles(cleaned(raw)) == [("body", raw)]


# --- datelines


@pytest.mark.parametrize(
    ("dateline", "place", "day", "agency"),
    [
        ("OSTVIK, May 3 (Xinhua) -- ", "Ostvik", "2024-05-03", "Xinhua"),
        ("Ostvik (VNA) – ", "Ostvik", None, "VNA"),
        ("Ostvik (VNA) - ", "Ostvik", None, "VNA"),
        ("PORT OSTVIK — ", "Port Ostvik", None, None),
        ("OSTVIK (May 3): ", "Ostvik", "2024-05-03", None),
        ("OSTVIK, Norland, May 3, 2023 - ", "Ostvik, Norland", "2023-05-03", None),
        ("Ostvik, 3 May 2023. / Kabar /. ", "Ostvik", "2023-05-03", "Kabar"),
        ("OSTVIK, 31 March 2025. ", "Ostvik", "2025-03-31", None),
        ("(KPL) ", None, None, "KPL"),
        ("(VOVWORLD) - ", None, None, "VOV"),
        ("Ostvik, May 3 (Coast Daily) -- ", "Ostvik", "2024-05-03", "Coast Daily"),
        ("NORLAND, May 3 - OSTVIK — ", "Ostvik", "2024-05-03", None),
        ("Ostvik – ", "Ostvik", None, None),
        ("OSTVIK. KAZINFORM ", "Ostvik", None, "Kazinform"),
        ("Ostvik, May 3, GNA – ", "Ostvik", "2024-05-03", "GNA"),
        ("Ostvik [Norland], May 3 (ANI): ", "Ostvik [Norland]", "2024-05-03", "ANI"),
        ("OSTVIK-", "Ostvik", None, None),
        ("OSTVIK, Norland, May 3. ", "Ostvik, Norland", "2024-05-03", None),
        ("Africa-Press – Norland. ", "Norland", None, "Africa-Press"),
        ("PANO – ", None, None, "PANO"),
        ("– ", None, None, None),
        ("OSTVIK, (Coast Point / WAM - 3rd May, 2024) ", "Ostvik", "2024-05-03", "WAM"),
        ("(Coast Point / WAM - 3rd May, 2024) OSTVIK, 3rd May 2024 (WAM) - ", "Ostvik", "2024-05-03", "WAM"),
        ("KPL (KPL/VNA) – ", None, None, "KPL"),
        ("Coast24 – WAM: ", None, None, "WAM"),
    ],
)
def test_a_dateline_tells_place_day_and_agency(dateline: str, place: str | None, day: str | None, agency: str | None) -> None:
    lede = "The leaders of two towns agreed on Monday to widen cooperation in ports."
    result = cleaned(f"{dateline}{lede}", published="2024-05-04")
    assert result.text == lede
    document = result.document
    assert (document.dateline_place, document.dateline_date, document.agency) == (place, day, agency)
    assert rules(result) == {"dateline"}


def test_a_dateline_without_a_year_is_open_where_nothing_tells_it() -> None:
    assert cleaned(f"OSTVIK, May 3 (Xinhua) -- {LEDE}").document.dateline_date is None


@pytest.mark.parametrize(
    "raw",
    [
        "Ostvik - Norhavn ferry talks were held on Monday in the old town hall.",
        "Mayor Nora Berg (Ostvik) said the two towns will open a ferry line.",
        "Ostvik, Norhavn and Sundby signed a pact on fisheries on Monday.",
        "May 3: the mayors met in the old town hall of Ostvik to talk of ferries.",
        "Nora Berg: the towns will open a ferry line next spring, said the mayor.",
    ],
)
def test_a_sentence_that_begins_with_a_name_is_no_dateline(raw: str) -> None:
    assert cleaned(raw).text == raw


# --- agencies' signatures, bylines and stamps


@pytest.mark.parametrize(
    "sign",
    [
        "./.",
        " ./.",
        ".-VNA",
        ". - VNA",
        ". — VNS",
        ".\nVNA",
        ". (END)",
        ". (Bernama)",
        ".\nKPL",
        ". Enditem",
        ". ■",
        ". (NB)",
        ".######",
        ". - VNA/VI",
        ".\nENDS",
    ],
)
def test_a_sign_off_is_cut(sign: str) -> None:
    assert cleaned(LEDE.rstrip(".") + sign).text == LEDE


def test_a_sign_off_tells_the_agency() -> None:
    assert cleaned(f"{LEDE} - VNA").document.agency == "VNA"
    assert cleaned(f"OSTVIK (AP) — {LEDE} - VNA").document.agency == "AP"


@pytest.mark.parametrize(
    "raw", ["The towns will lend each other one ship a year from 2025/26.", "The pact was reported by VNA and KPL (both state agencies)."]
)
def test_ends_of_sentences_stay(raw: str) -> None:
    assert cleaned(raw).text == raw


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("2024/05/04", "2024-05-04"),
        ("May 4, 2024", "2024-05-04"),
        ("04.05.2024 | City news", "2024-05-04"),
        ("Updated: May 04, 2024   Views: 311", "2024-05-04"),
        ("4 May 2024 | Last updated 5 May 2024 | 212 views", "2024-05-04"),
        ("By News Agency | May 4, 2024", "2024-05-04"),
        ("2024-05-04 09:03 Xinhua Editor: Nora Berg", "2024-05-04"),
        ("Sat, 4 May 2024 - 12:59", "2024-05-04"),
        ("4/5/2024", None),
        ("Coast News Desk | Ostvik | Updated: 24-05-2024 17:06 | Created: 24-05-2024 17:06", "2024-05-24"),
        ("Regional News of Saturday, 4 May 2024", "2024-05-04"),
    ],
)
def test_a_stamp_tells_the_published_day(line: str, published: str | None) -> None:
    result = cleaned(f"Ostvik and Norhavn sign ferry pact\n{line}\n{LEDE}")
    assert (result.document.published, result.text) == (published, LEDE)


@pytest.mark.parametrize(
    "line",
    [
        "Nora Berg in OSTVIK, Norland",
        "By nora",
        "By Nora Berg",
        "By: Staff writer",
        "By Nora Berg and Ole Strand, Ostvik",
        "Staff Reporter",
        "Reporting by Nora Berg; editing by Ole Strand",
    ],
)
def test_a_byline_goes(line: str) -> None:
    assert cleaned(f"{LEDE}\n{line}\n{NEXT}").text == f"{LEDE}\n{NEXT}"


@pytest.mark.parametrize(
    "line", ["By signing the pact the towns open a new page in their relations.", "On May 4, 2024 the mayors met again in Ostvik."]
)
def test_sentences_that_begin_like_a_byline_or_stamp_stay(line: str) -> None:
    assert line in cleaned(f"{LEDE}\n{line}").text


def test_the_clock_of_a_site_is_no_publication() -> None:
    menu = "Towns sign pact\nTop ten\nOstvik news\nTowns to open ferry line"
    assert cleaned(f"Saturday, May 4, 2024\n{menu}\n{LEDE}").document.published is None
    assert cleaned(f"Saturday, May 4, 2024\nTowns sign pact\n{LEDE}").document.published == "2024-05-04"


# --- what a site sets around a report


@pytest.mark.parametrize(
    "line",
    [
        "Print | Email | Share",
        "Home > News > Region",
        "Coast Town Hall > Foreign Affairs > Notices",
        "Font size: Large  Medium  Small",
        "Share Tweet Share",
        "Most read",
        "Read also: Ferry line to open in spring",
        "Contact Us | Agendas | Sign up for alerts",
        "Copyright Coast Daily. All rights reserved.",
        "© Coast Daily 2024",
        "Like this: Like Loading...",
        "Advertisement",
        "Story continues below",
        "This site uses cookies to give you the best experience.",
        "Subscribe to our newsletter",
        "Editor's note: this story was updated on Monday.",
        "Translated by Nora Berg",
        "Source: Coast Daily",
        "spot_img",
        "207",
        "***",
        "https://coast.example/news/1",
        "#Ostvik #Norhavn #ferry",
        "ef/abo/ro",
        "Tel: 0047 332 3400 | press@coast.example",
        "For media enquiries contact the press office.",
        "Council of Ostvik urges ferry company to hold immediate tal...",
        "(With inputs from agencies.)",
        "• Contact us",
        "Email Print 1171",
        "icon bookmark chevron downicon close chevron download edit expand file filter flag full gallery menu",
        "연합뉴스 사진",
        "Content provided by the Coast Group. Coast Daily does not edit the articles.",
    ],
)
def test_site_chrome_goes(line: str) -> None:
    result = cleaned(f"{LEDE}\n{line}\n{NEXT}")
    assert result.text == f"{LEDE}\n{NEXT}"
    assert " ".join(one.text for one in result.removed).split() == line.split()


@pytest.mark.parametrize(
    "line",
    [
        "More ferries will sail between the two towns from next spring, the mayors said.",
        "Follow the coast for two miles and you reach the harbour that Norhavn will rebuild.",
        "The sides will share data on storms; they will print joint maps as well.",
        "Trade grew by 12 % to 207 million crowns.",
        "They will train pilots / engineers / dockers at the harbour school.",
    ],
)
def test_sentences_that_begin_like_chrome_stay(line: str) -> None:
    assert cleaned(f"{LEDE}\n{line}").text == f"{LEDE}\n{line}"


def test_other_headlines_go_with_their_heading() -> None:
    others = "Ferry line to open in spring\nA storm hit the coast on Friday and closed the old harbour...\nKittens found"
    result = cleaned(f"{LEDE}\n{NEXT}\nRelated articles\n{others}")
    assert result.text == f"{LEDE}\n{NEXT}"


def test_the_report_goes_on_after_headlines_in_its_middle() -> None:
    assert cleaned(f"{LEDE}\nRelated news\nFerry line to open in spring\n{NEXT}").text == f"{LEDE}\n{NEXT}"


def test_a_notice_that_the_editors_sign_goes_with_its_signature() -> None:
    assert cleaned(f"Our service will be off on Friday and Saturday.\n— The Editors\nTowns sign ferry pact\n{LEDE}").text == LEDE


@pytest.mark.parametrize("phrase", ["(continues below)", "[Read more]", "(Click to enlarge)"])
def test_phrases_inside_a_line_are_cut(phrase: str) -> None:
    assert cleaned(f"{LEDE} {phrase}\n{NEXT}").text == f"{LEDE}\n{NEXT}"
