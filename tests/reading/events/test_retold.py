"""Events told beside others: joint sessions, outcomes of talks, one more meeting, visits known by their effects.

An event is written "type status day place: sides"; the sentences are published on 16 May 2024, a Thursday.
"""

from collections.abc import Callable

import pytest

from amity.model import Reading
from tests.reading.events.test_events import told

Read = Callable[..., Reading]

SESSIONS = [
    (
        "The governments of Finland and Estonia held a joint session in Tartu on Monday and signed two agreements.",
        ["committee_session held 2024-05-13 Tartu: Estonia, Finland", "signing held 2024-05-13 Tartu: Estonia, Finland"],
    ),
    (
        "The governments of Kenya and Uganda held a joint session in Kisumu on May 13. "
        "Their first joint session was held in Jinja in 2019.",
        ["committee_session held 2024-05-13 Kisumu: Kenya, Uganda", "committee_session held 2019 Jinja: Kenya, Uganda"],
    ),
    (
        "Chile and Peru held their fourth binational cabinet in Arica on May 10.",
        ["committee_session held 2024-05-10 Arica: Chile, Peru"],
    ),
    ("The members sat through a training session in May.", []),
    ("The committee promised both cities a cooking session.", []),
]

OUTCOMES = [
    (
        "Prime Minister Arun Mehta of India received Deputy President Paul Adeyemi of Kenya on May 14. He praised the results of the "
        "talks between Minister Ravi Nair of India and Minister Grace Otieno of Kenya.",
        ["meeting held 2024-05-14 -: India, Kenya", "meeting held - -: India, Kenya"],
    ),
    ("The mayor was pleased with the outcome of the vote.", []),
    ("Residents spoke of the success of the harvest.", []),
]

FURTHER = [
    (
        "Governor Ana Torres of Jalisco met Mayor Li Wei of Guangzhou on May 14. She also met with Mayor Sato Ken of Nagoya.",
        ["meeting held 2024-05-14 -: Guangzhou, Jalisco", "meeting held - -: Jalisco, Nagoya"],
    ),
    (
        "Governor Ana Torres of Jalisco met Mayor Li Wei of Guangzhou on May 14. Ana Torres also met with Li Wei over lunch.",
        ["meeting held 2024-05-14 -: Guangzhou, Jalisco"],
    ),
    ("The plan also met its target.", []),
]

EFFECTS = [
    (
        "President Paul Adeyemi of Nigeria arrived in Accra on May 14 for a visit to Ghana. The visit will deepen ties with Ghana.",
        ["visit held 2024-05-14 Accra: Ghana, Nigeria"],
    ),
    ("The visit will help the tourist trade.", []),
    ("A better meeting room would please the members.", []),
]

VAGUE = [
    ("Both Fiji and Samoa need better coordination, consultation and planning.", []),
    ("Fiji and Samoa are committed to the convening of joint consultations.", []),
]


@pytest.mark.parametrize(("text", "events"), [*SESSIONS, *OUTCOMES, *FURTHER, *EFFECTS, *VAGUE])
def test_events_beside_others(reading_of: Read, text: str, events: list[str]) -> None:
    assert told(reading_of(text)) == events


LASTING = [
    (
        "Kenya and Uganda concluded a two-day meeting in Kisumu on Wednesday.",
        ["meeting held 2024-05-14/2024-05-15 Kisumu: Kenya, Uganda"],
    ),
    (
        "President Paul Adeyemi of Nigeria began a three-day visit to Ghana on May 14.",
        ["visit held 2024-05-14/2024-05-16 -: Ghana, Nigeria"],
    ),
    (
        "Samoa and Tonga signed a treaty on Wednesday after the conclusion of a three-day meeting held in Apia.",
        ["signing held 2024-05-15 Apia: Samoa, Tonga", "meeting held 2024-05-13/2024-05-15 Apia: Samoa, Tonga"],
    ),
    (
        "Governor Ana Torres of Jalisco held a meeting with Mayor Li Wei of Guangzhou on May 14.",
        ["meeting held 2024-05-14 -: Guangzhou, Jalisco"],
    ),
    ("The bridge was built in two days.", []),
]

MEANS = [
    (
        "By signing the twinning agreement on May 14, the mayors of Nagoya and Guangzhou agreed to share experience.",
        ["signing held 2024-05-14 -: Guangzhou, Nagoya"],
    ),
    ("The governor of Jalisco wants to attract visitors by signing an agreement with Hunan.", []),
    ("Kenya helped firms to explore markets and sign contracts.", []),
]


@pytest.mark.parametrize(("text", "events"), [*LASTING, *MEANS])
def test_days_and_means(reading_of: Read, text: str, events: list[str]) -> None:
    assert told(reading_of(text)) == events


RETURNING = [
    (
        "Governor Ana Torres of Jalisco returned on May 14 from a visit to Hunan.",
        ["visit held 2024-05-14 Hunan: Hunan, Jalisco"],
    ),
    ("The team returned from a long match.", []),
]


@pytest.mark.parametrize(("text", "events"), RETURNING)
def test_who_returns_was_there(reading_of: Read, text: str, events: list[str]) -> None:
    assert told(reading_of(text)) == events
