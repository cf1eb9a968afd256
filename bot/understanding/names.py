"""The commands' names as people hit and miss them: as they are, in Latin letters, by their sound, one slip away."""

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from bot.domain.pinyin import initials, readings, spellings
from bot.domain.width import narrow
from bot.patterns import regex
from bot.shapes.command import Command, CommandBook
from bot.understanding.chatter import without_chatter, without_courtesy
from bot.understanding.phrases import Phrase, phrase
from bot.understanding.spoken import standard

SHORTEST: Final = 4  # characters of a name; of fewer one slip makes another word: 退群 is not 退订, nor 我同意 不同意
LONGEST_WORD: Final = 12  # characters; a longer word is not a name with a slip in it
# What many speakers and their keyboards don't tell apart: zh and z, n and l, ing and in …
_ALIKE: Final = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ing", "in"), ("eng", "en"), ("ang", "an"), ("uo", "o"))
_OTHERS: Final = frozenset({"禁言", "禁烟", "我举报"})  # words of their own, no slips of 经验 and 我的举报
_WANTS: Final = ("我要", "我想", "我来", "帮我", "给我")  # 我要举报 is no slip of 我的举报

_GOES_ON: Final = regex(r"[A-Za-z0-9]|-\d")

Sound = tuple[frozenset[str], ...]


def folded(text: str) -> str:
    """What names are compared in: narrow and lower-case, place by place."""
    lowered = narrow(text).lower()
    return lowered if len(lowered) == len(text) else narrow(text)


@functools.lru_cache(maxsize=8)
def names_of(book: CommandBook) -> "Names":
    return Names(book)


