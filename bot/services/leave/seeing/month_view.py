"""A team's month as pictures: whether people are away, and never why; one colour for every kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.domain.calendar.calendar import Calendar, last_of_month
from bot.domain.calendar.kinds import DayKind
from bot.domain.calendar.span import Half
from bot.domain.dates import WEEKDAYS
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.seeing.presence import Missed, missed, taken
from bot.domain.leave.seeing.sight import Seen, listed, seen_of
from bot.domain.leave.working_time.schedule import days_between
from bot.domain.people import Department, Person
from bot.errors import Code, UserError
from bot.pictures.month import MOST_ROWS, Column, Mark, Row, month_table
from bot.services.leave.seeing.who_is_off import leaves_between
from bot.shapes.context import Context

WHOLE_TEAM: Final = 60  # people; of a larger team only those are shown who are away at all
MOST_PAGES: Final = 4
PROVISIONAL: Final = "虚线下面的日子放假安排未公布，可能变。"
_SHADES: Final = {DayKind.STATUTORY: "holiday", DayKind.WEEKEND: "rest", DayKind.ADJUSTED_REST: "rest"}
_NOTES: Final = {
    DayKind.STATUTORY: "休",
    DayKind.ADJUSTED_REST: "休",
    DayKind.COMPANY: "休",
    DayKind.ADJUSTED_WORK: "班",
}


@dataclass(frozen=True, slots=True)
class MonthView:
    """`away` of `people` are off at some time of it."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    people: int
    away: int

    @property
    def pages(self) -> Sequence[Sequence[Row]]:
        return [self.rows[start : start + MOST_ROWS] for start in range(0, max(len(self.rows), 1), MOST_ROWS)]

    def drawn(self, page: int) -> str:
        """SVG."""
        counts = [sum(row.marks[place] not in (None, Mark.ASKED) for row in self.rows) for place in self._places]
        asked = any(Mark.ASKED in row.marks for row in self.rows)
        note = self._note(page)
        return month_table(self.title, self.columns, self.pages[page], note=note, counts=counts, asked=asked)

    def _note(self, page: int) -> str:
        pages = f"第 {page + 1} 页，共 {len(self.pages)} 页。" if len(self.pages) > 1 else ""
        some = f"只列 {self.away} 个请假的人，共 {self.people} 人。" if len(self.rows) < self.people else ""
        provisional = PROVISIONAL if any(each.provisional for each in self.columns) else ""
        return f"{pages}{some}{provisional}" or f"共 {self.people} 人，{self.away} 人请假。"

    @property
    def _places(self) -> range:
        return range(len(self.columns))


async def month_view(ctx: Context, team: Department | None, month: date) -> MonthView:
    """Whoever asks may see this team. Raises UserError where it is too large for pictures."""
    last = last_of_month(month.year, month.month)
    people = listed(team, ctx.sender, ctx.company)
    leaves = await leaves_between(ctx, [each.user_id for each in people], month, last)
    large = len(people) > WHOLE_TEAM
    shown = (each for each in people if not large or each.user_id in leaves)
    rows = tuple(_row(each, leaves.get(each.user_id, ()), month, last, ctx) for each in shown)
    if large:
        rows = tuple(row for row in rows if any(row.marks))
    if len(rows) > MOST_ROWS * MOST_PAGES:
        sentence = f"这个月请假的有 {len(rows)} 人，画不下。请换一个小一点的部门，例如：/请假月历 生产部"
        raise UserError(Code.LIMIT, sentence)
    label = team.name if team else "我"
    return MonthView(
        f"{label} {month.year}年{month.month}月请假月历",
        tuple(_columns(ctx.company.pace.calendar, month, last, ctx.now.date())),
        rows,
        len(people),
        sum(any(mark not in (None, Mark.ASKED) for mark in row.marks) for row in rows),
    )


def _columns(calendar: Calendar, first: date, last: date, today: date) -> Iterator[Column]:
    for day in days_between(first, last):
        kind = calendar.kind(day)
        shade = _SHADES.get(kind, "" if kind.worked else "rest")
        provisional = not calendar.is_published(day.year)
        yield Column(day.day, WEEKDAYS[day.weekday()], _NOTES.get(kind, ""), shade, day == today, provisional)


def _row(person: Person, leaves: Sequence[LeaveRequest], first: date, last: date, ctx: Context) -> Row:
    """What only waits is shown to whoever may see it."""
    schedule = ctx.company.schedule(person.user_id)
    sees_asked = leaves and seen_of(person, ctx.sender, ctx.company) >= Seen.KIND
    asked = [each for each in leaves if each.state is LeaveState.PENDING] if sees_asked else []
    agreed, days = taken(leaves), list(days_between(first, last))
    marks = [
        _mark(missed(agreed, day, schedule)) or (Mark.ASKED if missed(asked, day, schedule) else None) for day in days
    ]
    return Row(ctx.company.told_apart(person), marks, [not schedule.is_worked(day) for day in days])


def _mark(found: Missed | None) -> Mark | None:
    if found is None:
        return None
    if found.whole:
        return Mark.WHOLE
    return {Half.AM: Mark.MORNING, Half.PM: Mark.AFTERNOON, None: Mark.HOURS}[found.half]
