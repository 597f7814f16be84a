"""Whatever is damaged is told by its name."""

import pytest

from amity.register import Register
from tests.register.pool import make

DAMAGES = [
    ("DELETE FROM members WHERE layer = 'events'", "a thing without facts"),
    ("DELETE FROM things WHERE layer = 'events'", "facts of a thing that is not there"),
    ("DELETE FROM events", "its row in events is missing"),
    ("UPDATE events SET id = 'evt-x' || number", "a row in events of no thing"),
    ("UPDATE things SET id = 'act-y' || number WHERE layer = 'actors'", "is not the oldest that its facts anchor"),
    ("DELETE FROM anchors", "minted but not anchored"),
    ("UPDATE anchors SET member = 99999", "anchor 99999: its fact is not there"),
    ("INSERT INTO roles VALUES (99999, 1, 'side', 'events', '')", "roles: thing 99999 is no thing"),
    ("UPDATE roles SET actor = 99999 WHERE rowid = (SELECT min(rowid) FROM roles)", "roles: actor 99999 is no thing"),
    ("UPDATE counts SET count = count + 1 WHERE facet = '' AND layer = 'actors'", "count of actors"),
    ("DELETE FROM thing_words", "not in the full-text index"),
    ("INSERT INTO thing_words(rowid, layer, words) VALUES (99999, 'actors', 'x')", "in the full-text index, but not there"),
    ("INSERT INTO document_words(document_words) VALUES ('delete-all')", "full-text index of documents is out of step"),
    ("UPDATE members SET quote = 'never said' WHERE layer = 'events'", "of the text is not 'never said'"),
    ("UPDATE documents SET withdrawn_at = '2024-05-02' WHERE number = 1", "withdrawn, but its words are still there"),
    ("UPDATE posts SET document = 99999", "posts: document 99999 has no reading"),
]


@pytest.fixture
def whole(register: Register) -> Register:
    register.add([make(number) for number in range(3)], reader="1")
    assert register.check() == []
    return register


@pytest.mark.parametrize(("damage", "told"), DAMAGES)
def test_damage_is_told(whole: Register, damage: str, told: str) -> None:
    with whole.writing() as connection:
        connection.exec_driver_sql(damage)
    problems = whole.check()
    assert any(told in problem for problem in problems), problems


@pytest.mark.parametrize("damage", ["DELETE FROM counts", "DELETE FROM events", "DELETE FROM thing_words", "DELETE FROM members"])
def test_a_rebuild_mends_what_is_derived(whole: Register, damage: str) -> None:
    before = whole.dump()
    with whole.writing() as connection:
        connection.exec_driver_sql(damage)
    assert whole.check() != []
    whole.rebuild()
    assert whole.check() == []
    assert whole.dump() == before
