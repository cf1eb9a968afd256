"""What the rules and the second ear make of a line together: raise it, ask about it, or leave it. Pure.

The rules say what is raised; the ear says how much a line sounds like those that people cried with. Both may be wrong,
and in other ways: a doubt costs one press, an alarm for nothing costs many people's night, and a cry that nobody hears
costs more than both. The thresholds come from lines by people whom the ear didn't learn from (decision 55,
`python -m bench.hearing measure`).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.understanding.emergency.bare import is_bare
from bot.understanding.emergency.doubt import (
    LONGEST,
    is_light,
    is_said_of_another,
    is_signal,
    may_be_one,
    may_well_be_one,
)
from bot.understanding.emergency.ear import Sound, listen
from bot.understanding.emergency.folding import fold
from bot.understanding.emergency.heed import Cry, Heard, cries, heed, says_what_happens
from bot.understanding.emergency.topics import topic_of


class Ears(StrEnum):
    """Who heard it."""

    RULES = "rules"
    EAR = "ear"
    BOTH = "both"


# Of the ear's cry, where the rules
ALONE: Final = 0.9  # hear nothing: it is raised
AGREES: Final = 0.65  # raise it for what stands beside what in it: it stays raised
SIGNED: Final = 0.35  # raise it for a sign of what happens: it stays raised
CALLED: Final = 0.25  # raise it for a call for help in it, or few characters: it stays raised
DROPS: Final = 0.05  # raise it or ask about it, and nobody calls: it is left
ASKS: Final = 0.2  # hear nothing, and nobody else understands it: it is asked about
ASKS_HAZARD: Final = 0.25  # take it for a hazard: it is asked about
ASKS_GUESS: Final = 0.7  # and a command was guessed from it, or it is past, staged or of another place: the same
ASKS_BRIEF: Final = 0.6  # hear nothing, and there is little to hear: the same
KEEPS: Final = 0.08  # ask about it: it stays asked
SHORT: Final = 8  # characters of a call that needs nothing else
BRIEF: Final = 10  # characters that may be anything


@dataclass(frozen=True, slots=True)
class Judged:
    """`heard`: what is raised, or a rumour. Else: `asked` about where nothing else is understood, where a `hazard` was,
    where another command was `guessed`. `by`: who heard what is raised or asked about."""

    heard: Heard | None = None
    asked: bool = False
    hazard: bool = False
    guessed: bool = False
    by: Ears | None = None

    @property
    def alone(self) -> bool:
        """Raised, and by the ear only."""
        return self.heard is not None and self.by is Ears.EAR


def judge(line: str, *, second_ear: bool = True) -> Judged:
    """Of a normalised line. What is typed for a command is none of the ear's business: `second_ear` is off."""
    return judged_with(line, listen(line) if second_ear else None)


def judged_with(line: str, sound: Sound | None) -> Judged:
    """`sound`: what the ear makes of it; None: it isn't asked."""
    heard = heed(line)
    if sound is None:
        return _by_rules(line, heard)
    if heard is not None:
        return _of_a_cry(line, heard, sound)
    return _of_the_rest(line, sound)


def _by_rules(line: str, heard: Heard | None) -> Judged:
    if heard is not None:
        return Judged(heard, by=Ears.RULES)
    asked, well = may_be_one(line), may_well_be_one(line)
    return Judged(None, asked, well, well, Ears.RULES if asked else None)


def _of_a_cry(line: str, heard: Heard, sound: Sound) -> Judged:
    """The rules raise it. What was typed as an accident, or is a call and nothing else, is one."""
    by = Ears.BOTH if sound.cry >= ASKS else Ears.RULES
    if heard.command is not None or is_bare(line) or sound.cry >= _enough(line, heard):
        return Judged(heard, by=by)
    if sound.cry < DROPS and len(line) > SHORT and not cries(line):
        return Judged()
    return Judged(None, asked=True, hazard=True, guessed=True, by=by)


def _enough(line: str, heard: Heard) -> float:
    """The least that the ear has to hear, so that what the rules raise stays raised, or a rumour."""
    if heard.cry is Cry.RUMOUR:
        return DROPS
    signed = says_what_happens(line)
    if len(line) <= SHORT:
        return 0.0 if signed else CALLED
    if cries(line):
        return CALLED
    return SIGNED if signed else AGREES


def _of_the_rest(line: str, sound: Sound) -> Judged:
    signal = is_signal(line)
    if len(line) > 2 * LONGEST or (sound.cry < DROPS and not signal):
        return Judged()
    asked, well = may_be_one(line), may_well_be_one(line)
    least = _least(line) if sound.cry >= ASKS else 0.0
    if sound.cry >= ALONE and not least and not line.startswith("/"):
        return Judged(Heard(Cry.ALARM, line, topic_of(fold(line))), by=Ears.EAR)
    kept = signal or sound.cry >= KEEPS
    asks, hazard, guessed = (sound.cry >= max(least, each) for each in (ASKS, ASKS_HAZARD, ASKS_GUESS))
    by = (Ears.BOTH if asks else Ears.RULES) if asked and kept else Ears.EAR if asks else None
    return Judged(None, (asked and kept) or asks, well or hazard, (well and kept) or guessed, by)


def _least(line: str) -> float:
    """From where on the ear alone is asked for; it can't raise these. A few characters are like many others."""
    if is_said_of_another(line):
        return ASKS_GUESS
    return ASKS_BRIEF if len(line) <= BRIEF and not may_be_one(line) else 0.0


def is_pressing(words: str, *, second_ear: bool) -> bool:
    """Whether what was written after the command's name sounds like a cry: raised or asked about without the name."""
    if not second_ear or is_said_of_another(words):
        return False
    judged = judge(words)
    return judged.alone or (judged.asked and not is_light(words))
