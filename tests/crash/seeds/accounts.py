"""What must be true in the end: each message has its effect and its answers once, or is listed; nothing else is there.

What a seed should have led to is the sum of what its strands lead to when nothing goes wrong, each as far as its
messages got: of one that WeCom never heard to be taken, and that was not taken, nothing may be there.
"""

import functools
import itertools
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.delivery.alarm import CAUSE as ALARM
from tests.crash import books
from tests.crash.outside import Action
from tests.crash.seeds.plan import NOTHING
from tests.crash.seeds.run import EVERY, PULSE, Lived, live, said_by
from tests.crash.seeds.strands import Strand

# Who comes first has the lower number, and how long it takes is not the same in each life.
_DIFFERS: Final = re.compile(r"[A-Z]{2}-\d{8}-\d+|\d{1,2}:\d{2}(:\d{2})?|\d{4}-\d\d-\d\dT[\d:.+]+|(?<=:)\d+$|^\d+$")
SAID, UNREGISTERED = "said", "没有登记成功"
Effects = Counter[tuple[object, ...]]
A_MINUTE, MOST_A_MINUTE = timedelta(minutes=1), 30


def wrong(lived: Lived) -> Iterator[str]:
    """A sentence for each thing that is not as it should be."""
    known = lived.books
    yield from books.not_lost(known)
    yield from books.sent_once(known)
    yield from books.not_agreed(known)
    yield from _nothing_of_what_was_not_taken(lived)
    yield from _as_expected(lived)
    yield from _in_order(lived)
    yield from _given_up(lived)
    yield from _pulses(lived)
    yield from _gently(lived)


def _nothing_of_what_was_not_taken(lived: Lived) -> Iterator[str]:
    for key in lived.books.inbox:
        if key not in lived.world.asked:
            yield f"{key} was invented"


def _as_expected(lived: Lived) -> Iterator[str]:
    found, wanted = effects(lived), Counter(_of_nothing())
    excused = _excused(lived)
    for strand in lived.world.strands:
        wanted.update(_of(strand, _taken(strand, lived) - excused))
    found.subtract(wanted)
    for effect in [each for each in found if each[0] == SAID and each[1] in excused and found[each] == 1]:
        del found[effect]
    for effect, count in found.items():
        if count:
            yield f"{abs(count)} x {'without reason' if count > 0 else 'missing'}: {effect}"


def _excused(lived: Lived) -> frozenset[str]:
    """Messages of which the disk let nothing be kept: somebody was told so instead, once."""
    known, own = lived.books, {each.key for strand in lived.world.strands for each in strand.actions}
    parked = {key for key, state in known.inbox.items() if state == "parked" and not _fails_always(key, lived)}
    unregistered = {row.cause for row in known.outbox if row.cause in own and UNREGISTERED in row.words}
    return frozenset(parked | unregistered)


def _fails_always(key: str, lived: Lived) -> bool:
    return any(each.key == key and each.text == "/坏" for strand in lived.world.strands for each in strand.actions)


def _taken(strand: Strand, lived: Lived) -> frozenset[str]:
    return frozenset(each.key for each in strand.actions if each.key in lived.books.inbox)


@functools.cache
def _of_nothing() -> Effects:
    return effects(live(NOTHING))


@functools.cache
def _of(strand: Strand, keys: frozenset[str]) -> Effects:
    """What comes of these of its messages when nothing goes wrong, and not by itself; below 0: what is no more."""
    part = replace(strand, actions=tuple(each for each in strand.actions if each.key in keys), hurried=False)
    found = effects(live(replace(NOTHING, strands=(part,))))
    found.subtract(_of_nothing())
    return found


def effects(lived: Lived) -> Effects:
    """What was said, entered in the trail and recorded. Which slot of a job it was doesn't matter."""
    found = lived.books
    said = [row for row in found.outbox if row.cause not in (ALARM, f"job:{PULSE}")]
    return Counter(
        [
            *((SAID, row.cause, row.target, _alike(row.words)) for row in said),
            *(("in the trail", *map(_alike, each)) for each in found.trail),
            *(("recorded", *map(_alike, each)) for each in found.records),
        ]
    )


