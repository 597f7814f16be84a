"""Folders of languages: what makes one, and what is said of one that is none."""

from pathlib import Path

import pytest

from amity.errors import SetupError
from amity.vocabulary import languages, load, load_as, speaking
from amity.vocabulary.languages import wider

GOOD = 'code = "xq"\nname = "Quxish"\nparser = "qux_pipeline"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AMITY_LANGUAGES", str(tmp_path))
    (tmp_path / "xq").mkdir()
    (tmp_path / "xq" / "language.toml").write_text(GOOD, encoding="utf-8")
    return tmp_path / "xq"


def test_english_is_there() -> None:
    assert list(languages()) == ["en"]
    assert languages()["en"].name == "English"


def test_a_folder_adds_a_language(folder: Path) -> None:
    assert list(languages()) == ["en", "xq"]
    assert languages()["xq"].parser == "qux_pipeline"


def test_a_parser_may_lie_beside_it(folder: Path) -> None:
    (folder / "qux_pipeline").mkdir()
    assert languages()["xq"].parser == str(folder / "qux_pipeline")


def test_a_settings_file_names_the_folder_too(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AMITY_LANGUAGES")
    (tmp_path / "settings.toml").write_text(f"languages = '{folder.parent}'\n", encoding="utf-8")
    monkeypatch.setenv("AMITY_SETTINGS", str(tmp_path / "settings.toml"))
    assert "xq" in languages()


@pytest.mark.parametrize(
    ("name", "words", "told"),
    [
        (
            "language.toml",
            'code = "xz"\nname = "Q"\nparser = "p"\n',
            "language.toml says code 'xz'; name the folder by the code",
        ),
        ("language.toml", 'code = "xq"\nparser = "p"\n', "language xq: language.toml cannot be used"),
        ("language.toml", "code =", "language xq: language.toml cannot be used"),
        ("cuse.toml", "", "language xq: cuse.toml is no subject of the vocabulary"),
    ],
)
def test_what_is_wrong_is_told(folder: Path, name: str, words: str, told: str) -> None:
    (folder / name).write_text(words, encoding="utf-8")
    with pytest.raises(SetupError, match=told):
        languages()


def test_a_folder_without_its_file_is_told(folder: Path) -> None:
    (folder / "language.toml").unlink()
    with pytest.raises(SetupError, match=r"language xq: language.toml cannot be used"):
        languages()


def test_a_missing_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMITY_LANGUAGES", str(tmp_path / "none"))
    with pytest.raises(SetupError, match="No such file or directory; name a folder that holds one folder for each language"):
        languages()


def test_amitys_own_language_is_not_replaced(folder: Path) -> None:
    folder.rename(folder.with_name("en"))
    with pytest.raises(SetupError, match=r"language en in .*: Amity has it already"):
        languages()


def test_what_a_language_lacks_is_empty(folder: Path) -> None:
    (folder / "cues.toml").write_text('[only]\nwords = ["qux"]\n', encoding="utf-8")
    with speaking("xq"):
        assert load("cues")["only"]["words"] == ["qux"]
        assert not load("cues")["other"]["words"]
        assert not load("posts")["title"]
    with pytest.raises(KeyError):
        load("cues")["other"]
    with pytest.raises(SetupError, match=r"vocabulary en/nothing.toml is missing"):
        load("nothing")


def test_what_it_must_have_is_told(folder: Path) -> None:
    from amity.reading.triage import triage

    with speaking("xq"), pytest.raises(SetupError, match=r"vocabulary xq/triage.toml: Object missing required field .threshold."):
        triage("Qux.")
    assert load_as("language", dict)["code"] == "en"


def test_the_language_in_force_ends_with_its_block(folder: Path) -> None:
    with pytest.raises(ZeroDivisionError), speaking("xq"):
        assert load("language")["name"] == "Quxish"
        raise ZeroDivisionError
    assert load("language")["name"] == "English"


@pytest.mark.parametrize(("variety", "language"), [("arz", "ar"), ("yue", "zh"), ("pcm", "en"), ("en", "en"), ("ceb", "ceb")])
def test_varieties_count_as_their_language(variety: str, language: str) -> None:
    assert wider(variety) == language
