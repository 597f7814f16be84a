"""Mechanisms: which standing ways of working together are named, and what only looks like one."""

from collections.abc import Callable

import pytest

from amity.model import Mechanism
from amity.reading.mechanisms import find_mechanisms
from amity.reading.report import Report

ReportIn = Callable[[str], Report]


@pytest.fixture
def mechanisms_in(report_in: ReportIn) -> Callable[[str], list[Mechanism]]:
    return lambda text: find_mechanisms(report_in(text))


MechanismsIn = Callable[[str], list[Mechanism]]

NAMED = [
    # bodies with a qualifier
    ("The joint working committee will meet again in May.", "joint working committee"),
    ("A joint working group is to carry out the deal.", "joint working group"),
    ("The two cities revived their Sister Cities Commission.", "Sister Cities Commission"),
    ("They took part in the fifth meeting of the Intergovernmental Commission on Trade.", "Intergovernmental Commission on Trade"),
    ("The Ruvania-Tolmark Cooperation Council was founded in 2004.", "Ruvania-Tolmark Cooperation Council"),
    ("He chairs the cross-border coordination group.", "cross-border coordination group"),
    ("The General Border Committee settled the matter.", "General Border Committee"),
    # bodies by what they are for
    ("They welcomed the work of the Commission for Economic Cooperation.", "Commission for Economic Cooperation"),
    ("The committee on cooperation in fisheries met for an hour.", "committee on cooperation"),
    (
        "A council between the two ports was proposed, the harbour council between Dorvale and Kitaura.",
        "harbour council between Dorvale and Kitaura",
    ),
    # bodies that the sentence founds
    ("A working group will be set up before the summer.", "working group"),
    ("The mayors agreed to form a task force.", "task force"),
    ("They decided to establish a committee.", "committee"),
    # bodies of both sides by the words around them
    ("Officials held the third meeting of the Harbour Works Committee.", "Harbour Works Committee"),
    ("The two sides praised the Technical Committee.", "Technical Committee"),
    ("Both countries prepared the sixth session of the Commission.", "Commission"),
    ("The District Border Coordination Committee met at the gate.", "District Border Coordination Committee"),
    ("The Dorvale-Kitaura Committee thanked the volunteers.", "Dorvale-Kitaura Committee"),
    ("They hope much of the Council of Governors.", "Council of Governors"),
    # a body and its session written as one name
    ("The ministers opened the 9th Joint Commission Meeting.", "Joint Commission Meeting"),
    ("Delegates prepared the Joint Committee Session.", "Joint Committee Session"),
    ("It followed a Border Committee Conference in Ashby.", "Border Committee Conference"),
    # gatherings that return
    ("The annual conference between the party secretaries opened on Monday.", "annual conference between the party secretaries"),
    ("They met at the yearly meeting of the Amber Ports Alliance.", "yearly meeting of the Amber Ports Alliance"),
    ("The spring meeting programme should be used fully.", "spring meeting"),
    ("The provinces hold talks every six months.", "talks"),
    ("The governors' forum takes place every two years.", "governors' forum"),
    # gatherings written as names
    ("She spoke at the 2019 Northern Rivers Forum in Ashby.", "Northern Rivers Forum"),
    ("He came for the Meeting of Mayors of Coastal Towns (MMCT).", "Meeting of Mayors of Coastal Towns"),
    ("They attended the 7th Consultative Meeting of Island Governors.", "Consultative Meeting of Island Governors"),
    # dialogues
    ("The second round of the strategic dialogue ended without a text.", "strategic dialogue"),
    ("Both ministries will resume the bilateral consular consultations.", "bilateral consular consultations"),
    ("A human rights dialogue was held in March.", "human rights dialogue"),
    ("The bilateral Energy Dialogue was launched in May.", "bilateral Energy Dialogue"),
    ("The Ruvania-Tolmark mayors' dialogue was useful.", "Ruvania-Tolmark mayors' dialogue"),
    # schemes and hotlines
    ("They will form a linkage mechanism on customs clearance.", "linkage mechanism on customs clearance"),
    ("The border guards set up a direct hotline.", "direct hotline"),
    ("The localities agreed on a mechanism for meetings between their police.", "mechanism for meetings between their police"),
    ("A long-term consultation mechanism is needed.", "long-term consultation mechanism"),
    # alliances and platforms written as names
    ("The city joined the East Coast Harbours Alliance in 2016.", "East Coast Harbours Alliance"),
    ("He invited them to the Great Lakes Cooperation Platform.", "Great Lakes Cooperation Platform"),
    ("The Hill Towns Tourism Alliance counts nine towns.", "Hill Towns Tourism Alliance"),
    # known schemes
    ("It was agreed under the Greater Mekong Subregion programme.", "Greater Mekong Subregion"),
    ("They value Lancang-Mekong cooperation.", "Lancang-Mekong cooperation"),
    ("Ministers of C5+1 met online.", "C5+1"),
    # bodies founded with words of their own
    ("A regional steering group will be created next year.", "regional steering group"),
    ("A contact group on fisheries was proposed.", "contact group on fisheries"),
    ("An interim working council will be formed.", "interim working council"),
    # gatherings that are made standing ones, or kept up among officials
    ("They resolved to institutionalise the harbour meeting.", "harbour meeting"),
    ("Both sides will hold regular foreign minister talks.", "regular foreign minister talks"),
    ("The ports agreed to regularise their annual safety conference.", "annual safety conference"),
    # numbered gatherings with a name of their own
    ("She spoke at the 18th Tolmark dialogue.", "Tolmark dialogue"),
    ("Officials attended the Third Sister Cities Forum.", "Sister Cities Forum"),
    ("It came up at the 6th Hexi Gulf Consultations.", "Hexi Gulf Consultations"),
    # governments that sit together
    ("The two governments held their third joint cabinet meeting.", "joint cabinet meeting"),
    ("The ninth Binational Cabinet dealt with the border.", "Binational Cabinet"),
    ("The governments of both states met in a joint session.", "joint session"),
    # euroregions and networks of cities
    ("The Tolmark Euroregion marked its anniversary.", "Tolmark Euroregion"),
    ("Dorvale joined the Green Harbour Cities Network.", "Green Harbour Cities Network"),
    ("The League of River Towns And Municipalities grew.", "League of River Towns And Municipalities"),
]

