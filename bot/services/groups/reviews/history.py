"""What the reviews of a group came to: the last ones in a few lines, and everybody in a table."""

from collections.abc import Iterator
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import day_seen
from bot.domain.groups.group import Group
from bot.domain.groups.reviews import Decision, Review
from bot.services.attaching import attach_table
from bot.services.groups.reviews.wording import entry_name
from bot.shapes.context import Context
from bot.shapes.replies import Reply

MOST_SHOWN: Final = 12  # a year's
HEADER: Final = ("编号", "缘由", "开始", "状态", "姓名", "疑问", "说明", "结果", "核对人")


async def history(ctx: Context, group: Group) -> Reply:
    reviews = await ctx.store.reviews.of(group.id, most=MOST_SHOWN)
    if not reviews:
        return Reply(f"{group.name}还没有梳理过。要开始，发 /梳理 {group.name}。", private=True)
    rows = [row for review in reviews for row in _rows(review, ctx.company)]
    if rows and (ctx.chat.private_way or not ctx.chat.is_group):
        stem = f"梳理记录-{group.name}-{ctx.now:%Y-%m-%d}"
        await attach_table(ctx, stem, "梳理记录", HEADER, rows, plain="每个人的去留，每人一行。")
    lines = [_line(review, ctx) for review in reviews]
    return Reply("\n".join([f"{group.name}最近 {len(reviews)} 次梳理：", *lines]), private=True)


def _line(review: Review, ctx: Context) -> str:
    counts = [
        f"{decision} {number} 人"
        for decision in (Decision.OUT, Decision.STRUCK, Decision.IN, Decision.RAISED)
        if (number := review.counted(decision))
    ]
    when = day_seen(review.opened_at.astimezone(ctx.now.tzinfo).date(), ctx.now.date())
    state = "已过期限，还没完成" if review.is_overdue(ctx.now) else str(review.state)
    return f"· {review.number} {review.cause}，{when}开始，{'，'.join([state, *counts])}"


def _rows(review: Review, company: Company) -> Iterator[tuple[str, ...]]:
    began = f"{review.opened_at:%Y-%m-%d}"
    for entry in review.entries:
        by = company.name_of(entry.by) if entry.by else ""
        doubt = str(entry.doubt) if entry.doubt else ""
        head = (review.number, str(review.cause), began, str(review.state))
        yield (*head, entry_name(entry, company), doubt, entry.why, str(entry.decision), by)
