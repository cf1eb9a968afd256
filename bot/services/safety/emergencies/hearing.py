"""A cry for help in whatever people write: heard before dialogues, rights and commands, and never without an answer.

It stands apart so that it needs little: what fails in keeping a report takes nothing from its answer, and what fails
elsewhere is not on its way.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

import structlog

from bot.domain.dialogues import DialogueState
from bot.domain.safety.accidents.reports import AccidentKind, Facts
from bot.services.safety.emergencies import cards, wording
from bot.services.safety.emergencies.reports import Accidents
from bot.shapes.context import Context
from bot.shapes.outgoing import Address, Content, Text, ToPerson
from bot.shapes.ports import Transact
from bot.shapes.replies import Reply
from bot.understanding.emergency.called import ACCIDENT, OF_CASES
from bot.understanding.emergency.facts import read_facts
from bot.understanding.emergency.heed import Cry, Heard, cries, heed
from bot.understanding.emergency.places import find_place
from bot.understanding.normalise import normalise

MOST: Final = 500  # characters of an addition

Read = Callable[[str, datetime], Facts]

log = structlog.get_logger()


class Emergencies:
    """`attempt` takes back what was written if the rest of it fails; `read` finds what a report says."""

    def __init__(self, accidents: Accidents, attempt: Transact, *, read: Read = read_facts) -> None:
        self._accidents = accidents
        self._attempt = attempt
        self._read = read

    async def hear(self, ctx: Context, text: str) -> Reply | None:
        """The answer to a cry for help, to a report, or to 收到 of somebody in charge; None where `text` is none."""
        line = normalise(text, ctx.company.bot_name)
        heard = heed(line)
        if heard is None or heard.cry is Cry.RUMOUR or await self._answers(ctx, line):
            return await self._accidents.word(ctx, line)
        reply = await self._kept(ctx, self._facts(ctx, heard))
        return _noting(reply, heard)

    async def more(self, ctx: Context, text: str) -> Reply | None:
        """What nobody understands is news from whoever has just reported an accident; else None."""
        line = normalise(text, ctx.company.bot_name)
        if line.startswith("/"):
            return None
        place = find_place(line)
        return await self._accidents.more(ctx, line[:MOST], line[place.start() : place.end()] if place else None)

    async def _answers(self, ctx: Context, line: str) -> bool:
        """Whether it is what he was asked about an accident that is known; a call for help is none."""
        if cries(line) or line.startswith("/"):
            return False
        try:
            asked = await self._attempt(
                lambda: ctx.store.dialogues.waiting(ctx.sender.user_id, ctx.chat.via, ctx.chat.id)
            )
        except Exception:
            log.exception("accident.question_unknown", cause=ctx.act.cause)
            return False
        return asked is not None and asked.is_open(ctx.now) and asked.topic in OF_CASES

    def _facts(self, ctx: Context, heard: Heard) -> Facts:
        try:
            return self._read(heard.words, ctx.now)
        except Exception:
            log.exception("accident.not_read", cause=ctx.act.cause)
            return Facts(heard.words, heard.cry is Cry.ALARM, heard.kind or AccidentKind.OTHER)

    async def _kept(self, ctx: Context, facts: Facts) -> Reply:
        told: list[tuple[Address, Content]] = []
        inner = replace(ctx, tell=lambda address, content: told.append((address, content)))
        try:
            reply = await self._attempt(lambda: self._accidents.report(inner, facts))
        except Exception:
            log.exception("accident.not_kept", cause=ctx.act.cause)
            return self._bare(ctx, facts)
        for address, content in told:
            ctx.tell(address, content)
        await self._drop_question(ctx)
        return reply

    def _bare(self, ctx: Context, facts: Facts) -> Reply:
        try:
            for user in self._accidents.in_charge(ctx.company, ctx.sender.user_id):
                ctx.tell(ToPerson(user), Text(cards.bare_card(ctx, facts)))
        except Exception:
            log.exception("accident.nobody_told", cause=ctx.act.cause)
        return Reply(wording.bare_answer(facts))

    async def _drop_question(self, ctx: Context) -> None:
        """Nobody is to be asked for his leave's dates now: his next words are about the accident."""

        async def drop() -> None:
            asked = await ctx.store.dialogues.waiting(ctx.sender.user_id, ctx.chat.via, ctx.chat.id)
            if asked:
                await ctx.store.dialogues.close(asked, DialogueState.DROPPED, by=ctx.act)

        try:
            await self._attempt(drop)
        except Exception:
            log.exception("accident.question_stays", cause=ctx.act.cause)


def _noting(reply: Reply, heard: Heard) -> Reply:
    """A command that the line began with was not carried out: that has to be said."""
    if heard.command in (None, ACCIDENT):
        return reply
    return replace(reply, content=f"{reply.content}\n{wording.instead_of(heard.command or '')}")