@dataclass(frozen=True)
class Names:
    book: CommandBook

    def beginning(self, line: str) -> tuple[Command, str] | None:
        """The command whose name `line`, which is folded, begins with, and that name: the longest counts."""
        for length in self._by_length:
            name = line[:length]
            if (command := self.book.by_name.get(name)) and _ends_there(line, name):
                return command, name
        return None

    def named(self, word: str) -> Command | None:
        return self.book.by_name.get(folded(word))

    def spelt(self, word: str) -> tuple[Command, ...]:
        """Commands whose Chinese name is spelt like this in Latin letters, in whole or by its first ones."""
        return self._spelt.get(folded(word), ())

    def saying(self, line: str) -> list[tuple[Phrase, Command, str]]:
        """Each declared sentence that `line` says, whose it is, and the words in its gaps."""
        said = without_chatter(line).rstrip("？? ")
        spoken = standard(said)
        for heard in dict.fromkeys((said, without_courtesy(said), spoken, without_courtesy(spoken))):
            fitting = ((each, command, each.words(heard)) for each, command in self._likely(heard))
            if found := [(each, command, words) for each, command, words in fitting if words is not None]:
                return found
        return []

    def _likely(self, line: str) -> Iterator[tuple[Phrase, Command]]:
        """Those that `line` says a cue of, in their order: to try all takes longer than whatever else is done to it."""
        lowered = line.lower()
        pieces = {
            lowered[start : start + length]
            for length in self._cue_lengths
            for start in range(len(lowered) - length + 1)
        }
        places = {at for each in pieces & self._cues.keys() for at in self._cues[each]}
        return (self._phrases[at] for at in sorted(places))

    def like(self, word: str) -> tuple[Command, ...]:
        """Commands that sound like `word`; failing that, those whose name is one slip away."""
        if not 1 < len(word) <= LONGEST_WORD:
            return ()
        typed = folded(word)
        if alike := self._sounding(typed):
            return alike
        if typed in _OTHERS or typed.startswith(_WANTS):
            return ()
        have = set(typed)
        near = sorted(
            (at, name)
            for length in (len(typed) - 1, len(typed), len(typed) + 1)
            for at, name, its in self._long.get(length, ())
            if len(its - have) <= 1 and _one_slip_apart(typed, name)
        )
        return _distinct(self.book.by_name[name] for _, name in near)

    def sounding_at_front(self, word: str) -> tuple[Command, str] | None:
        """The one command whose name sounds like the beginning of `word`, and that beginning."""
        for length in self._lengths:
            if length < len(word) and len(found := self._sounding(word[:length])) == 1:
                return found[0], word[:length]
        return None

    def _sounding(self, typed: str) -> tuple[Command, ...]:
        if typed.isascii() or len(typed) not in self._lengths or typed in _OTHERS:
            return ()
        sound = _sound(typed)
        names = (name for name, its in self._sounds[len(typed)].items() if _sounds_alike(sound, its))
        return _distinct(self.book.by_name[name] for name in names)

    @cached_property
    def _by_length(self) -> tuple[int, ...]:
        return tuple(sorted(set(map(len, self.book.by_name)), reverse=True))

    @cached_property
    def _long(self) -> Mapping[int, Sequence[tuple[int, str, frozenset[str]]]]:
        """By their length, the names that are long enough to have a slip in them: their place, and their characters."""
        found: dict[int, list[tuple[int, str, frozenset[str]]]] = {}
        for at, name in enumerate(self.book.by_name):
            if len(name) >= SHORTEST:
                found.setdefault(len(name), []).append((at, name, frozenset(name)))
        return found

    @cached_property
    def _phrases(self) -> tuple[tuple[Phrase, Command], ...]:
        return tuple((phrase(written), command) for command in self.book for written in command.says)

    @cached_property
    def _cues(self) -> Mapping[str, Sequence[int]]:
        """Where the phrases stand that need one."""
        found: dict[str, list[int]] = {}
        for at, (each, _) in enumerate(self._phrases):
            for cue in each.cues:
                found.setdefault(cue, []).append(at)
        return found

    @cached_property
    def _cue_lengths(self) -> frozenset[int]:
        return frozenset(map(len, self._cues))

    @cached_property
    def _chinese(self) -> tuple[str, ...]:
        return tuple(name for name in self.book.by_name if not name.isascii() and len(name) > 1)

    @cached_property
    def _lengths(self) -> tuple[int, ...]:
        return tuple(sorted({len(name) for name in self._chinese}, reverse=True))

    @cached_property
    def _sounds(self) -> Mapping[int, Mapping[str, Sound]]:
        """By length, since only names as long as what was typed can sound like it."""
        return {
            length: {name: _sound(name) for name in self._chinese if len(name) == length} for length in self._lengths
        }

    @cached_property
    def _spelt(self) -> Mapping[str, tuple[Command, ...]]:
        found: dict[str, dict[str, Command]] = {}
        for name in self._chinese:
            command = self.book.by_name[name]
            for spelling in (*spellings(name), *initials(name)):
                found.setdefault(spelling, {})[command.name] = command
        return {spelling: tuple(commands.values()) for spelling, commands in found.items()}


def _distinct(commands: Iterable[Command]) -> tuple[Command, ...]:
    return tuple({each.name: each for each in commands}.values())


def _ends_there(line: str, name: str) -> bool:
    """A Latin name must end at a word's end, and begins no number (RQ-20261122-001); a Chinese one may be followed by
    anything."""
    return not (name.isascii() and _GOES_ON.match(line, len(name)))


def _sound(word: str) -> Sound:
    return tuple(map(_sounds_of, word))


@functools.cache
def _sounds_of(char: str) -> frozenset[str]:
    return frozenset(_syllables(char))


def _syllables(char: str) -> Iterator[str]:
    for syllable in readings(char) or (char,):
        for fine, coarse in _ALIKE:
            syllable = syllable.replace(fine, coarse)
        yield syllable if not syllable.startswith("n") else f"l{syllable[1:]}"


def _sounds_alike(one: Sound, other: Sound) -> bool:
    return all(a & b for a, b in zip(one, other, strict=True))


def _one_slip_apart(typed: str, name: str) -> bool:
    """One character wrong, missing, too many, or two neighbours swapped."""
    if abs(len(typed) - len(name)) > 1 or typed == name:
        return False
    if len(typed) == len(name):
        wrong = [i for i in range(len(name)) if typed[i] != name[i]]
        swapped = len(wrong) == 2 and typed[wrong[0]] == name[wrong[1]] and typed[wrong[1]] == name[wrong[0]]
        return len(wrong) == 1 or (swapped and wrong[1] == wrong[0] + 1)
    short, long = sorted((typed, name), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
