"""Projects: which concrete undertakings are named, how far they have come, and what is talk in general."""

from collections.abc import Callable

import pytest

from amity.model import Project
from amity.reading.projects import find_projects
from amity.reading.report import Report

ReportIn = Callable[[str], Report]
ProjectsIn = Callable[[str], list[Project]]


@pytest.fixture
def projects_in(report_in: ReportIn) -> ProjectsIn:
    return lambda text: find_projects(report_in(text))


NAMED = [
    # links: a name is enough
    ("He spoke about the Tolmark-Ruvania Railway.", "Tolmark-Ruvania Railway"),
    ("They discussed the East Hills Economic Corridor.", "East Hills Economic Corridor"),
    ("They looked at the Dorvale–Kitaura power line.", "Dorvale–Kitaura power line"),
    # links without a name: an act, and where they lead
    ("They will develop standard-gauge lines, a railway line connecting Hexi with Ruvania.", "railway line connecting Hexi with Ruvania"),
    ("The two states agreed to build a gas pipeline.", "gas pipeline"),
    ("Work on the highway between Hexi and Ruvania goes on.", "highway between Hexi and Ruvania"),
    # zones
    ("The Tolmark-Ruvania Industrial Park has room for more firms.", "Tolmark-Ruvania Industrial Park"),
    ("He urged them to study a pilot cross-border industrial zone.", "pilot cross-border industrial zone"),
    ("A free trade zone in Kitaura is to be established.", "free trade zone in Kitaura"),
    # works with an act
    ("Companies from Hexi are helping to build the new international airport.", "new international airport"),
    ("The upgrade of the Na Lam – Po Sai border gate should be sped up.", "Na Lam – Po Sai border gate"),
    ("Dorvale will finance new headquarters for the court.", "new headquarters for the court"),
    ("A training centre for nurses was opened.", "training centre for nurses"),
    ("They will speed up the upgrade of the road from Ashby to Kitaura in order to help trade.", "road from Ashby to Kitaura"),
    ("The planned cooperation zone at Na Lam came up.", "cooperation zone at Na Lam"),
    ("They called for the opening of two new pairs of border gates.", "border gates"),
    # works whose noun runs into a bad parse
    ("Regarding the opening of the Dinh Vac – Xinlu border crossing, they agreed.", "Dinh Vac – Xinlu border crossing"),
    ("The temporary opening of the Na Bo – Na Kay border crossing was allowed.", "Na Bo – Na Kay border crossing"),
    ("The sides agreed to reopen the A Lam (Ruvania) - Longse (Hexi) border crossing.", "A Lam (Ruvania) - Longse (Hexi) border crossing"),
    # acts told by how the project stands
    ("The Ashby bridge is due to open in May.", "Ashby bridge"),
    ("The Kitaura hospital is under construction.", "Kitaura hospital"),
    ("The Dorvale terminal is expected to be completed next year.", "Dorvale terminal"),
    # services
    ("The first freight train from Hexi to Ruvania will run in May.", "freight train from Hexi to Ruvania"),
    ("They hope to launch a direct flight to Kitaura.", "direct flight to Kitaura"),
    ("The railway opened its cross-border passenger service.", "cross-border passenger service"),
    # undertakings that say so themselves
    ("The Green Harbour project brings the two towns together.", "Green Harbour project"),
    ("It is part of the Roads of Hope project.", "Roads of Hope project"),
    ("They will launch a pilot project on waste sorting.", "pilot project on waste sorting"),
    # a pilot of something is that thing
    ("He proposed testing a pilot model of unstaffed ferry landings.", "pilot model of unstaffed ferry landings"),
    # whatever is built
    ("The mayors unveiled a bronze dragon.", "bronze dragon"),
    ("Volunteers will renovate the old lighthouse of Ashby.", "old lighthouse of Ashby"),
    ("A water tower was built with the money.", "water tower"),
    # works that a number counts
    ("The county will put up three houses of friendship for its neighbour.", "houses of friendship for its neighbour"),
    ("The twin town built three classrooms.", "classrooms"),
    ("It is important to complete the four road axes.", "road axes"),
    # what the sentence calls a project
    ("The Tolmark Hospital is among the key projects of both countries.", "Tolmark Hospital"),
    ("The Kitaura Museum is one of their projects.", "Kitaura Museum"),
    ("The Na Lam Dry Port is a flagship project.", "Na Lam Dry Port"),
    # tunnels and dams with a name, where the sentence deals with them
    ("A protocol is to deal with the Rio Alto Tunnel.", "Rio Alto Tunnel"),
    ("They discussed the Upper Hexi Dam.", "Upper Hexi Dam"),
    ("The loan agreement names the Salt Bay Power Plant.", "Salt Bay Power Plant"),
    # services by a number or a railway of their own
    ("He asked them to develop the K12 route.", "K12 route"),
    ("Traders should use the Tolmark-Ruvania railway services.", "Tolmark-Ruvania railway services"),
    ("They plan to open the Hexi-Kitaura container train.", "Hexi-Kitaura container train"),
    # redevelopment
    ("The redevelopment of the South Port goes on.", "South Port"),
    # one thing in the form of a plural
    ("They agreed to build the new parliament headquarters.", "new parliament headquarters"),
]

