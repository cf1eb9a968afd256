"""What a reminder says of hazards: those still open where its readers work; of a month or a quarter, how many were
found and put right. No names and no places: a group may be large (安全生产法 art. 41 wants the numbers told)."""

from datetime import date, timedelta

from bot.domain.safety.calendar.when import Rhythm
from bot.domain.safety.hazards.board import area_name
from bot.domain.safety.hazards.hazard import Hazard
from bot.identifiers import GroupId
from bot.services.approvals.kinds import Desk
from bot.services.safety.calendar.figures import beside_hazards
from bot.services.safety.hazards.showing import drawn_figures, figures_of, in_area


async def open_in(desk: Desk, group: GroupId) -> str:
    """A sentence; empty where nothing is open."""
    hazards = [each for each in await in_area(desk, "") if _is_theirs(desk, each, group)]
    if not hazards:
        return ""
    today = desk.now.date()
    late, major = sum(each.is_overdue(today) for each in hazards), sum(each.is_major for each in hazards)
    parts = [
        f"还没销号的隐患 {len(hazards)} 条",
        f"超期 {late} 条" if late else "",
        f"重大 {major} 条" if major else "",
    ]
    return f"{'，'.join(filter(None, parts))}。看是哪几条，发 /隐患进度。"


async def looked_back(desk: Desk, rhythm: Rhythm) -> str:
    """The figures of the month before, or of the quarter before, with all else that there was."""
    first, last = span_before(desk.now.date(), months=3 if rhythm is Rhythm.QUARTERLY else 1)
    hazards = drawn_figures(await figures_of(desk, first, last), first, last, desk.now.date()).plain
    return f"{hazards}\n同期{await beside_hazards(desk, first, last)}"


def span_before(today: date, *, months: int) -> tuple[date, date]:
    """First and last day of so many whole months that ended before this one began."""
    last = today.replace(day=1) - timedelta(days=1)
    year, month = divmod(last.year * 12 + last.month - months, 12)
    return date(year, month + 1, 1), last


def _is_theirs(desk: Desk, hazard: Hazard, group: GroupId) -> bool:
    """A group that no area and no department is named for hears of all."""
    room = desk.company.group(group)
    areas = {area.name for area in desk.company.safety.areas if group in area.groups}
    theirs = areas | set(room.departments if room else ())
    return not theirs or area_name(hazard) in theirs
