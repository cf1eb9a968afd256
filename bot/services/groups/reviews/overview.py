"""How this month's reviews stand: of one group in a sentence, of all that somebody oversees with a table."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.groups.group import Group
from bot.domain.groups.keeping import keepers_of
from bot.domain.groups.knowing import oversees
from bot.domain.groups.reviews import Decision, Review, ReviewCause
from bot.domain.wording import shown
from bot.identifiers import GroupId
from bot.pictures.bars import Bar, bar_chart
from bot.services.attaching import attach_picture, attach_table
from bot.shapes.context import Context
from bot.shapes.replies import Reply

HEADER: Final = ("群", "类型", "核对人", "状态", "编号", "期限", "移出", "拉进群", "有疑问仍留下", "待核对")
LISTED: Final = 10
DRAWN_FROM: Final = 4  # groups; of fewer a picture says less than a line


class Standing(StrEnum):
    DONE = "已完成"
    OPEN = "进行中"
    OVERDUE = "已过期限"
    NOT_BEGUN = "还没开始"
    NO_LIST = "没有成员名单"


@dataclass(frozen=True, slots=True)
class Line:
    group: Group
    standing: Standing
    review: Review | None


async def overview(ctx: Context) -> Reply:
    """In private, whatever the place: it names people and groups."""
    overseen = [group for group in ctx.company.groups if oversees(ctx.sender, group, ctx.company)]
    if not overseen:
        return Reply("现在没有归你管的群。发 /我的群 看你在哪些群。", private=True)
    lines = lines_of(overseen, await _this_month(ctx), ctx.now)
    if ctx.chat.private_way or not ctx.chat.is_group:
        await _attach(ctx, lines)
    return Reply("\n".join(_summary(lines, ctx)), private=True)


async def standing(ctx: Context, group: Group) -> Reply:
    """For who oversees it and doesn't decide."""
    (line,) = lines_of([group], await _this_month(ctx), ctx.now)
    return Reply(f"{_said(line, ctx)}。由 {_names(group, ctx.company)} 核对。", private=True)


def lines_of(groups: Iterable[Group], reviews: Mapping[GroupId, Review], now: datetime) -> list[Line]:
    """What is late comes first."""
    lines = [Line(group, _standing(group, reviews.get(group.id), now), reviews.get(group.id)) for group in groups]
    order = (Standing.OVERDUE, Standing.NO_LIST, Standing.OPEN, Standing.NOT_BEGUN, Standing.DONE)
    return sorted(lines, key=lambda line: (order.index(line.standing), line.group.name))


def _standing(group: Group, review: Review | None, now: datetime) -> Standing:
    if review is None:
        return Standing.NOT_BEGUN if group.members else Standing.NO_LIST
    if not review.is_open:
        return Standing.DONE
    return Standing.OVERDUE if review.is_overdue(now) else Standing.OPEN


async def _this_month(ctx: Context) -> Mapping[GroupId, Review]:
    """The newest of each group, with those of earlier months that are still open. Of a list that changed only while
    they are open: they look at a few people, and not through the group."""
    first = ctx.now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    found = [*await ctx.store.reviews.open_ones(), *await ctx.store.reviews.since(first)]
    kept = [review for review in found if review.is_open or review.cause is not ReviewCause.ROSTER]
    return {review.group: review for review in sorted(kept, key=lambda review: (review.is_open, review.opened_at))}


async def _attach(ctx: Context, lines: Sequence[Line]) -> None:
    stem, rows = f"梳理进度-{ctx.now:%Y-%m-%d}", [_row(line, ctx) for line in lines]
    await attach_table(ctx, stem, "梳理进度", HEADER, rows, plain="梳理进度，每个群一行。")
    if len(lines) >= DRAWN_FROM:
        bars = [Bar(standing, number) for standing, number in _counts(lines)]
        title = f"{ctx.now.month}月的群梳理"
        await attach_picture(ctx, stem, lambda: bar_chart(title, bars, unit="个"), plain=_in_numbers(lines))


def _summary(lines: Sequence[Line], ctx: Context) -> list[str]:
    late = [line for line in lines if line.standing in (Standing.OVERDUE, Standing.NO_LIST)]
    more = [f"还有 {len(late) - LISTED} 个，见表格。"] if len(late) > LISTED else []
    listed = [f"· {_said(line, ctx)}（{_names(line.group, ctx.company)}）" for line in late[:LISTED]]
    return [f"{ctx.now.month}月归你管的 {len(lines)} 个群：{_in_numbers(lines)}。", *listed, *more]


def _in_numbers(lines: Sequence[Line]) -> str:
    return "，".join(f"{standing} {number}" for standing, number in _counts(lines))


def _counts(lines: Sequence[Line]) -> list[tuple[Standing, int]]:
    counts = Counter(line.standing for line in lines)
    return [(standing, counts[standing]) for standing in Standing if counts[standing]]


def _said(line: Line, ctx: Context) -> str:
    if line.review is None:
        return f"{line.group.name}：{line.standing}"
    until = clock_time(line.review.due_at.astimezone(ctx.now.tzinfo), ctx.now)
    limit = "" if line.standing is Standing.DONE else f"，期限 {until}"
    return f"{line.group.name}：{line.standing}，{line.review.number}{limit}"


def _row(line: Line, ctx: Context) -> tuple[str, ...]:
    type_ = ctx.company.group_type(line.group.kind)
    head = (line.group.name, type_.name if type_ else "", _names(line.group, ctx.company), str(line.standing))
    if (review := line.review) is None:
        return (*head, "", "", "", "", "", "")
    kept = sum(entry.decision is Decision.STAYS and entry.doubt is not None for entry in review.entries)
    waits = sum(entry.waits for entry in review.entries)
    numbers = (review.counted(Decision.OUT), review.counted(Decision.IN), kept, waits)
    return (*head, review.number, f"{review.due_at.astimezone(ctx.now.tzinfo):%Y-%m-%d %H:%M}", *map(str, numbers))


def _names(group: Group, company: Company) -> str:
    return "、".join(shown(company.name_of(user)) for user in keepers_of(group, company)) or "没有人"
