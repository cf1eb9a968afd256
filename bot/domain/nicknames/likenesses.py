"""Whom a name could be taken for: by its looks, by an account, and, of executives, by its sound."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from bot.domain.nicknames.folding import fold, skeleton, squeeze
from bot.domain.people import Person
from bot.domain.pinyin import readings, spellings
from bot.identifiers import UserId

SHORTEST_ACCOUNT = 4  # a userid of three letters is an abbreviation of too much
MOST_SOUNDED = 4  # characters: names are no longer

Bearers = tuple[UserId, ...]


class Likenesses:
    """`names`: everybody's names as they are compared. `executives`: those whose name alone carries weight (D7§7)."""

    def __init__(
        self, people: Sequence[Person], names: Mapping[str, Bearers], executives: Mapping[UserId, str]
    ) -> None:
        self._people = people
        self._names = names
        self._executives = [(skeleton(squeeze(fold(name))), user) for user, name in executives.items()]
        self._spelt = gathered((spelt, user) for user, name in executives.items() for spelt in spellings(name))

    def alike(self, squeezed: str) -> Bearers:
        return self._alike.get(skeleton(squeezed), ())

    def accounts(self, squeezed: str) -> Bearers:
        """Whose userid it is: mostly a name in pinyin."""
        return self._accounts.get(squeezed, ()) if len(squeezed) >= SHORTEST_ACCOUNT else ()

    def executive_called(self, squeezed: str) -> bool:
        """Whether an executive is called just that, or what looks like it."""
        shape = skeleton(squeezed)
        return bool(shape) and any(shape == name for name, _ in self._executives)

    def executives_in(self, squeezed: str) -> Bearers:
        """Executives whose name is somewhere in it, or who are called what it sounds like."""
        shape = skeleton(squeezed)
        inside = [user for name, user in self._executives if name and name in shape]
        return (*inside, *self._sounding(squeezed))

    def prepare(self) -> None:
        len(self._alike)
        len(self._accounts)

    @cached_property
    def _alike(self) -> Mapping[str, Bearers]:
        return gathered((skeleton(name), user) for name, users in self._names.items() for user in users)

    @cached_property
    def _accounts(self) -> Mapping[str, Bearers]:
        return gathered((_account(person.user_id), person.user_id) for person in self._people)

    def _sounding(self, squeezed: str) -> Bearers:
        if squeezed.isascii():
            return self._spelt.get(squeezed, ()) if len(squeezed) >= SHORTEST_ACCOUNT else ()
        first = readings(squeezed[0])
        if len(squeezed) > MOST_SOUNDED or not any(spelt.startswith(first) for spelt in self._spelt):
            return ()
        return tuple(user for spelt in spellings(squeezed) for user in self._spelt.get(spelt, ()))


def gathered(entries: Iterable[tuple[str, UserId]]) -> Mapping[str, Bearers]:
    """Most names have one bearer: only the others get a list."""
    found: dict[str, Bearers] = {}
    several: dict[str, list[UserId]] = {}
    for name, user in entries:
        if name not in found:
            found[name] = (user,)
        elif user not in found[name]:
            several.setdefault(name, list(found[name])).append(user)
    return found | {name: tuple(dict.fromkeys(users)) for name, users in several.items()}


def _account(user: UserId) -> str:
    return user if user.isalnum() else squeeze(fold(user))  # ids are kept in small letters