NOTHING = [
    # in general
    "They will cooperate in key infrastructure projects.",
    "Both sides should build model projects.",
    "He praised the opening and widening of ferry landings.",
    "Roads and railways were on the agenda.",
    # locations
    "The talks were held at the Kitaura railway station.",
    "The delegation visited the Dorvale Industrial Park and a hospital.",
    "Goods pass through the Na Lam border gate.",
    "The province runs four international border gates.",
    "She studied at the university in Ashby.",
    # figures of speech and abstract things
    "They will build trust and stronger relations.",
    "The visit will serve as a bridge.",
    "They agreed to build a community with a shared future.",
    "He hopes to gradually build Ruvania into a modern state.",
    "They work under the Belt and Road Initiative.",
    # what only modifies another noun
    "The airport manager thanked the pilots.",
    "The railway group signed a contract.",
    # texts, meetings, laws and small things
    "They won a contract to build ships.",
    "The mayors unveiled a plaque at the hall.",
    "They will implement the action plan.",
    "The parliament will draft a law on schools.",
    # persons, plurals of any kind, works that are only a place
    "At the inauguration of the consul, Mayor Park spoke.",
    "They agreed to reopen cross-border checkpoints.",
    "The leaders met in the Rio Alto Tunnel to discuss cooperation.",
    "The guests drove through the Salt Bay Canal.",
    # too general by these words alone
    "They promote the smart city.",
    "They consider the early establishment of contacts.",
    "The aim is to build homes.",
    "He wants to build a home in peace.",
    "They discussed the construction of a pillar of peace.",
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_projects_are_named_as_the_report_words_them(projects_in: ProjectsIn, text: str, name: str) -> None:
    assert name in [p.name for p in projects_in(text)]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_project_is_left_alone(projects_in: ProjectsIn, text: str) -> None:
    assert projects_in(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        # still to come
        ("They will build the Ashby bridge.", "planned"),
        ("He proposed upgrading the Ashby bridge.", "planned"),
        ("The planned Ashby bridge was discussed.", "planned"),
        ("They agreed on the construction of the Ashby bridge.", "planned"),
        ("The Ashby bridge is expected to open in May.", "planned"),
        ("She hopes that the Ashby bridge can be opened soon.", "planned"),
        # under way
        ("The Ashby bridge is being built.", "ongoing"),
        ("Firms are helping to build the Ashby bridge.", "ongoing"),
        ("The Ashby bridge is under construction.", "ongoing"),
        ("They continue the construction of the Ashby bridge.", "ongoing"),
        # done
        ("The Ashby bridge was opened on Monday.", "completed"),
        ("They inaugurated the Ashby bridge.", "completed"),
        ("The Ashby bridge opened in 2019.", "completed"),
        # stopped
        ("The sides suspended the Tolmark-Ruvania railway.", "suspended"),
        ("The Tolmark-Ruvania railway was shelved.", "suspended"),
        # nothing told
        ("He spoke about the Tolmark-Ruvania railway.", "unknown"),
    ],
)
def test_status_comes_from_the_act_and_its_form(projects_in: ProjectsIn, text: str, status: str) -> None:
    assert [p.status for p in projects_in(text)] == [status]


