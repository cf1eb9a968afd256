"""Hazards as a list, a board and the figures of some days."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from bot.domain.dates import day, days_seen
from bot.domain.safety.hazards.board import STAGES, Board, Figures, area_name, board, figures
from bot.domain.safety.hazards.deadlines import days_over
from bot.domain.safety.hazards.hazard import Hazard, HazardState, Side
from bot.domain.safety.hazards.sight import led_by, oversees
from bot.domain.safety.places import holds, place_key
from bot.domain.wording import shown
from bot.pictures.board import Late, Line, Tile, board_picture
from bot.services.approvals.kinds import Desk
from bot.shapes.context import Context

OVERDUE = "超期"


@dataclass(frozen=True, slots=True)
class Picture:
    """`draw` gives SVG; `plain` says the same in a sentence."""

    title: str
    draw: Callable[[], str]
    plain: str


@dataclass(frozen=True, slots=True)
class Business:
    """What is somebody's affair: what he has to fix, what he told of, what lies in his area."""

    own: Sequence[Hazard]
    reported: Sequence[Hazard]
    area: Sequence[Hazard]


async def business_of(ctx: Context) -> Business:
    """Open ones; of what he told of, those of a year. Whoever oversees them all has all for his area."""
    user = ctx.sender.user_id
    own = await ctx.store.hazards.of_owner(user)
    reported = [each for each in await ctx.store.hazards.reported_by(user, since=_a_year_ago(ctx)) if each.is_open]
    every = await ctx.store.hazards.open_ones()
    area = every if oversees(ctx.sender, ctx.company) else led_by(ctx.sender, every, ctx.company)
    return Business(own, reported, area)


async def in_area(desk: Desk, area: str, place: str = "") -> Sequence[Hazard]:
    """Open ones of an area, or at a place, what is overdue first; of neither: all."""
    found = [
        each
        for each in await desk.store.hazards.open_ones()
        if area in ("", area_name(each)) and holds(place_key(each.facts.place), place_key(place))
    ]
    today = desk.now.date()
    return sorted(found, key=lambda each: (not each.is_overdue(today), not each.is_major, each.number))


async def drawn_board(desk: Desk, area: str = "") -> Picture:
    """Of an area, or of all. No names: every employee may see it (安全生产法 art. 41)."""
    today = desk.now.date()
    found = await in_area(desk, area)
    month = datetime.combine(today.replace(day=1), time(), desk.now.tzinfo)
    closed = [each for each in await desk.store.hazards.closed_since(month) if area in ("", area_name(each))]
    sides = await desk.store.hazards.sides([each.number for each in closed])
    whole = sum(sides.get(each.number) == frozenset(Side) for each in closed)
    now = board(found, today, closed=len(closed), shown=whole)
    title = f"{area or '全公司'}隐患看板 {day(today)}"
    plain = f"{title}：未销号 {now.open} 条，超期 {len(now.late)} 条，重大 {now.major} 条，本月销号 {now.closed} 条。"
    return Picture(title, partial(_board, title, now, [_late(desk, each) for each in now.late]), plain)


async def figures_of(desk: Desk, first: date, last: date) -> tuple[Figures, ...]:
    """Of the days from `first` to `last`, both included."""
    since, until = _bounds(desk, first, last)
    found = await desk.store.hazards.found_between(since, until)
    closed = await closed_between(desk, first, last)
    return figures(found, closed, await desk.store.hazards.open_ones(), desk.now.date(), desk.now.tzinfo)


async def closed_between(desk: Desk, first: date, last: date) -> Sequence[Hazard]:
    since, until = _bounds(desk, first, last)
    return [each for each in await desk.store.hazards.closed_since(since) if each.closed_at and each.closed_at < until]


def drawn_figures(rows: Sequence[Figures], first: date, last: date, today: date) -> Picture:
    """`rows`: the last one is the sum."""
    *areas, whole = rows
    title = (
        f"隐患月报 {first.year}年{first.month}月" if _is_month(first, last) else f"隐患统计 {_days(first, last, today)}"
    )
    found = f"发现 {whole.found} 条，其中重大 {whole.major} 条，重复 {whole.again_share}"
    closed = f"销号 {whole.closed} 条，按时 {whole.in_time_share}；现在超期 {whole.overdue} 条"
    plain = f"{title}：{found}；{closed}。"
    return Picture(title, partial(_figures, title, areas, whole), plain)


