"""Small reports out of few names, days and sentences, so that much in them is one, nearly one, or the same words for something else."""

from random import Random

from amity.model import About, Indicator, Reading
from amity.office.entering import Record, reading_of
from tests.matching.make import Maker, place

PLACES = [
    ("Hue", "municipality", "VN"),
    ("Gyeongju", "municipality", "KR"),
    ("Yunnan", "province", "CN"),
    ("Lao Cai", "province", "VN"),
    ("Viet Nam", "state", "VN"),
    ("China", "state", "CN"),
]
PEOPLE = ["Tran Van Khoa", "Khoa", "Park Min-ho", "Park Min Ho", "Wang Li", "Wang Lei"]
TITLES = ["Mayor", "Chairman", None]
DAYS = ["2024-05-02", "2024-05-03", "2024-05-09", "2024-08-20", "2025-03-01"]
ACTIONS = [
    "open the Ban Vang crossing to lorries",
    "open a camphor garden beside the river",
    "hold a lantern festival each autumn",
    "exchange nurses between both hospitals",
]
OUTCOMES = [
    "The Ban Vang crossing has been opened to lorries by both governors.",
    "The camphor garden beside the river has been opened by both mayors.",
    "The exchange of nurses between both hospitals has not started.",
]
TIES = [
    "{} and {} have been sister cities since 2006.",
    "{} and {} have been sister cities since 2007.",
    "{} cut its sister city ties with {}.",
]
COPY = " ".join(f"Sentence number {n} tells of lanterns, rivers and {n} bridges in the rain." for n in range(12))


def make(number: int, version: int = 1) -> Reading:
    """Return one report as a version of the reader reads it; number and version settle everything."""
    about, seen = Random(number), Random(number * 1000 + version)
    text = f"{COPY} It was printed as number {number}." if about.random() < 0.3 else ""
    maker = Maker(f"{number:02}", about.choice(DAYS), text=text, publisher=about.choice(["VNA", "Daily", "Example News Agency", None]))
    chosen = about.sample(PLACES, 3)
    sides = [maker.actor(name, kind, country) for name, kind, country in chosen[: 2 + (seen.random() < 0.3)]]
    people = [(maker.person(name, seen.choice(TITLES), sides[at]), sides[at]) for at, name in enumerate(about.sample(PEOPLE, 2))]
    for _ in range(about.randint(1, 2)):
        on = about.choice([*DAYS, None])
        where = place(*PLACES[about.randint(0, 1)][:1], PLACES[0][2]) if about.random() < 0.3 else None
        maker.event(about.choice(["meeting", "signing", "visit"]), on, sides, people[: seen.randint(0, 2)], where=where)
    _texts(maker, about, seen, sides)
    _said(maker, about, seen, sides, people[0][0])
    if about.random() < 0.5:
        maker.sentence(about.choice(OUTCOMES))
    if about.random() < 0.5:
        maker.sentence(about.choice(TIES).format(chosen[0][0], chosen[1][0]))
    made = maker.reading()
    if about.random() < 0.5:
        spans = maker.sentence(f"{chosen[0][0]} has friendly cities.")
        made.text = maker.text
        made.indicators.append(Indicator(subject=sides[0], measure="friendly cities", value=float(seen.choice([12, 14])), evidence=spans))
    return made


def _texts(maker: Maker, about: Random, seen: Random, sides: list[str]) -> None:
    for _ in range(about.randint(0, 2)):
        kind = about.choice(["letter_of_intent", "friendly_city_agreement", "mou"])
        period = about.choice([("2022", "2024"), ("2025", "2027"), (None, None)])
        status = seen.choice(["signed", "in_effect", "superseded"])
        maker.instrument(kind, sides[:2], signed=about.choice([*DAYS, None]), period=period, status=status, title=f"the {kind} on lanterns")


def _said(maker: Maker, about: Random, seen: Random, sides: list[str], speaker: str) -> None:
    for action in about.sample(ACTIONS, 2):
        force = about.choice([1, 2, 4, 5])
        maker.statement(sides[:1], action, force=force, to=sides[1:2], speaker=speaker if seen.random() < 0.5 else None)
    if about.random() < 0.5:
        maker.mechanism("joint lantern committee", sides[:2])
        maker.project("Ban Vang crossing", about.choice(["planned", "completed"]), sides[:1])


ENTERED_AT = "2025-04-01T09:00:00+00:00"
PARTIES = ["Hue city", "Gyeongju city", "Yunnan", "Lao Cai province", "Viet Nam", "China"]
"""The places of the reports, as people write them."""


def entry(number: int, about: tuple[str, str] | None = None) -> Reading:
    """Return what a person entered, of few names and days too; ``about`` are id and text of a report whose reader missed it."""
    random = Random(number)
    parties = random.sample(PARTIES, 2)
    fields = {
        "instrument": {"party": parties, "type": "mou", "signed_on": random.choice(DAYS), "title": "the mou on lanterns"},
        "event": {"party": parties, "type": random.choice(["meeting", "signing"]), "from": random.choice(DAYS), "person": ["Wang Li"]},
        "statement": {"by_party": parties[:1], "to_party": parties[1:], "force": random.choice([2, 4]), "action": random.choice(ACTIONS)},
        "tie": {"party": parties, "type": "friendly_city", "stage": "established", "since": random.choice(["2006", "2007"])},
        "post": {"person": random.choice(PEOPLE), "title": "Mayor", "of": parties[0]},
        "mechanism": {"name": "joint lantern committee", "party": parties},
        "project": {"name": "Ban Vang crossing", "party": parties, "status": "completed"},
        "indicator": {"subject": parties[0], "measure": "friendly cities", "value": random.choice([12, 14])},
    }  # fmt: skip
    kind = random.choice(sorted(fields))
    words = None
    if about is not None:
        end = min(len(about[1]), 40 + number)
        words = About(document=about[0], start=0, end=end, quote=about[1][:end])
    return reading_of(Record(kind=kind, fields=fields[kind], about=words), by="Ann", at=ENTERED_AT)


def told_about(one: Reading) -> str | None:
    """Return the id of the report that an entry is about."""
    return one.document.entry.about.document if one.document.entry and one.document.entry.about else None
