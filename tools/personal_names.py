"""Compile src/amity/vocabulary/personal_names.txt from the person providers of Faker (MIT licence).

Needs Faker and Unidecode at hand; users of amity need neither. Usage: python tools/personal_names.py OUTPUT
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import faker.providers.person
from unidecode import unidecode

HEADER = """\
# Given names (g), family names (f) and words that are both (b), folded: without diacritics and capitals.
# Derived from the person providers of Faker {version}, https://github.com/joke2k/faker,
# Copyright (c) 2012 Daniele Faraglia, MIT License; made by tools/personal_names.py.
"""
SCRIPTS_WITHOUT_LETTERS_FOR_VOWELS = ("zh", "ja", "ko", "ar", "fa", "he", "th", "hi", "bn", "ta", "gu", "ne", "or", "si", "mr", "pa")
PATRONYMIC = re.compile(r"(ovich|evich|ovna|evna|ivna|ich|sdottir|sson|dottir)$")


def folded(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in text if not unicodedata.combining(c)).casefold()


def is_latin(text: str) -> bool:
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 for c in text if c.isalpha())


def lists(provider: type) -> Iterator[tuple[str, str]]:
    """Yield each name of a locale with its kind, g or f."""
    for attribute in dir(provider):
        values = getattr(provider, attribute)
        kind = "g" if re.search("first|given|middle", attribute) else "f" if re.search("last|family|surname", attribute) else ""
        if attribute.startswith("_") or "format" in attribute or not kind or not isinstance(values, (tuple, list, dict)):
            continue
        for value in values:
            for name in value if isinstance(value, (tuple, list)) else [value]:
                if isinstance(name, str):
                    yield name, kind


def collect() -> dict[str, set[str]]:
    """Return every word of the names with the kinds it has."""
    table: dict[str, set[str]] = {}
    for module in iter_modules(faker.providers.person.__path__):
        provider = import_module(f"faker.providers.person.{module.name}").Provider
        for name, kind in lists(provider):
            if not is_latin(name):
                if module.name[:2] in SCRIPTS_WITHOUT_LETTERS_FOR_VOWELS:
                    continue
                name = unidecode(name)
            for word in folded(name).split():
                word = word.strip(".'-")
                if re.fullmatch(r"[a-z]{2,}", word) and not PATRONYMIC.search(word):
                    table.setdefault(word, set()).add(kind)
    return table


def main() -> None:
    table = collect()
    lines = [f"{word} {'b' if len(kinds) == 2 else min(kinds)}" for word, kinds in sorted(table.items())]
    Path(sys.argv[1]).write_text(HEADER.format(version=faker.VERSION) + "\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), "words")


if __name__ == "__main__":
    main()