def _board(title: str, now: Board, late: Sequence[Late]) -> str:
    tiles = (
        Tile("未销号", str(now.open)),
        Tile(OVERDUE, str(len(now.late)), alarming=bool(now.late)),
        Tile("重大", str(now.major), alarming=now.major > 0),
        Tile("本月销号", str(now.closed)),
    )
    lines = [Line(row.area, [str(number) for number in (*row.stages, row.overdue)]) for row in now.rows]
    columns = (*(name for name, _ in STAGES), OVERDUE)
    note = f"本月销号 {now.closed} 条，前后照片齐全 {now.shown} 条"
    return board_picture(
        title,
        tiles,
        columns,
        lines,
        alarming=len(columns) - 1,
        late=late,
        heading="超期未销号",
        note=note,
        nothing="没有未销号的隐患",
    )


def _figures(title: str, areas: Sequence[Figures], whole: Figures) -> str:
    tiles = (
        Tile("发现", str(whole.found)),
        Tile("按时销号", whole.in_time_share),
        Tile(OVERDUE, str(whole.overdue), alarming=whole.overdue > 0),
        Tile("重复", whole.again_share),
    )
    rows = [Line(row.area, _cells(row)) for row in areas]
    lines = [*rows, Line(whole.area, _cells(whole), strong=True)] if rows else []
    columns = ("发现", "重大", "销号", "按时", OVERDUE, "重复")
    note = "按区域统计，不按人排名；超期是现在还没销号的"
    return board_picture(title, tiles, columns, lines, alarming=4, note=note, nothing="这段时间没有隐患")


def _cells(row: Figures) -> list[str]:
    return [
        *(str(number) for number in (row.found, row.major, row.closed)),
        row.in_time_share,
        str(row.overdue),
        row.again_share,
    ]


def _late(desk: Desk, hazard: Hazard) -> Late:
    unit = "天" if hazard.is_major else "个工作日"
    over = days_over(hazard, desk.company.pace.calendar, desk.now.date())
    until = f"期限{day(hazard.plan.due)}" if hazard.plan.due else ""
    how = f"{hazard.state}，{until}，超期 {over} {unit}" if over else f"{hazard.state}，{until}，已过期限"
    grade = "重大 " if hazard.is_major else ""
    return Late(f"{hazard.number} {grade}{shown(hazard.facts.place, 12)} {shown(hazard.facts.text, 20)}", how)


def _bounds(desk: Desk, first: date, last: date) -> tuple[datetime, datetime]:
    since, until = (datetime.combine(each, time(), desk.now.tzinfo) for each in (first, last + timedelta(days=1)))
    return since, until


def _a_year_ago(desk: Desk) -> datetime:
    return desk.now - timedelta(days=365)


def _is_month(first: date, last: date) -> bool:
    return _months(first, last) == 1


def _days(first: date, last: date, today: date) -> str:
    """`2026年第三季度`, `2026年上半年`, `2026年`, else from which day to which."""
    part = first.month - 1
    match _months(first, last):
        case 3 if part % 3 == 0:
            return f"{first.year}年第{'一二三四'[part // 3]}季度"
        case 6 if part % 6 == 0:
            return f"{first.year}年{'上下'[part // 6]}半年"
        case 12 if part == 0:
            return f"{first.year}年"
    return days_seen(first, last, today)


def _months(first: date, last: date) -> int:
    """How many whole ones; 0: not only whole ones."""
    if first.day != 1 or (last + timedelta(days=1)).day != 1:
        return 0
    return (last.year - first.year) * 12 + last.month - first.month + 1


def counted(hazards: Sequence[Hazard], now: datetime) -> str:
    """`整改中 3 条、待验收 1 条，超期 1 条`"""
    states = {state: sum(each.state is state for each in hazards) for state in HazardState}
    said = "、".join(f"{state} {number} 条" for state, number in states.items() if number)
    late = sum(each.is_overdue(now.date()) for each in hazards)
    return f"{said}，{OVERDUE} {late} 条" if late else said
