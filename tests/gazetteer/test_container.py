"""The file of sections."""

from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.errors import SetupError
from amity.gazetteer.container import MAGIC, Container, pack


def test_sections_come_back(tmp_path: Path) -> None:
    path = tmp_path / "places.bin"
    path.write_bytes(pack({"words": "Hà Nội\n".encode(), "numbers": array("I", [0, 7, 2**32 - 1]), "signed": array("i", [-5])}))
    container = Container(path)
    assert container.read("words").decode() == "Hà Nội\n"
    assert list(container.column("numbers")) == [0, 7, 2**32 - 1]
    assert list(container.column("signed")) == [-5]


@given(values=st.lists(st.integers(0, 2**32 - 1)))
def test_any_numbers_come_back(values: list[int], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("gazetteer") / "places.bin"
    path.write_bytes(pack({"numbers": array("I", values)}))
    assert list(Container(path).column("numbers")) == values


def test_the_same_sections_give_the_same_bytes() -> None:
    sections = {"words": b"a\nb", "numbers": array("H", range(100))}
    assert pack(sections) == pack(sections)


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "cannot be opened"), (b"something else entirely", "does not begin"), (MAGIC + b"\x04\0\0\0nope", "header")],
)
def test_a_damaged_file_is_one_clear_error(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "places.bin"
    path.write_bytes(content)
    with pytest.raises(SetupError, match=reason):
        Container(path)


def test_a_missing_file_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"places\.bin cannot be opened"):
        Container(tmp_path / "places.bin")


def test_a_missing_or_damaged_section_is_named(tmp_path: Path) -> None:
    path = tmp_path / "places.bin"
    packed = pack({"keys": bytes(range(256))})
    path.write_bytes(packed[:-20] + bytes(20))
    with pytest.raises(SetupError, match="section keys"):
        Container(path).read("keys")
    with pytest.raises(SetupError, match="section nothing"):
        Container(path).read("nothing")
    with pytest.raises(SetupError, match="section nothing"):
        Container(path).column("nothing")
