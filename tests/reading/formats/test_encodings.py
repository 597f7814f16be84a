"""Encodings: told, named, and never taken from too little."""

import io

import pytest

from amity.errors import SourceError
from amity.reading.formats.encodings import decode, public_name, stream_encoding

WESTERN = "The mayor of Trélazé said \u201cwe will\u201d \u2013 and the caf\u00e9 in M\u00fcnster cost \u20ac5."
RUSSIAN = "Визит делегации города в порт состоялся в понедельник."
CHINESE = "两座港口城市的代表团在星期一会面，并同意加强合作，开通渡轮航线。"
JAPANESE = "二つの港町の代表団が月曜日に会い、フェリー航路を開くことで合意した。"
KOREAN = "두 항구 도시의 대표단이 월요일에 만나 여객선 항로를 열기로 합의했다."


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (WESTERN, "utf-8", "utf-8"),
        (WESTERN, "utf-8-sig", "utf-8"),
        (WESTERN, "utf-16", "utf-16"),
        (WESTERN, "utf-32", "utf-32"),
        (WESTERN, "cp1252", "windows-1252"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (CHINESE, "gb18030", "gb18030"),
        (JAPANESE, "cp932", "cp932"),
        (KOREAN, "cp949", "cp949"),
    ],
)
def test_the_encoding_is_told_and_named(text: str, codec: str, name: str) -> None:
    assert decode(text.encode(codec)) == (text, name)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zeros(codec: str) -> None:
    assert decode("The two towns agreed on Monday.".encode(codec)) == ("The two towns agreed on Monday.", codec)


@pytest.mark.parametrize(
    ("declared", "codec"),
    [("iso-8859-2", "iso8859-2"), ("gb2312", "gb18030"), ("Shift_JIS", "cp932"), ("latin-1", "cp1252"), ("windows-1250", "cp1250")],
)
def test_what_is_declared_is_believed_when_the_bytes_agree(declared: str, codec: str) -> None:
    text = {"gb18030": CHINESE, "cp932": JAPANESE}.get(codec, "Na sch\u00f6ne Stadt")
    assert decode(text.encode(codec), declared).text == text


@pytest.mark.parametrize("declared", ["utf-8", "no-such-code", "", "base64", "idna", "x" * 300, "cp037\0"])
def test_what_is_declared_falsely_is_not_believed(declared: str) -> None:
    assert decode(WESTERN.encode("cp1252"), declared) == (WESTERN, "windows-1252")


def test_utf_8_wins_over_a_false_declaration() -> None:
    assert decode(WESTERN.encode(), "windows-1251") == (WESTERN, "utf-8")


@pytest.mark.parametrize(
    "data",
    [
        b"Two words \xff\xfe only",
        b"\x81\x8d\x8f",
        b"ends in \xc3",
        b"Li\xee\xbaon",
        b"\xff\xfea",
        b"\xff\xfe\x00\xd8\x00\xd8",
        b"A \xb5\xd7 B",
    ],
)
def test_what_fits_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError):
        decode(data)


def test_long_lines_are_judged_at_once() -> None:
    text = "words " * 500_000 + "\n" + WESTERN
    assert decode(text.encode("cp1252")) == (text, "windows-1252")


def test_a_damaged_utf_8_text_is_not_taken_for_another_encoding() -> None:
    with pytest.raises(SourceError, match="not valid UTF-8 at byte 31"):
        decode("h\u00e9 h\u00f4tel \u00e9t\u00e9 \u00eele \u00e0 No\u00ebl ".encode() + b"\xe9 gar\xe7on")


def test_names_are_those_of_the_web() -> None:
    assert [public_name(codec) for codec in ("cp1252", "cp874", "utf-8-sig", "gb18030")] == [
        "windows-1252",
        "windows-874",
        "utf-8",
        "gb18030",
    ]


@pytest.mark.parametrize(
    ("data", "codec"),
    [
        (b"plain\n" * 10, "utf-8"),
        (("first\n" * 20_000 + WESTERN).encode(), "utf-8"),
        (("first\n" * 20_000 + WESTERN).encode("cp1252"), "cp1252"),
        (WESTERN.encode("utf-16"), "utf-16"),
        (b"\xff\xfe only damaged", "utf-16"),
        (b"a \x81\x8d damaged line\n", "utf-8"),
        (RUSSIAN.encode("cp1251"), "cp1251"),
    ],
)
def test_a_stream_is_judged_by_all_its_lines(data: bytes, codec: str) -> None:
    file = io.BytesIO(data)
    assert (stream_encoding(file), file.tell()) == (codec, 0)
