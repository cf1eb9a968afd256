"""A month's plan beside what went out: a picture, a table and the figures, of what its reader may see."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.calendar.calendar import last_of_month
from bot.domain.dates import clock_time, days_seen
from bot.domain.notices.managing import may_plan
from bot.domain.notices.notice import Category, NoticeState
from bot.domain.notices.plan_actual import Compared, Kept, compared
from bot.domain.notices.timeliness import timeliness
from bot.domain.wording import shown
from bot.pictures.board import Late, Line, Tile, board_picture
from bot.services.attaching import attach_picture, attach_table
from bot.services.notices.receipts.confirming import as_posted
from bot.services.notices.wording import headline, whom
from bot.shapes.context import Context

TITLE: Final = "推送对照"
HEADER: Final = (
    "编号",
    "类别",
    "标题",
    "对象",
    "计划时间",
    "发布时间",
    "晚（分钟）",
    "结果",
    "现在的状态",
    "事发后及时",
)
NAMED: Final = 30
_WAITING: Final = (
    NoticeState.SCHEDULED,
    NoticeState.PAUSED,
    NoticeState.APPROVED,
    NoticeState.IN_REVIEW,
    NoticeState.DRAFT,
)
_COLUMNS: Final = (Kept.IN_TIME, Kept.LATE, Kept.UNPLANNED, Kept.AHEAD, Kept.NOT_POSTED)


async def compare(ctx: Context, first: date, last: date) -> str:
    """What stays for where it was asked; picture and table go to the asker."""
    label = _label(first, last, ctx.now.date())
    found = await _found(ctx, first, last)
    if not found:
        return f"{label}没有排过也没有发过你能看的公告。"
    counts = {kept: sum(each.kept is kept for each in found) for kept in Kept}
    planned = len(found) - counts[Kept.UNPLANNED]
    said = "，".join(f"{kept} {number} 条" for kept, number in counts.items() if number)
    plain = f"{TITLE} {label}：计划 {planned} 条，{said}。{_timely(ctx, found)}"
    await attach_picture(ctx, f"{TITLE}-{first}到{last}", lambda: _drawn(ctx, found, label), plain=plain)
    table = [_row(ctx, each) for each in found]
    await attach_table(
        ctx,
        f"{TITLE}-{first}到{last}",
        TITLE,
        HEADER,
        table,
        plain=f"{TITLE} {label}，{len(table)} 条。",
    )
    return f"{plain}图和表格已发你。"


def _label(first: date, last: date, today: date) -> str:
    """`11月`, `11月23日(周一)至11月26日(周四)`"""
    if first.day == 1 and last == last_of_month(first.year, first.month):
        return f"{first.month}月" if first.year == today.year else f"{first.year}年{first.month}月"
    return days_seen(first, last, today)


async def _found(ctx: Context, first: date, last: date) -> Sequence[Compared]:
    zone = ctx.now.tzinfo
    start, end = (datetime.combine(each, time(), zone) for each in (first, last + timedelta(days=1)))
    postings = await ctx.store.postings.between(start, end)
    known = await ctx.store.notices.several({each.number for each in postings})
    posted = [
        (await as_posted(ctx.store, notice, each), each)
        for each in postings
        if (notice := known.get(each.number)) and may_plan(ctx.sender.user_id, notice, ctx.company)
    ]
    waiting = await ctx.store.notices.in_state(*_WAITING)
    mine = [each for each in waiting if may_plan(ctx.sender.user_id, each, ctx.company)]
    return compared(posted, mine, start, end, ctx.now, ctx.company.pace.calendar)


def _timely(ctx: Context, found: Sequence[Compared]) -> str:
    """How many of those that say when it happened went out in time."""
    within = ctx.company.notices.within
    told = [timeliness(each.notice.draft, each.posted, within) for each in found if each.posted]
    known = [each for each in told if each]
    late = sum(each.is_late for each in known)
    return f"写了事发时间的 {len(known)} 条，超过时限 {late} 条。" if known else ""


def _drawn(ctx: Context, found: Sequence[Compared], label: str) -> str:
    tiles = tuple(
        Tile(kept.value, str(number), alarming=kept in (Kept.LATE, Kept.NOT_POSTED) and number > 0)
        for kept in (Kept.IN_TIME, Kept.LATE, Kept.NOT_POSTED, Kept.UNPLANNED)
        for number in [sum(each.kept is kept for each in found)]
    )
    return board_picture(
        f"{TITLE} {label}",
        tiles,
        [kept.value for kept in _COLUMNS],
        list(_lines(found)),
        alarming=len(_COLUMNS) - 1,
        late=[_late(ctx, each) for each in found if each.kept in (Kept.LATE, Kept.NOT_POSTED)],
        heading="没按计划的",
    )


def _lines(found: Sequence[Compared]) -> Iterator[Line]:
    for category in Category:
        mine = [each for each in found if each.notice.draft.category is category]
        if mine:
            yield Line(category.value, [str(sum(each.kept is kept for each in mine)) for kept in _COLUMNS])


def _late(ctx: Context, each: Compared) -> Late:
    at = clock_time(each.at.astimezone(ctx.now.tzinfo), ctx.now)
    if each.kept is Kept.LATE:
        return Late(headline(each.notice), f"计划 {at}，晚了 {round(each.late.total_seconds() / 60)} 分钟")
    return Late(headline(each.notice), f"计划 {at}，没有发，现在{each.notice.state}")


def _row(ctx: Context, each: Compared) -> Sequence[str]:
    draft = each.notice.draft
    timely = timeliness(draft, each.posted, ctx.company.notices.within) if each.posted else None
    return (
        each.notice.number,
        draft.category,
        shown(draft.headline, NAMED),
        whom(draft.audience, ctx.company),
        _moment(each.planned, ctx),
        _moment(each.posted, ctx),
        str(round(each.late.total_seconds() / 60)) if each.kept is Kept.LATE else "",
        each.kept,
        each.notice.state,
        ("否" if timely.is_late else "是") if timely else "",
    )


def _moment(moment: datetime | None, ctx: Context) -> str:
    return f"{moment.astimezone(ctx.now.tzinfo):%Y-%m-%d %H:%M}" if moment else ""
