"""The links of a notice are tried outside of any transaction; its author hears of those behind which there is nothing.

A hint, and never in the way: a page may be down for a minute, and the bot's own network is not its readers'.
"""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.notices.checks.links import links_in
from bot.domain.notices.notice import OVER, Notice, NoticeState
from bot.domain.wording import shown
from bot.services.notices.faces import called
from bot.services.notices.looking_through.trying import JOB
from bot.services.notices.wording import stands
from bot.services.notices.writing.drafting import show
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.ports import LinkState, Sources
from bot.shapes.records.notices import Untried
from bot.shapes.store import Store

AT_ONCE: Final = 10  # notices
MOST: Final = 5  # links of one
WITHIN: Final = 2.0  # seconds, for all of them: other jobs wait meanwhile


@dataclass(frozen=True, slots=True)
class Tried:
    """What was tried, and which links of it lead nowhere."""

    dead: Mapping[Untried, Sequence[str]]


async def try_links(sources: Sources, store: Store) -> Tried:
    """Where nobody can ask the internet, none is known to be dead."""
    untried = await store.notices.untried(AT_ONCE)
    wanted = dict.fromkeys(link for each in untried for link in links_in(each.text)[:MOST])
    dead = await _dead(sources, wanted)
    return Tried({each: [link for link in links_in(each.text) if link in dead] for each in untried})


async def _dead(sources: Sources, links: Collection[str]) -> Collection[str]:
    if sources.links is None or not links:
        return ()
    states = await asyncio.gather(*(sources.links.look(each, within=WITHIN) for each in links))
    return {link for link, state in zip(links, states, strict=True) if state is LinkState.DEAD}


async def tell_authors(ctx: JobContext, tried: Tried) -> None:
    for each, dead in tried.dead.items():
        await ctx.store.notices.tried(each)
        notice = await ctx.store.notices.get(each.number) if dead else None
        if notice and notice.version == each.version and ctx.company.is_here(notice.author):
            await _tell(ctx, notice, dead)
    if await ctx.store.notices.untried(1):
        await ctx.store.jobs.hasten(JOB, ctx.now)


async def _tell(ctx: JobContext, notice: Notice, dead: Sequence[str]) -> None:
    """On the card on which he decides, as long as he does; else in words."""
    which = "、".join(f"「{shown(each, 40)}」" for each in dead)
    if notice.state is NoticeState.DRAFT:
        card = await show(ctx, notice, guess=f"链接{which}打不开，网页不在了或者网址写错了，请核对")
        ctx.tell(ToPerson(notice.author), card)
        return
    if notice.state in (NoticeState.CANCELLED, NoticeState.ARCHIVED):
        return
    how = f"/更正 {notice.number}" if notice.state in OVER else f"/改公告 {notice.number}"
    words = f"{called(notice)}里的链接{which}打不开，网页不在了或者网址写错了。{stands(notice, ctx.now)}"
    ctx.tell(ToPerson(notice.author), Text(f"{words}要改请发 {how} 新内容，没错就不用管。"))
