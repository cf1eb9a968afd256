"""What waits for somebody's word for more than a day is said to him once a working day, a few times at most."""

from collections import defaultdict
from datetime import timedelta
from typing import Final

from bot.domain.moderation.content.item import ContentItem, ItemState, deciders, lookers
from bot.domain.wording import shown
from bot.identifiers import UserId
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Text, ToPerson

AFTER: Final = timedelta(days=1)
UNTIL: Final = timedelta(days=5)  # then he has read it two to four times
_NAMED: Final = 5


async def remind(ctx: JobContext) -> None:
    if not ctx.company.pace.calendar.is_workday(ctx.now.date()):
        return
    waiting: dict[UserId, list[str]] = defaultdict(list)
    for item in await ctx.store.content_items.waiting(ctx.now - UNTIL, ctx.now - AFTER):
        for user in asked_about(ctx, item):
            waiting[user].append(item.number)
    for user, numbers in waiting.items():
        ctx.tell(ToPerson(user), Text(_words(numbers)))


def asked_about(ctx: JobContext, item: ContentItem) -> tuple[UserId, ...]:
    group = ctx.company.group(item.group) if item.group else None
    if item.state is ItemState.UPHELD:
        return deciders(item.author, group, ctx.company)
    return lookers(item.author, item.about, group, ctx.company)


def _words(numbers: list[str]) -> str:
    named = f"{'、'.join(numbers[:_NAMED])}{' 等' if len(numbers) > _NAMED else ''}"
    return f"有 {len(numbers)} 条内容还在等你定：{shown(named, 120)}。往上翻到那张卡片，按「成立」或「不是」就行。"