NOTHING = [
    # organs of one side
    "The People's Committee of the province received the guests.",
    "He sits on the Standing Committee of the People's Congress.",
    "The City Council approved the plan by nine votes.",
    "The National Security Committee gave the length of the border.",
    "The Party Committee of the city met on Friday.",
    "The Organizing Committee thanked the sponsors.",
    # organisations with a life of their own
    "The Gulf Cooperation Council issued a statement.",
    "The UN Human Rights Council met in March.",
    # bodies known only as such
    "The committee will decide next week.",
    "The group visited a farm.",
    # occasions
    "The meeting took place in Ashby.",
    "They attended a business forum and a press conference.",
    "Leaders came for the 40th ASEAN Summit.",
    "He opened the National Party Congress.",
    "A conference on tourism was held on Tuesday.",
    # mechanisms, platforms and dialogue in general
    "They back each other in multilateral mechanisms.",
    "The fair is a platform for firms.",
    "Both sides will strengthen dialogue.",
    "It is left to the market mechanism.",
    # hotlines for the public
    "Travellers can call the hotline of the consulate.",
    # instruments and military pacts
    "They signed a memorandum on cooperation.",
    "The Northern Atlantic Defence Alliance met.",
    # one holder's own body, and a body that is itself a side
    "A committee was set up by the mayor.",
    "There were talks between the Technical Committee and the mayors of the two cities.",
    # what something else is said to be, or is for
    "The talks constitute a mechanism for dialogue.",
    "It became a mechanism for regular talks between them.",
    # a first gathering is no series yet, a parliament's session no mechanism
    "The league held its first Tolmark Dialogue.",
    "The parliament met in a joint session.",
    "The joint session of the national assembly was long.",
    "The firm runs the Tolmark Mobile Telephone Network.",
    "They hold regular talks.",
    "The council institutionalised the practice.",
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_mechanisms_are_named_as_the_report_words_them(mechanisms_in: MechanismsIn, text: str, name: str) -> None:
    assert name in [m.name for m in mechanisms_in(text)]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_mechanism_is_left_alone(mechanisms_in: MechanismsIn, text: str) -> None:
    assert mechanisms_in(text) == []


def test_headlines_name_nothing_by_their_capitals(mechanisms_in: MechanismsIn) -> None:
    assert mechanisms_in("Mayors Open Northern Rivers Forum With Dance And Song") == []


def test_a_mechanism_is_one_with_every_sentence_as_evidence(mechanisms_in: MechanismsIn) -> None:
    found = mechanisms_in("The joint working group met in May. They thanked the Tolmark-Ruvania joint working group. It rained.")
    assert [m.name for m in found] == ["Tolmark-Ruvania joint working group"]
    assert [e.quote for e in found[0].evidence] == [
        "The joint working group met in May.",
        "They thanked the Tolmark-Ruvania joint working group.",
    ]


def test_different_mechanisms_stay_apart(mechanisms_in: MechanismsIn) -> None:
    found = mechanisms_in("The joint border committee and the annual conference between governors will go on.")
    assert len(found) == 2


def test_of_nested_namings_the_widest_counts(mechanisms_in: MechanismsIn) -> None:
    found = mechanisms_in("The annual meeting of the joint working group opened.")
    assert [m.name for m in found] == ["annual meeting of the joint working group"]


def test_members_are_those_that_the_naming_tells(report_in: ReportIn) -> None:
    report = report_in("The joint working group between {province:Hexi} and {province:Lam Dao} met. {state:Peru} watched.")
    mechanism = find_mechanisms(report)[0]
    assert [report.table.actors[a].name for a in mechanism.members] == ["Hexi", "Lam Dao"]


def test_a_joint_body_without_named_members_is_one_of_the_two_sides(report_in: ReportIn) -> None:
    report = report_in("{state:Peru} and {state:Fiji} met. The joint commission will convene.")
    report.table.sides = tuple(report.table.actors)
    assert find_mechanisms(report)[0].members == list(report.table.sides)
    plain = report_in("{state:Peru} and {state:Fiji} met at the Northern Rivers Forum.")
    plain.table.sides = tuple(plain.table.actors)
    assert find_mechanisms(plain)[0].members == []


@pytest.mark.parametrize(
    ("text", "frequency"),
    [
        ("The annual conference between governors was useful.", "annual"),
        ("The governors' forum takes place every two years.", "biennial"),
        ("The provinces hold talks every six months.", "twice-yearly"),
        ("The joint committee meets quarterly.", "quarterly"),
        ("The joint committee met in May.", None),
    ],
)
def test_frequency_is_told_by_the_name_or_the_words_after_it(mechanisms_in: MechanismsIn, text: str, frequency: str | None) -> None:
    assert mechanisms_in(text)[0].frequency == frequency


def test_every_mechanism_leads_back_to_its_rule(report_in: ReportIn) -> None:
    report = report_in("The joint working group met at the Northern Rivers Forum in Ashby.")
    find_mechanisms(report)
    assert {f.rule for f in report.fired} == {"mechanism-body", "mechanism-titled"}


def test_names_by_their_capitals_are_less_sure(mechanisms_in: MechanismsIn) -> None:
    assert mechanisms_in("She spoke at the Northern Rivers Forum.")[0].confidence == "medium"
    assert mechanisms_in("The joint working group met.")[0].confidence == "high"
