"""Registers for briefs: a small one made by hand, the crowd, and the samples."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from amity.model import Reading
from amity.register import Register, open_register
from tests.matching.make import Maker, place
from tests.office.brief.crowd import crowd


def first() -> Reading:
    """A meeting of two provinces with a memorandum, promises, an ask with its answer, a committee and a road."""
    maker = Maker("1", "2024-05-10", publisher="Example News Agency")
    maker.document.url = "https://news.example/1"
    one, other = (
        maker.actor("Guangxi", "province", "CN", also=["广西"]),
        maker.actor("Lang Son province", "province", "VN", also=["Lạng Sơn"]),
    )
    office = maker.actor("People's Committee of Lang Son province", "body", "VN")
    chair = maker.person("Tran Van Khoa", "Chairman", other)
    governor = maker.person("Wei Lan", "Chair", one)
    maker.event("meeting", "2024-05-09", [one, other], [(chair, other), (governor, one)], where=place("Nanning", "CN"))
    maker.instrument("mou", [one, other], signed="2024-05-09", period=("2024", "2026"), title="memorandum on lanterns")
    maker.statement([one], "open the Ban Vang crossing to lorries", to=[other], words="Guangxi will open the Ban Vang crossing to lorries.")
    maker.statement([office], "plant camphor trees by 2025", to=[one], words="The committee will plant camphor trees by 2025.")
    maker.statement([one, other], "hold a lantern fair", force=5, words="Both will hold a lantern fair.")
    asked = maker.statement([other], "widen the road", to=[one], force=2, words="Lang Son asked Guangxi to widen the road.")
    maker.statement([one], "widen the road to six lanes", to=[other], words="Guangxi promised to widen the road to six lanes.")
    maker.made.statements[-1].answers = [asked]
    maker.statement([one], "send gardeners", to=[other], force=2, words="Guangxi asked for gardeners.")
    maker.mechanism("Joint Lantern Committee", [one, other])
    maker.made.mechanisms[-1].frequency = "annual"
    maker.project("Ban Vang road", "ongoing", [one, other])
    return maker.reading()


def second() -> Reading:
    """A year later: another chairman, the memorandum dated otherwise, the crossing open, cities that are twins."""
    maker = Maker("2", "2025-06-10", publisher="Daily")
    one, other = maker.actor("Guangxi", "province", "CN"), maker.actor("Lang Son province", "province", "VN")
    maker.person("Park Min-ho", "Chairman", other)
    maker.event("visit", "2025-06-09", [one, other])
    maker.sentence("The Ban Vang crossing has been opened to lorries by both governors.")
    maker.actor("Qinzhou", "municipality", "CN")
    maker.actor("Dong Dang", "municipality", "VN")
    maker.sentence("Qinzhou and Dong Dang have been sister cities since 2006.")
    return maker.reading()


def third() -> Reading:
    """Another outlet, which has the sister cities begin a year later."""
    maker = Maker("3", "2025-06-12", publisher="Evening Post")
    maker.actor("Qinzhou", "municipality", "CN")
    maker.actor("Dong Dang", "municipality", "VN")
    maker.sentence("Qinzhou and Dong Dang have been sister cities since 2007.")
    return maker.reading()


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """A register of three reports on two provinces, only to be read."""
    with open_register(tmp_path_factory.mktemp("brief") / "small.db") as opened:
        opened.add([first(), second(), third()])
        yield opened


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Register]:
    """The same, to be changed."""
    with open_register(tmp_path / "own.db") as opened:
        opened.add([first(), second(), third()])
        yield opened


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """A register of two sides with very much between them."""
    with open_register(tmp_path_factory.mktemp("brief") / "crowd.db") as opened:
        opened.add(crowd())
        yield opened


@pytest.fixture(scope="session")
def samples(samples_file: Path) -> Iterator[Register]:
    """The register of the samples, only to be read."""
    with open_register(samples_file) as opened:
        yield opened
