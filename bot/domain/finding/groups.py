"""Groups in what was typed: by name or alias, in pinyin, or with parts left out (项目A群, 集团群), which is a guess.

Who may not know of a group learns nothing of it: only its whole name finds it for him, never a part of it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from typing import Final

from bot.domain.finding.folding import fold
from bot.domain.finding.lexicon import Lexicon
from bot.domain.finding.places import cuts_latin, stands_alone
from bot.domain.finding.slips import one_slip_apart
from bot.domain.groups.group import Group
from bot.domain.pinyin import initials, spellings
from bot.patterns import regex

HERE: Final = regex(r"(?:在|给|从)?(?:本群|这个?群|当前群|此群|这里)")
_KINDS: Final = regex(r"工作|微信|企业微信|交流|沟通|平台|社群|群组|群聊|群$|大群")
_LIKE_A_GROUP: Final = regex(r"(?:群|平台|圈)\Z")
_WORD: Final = regex(r"[\w·&+-]{1,40}?(?:群|平台)(?![\w])|[\w·&+-]{1,40}?群(?=[里中内的发说呗吧吗啊])")
_LEADING: Final = regex(r"^.*?(?:加入|退出|进入|拉进|进|到|在|入|退|从|给|向|往)(?=[\w])")
MOST: Final = 200  # characters of a text that are looked at
LIKENESS: Final = 0.5  # of two names, from 0 to 1
SHORTEST: Final = 2  # characters of a part: less is in every name


@dataclass(frozen=True, slots=True)
class GroupSpotted:
    """text[start:end] means one of `groups`, or, if there is none, no group that may be told."""

    start: int
    end: int
    groups: tuple[Group, ...] = ()
    guessed: bool = False


class GroupFinder:
    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups = groups

    def spot(self, text: str, knows: Callable[[Group], bool]) -> GroupSpotted | None:
        """The longest registered name anywhere; else a word that ends like a group's; `knows`: whom he may hear of."""
        folded = fold(text[:MOST])
        if found := self._registered(folded):
            return found
        word = self.unknown(text) or _one_word(folded)
        groups = self.near(text[word.start : word.end], knows) if word else ()
        return replace(word, groups=groups, guessed=True) if word and groups else None

    def unknown(self, text: str) -> GroupSpotted | None:
        """A word that ends like a group's name, whether or not there is such a group."""
        found = _WORD.search(fold(text[:MOST]))
        if not found or HERE.fullmatch(found[0]):
            return None
        lead = _LEADING.match(found[0])
        start = found.start() + (lead.end() if lead and lead.end() < len(found[0]) - 1 else 0)
        return GroupSpotted(start, found.end())

    def near(self, word: str, knows: Callable[[Group], bool]) -> tuple[Group, ...]:
        """Groups that `word` may mean: as short for a name, by sound, by a slip, or as a part."""
        for found in self._ways(_tight(word)):
            if told := tuple(dict.fromkeys(group for group in found if knows(group))):
                return told
        return ()

    def nearest(self, word: str, knows: Callable[[Group], bool]) -> tuple[Group, ...]:
        """Up to three that look most like it."""
        names = [name for name in self._words if any(map(knows, self._words.get(name)))]
        alike = get_close_matches(_tight(word), names, n=3, cutoff=LIKENESS)
        return tuple(dict.fromkeys(group for name in alike for group in self._words.get(name) if knows(group)))

    def _ways(self, word: str) -> Iterator[Iterable[Group]]:
        """Who may be meant, by the nearest way first."""
        yield self._cores.get(_core(word))
        yield self._by_sound(word)
        for fits in (_slipped, _is_left_out_of, _is_part_of):
            yield [group for name in self._words if fits(word, name) for group in self._words.get(name)]

    def _by_sound(self, word: str) -> Iterable[Group]:
        if word.isascii():
            return self._spelt.get(word) if len(word) > SHORTEST else ()
        return [group for spelt in spellings(word) for group in self._spelt.get(spelt)]

    def _registered(self, text: str) -> GroupSpotted | None:
        tight, places = _without_spaces(text)
        found = [
            GroupSpotted(places[start], places[end - 1] + 1, groups)
            for start in range(len(tight))
            for end, groups in self._words.at(tight, start)
            if _may_stand(text, places[start], places[end - 1] + 1)
        ]
        return max(found, key=lambda each: each.end - each.start, default=None)

    @cached_property
    def _words(self) -> Lexicon[Group]:
        return Lexicon((_tight(name), group) for group in self._groups for name in group.names)

    @cached_property
    def _cores(self) -> Lexicon[Group]:
        return Lexicon((_core(name), group) for name in self._words for group in self._words.get(name))

    @cached_property
    def _spelt(self) -> Lexicon[Group]:
        return Lexicon(
            (spelt, group)
            for name in self._words
            for group in self._words.get(name)
            for spelt in (*spellings(name), *initials(name))
        )


def _may_stand(text: str, start: int, end: int) -> bool:
    """Whoever says 财务群 means a group; 财务 may be any word, unless it stands alone."""
    if _LIKE_A_GROUP.search(text, start, end):
        return not cuts_latin(text, end) and not cuts_latin(text, start)
    return stands_alone(text, start, end)


def _tight(name: str) -> str:
    return fold(name).replace(" ", "")


def _without_spaces(text: str) -> tuple[str, Sequence[int]]:
    """The text, and where each of its characters stood."""
    places = [place for place, char in enumerate(text) if char != " "]
    return "".join(text[place] for place in places), places


def _core(name: str) -> str:
    """What tells one group from another: without 工作群, 群, 平台."""
    return _KINDS.sub("", name)


def _one_word(text: str) -> GroupSpotted | None:
    """The whole text, where it is one word: `/入群 项目A`, `/入群 xmagzq`."""
    word = text.strip()
    return GroupSpotted(0, len(text)) if len(word) >= SHORTEST and " " not in word else None


def _slipped(word: str, name: str) -> bool:
    """Letters and digits tell groups apart: 项目C群 is no slip for 项目A群."""
    return len(word) > SHORTEST and _latin(word) == _latin(name) and one_slip_apart(word, name)


def _latin(word: str) -> str:
    return "".join(char for char in word if char.isascii() and char.isalnum())


def _is_left_out_of(word: str, name: str) -> bool:
    """项目工作群 is 项目A工作群 with something left out; so is 项目群."""
    return len(word) >= SHORTEST and _in_order(word, name)


def _is_part_of(word: str, name: str) -> bool:
    core = _core(word)
    return len(core) >= SHORTEST and core in name


def _in_order(letters: Iterable[str], word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)
