"""A cry for help in whatever people write: heard before dialogues, rights and commands, and never without an answer.

It stands apart so that it needs little: what fails in keeping a report takes nothing from its answer, and what fails
elsewhere is not on its way.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.domain.company import Company
from bot.domain.dialogues import DialogueState
from bot.domain.safety.accidents.reports import AccidentKind, Facts
from bot.services.safety.accidents.evidence import along
from bot.services.safety.emergencies import cards, wording
from bot.services.safety.emergencies.reports import Accidents
from bot.shapes.context import Context
from bot.shapes.incoming import Incoming
from bot.shapes.outgoing import Address, Content, Text, ToPerson
from bot.shapes.ports import Transact
from bot.shapes.replies import Reply
from bot.understanding.emergency.bare import is_bare
from bot.understanding.emergency.called import ACCIDENT, OF_CASES
from bot.understanding.emergency.facts import read_facts
from bot.understanding.emergency.heed import Cry, Heard, cries
from bot.understanding.emergency.places import find_place
from bot.understanding.emergency.together import Judged, judge
from bot.understanding.hazards.sentences import speaks_of_hazard
from bot.understanding.normalise import normalise

MOST: Final = 500  # characters of an addition, and of what was written before a call
BEFORE: Final = timedelta(minutes=10)  # what somebody wrote and nobody understood, and his call for help
LINES: Final = 4  # of it

Read = Callable[[str, datetime], Facts]
Unclear = Callable[[Context, str], bool]
Judge = Callable[[str, Company], Judged]

log = structlog.get_logger()


class Emergencies:
    """`attempt` takes back what was written if the rest of it fails; `read` finds what a report says; `unclear`:
    whether a line had no answer but that it wasn't understood, or that it may be an accident; `judged`: what the ears
    make of a line."""

    def __init__(
        self,
        accidents: Accidents,
        attempt: Transact,
        *,
        read: Read = read_facts,
        unclear: Unclear | None = None,
        judged: Judge | None = None,
    ) -> None:
        self._accidents = accidents
        self._attempt = attempt
        self._read = read
        self._judged = judged or (lambda line, company: judge(line, second_ear=company.safety.second_ear))
        self._unclear = unclear or (lambda ctx, line: False)

    async def hear(self, ctx: Context, text: str) -> Reply | None:
        """The answer to a cry for help, to a report, to 收到 of somebody in charge, to a danger that belongs
        to an accident just reported; None where `text` is none of these."""
        line = normalise(text, ctx.company.bot_name)
        judged = self._judged(line, ctx.company)
        heard = judged.heard
        if heard is None or heard.cry is Cry.RUMOUR or await self._answers(ctx, line, anything=judged.alone):
            return await self._accidents.word(ctx, line) or await self._danger(ctx, text, judged)
        before = await self._before(ctx) if is_bare(heard.words) else []
        reply = await self._kept(ctx, self._facts(ctx, heard, before, alone=judged.alone))
        return _noting(reply, heard, carried=bool(before))

    async def more(self, ctx: Context, text: str) -> Reply | None:
        """What nobody understands is news from whoever has just reported an accident; else None."""
        line = normalise(text, ctx.company.bot_name)
        if line.startswith("/"):
            return None
        place = find_place(line)
        return await self._accidents.more(ctx, line[:MOST], line[place.start() : place.end()] if place else None)

    async def _danger(self, ctx: Context, text: str, judged: Judged) -> Reply | None:
        """What would be a hazard, or asked about, is of the accident that he has just reported, if any."""
        return await self.more(ctx, text) if judged.asked or speaks_of_hazard(text) else None

    async def keep_pictures(self, ctx: Context, incoming: Incoming) -> None:
        """What came along with a report goes with it; its answer stands whatever becomes of them."""
        try:
            await self._attempt(lambda: along(ctx, incoming))
        except Exception:
            log.exception("accident.pictures_not_kept", cause=ctx.act.cause)

    async def _answers(self, ctx: Context, line: str, *, anything: bool) -> bool:
        """Whether it is what he was asked about an accident that is known, or about `anything`; a call for help is
        none."""
        if cries(line) or line.startswith("/"):
            return False
        try:
            asked = await self._attempt(
                lambda: ctx.store.dialogues.waiting(ctx.sender.user_id, ctx.chat.via, ctx.chat.id)
            )
        except Exception:
            log.exception("accident.question_unknown", cause=ctx.act.cause)
            return False
        return asked is not None and asked.is_open(ctx.now) and (anything or asked.topic in OF_CASES)

    async def _before(self, ctx: Context) -> Sequence[str]:
        """What he wrote just now and nobody understood: his call for help is about that. What he has reported
        already has had such words added to it."""

        async def found() -> Sequence[str]:
            since = ctx.now - BEFORE
            reported = await ctx.store.accidents.heard_since(since)
            if any(each.reporter == ctx.sender.user_id for each in reported):
                return []
            lines = await ctx.store.messages.before(ctx.act.cause, since=since)
            return [normalise(each, ctx.company.bot_name) for each in lines if self._unclear(ctx, each)][-LINES:]

        try:
            return await self._attempt(found)
        except Exception:
            log.exception("accident.words_before_unknown", cause=ctx.act.cause)
            return []

    def _facts(self, ctx: Context, heard: Heard, before: Sequence[str], *, alone: bool) -> Facts:
        words = "；".join([*before, heard.words[:MOST]])[-MOST:]
        try:
            facts = self._read(words, ctx.now)
        except Exception:
            log.exception("accident.not_read", cause=ctx.act.cause)
            return Facts(words, heard.cry is Cry.ALARM, heard.kind or AccidentKind.OTHER)
        return replace(facts, urgent=True) if before or alone else facts

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


def _noting(reply: Reply, heard: Heard, *, carried: bool) -> Reply:
    """What he wrote before went along; a command that the line began with was not carried out: that has to be said."""
    if carried:
        reply = replace(reply, content=f"{reply.content}\n{wording.CARRIED}")
    if heard.command in (None, ACCIDENT):
        return reply
    return replace(reply, content=f"{reply.content}\n{wording.instead_of(heard.command or '')}")
