"""Whom a survey or an activity is for: who may write to them, who lets it pass, and how they are told."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.approvals.request import Step
from bot.domain.company import Company
from bot.domain.notices.audience import Audience, Readers, named, readers
from bot.domain.notices.checks.finding import ensure_none_stops
from bot.domain.notices.checks.secrets import secrets
from bot.domain.notices.reach import ensure_may_write, reviews
from bot.domain.notices.topics import Topic
from bot.errors import Code, UserError
from bot.identifiers import ANYBODY, UserId
from bot.services.approvals.kinds import Desk
from bot.services.many import tell_many
from bot.shapes.context import Context
from bot.shapes.outgoing import Card, Text, ToGroup


def of(audience: Audience, company: Company) -> Readers:
    """Who it is for at the moment."""
    return readers(audience, company, {})


def ensure_may_ask(ctx: Context, audience: Audience, text: str) -> None:
    """Raises UserError: he may not write to them, it says what mustn't stand in a chat, or nobody reads it."""
    found = of(audience, ctx.company)
    if audience.topic is Topic.SAFETY:
        raise UserError(Code.CLARIFY, "征集和活动要写清发给哪些群、部门或全员。")
    ensure_may_write(ctx.sender, audience, ctx.company, found.groups)
    ensure_none_stops(secrets(text))
    if not found.heads:
        raise UserError(Code.NOT_FOUND, "现在这个范围里一个人也没有，发不出去。请换一个对象。")


def steps(desk: Desk, author: UserId, audience: Audience) -> tuple[Step, ...]:
    """The same as of a notice: who must let it pass."""
    return reviews(author, audience, desk.company, of(audience, desk.company).groups)


def whom(desk: Desk, audience: Audience) -> str:
    """`项目A工作群（9 人）`"""
    found = of(audience, desk.company)
    return f"{'、'.join(named(audience, desk.company))}（{len(found.heads)} 人）"


async def spread(desk: Desk, audience: Audience, topic: str, number: str, card: Card, said: str) -> None:
    """Everybody gets the card in private, and rooms read that there is one."""
    found = of(audience, desk.company)
    for room in found.groups:
        desk.tell(ToGroup(room.id), Text(said))
    await tell_each(desk, sorted(found.heads), topic, number, card)


async def tell_each(desk: Desk, users: Sequence[UserId], topic: str, number: str, card: Card) -> None:
    """A card that all of them share, each answering for himself."""
    if not users:
        return
    task_id = await desk.store.cards.issue(topic=topic, subject=number, holder=ANYBODY)
    await desk.store.digests.spend(desk.now.date(), len(users))
    tell_many(desk, users, replace(card, task_id=task_id, shared=True))


def tell_rooms(desk: Desk, audience: Audience, said: str) -> None:
    for room in of(audience, desk.company).groups:
        desk.tell(ToGroup(room.id), Text(said))


def ensure_reader(ctx: Context, audience: Audience, number: str) -> None:
    """Raises UserError, the same as for what isn't there."""
    here = ctx.chat.group is not None and ctx.chat.group.id in audience.groups
    if not here and ctx.sender.user_id not in of(audience, ctx.company).heads:
        raise UserError(Code.NOT_FOUND, missing(number))


def missing(number: str) -> str:
    return f"没有找到发给你的 {number}。核对编号，或看看发给你的卡片。"
