"""Keeps what a rule refused, for when its asker wants to know, and tells the security officers of too much (D15§4.1).

Nothing of what was typed is kept; of a report not even that somebody tried to tell it (`bot.services.talking.acting`).
"""

from dataclasses import replace
from datetime import timedelta
from typing import Final

import structlog

from bot.domain.refusals import GROUNDS, Refusal
from bot.domain.rights import Role
from bot.errors import UserError
from bot.identifiers import UserId
from bot.services.talking.acting import acting
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson

MANY: Final = 10
WITHIN: Final = timedelta(hours=1)
UNNAMED: Final = "卡片"  # what was refused is no command: a card's button

log = structlog.get_logger()


async def note(ctx: Context, error: UserError) -> None:
    """To be called where nothing takes it back, after what was to be said is settled."""
    user, command = ctx.sender.user_id, error.command or UNNAMED
    named = acting(ctx, command).act
    if not named.actor:  # nothing may say who told something of somebody (D15§8.2)
        return
    log.info("refused", user=user, command=error.command, code=error.code)
    if error.code not in GROUNDS and not error.denied:
        return
    whom = UserId(error.whom) if error.whom else None
    refusal = Refusal(ctx.now, user, command, error.code, ctx.chat.id)
    await ctx.store.refusals.note(refusal, by=replace(named, authority=""), whom=whom)
    if await ctx.store.refusals.count(user, since=ctx.now - WITHIN) == MANY:
        _warn(ctx)


def _warn(ctx: Context) -> None:
    """At the tenth, and at no other."""
    department = ctx.company.department_of(ctx.sender)
    who = f"{department.name}的{ctx.sender.name}" if department else ctx.sender.name
    words = f"{who} 一小时内有 {MANY} 次操作按规定被拒绝。请核实是误操作，还是账号被人冒用。"
    for user in ctx.company.holders(Role.SECURITY):
        if user != ctx.sender.user_id:
            ctx.tell(ToPerson(user), Text(words))
