"""Users of the pages: who may sign in, and what they may do there.

They stand in a file of their own beside the register (``REGISTER.users.json``), so that no copy, backup or release of a register holds
anyone's password, not even hashed.
"""

import os
import threading
import unicodedata
from pathlib import Path
from typing import Literal

import msgspec

from amity.errors import RegisterError, UsageError

Role = Literal["reader", "reviewer", "admin"]
ROLES: tuple[Role, ...] = ("reader", "reviewer", "admin")
"""What a user may do, each role also what the one before it may: look; enter and decide; change settings."""
SHORTEST, LONGEST = 15, 1_024
"""Characters of a password: the least that NIST SP 800-63B-4 (3.1.1.2) asks of one that stands alone, and more than anyone types."""
LONGEST_NAME = 64


class User(msgspec.Struct, frozen=True):
    """A user: the name that the log keeps, the role, the password's hash (argon2id, PHC string), the day of joining (ISO 8601)."""

    name: str
    role: Role
    hash: str
    since: str


class Users:
    """The users of one register; the file is read again when it changed, so that who is removed is out at once."""

    def __init__(self, register: Path) -> None:
        self.path = register.with_name(f"{register.name}.users.json")
        self._read: tuple[tuple[int, int, int], dict[str, User]] | None = None
        self._none = ""
        self._one = threading.Lock()  # a hash takes tens of megabytes: one at a time

    def all(self) -> dict[str, User]:
        """Return the users by the key of their name; raise RegisterError for a file that is damaged."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return {}
        stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
        if self._read is None or self._read[0] != stamp:
            self._read = (stamp, self._load())
        return self._read[1]

    def _load(self) -> dict[str, User]:
        try:
            return {_key(one.name): one for one in msgspec.json.decode(self.path.read_bytes(), type=list[User])}
        except (OSError, msgspec.DecodeError) as error:
            raise RegisterError(f"users {self.path}: the file cannot be read ({error}); mend it, or remove it and add all anew") from error

    def called(self, name: str) -> User | None:
        """Return a user by name, whatever its letters' case."""
        return self.all().get(_key(name))

    def add(self, name: str, role: Role, password: str, since: str) -> User:
        """Add a user; raise UsageError for a name that is taken, or a name, role or password that cannot be."""
        told = self.new(name)
        if role not in ROLES:
            raise UsageError(f"user {told}: {role!r} is no role; give {', '.join(ROLES)}")
        made = User(told, role, _hashed(told, password), since)
        self._write({**self.all(), _key(told): made})
        return made

    def new(self, name: str) -> str:
        """Return a name as the log is to show it; raise UsageError for one that is taken or cannot be."""
        told = _name(name)
        if self.called(told):
            raise UsageError(f"user {told}: there is one of this name; remove it first with `amity user remove`")
        return told

    def set_password(self, name: str, password: str) -> User:
        """Give a user another password; raise UsageError where there is no such user."""
        found = self.known(name)
        made = msgspec.structs.replace(found, hash=_hashed(found.name, password))
        self._write({**self.all(), _key(name): made})
        return made

    def remove(self, name: str) -> User:
        """Remove a user; raise UsageError where there is no such user. What the log says of them stays."""
        found = self.known(name)
        self._write({key: one for key, one in self.all().items() if key != _key(name)})
        return found

    def known(self, name: str) -> User:
        """Return a user by name; raise UsageError where there is none."""
        found = self.called(name)
        if found is None:
            raise UsageError(f"user {name}: there is no such user; `amity user list` shows all")
        return found

    def _write(self, users: dict[str, User]) -> None:
        """Write the file whole or not at all, readable to its owner alone."""
        fresh = self.path.with_name(f"{self.path.name}.new")
        fresh.unlink(missing_ok=True)
        content = msgspec.json.format(msgspec.json.encode(sorted(users.values(), key=lambda one: _key(one.name))))
        try:
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
                target.write(content + b"\n")
            fresh.replace(self.path)
        except OSError as error:
            raise RegisterError(f"users {self.path}: the file cannot be written ({error.strerror}); see to its folder") from error
        self._read = None

    def enter(self, name: str, password: str) -> User | None:
        """Return the user whose password this is. An unknown name takes as long as a wrong password."""
        from argon2 import PasswordHasher
        from argon2.exceptions import InvalidHashError, VerificationError

        hasher, found = PasswordHasher(), self.called(name)
        with self._one:
            self._none = self._none or hasher.hash("nobody's password")
            try:
                hasher.verify(found.hash if found else self._none, password[: LONGEST + 1])
            except (VerificationError, InvalidHashError):
                return None
        return found


def _key(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().strip()


def _name(told: str) -> str:
    name = " ".join(unicodedata.normalize("NFC", told).split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise UsageError(f"user {name[:LONGEST_NAME]!r}: not a name; write 1 to {LONGEST_NAME} letters, as the log is to show it")
    return name


def _hashed(name: str, password: str) -> str:
    from argon2 import PasswordHasher

    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(f"user {name}: a password of {len(password)} characters; choose {SHORTEST} to {LONGEST}, such as four words")
    return PasswordHasher().hash(password)
