"""When a case has done all it could do to anybody, so that the time it is kept for begins to run.

It counts for a window, and as long as a later one of its kind does: who is told that it is his third time may ask which
the first two were. 个人信息保护法 art. 19: no longer than that serves.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from bot.domain.moderation.cases.case import Case
from bot.domain.moderation.history import PastState
from bot.domain.moderation.pack import WINDOW, Pack, Repeat

Judged = Callable[[Case], Pack | None]  # by which pack; None: nobody has it any more


def spent(cases: Iterable[Case], before: datetime, judged: Judged) -> tuple[Case, ...]:
    """Of one person's, those whose effect ended before then."""
    ends = dict[str, datetime]()
    known = sorted(cases, key=lambda case: (case.confirmed_at, case.number))
    for place in reversed(range(len(known))):
        case, pack = known[place], judged(known[place])
        later = _counting(known[place:], pack)
        ends[case.number] = max([_own_end(case, pack), *([ends[later.number]] if later else [])])
    return tuple(case for case in known if ends[case.number] < before and case.state is not PastState.APPEALED)


def _own_end(case: Case, pack: Pack | None) -> datetime:
    """By itself: until when it counts, what it does holds, and he may appeal."""
    counts = case.confirmed_at + (pack.window if pack else WINDOW) if case.stands else case.confirmed_at
    return max(filter(None, (counts, case.until, case.appeal_until)))


def _counting(cases: Sequence[Case], pack: Pack | None) -> Case | None:
    """The next one after the first of these, where it counts that one."""
    first, repeat, window = cases[0], pack.repeat if pack else Repeat.SAME, pack.window if pack else WINDOW
    kind = [each for each in cases[1:] if each.stands and (repeat is Repeat.ANY or each.category == first.category)]
    return kind[0] if first.stands and kind and kind[0].confirmed_at - first.confirmed_at <= window else None
