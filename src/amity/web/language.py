"""In which language the pages speak: that of the cookie, else one that the browser asks for, else English."""

from contextvars import ContextVar
from functools import lru_cache
from http.cookies import CookieError, SimpleCookie

from markupsafe import Markup, escape
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from amity.exchange.listed import words as in_english
from amity.exchange.rows import plain
from amity.model.acts import FORCES
from amity.office.sentences import sentences
from amity.office.words import LANGUAGES, SPELT, Language, Words, term, words

COOKIE = "amity_language"
YEAR = 365 * 24 * 3600
"""Seconds for which a choice is kept."""
OWN_NAMES: dict[Language, str] = {"en": "English", "vi": "Tiếng Việt", "zh": "中文"}
"""Each language as those who speak it call it."""
MOST_ASKED = 10
"""Languages of a browser that are looked at."""
UNTOLD = {"unknown": term("no report says"), "unspecified": term("no field named")}
"""Values that stand for what no report says, as lists name them."""
_SPOKEN: ContextVar[Language] = ContextVar("spoken", default="en")


class Spoken:
    """ASGI middleware: everything that answers a request speaks the language of who asks."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on in its language; caches are told what an answer depends on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        mark = _SPOKEN.set(asked(Headers(scope=scope)))

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start" and not scope["path"].startswith("/static/"):
                MutableHeaders(scope=message).add_vary_header("Cookie, Accept-Language")
            await send(message)

        try:
            await self.app(scope, receive, answer)
        finally:
            _SPOKEN.reset(mark)


def asked(headers: Headers) -> Language:
    """Return the language that a request asks for: by cookie, else by ``Accept-Language`` (RFC 9110, 12.5.4)."""
    try:
        chosen = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        chosen = None
    return (known(chosen.value) if chosen else None) or _preferred(headers.get("accept-language", ""))


def known(told: str) -> Language | None:
    """Return a language by its code, or nothing where the pages do not speak it."""
    return next((one for one in LANGUAGES if one == told), None)


def _preferred(header: str) -> Language:
    weighed = []
    for part in header.split(",")[:MOST_ASKED]:
        tag, _, weight = part.partition(";")
        weighed.append((_weight(weight), known(tag.strip().lower().partition("-")[0])))
    ranked = sorted((one for one in weighed if one[0] > 0 and one[1]), key=lambda one: -one[0])
    return next((language for _, language in ranked if language), "en")


def _weight(told: str) -> float:
    name, _, value = told.strip().partition("=")
    try:
        return float(value) if name == "q" else 1.0
    except ValueError:
        return 0.0


def spoken() -> Language:
    """Return the language of the request at hand; English outside of one."""
    return _SPOKEN.get()


def saying() -> Words:
    """Return the fixed words of the request at hand."""
    return words(spoken())


def say(told: str) -> str:
    """Return fixed words in the language of the request at hand."""
    return saying()(told)


def value(told: object) -> str:
    """Return a value of a vocabulary as words in the language of the request at hand; several follow one another."""
    if spoken() == "en":
        return in_english(told)
    if isinstance(told, list | tuple):
        return "; ".join(value(one) for one in told)
    found = plain(told)
    return say(SPELT.get(found, found.replace("_", " ")))


def named(told: object) -> str:
    """Return a value of a vocabulary as a heading: with a capital where the language has them."""
    return capital(value(told))


def capital(told: str) -> str:
    """Return words that a report has in the middle of a sentence as they begin a line."""
    kept = told.rstrip(",;: ") or told
    return kept[:1].upper() + kept[1:]


def again(told: object) -> str:
    """Return a sentence, or a vocabulary's words with others in brackets, in the language of the request; what is not known stays."""
    return _again(spoken(), plain(told))


@lru_cache(maxsize=8_192)
def _again(language: Language, told: str) -> str:
    return sentences(language).again(told)


def sentence(told: object) -> Markup:
    """Return a sentence to stand in a page; one that stays English is marked so, that it is read aloud as such (WCAG 2.2, 3.1.2)."""
    written = plain(told)
    said = again(written)
    return escape(said) if spoken() == "en" or said != written else Markup('<span lang="en">{}</span>').format(written)


def labelled(told: object, facet: str) -> str:
    """Return a value that a list is narrowed to: a force with its name, and in words what reports leave untold."""
    found = plain(told)
    if facet == "country":
        return country(found)
    if facet == "force" and found in {str(number) for number in range(len(FORCES))}:
        return f"{found} {value(FORCES[int(found)])}"
    return say(UNTOLD[found]) if found in UNTOLD else value(told)


def country(code: object) -> str:
    """Return the name of a country in the language of the request at hand; a code that has none stays as it is."""
    found = plain(code)
    return saying().country(found) or found
