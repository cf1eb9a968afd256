"""Reports of accidents: taken at once from anybody, and brought to those who are in charge.

A report of the same place within ten minutes joins the first one, and opens one again that was closed; what its
reporter writes afterwards is added to it. Who is told of a new one, one after the other, is the tree's matter.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from bot.domain.company import Company
from bot.domain.safety.accidents.reports import (
    MORE_WITHIN,
    PREFIX,
    SAME_WITHIN,
    Accident,
    AccidentState,
    Facts,
    NoteKind,
    same_accident,
)
from bot.domain.safety.calls.chain import chain
from bot.identifiers import UserId
from bot.services.safety.accidents.clock import begin as begin_case
from bot.services.safety.calls.deciding import ANYBODY, COMMAND, Deciding, Reaches, acting, now_of
from bot.services.safety.calls.taking_back import KEYS, answered, taken_back
from bot.services.safety.calls.tree import TOPIC, begin, has_ended, told_so_far, widen
from bot.services.safety.calls.wording import AGAIN, TOLD_AGAIN
from bot.services.safety.emergencies import wording
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply

__all__ = ["ANYBODY", "COMMAND", "TOPIC", "Accidents", "acting"]

PASSED_ON: Final = 10  # additions of a minute that are pushed: a crowd must not use up what WeCom lets through
MOST_CARDS: Final = 5  # accidents of one reporter in a minute: whoever cries everywhere must not bury another's cry


class Accidents:
    """`reaches(user)`: whether anything can be pushed to him."""

    def __init__(self, reaches: Reaches) -> None:
        self._reaches = reaches
        self.deciding = Deciding(reaches)

    async def pressed(self, ctx: Context, number: str, press: Press) -> Reply:
        """Its new face: of a card of somebody in charge, or of its reporter's."""
        if press.key in KEYS:
            return await answered(ctx, number, press, self.deciding)
        return await self.deciding.pressed(ctx, number, press)

    async def word(self, ctx: Context, line: str) -> Reply | None:
        """收到 of somebody in charge, or 误报 of him or its reporter; None: it speaks of something else."""
        return await self.deciding.received(ctx, line) or await taken_back(ctx, line, self.deciding, self._add)

    async def report(self, ctx: Context, facts: Facts) -> Reply:
        """A new one with its number, or one more voice about one that is known."""
        ctx = acting(ctx)
        await ctx.store.accidents.decide_alone()
        lately = await ctx.store.accidents.heard_since(ctx.now - SAME_WITHIN)
        if known := same_accident(facts, ctx.sender.user_id, ctx.chat.id, ctx.now, lately):
            return await self._again(ctx, known, facts)
        if closed := await self._closed_lately(ctx, facts):
            return await self._opened_again(ctx, closed, facts)
        number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
        accident = await ctx.store.accidents.open(number, facts, chat=ctx.chat.id, by=ctx.act)
        if (before := _opened_by(ctx, lately)) >= MOST_CARDS:
            return self._only_kept(ctx, accident, warn=before == MOST_CARDS)
        told = await begin(ctx, accident, await self.deciding.people(ctx, accident))
        await begin_case(ctx, number)
        self._privately(ctx, wording.details(ctx, accident, told))
        return Reply(wording.answer(ctx, accident, told))

    async def more(self, ctx: Context, text: str, place: str | None) -> Reply | None:
        """What its reporter writes after a report belongs to it; None: he has reported nothing lately."""
        ctx = acting(ctx)
        lately = await ctx.store.accidents.heard_since(ctx.now - MORE_WITHIN)
        own = (each for each in lately if each.reporter == ctx.sender.user_id and ctx.chat.id in (None, each.chat))
        accident = next(own, None)
        if accident is None:
            return None
        told = await self._add(ctx, accident, text, NoteKind.MORE, place)
        return Reply(wording.added(accident, told))

    def in_charge(self, company: Company, reporter: UserId) -> Sequence[UserId]:
        """Who is told where nothing can be kept."""
        found = [user for user in chain(company, None, reporter) if self._reaches(user)]
        return found[: company.safety.calls.together]

    def _only_kept(self, ctx: Context, accident: Accident, *, warn: bool) -> Reply:
        """Entered, but no card for it: those in charge are told once that there is more, and from whom."""
        for user in self.in_charge(ctx.company, accident.reporter) if warn else ():
            ctx.tell(ToPerson(user), Text(wording.too_many(ctx, accident)))
        return Reply(wording.only_kept(accident))

    async def _closed_lately(self, ctx: Context, facts: Facts) -> Accident | None:
        """One of the same place that was closed as none a moment ago: perhaps it is one after all."""
        closed = await ctx.store.accidents.closed_since(ctx.now - SAME_WITHIN)
        placed = [replace(each, state=AccidentState.OPEN, last_heard=ctx.now) for each in closed if each.facts.place]
        found = same_accident(facts, ctx.sender.user_id, None, ctx.now, placed) if facts.place else None
        return next((each for each in closed if found and each.number == found.number), None)

    async def _opened_again(self, ctx: Context, closed: Accident, facts: Facts) -> Reply:
        await ctx.store.accidents.reopen(closed, by=ctx.act)
        await ctx.store.accidents.add(closed, facts.text, NoteKind.REPEAT, by=ctx.act)
        accident = await now_of(ctx, closed.number)
        told = await begin(ctx, accident, await self.deciding.people(ctx, accident), AGAIN)
        await begin_case(ctx, accident.number)
        for user in told:
            ctx.tell(ToPerson(user), Text(wording.passed_on(ctx, accident, facts.text, NoteKind.REPEAT)))
        return Reply(wording.opened_again(ctx, closed, facts, told))

    async def _again(self, ctx: Context, accident: Accident, facts: Facts) -> Reply:
        told = await self._add(ctx, accident, facts.text, NoteKind.REPEAT, facts.place)
        known = await told_so_far(ctx, accident.number) or ctx.sender.user_id != accident.reporter
        if known and await has_ended(ctx, accident):
            await begin(ctx, accident, await self.deciding.people(ctx, accident), TOLD_AGAIN)
        return Reply(wording.repeated(ctx, accident, facts, told))

    async def _add(
        self, ctx: Context, accident: Accident, text: str, kind: NoteKind, place: str | None
    ) -> Sequence[UserId]:
        minute = ctx.now - timedelta(minutes=1)
        notes = await ctx.store.accidents.notes(accident.number)
        own = await ctx.store.accidents.added_by(ctx.sender.user_id, since=minute)
        await ctx.store.accidents.add(accident, text, kind, place=place, by=ctx.act)
        told = await told_so_far(ctx, accident.number) or self.in_charge(ctx.company, accident.reporter)
        if place and accident.facts.place is None:
            here = await now_of(ctx, accident.number)
            await widen(ctx, here, await self.deciding.people(ctx, here))
        if max(own, sum(note.at > minute for note in notes if note.kind.is_told)) < PASSED_ON:
            for user in told:
                if user != ctx.sender.user_id:
                    ctx.tell(ToPerson(user), Text(wording.passed_on(ctx, accident, text, kind)))
        return told

    def _privately(self, ctx: Context, words: str) -> None:
        """Beside the short answer in a group, where it can be said."""
        if ctx.chat.is_group and self._reaches(ctx.sender.user_id) and ctx.company.person(ctx.sender.user_id):
            ctx.tell(ToPerson(ctx.sender.user_id), Text(words))


def _opened_by(ctx: Context, lately: Sequence[Accident]) -> int:
    """How many the sender has reported within a minute."""
    minute = ctx.now - timedelta(minutes=1)
    return sum(each.reporter == ctx.sender.user_id and each.reported_at > minute for each in lately)