def test_what_happened_outweighs_what_is_hoped(projects_in: ProjectsIn) -> None:
    found = projects_in("The Ashby bridge was opened on Monday. They will expand the Ashby bridge later.")
    assert [(p.status, len(p.evidence)) for p in found] == [("completed", 2)]


def test_the_bare_noun_takes_up_a_project_named_before(projects_in: ProjectsIn) -> None:
    found = projects_in("The Tolmark-Ruvania railway opened in 2019. The railway carries coal.")
    assert len(found) == 1
    assert [e.quote for e in found[0].evidence] == ["The Tolmark-Ruvania railway opened in 2019.", "The railway carries coal."]


def test_the_same_work_with_fewer_words_is_the_same_project(projects_in: ProjectsIn) -> None:
    found = projects_in("They will build a smart border checkpoint in Hexi. The pilot smart border checkpoint will open in May.")
    assert len(found) == 1


def test_a_flight_with_the_same_end_is_the_same_project(projects_in: ProjectsIn) -> None:
    found = projects_in("We shall get a flight to Kitaura. They hope to launch a direct flight to Kitaura.")
    assert len(found) == 1


def test_works_of_different_places_stay_apart(projects_in: ProjectsIn) -> None:
    found = projects_in("They opened the Na Lam border gate. They will upgrade the Po Sai border gate.")
    assert [p.name for p in found] == ["Na Lam border gate", "Po Sai border gate"]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Dorvale will build a school at a cost of US$3 million.", "US$3 million"),
        ("A loan of 40 million euros will finance the Ashby bridge.", "40 million euros"),
        ("They opened the Ashby bridge, worth $12.5 million.", "$12.5 million"),
        ("They opened the Ashby bridge when trade had reached $2 billion.", None),
        ("They opened the Ashby bridge.", None),
    ],
)
def test_amounts_are_told_in_the_words_of_the_report(projects_in: ProjectsIn, text: str, amount: str | None) -> None:
    assert projects_in(text)[0].amount == amount


def test_places_are_those_that_the_naming_tells(report_in: ReportIn) -> None:
    report = report_in("{state:Peru} will fund the highway between {province:Hexi} and {province:Lam Dao}.")
    project = find_projects(report)[0]
    assert [report.table.actors[a].name for a in project.places] == ["Hexi", "Lam Dao"]


def test_names_leave_out_when_and_on_which_grounds(projects_in: ProjectsIn) -> None:
    for after in ("in August 2023", "on the basis of mutual benefit", "in the near future"):
        assert [p.name for p in projects_in(f"They reopened the Na Lam border crossing {after}.")] == ["Na Lam border crossing"]


def test_places_that_are_to_be_built_up_are_no_works(report_in: ReportIn) -> None:
    assert find_projects(report_in("They will upgrade {municipality:Tra Dinh}.")) == []
    assert find_projects(report_in("They will modernise Tra Dinh.")) == []


def test_every_project_leads_back_to_its_rule(report_in: ReportIn) -> None:
    report = report_in("They will build a gas pipeline and unveiled a bronze dragon.")
    find_projects(report)
    assert [(f.rule, f.detail) for f in report.fired] == [("project-link", "build"), ("project-object", "unveiled")]
