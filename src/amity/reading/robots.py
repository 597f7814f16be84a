"""robots.txt: what a site lets programs read (RFC 9309)."""

import httpx
from protego import Protego

from amity.errors import SourceError

LONGEST_LINE = 500  # characters of a line that is kept
MOST_WILDCARDS = 8  # of a line that is kept: more make matching slow
CLOSED_FROM = 500  # status from which on a site without readable robots.txt counts as closed; 4xx counts as open (RFC 9309 2.3.1)
LONGEST_DELAY = 30.0  # seconds between two pages of a site; a site that asks for more gets this


class Rules:
    """The rules of one site."""

    def __init__(self, text: str = "") -> None:
        self._rules = Protego.parse("\n".join(line for line in text.splitlines() if _is_kept(line)))

    def allow(self, url: httpx.URL, agent: str) -> bool:
        """Tell whether the address may be read by the program of this name."""
        return bool(self._rules.can_fetch(str(url), agent))

    def delay(self, agent: str) -> float:
        """Return the seconds to wait between two pages."""
        return min(float(self._rules.crawl_delay(agent) or 0), LONGEST_DELAY)


def _is_kept(line: str) -> bool:
    return len(line) <= LONGEST_LINE and line.count("*") <= MOST_WILDCARDS


def rules_of(status: int, text: str) -> Rules:
    """Return the rules that a site answered with; raise SourceError when it fails to answer, since then nothing is allowed."""
    if status >= CLOSED_FROM:
        raise SourceError(f"the site's robots.txt cannot be had ({status}); try again later")
    return Rules(text if status == httpx.codes.OK else "")
