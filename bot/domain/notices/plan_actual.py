"""What was to be posted in some days, beside what was (S223, D17§2.1)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.notices.notice import Notice, NoticeState
from bot.domain.notices.posting import Posting
from bot.domain.notices.recurring import occurrences

IN_TIME: Final = timedelta(minutes=30)  # after its time


class Kept(StrEnum):
    """What became of one time."""

    IN_TIME = "按时"
    LATE = "晚了"
    NOT_POSTED = "没有发"
    AHEAD = "还没到"
    UNPLANNED = "临时发"


@dataclass(frozen=True, slots=True)
class Compared:
    """`planned`: None where nobody had planned it; `posted`: None where it wasn't."""

    notice: Notice
    kept: Kept
    planned: datetime | None = None
    posted: datetime | None = None

    @property
    def late(self) -> timedelta:
        return self.posted - self.planned if self.posted and self.planned else timedelta()

    @property
    def at(self) -> datetime:
        return self.planned or self.posted or self.notice.created_at


def compared(
    posted: Iterable[tuple[Notice, Posting]],
    planned: Iterable[Notice],
    start: datetime,
    end: datetime,
    now: datetime,
    calendar: Calendar,
) -> Sequence[Compared]:
    """From `start` on and before `end`, in the order of their times. `posted`: each as it was then; `planned`: those
    that come again, and those whose time is known and that weren't posted."""
    done = [_done(notice, posting) for notice, posting in posted]
    known = {(notice.number, posting.occurrence) for notice, posting in posted}
    days = {(number, moment.astimezone(now.tzinfo).date()) for number, moment in known}
    open_ones = [
        Compared(each, Kept.AHEAD if moment > now else Kept.NOT_POSTED, moment)
        for each in planned
        for moment in _moments(each, start, end, calendar)
        if (each.number, moment.astimezone(now.tzinfo).date()) not in days and _counts(each, moment, now)
    ]
    return sorted([*done, *open_ones], key=lambda each: (each.at, each.notice.number))


def _done(notice: Notice, posting: Posting) -> Compared:
    if not notice.recurs and notice.draft.at is None:
        return Compared(notice, Kept.UNPLANNED, None, posting.begun_at)
    late = posting.begun_at - posting.occurrence > IN_TIME
    return Compared(notice, Kept.LATE if late else Kept.IN_TIME, posting.occurrence, posting.begun_at)


def _moments(notice: Notice, start: datetime, end: datetime, calendar: Calendar) -> Iterator[datetime]:
    if not notice.recurs:
        at = notice.draft.at
        if at and notice.posted_at is None and start <= at < end:
            yield at
        return
    until = min(end, notice.draft.expires_at or end)
    for each in occurrences(notice.draft.recurrence, notice.draft.on_holiday, start - timedelta(seconds=1), calendar):
        if each.at >= until:
            return
        yield each.at


def _counts(notice: Notice, moment: datetime, now: datetime) -> bool:
    """What nobody had let pass by then, or was called off, wasn't planned; what is held back was."""
    if notice.state is NoticeState.CANCELLED:
        return False
    let_pass = notice.approval.at if notice.approval else notice.created_at
    return moment > let_pass and not (moment > now and notice.state is NoticeState.PAUSED)