def _alike(value: object) -> object:
    return _DIFFERS.sub("?", value) if isinstance(value, str) else value


def _in_order(lived: Lived) -> Iterator[str]:
    """What was written after an earlier one was acknowledged is answered after it; what is urgent goes by itself."""
    answered = _answered(lived)
    for strand in lived.world.strands:
        for one, other in itertools.combinations((each for each in strand.actions if each.key in answered), 2):
            first, second = (one, other) if _before(one, other, lived) else (other, one)
            (place, urgent), (later, as_urgent) = answered[first.key], answered[second.key]
            if one.user == other.user and _before(first, second, lived) and urgent == as_urgent and place > later:
                yield f"{second.key} is answered before {first.key}"


def _before(one: Action, other: Action, lived: Lived) -> bool:
    world = lived.world
    return world.acked_at.get(one.key, math.inf) < world.begun[other.key]


def _answered(lived: Lived) -> dict[str, tuple[int, bool]]:
    """When whoever wrote it saw an answer first, among all that was seen, and whether it was urgent."""
    rows = {row.id: row for row in lived.books.outbox}
    asked = {each.key: each.chat or each.user for strand in lived.world.strands for each in strand.actions}
    answered: dict[str, tuple[int, bool]] = {}
    for place, shown in enumerate(lived.world.shown):
        row = rows.get(shown.parcel)
        if row and row.target == asked.get(row.cause):
            answered.setdefault(row.cause, (place, row.urgent))
    return answered


def _given_up(lived: Lived) -> Iterator[str]:
    """Nobody waits in vain for a card, unless it is listed, or could not be kept."""
    listed = {row.target for row in lived.books.outbox if row.listed}
    if _excused(lived):
        return
    for action in (each for strand in lived.world.strands for each in strand.actions):
        if action.key in lived.world.gave_up and not any((action.chat or action.user) in each for each in listed):
            yield f"{action.user} was never shown what {action.key} presses"


def _pulses(lived: Lived) -> Iterator[str]:
    """A slot runs once, and none is left out; what it says is there if it ran."""
    slots = [datetime.fromisoformat(slot) for slot, _ in lived.pulses]
    if slots != [slots[0] + EVERY * number for number in range(len(slots))]:
        yield f"slots of the pulse: {slots}"
    ran = [said_by(slot) for slot, (_, state) in zip(slots, lived.pulses, strict=True) if state == "ran"]
    said = [row.words for row in lived.books.outbox if row.cause == f"job:{PULSE}"]
    if ran != said:
        yield f"the pulse ran as {ran}, and said {said}"


def _gently(lived: Lived) -> Iterator[str]:
    """WeCom would drop what is more."""
    seen: dict[str, list[datetime]] = {}
    for shown in lived.world.shown:
        for reader in shown.readers:
            seen.setdefault(reader, []).append(shown.at)
    for reader, times in seen.items():
        if any(later - first < A_MINUTE for first, later in zip(times, times[MOST_A_MINUTE:], strict=False)):
            yield f"{reader} was told more than {MOST_A_MINUTE} things in a minute"


def account(lived: Lived) -> Counter[str]:
    """What became of each message, as whoever sent it can tell."""
    return Counter(_fate(each, lived) for strand in lived.world.strands for each in strand.actions)


def _fate(action: Action, lived: Lived) -> str:
    world, state = lived.world, lived.books.inbox.get(action.key)
    if action.key not in world.begun:
        return "never sent"
    if action.key not in world.acked:
        return "indeterminate" if action.key in world.asked else "failed"
    listed = state == "parked" or any(row.listed for row in lived.books.caused(action.key))
    return "listed" if listed else "ok"
