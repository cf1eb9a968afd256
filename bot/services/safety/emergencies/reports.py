"""Reports of accidents: taken at once from anybody, and brought to those who are in charge.

A report of the same place within ten minutes joins the first one, and what its reporter writes afterwards is added to
it. Whoever of those in charge presses 收到 first has it; the others and the reporter are told.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from bot.domain.company import Company
from bot.domain.rights import Role
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
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.safety.emergencies import wording
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Text, ToGroup, ToPerson
from bot.shapes.replies import Reply

TOPIC: Final = "accident"
COMMAND: Final = "事故"
ANYBODY: Final = "任何人"  # the right to report: everybody's (安全生产法 art. 53, 83)
IN_CHARGE: Final = (Role.SAFETY_ADMIN, Role.WECOM_ADMIN, Role.HR)  # the next where the one before can't be reached
CLOSES: Final = {wording.FALSE_ALARM: AccidentState.FALSE_ALARM, wording.DRILL: AccidentState.DRILL}
PASSED_ON: Final = 10  # additions of a minute that are pushed: a crowd must not use up what WeCom lets through
MOST_CARDS: Final = 5  # accidents of one reporter in a minute: whoever cries everywhere must not bury another's cry

WAITS: Final = timedelta(hours=24)  # as long a word alone can take an accident: later it speaks of something else
_NUMBER: Final = re.compile(rf"{PREFIX}-\d{{8}}-\d+", re.IGNORECASE)
RECEIVED: Final = frozenset({"收到", "收到了", "我收到", "我收到了", "已收到"})

Reaches = Callable[[UserId], bool]


class Accidents:
    """`reaches(user)`: whether anything can be pushed to him."""

    def __init__(self, reaches: Reaches) -> None:
        self._reaches = reaches

    async def report(self, ctx: Context, facts: Facts) -> Reply:
        """A new one with its number, or one more voice about one that is known."""
        ctx = acting(ctx)
        await ctx.store.accidents.decide_alone()
        lately = await ctx.store.accidents.heard_since(ctx.now - SAME_WITHIN)
        if known := same_accident(facts, ctx.sender.user_id, ctx.chat.id, ctx.now, lately):
            return await self._again(ctx, known, facts)
        number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
        accident = await ctx.store.accidents.open(number, facts, chat=ctx.chat.id, by=ctx.act)
        told = self.in_charge(ctx.company, accident.reporter)
        if (before := _opened_by(ctx, lately)) >= MOST_CARDS:
            return self._only_kept(ctx, accident, told, warn=before == MOST_CARDS)
        for user in told:
            task_id = await ctx.store.cards.issue(topic=TOPIC, subject=number, holder=user)
            ctx.tell(ToPerson(user), wording.card(ctx, accident, task_id))
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

    async def pressed(self, ctx: Context, number: str, press: Press) -> Reply:
        """On the card of somebody in charge: he has it, or it is a false alarm or a drill. Its new face."""
        ctx = acting(ctx)
        accident = await ctx.store.accidents.get(number)
        if accident is None:
            raise UserError(Code.NOT_FOUND, "这张卡片已经失效。有危险先撤离，打 119 或 120。")
        if not _is_in_charge(ctx):
            raise UserError(Code.NO_PERMISSION, f"{number} 现在由安全管理员处理，你已经不在名单里。请找安全管理员。")
        if press.key == wording.TAKE and await ctx.store.accidents.take(accident, by=ctx.act):
            await self._taken(ctx, number)
        elif (state := CLOSES.get(press.key)) and await ctx.store.accidents.close(accident, state, by=ctx.act):
            await self._closed(ctx, number)
        return Reply(wording.face(ctx, await _now(ctx, number)))

    async def received(self, ctx: Context, line: str) -> Reply | None:
        """收到 typed by somebody in charge, in private, is his card's button; None: it speaks of nothing that waits."""
        named = _NUMBER.search(line)
        number = named[0].upper() if named else ""
        word = re.sub(r"\W", "", _NUMBER.sub("", line, count=1))
        if word not in RECEIVED or ctx.chat.is_group or not _is_in_charge(ctx):
            return None
        lately = await ctx.store.accidents.heard_since(ctx.now - WAITS)
        waiting = [each for each in lately if each.state is AccidentState.OPEN and number in ("", each.number)]
        if len(waiting) > 1:
            return Reply(wording.which(waiting))
        if not waiting or not await ctx.store.accidents.take(waiting[0], by=acting(ctx).act):
            return None
        await self._taken(acting(ctx), waiting[0].number)
        return Reply(wording.yours(waiting[0]))

    def in_charge(self, company: Company, reporter: UserId) -> Sequence[UserId]:
        """Who is told: down to the first role of which somebody else than the reporter can be reached."""
        told: list[UserId] = []
        for role in IN_CHARGE:
            told += [user for user in _holders(company, role) if user not in told and self._reaches(user)]
            if any(user != reporter for user in told):
                break
        return told

    def _only_kept(self, ctx: Context, accident: Accident, told: Sequence[UserId], *, warn: bool) -> Reply:
        """Entered, but no card for it: those in charge are told once that there is more, and who has it."""
        for user in told if warn else ():
            ctx.tell(ToPerson(user), Text(wording.too_many(ctx, accident)))
        return Reply(wording.only_kept(accident))

    async def _again(self, ctx: Context, accident: Accident, facts: Facts) -> Reply:
        told = await self._add(ctx, accident, facts.text, NoteKind.REPEAT, facts.place)
        return Reply(wording.repeated(ctx, accident, facts, told))

    async def _add(
        self, ctx: Context, accident: Accident, text: str, kind: NoteKind, place: str | None
    ) -> Sequence[UserId]:
        minute = ctx.now - timedelta(minutes=1)
        notes = await ctx.store.accidents.notes(accident.number)
        own = await ctx.store.accidents.added_by(ctx.sender.user_id, since=minute)
        await ctx.store.accidents.add(accident, text, kind, place=place, by=ctx.act)
        told = self.in_charge(ctx.company, accident.reporter)
        if max(own, sum(note.at > minute for note in notes)) < PASSED_ON:
            for user in told:
                if user != ctx.sender.user_id:
                    ctx.tell(ToPerson(user), Text(wording.passed_on(ctx, accident, text, kind)))
        return told

    async def _taken(self, ctx: Context, number: str) -> None:
        accident = await _now(ctx, number)
        self._tell_the_others(ctx, accident, wording.taken(ctx, accident))

    async def _closed(self, ctx: Context, number: str) -> None:
        accident = await _now(ctx, number)
        self._tell_the_others(ctx, accident, wording.closed(accident))
        if room := ctx.company.group_of_chat(accident.chat):
            ctx.tell(ToGroup(room.id), Text(wording.closed(accident)))

    def _tell_the_others(self, ctx: Context, accident: Accident, words: str) -> None:
        """Its reporter, and everybody who holds its card but the one who pressed."""
        for user in dict.fromkeys((accident.reporter, *self.in_charge(ctx.company, accident.reporter))):
            if user != ctx.sender.user_id and self._reaches(user):
                ctx.tell(ToPerson(user), Text(words))

    def _privately(self, ctx: Context, words: str) -> None:
        """Beside the short answer in a group, where it can be said."""
        if ctx.chat.is_group and self._reaches(ctx.sender.user_id) and ctx.company.person(ctx.sender.user_id):
            ctx.tell(ToPerson(ctx.sender.user_id), Text(words))


def acting(ctx: Context) -> Context:
    return replace(ctx, act=replace(ctx.act, action=COMMAND, authority=ANYBODY))


def _is_in_charge(ctx: Context) -> bool:
    return any(ctx.sender.user_id in ctx.company.grants.get(role, ()) for role in IN_CHARGE)


def _opened_by(ctx: Context, lately: Sequence[Accident]) -> int:
    """How many the sender has reported within a minute."""
    minute = ctx.now - timedelta(minutes=1)
    return sum(each.reporter == ctx.sender.user_id and each.reported_at > minute for each in lately)


async def _now(ctx: Context, number: str) -> Accident:
    accident = await ctx.store.accidents.get(number)
    assert accident is not None  # noqa: S101 - accidents are never deleted
    return accident


def _holders(company: Company, role: Role) -> list[UserId]:
    """Whoever left is nobody to turn to; whoever the directory doesn't know yet may be."""
    return [user for user in company.holders(role) if (found := company.person(user)) is None or found.active]
