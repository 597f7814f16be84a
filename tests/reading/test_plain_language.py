"""A text that is plainly in a language is told by its commonest words: the detector is not asked, nor loaded."""

import subprocess
import sys

import pytest

from amity.reading import language
from amity.reading.language import PLAIN, Heard, hear

ENGLISH = (
    "The mayor of Tampere and the mayor of Linz met in the town hall on Monday. They spoke about the tram, the schools and the "
    "museums of both towns, and signed a letter of intent on the exchange of pupils and teachers in the coming three years. "
    "It has been prepared by a group of teachers from both towns, and will be put to the councils."
)
SPANISH = (
    "El alcalde de Toledo recibió el lunes a una delegación de la University of the Highlands and Islands y del Institute of the "
    "Arts and Crafts. Las dos partes hablaron de becas para estudiantes, de prácticas en talleres locales y de un acuerdo que "
    "esperan firmar antes del verano, según informó el ayuntamiento en un comunicado publicado esta mañana en su página web."
)
DUTCH = (
    "De burgemeester van Zwolle of zijn vertegenwoordiger reist in mei naar Lünen, waar de stad en haar partner de plannen voor "
    "een gezamenlijk jeugdorkest bespreken. Of het orkest dit jaar of volgend jaar begint, hangt af van de subsidie die de "
    "provincie of het rijk verleent, zei een woordvoerder van de gemeente."
)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Return the parts that the detector is asked about."""
    parts: list[bytes] = []

    def probabilities(part: bytes) -> dict[str, float]:
        parts.append(part)
        return {"fi": 1.0}

    monkeypatch.setattr(language, "probabilities", probabilities)
    return parts


def test_plain_english_is_told_by_its_words(asked: list[bytes]) -> None:
    assert hear(ENGLISH) == Heard("en", PLAIN)
    assert hear(ENGLISH.upper()) == Heard("en", PLAIN)
    assert not asked


@pytest.mark.parametrize("text", [SPANISH, DUTCH, ENGLISH[:120], "Mayor of Linz and mayor of Tampere sign"])
def test_any_other_text_is_left_to_the_detector(text: str, asked: list[bytes]) -> None:
    assert hear(text).confidence != PLAIN
    assert asked


@pytest.mark.parametrize(("text", "code"), [(SPANISH, "es"), (DUTCH, "nl")])
def test_names_in_english_make_no_text_english(text: str, code: str) -> None:
    heard = hear(text)
    assert (heard.language, heard.readable) == (code, False)


def test_plain_english_does_not_load_the_detector() -> None:
    program = f"import sys; from amity.reading.language import hear; hear({ENGLISH!r}); print('py3langid' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"
