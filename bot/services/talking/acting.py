"""Carries out a command that was understood: with its right in the trail, and nothing said of what was taken back."""

import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from bot.domain.rights import Role
from bot.errors import UserError
from bot.identifiers import ChatId
from bot.meters.catalogue import Meters
from bot.shapes.arguments import Scene
from bot.shapes.context import Context
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Address, Content
from bot.shapes.ports import Transact
from bot.shapes.replies import Reply
from bot.understanding.understand import Understood, whom

UNNAMED: Final = frozenset({"举报", "补充举报", "撤回举报", "我的举报", "匿名建议"})
"""Commands of which no trail says who used them: it would tell who reported somebody (D15§8.2), or suggested it."""


class Acting:
    """`attempt` takes back what a handler wrote if it refuses; `services` are what handlers may name, by type."""

    def __init__(self, attempt: Transact, services: Mapping[type, Any]) -> None:
        self._attempt = attempt
        self._services = services
        self._meters = services.get(Meters) or Meters()

    async def run(self, ctx: Context, understood: Understood) -> Reply | None:
        """Raises UserError, with the line that it is about."""
        ctx, began, refused = acting(ctx, understood.command.name, understood.authority), time.monotonic(), True
        try:
            reply = await (self._write(ctx, understood) if understood.writes else self._read(ctx, understood))
            refused = False
        except UserError as error:
            _note_line(error, understood)
            raise
        finally:
            if understood.command.name not in UNNAMED:  # a count that grows would tell that somebody has just used it
                self._meters.carried_out(understood.command.name, refused=refused, since=began)
        return reply

    async def ahead(self, ctx: Context, understood: Understood) -> str:
        """What a yes would come to, for the card that asks for it. Raises UserError, with the line that it is about."""
        if understood.command.ahead is None:
            return ""
        try:
            return await understood.command.ahead(ctx, **understood.arguments)
        except UserError as error:
            _note_line(error, understood)
            raise

    async def _read(self, ctx: Context, understood: Understood) -> Reply | None:
        return await understood.command.run(ctx, understood.arguments, self._services)

    async def _write(self, ctx: Context, understood: Understood) -> Reply | None:
        """What a handler that refuses has told others is not said."""
        told: list[tuple[Address, Content]] = []
        inner = replace(ctx, tell=lambda address, content: told.append((address, content)))
        reply = await self._attempt(lambda: self._read(inner, understood))
        for address, content in told:
            ctx.tell(address, content)
        return reply


def _note_line(error: UserError, understood: Understood) -> None:
    if not error.line:
        error.command, error.line = understood.command.name, understood.line
        error.guessed, error.quote = understood.guessed, understood.quote
        error.whom = whom(understood.arguments)


def scene_of(ctx: Context, *, quote: str | None = None, at: datetime | None = None) -> Scene:
    """What reading a line depends on. `at`: when it was typed, if not now."""
    return Scene(
        sender=ctx.company.person(ctx.sender.user_id),
        company=ctx.company,
        now=at.astimezone(ctx.now.tzinfo) if at else ctx.now,
        via=ctx.chat.via,
        in_group=ctx.chat.is_group,
        group=ctx.chat.group,
        quote=quote,
        running=True,
    )


def acting(ctx: Context, command: str, authority: Role | None = None) -> Context:
    """The same, with what is done and by which right for the trail."""
    if command in UNNAMED:
        return unnamed(ctx)
    return replace(ctx, act=replace(ctx.act, action=command, authority=(authority or Role.EMPLOYEE).label))


def unnamed(ctx: Context) -> Context:
    """The same, in nobody's name, and because of no message that is known."""
    return replace(ctx, act=replace(ctx.act, actor="", action="", authority="", cause=""))


def chatting(ctx: Context, via: Via, chat: ChatId | None) -> Context:
    """The same as if it were said in that chat."""
    return replace(ctx, chat=replace(ctx.chat, via=via, id=chat, group=ctx.company.group_of_chat(chat)))
