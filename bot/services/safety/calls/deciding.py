"""What somebody in charge makes of an accident, by his card (收到、我处理不了、误报、演练) or a word."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Final

from bot.domain.safety.accidents.reports import PREFIX, Accident, AccidentState, NoteKind
from bot.domain.safety.calls.chain import chain
from bot.domain.upkeep.duty import Post, first_of
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.patterns import regex
from bot.services.safety.accidents.cases import ensure_may_be_none
from bot.services.safety.accidents.clock import begin as begin_case
from bot.services.safety.calls import wording as calls
from bot.services.safety.calls.tree import begin, pass_on, stop, told_so_far
from bot.services.safety.emergencies import cards, wording
from bot.services.safety.hazards.returning import as_hazard, come_back
from bot.services.upkeep.duty import on_duty
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Select, Text, ToGroup, ToPerson
from bot.shapes.replies import Reply

COMMAND: Final = "事故"
ANYBODY: Final = "任何人"  # the right to report: everybody's (安全生产法 art. 53, 83)
WAITS: Final = timedelta(hours=24)  # as long a word alone can take an accident: later it speaks of something else
LONGEST: Final = timedelta(days=30)  # a chain that goes on by working hours takes that long over a festival
NUMBER: Final = regex(rf"{PREFIX}-\d{{8}}-\d+", re.IGNORECASE)
RECEIVED: Final = frozenset({"收到", "收到了", "我收到", "我收到了", "已收到"})
CLOSES: Final = {cards.FALSE_ALARM: AccidentState.FALSE_ALARM, cards.DRILL: AccidentState.DRILL}
SURE, BACK, WHY = "-why", "back", "why"

Reaches = Callable[[UserId], bool]


class Deciding:
    """`reaches(user)`: whether anything can be pushed to him."""

    def __init__(self, reaches: Reaches) -> None:
        self._reaches = reaches

    async def pressed(self, ctx: Context, number: str, press: Press) -> Reply:
        """On the card of somebody in charge. Its new face."""
        ctx = acting(ctx)
        accident = await ctx.store.accidents.get(number)
        if accident is None:
            raise UserError(Code.NOT_FOUND, "这张卡片已经失效。有危险先撤离，打 119 或 120。")
        if not may_decide(ctx, accident):
            raise UserError(Code.NO_PERMISSION, f"{number} 现在由安全管理员处理，你已经不在名单里。请找安全管理员。")
        if press.key in CLOSES and not accident.state.is_closed:
            return Reply(asked_why(ctx, accident, CLOSES[press.key], press.key))
        said = await as_hazard(ctx, accident) if press.key == cards.HAZARD else ""
        await self._decided(ctx, accident, press)
        return Reply(cards.face(ctx, await now_of(ctx, number), said=said))

    async def _decided(self, ctx: Context, accident: Accident, press: Press) -> None:
        if press.key == cards.TAKE:
            await self.take(ctx, accident)
        elif press.key == cards.PASS:
            await self._pass(ctx, accident)
        elif press.key == cards.REOPEN:
            await self._reopen(ctx, accident)
        elif state := CLOSES.get(press.key.removesuffix(SURE)):
            chosen = next(iter(press.selected.get(WHY, ())), "")
            await self.close(ctx, accident, state, calls.WHY[state].get(chosen, next(iter(calls.WHY[state].values()))))

    async def received(self, ctx: Context, line: str) -> Reply | None:
        """收到 typed by somebody in charge, in private, is his card's button; None: it speaks of nothing that waits."""
        number, word = named(line)
        if word not in RECEIVED or ctx.chat.is_group:
            return None
        waiting = await self._waiting(ctx, number)
        if len(waiting) > 1:
            return Reply(wording.which(waiting))
        if waiting and await self.take(acting(ctx), waiting[0]):
            return Reply(wording.yours(waiting[0]))
        known = await ctx.store.accidents.get(number) if number else None
        return Reply(_stands(ctx, known)) if known and may_decide(ctx, known) else None

    async def _waiting(self, ctx: Context, number: str) -> list[Accident]:
        """What his word may mean: the one he names, else each that was heard of or put to him in the last hours."""
        heard = await ctx.store.accidents.heard_since(ctx.now - LONGEST)
        mine = [each for each in heard if each.state is AccidentState.OPEN and may_decide(ctx, each)]
        if number:
            return [each for each in mine if each.number == number]
        fresh = {each.number for each in await ctx.store.accidents.heard_since(ctx.now - WAITS)}
        return [each for each in mine if each.number in fresh or await _was_told(ctx, each.number)]

    async def take(self, ctx: Context, accident: Accident) -> bool:
        if not await ctx.store.accidents.take(accident, by=ctx.act):
            return False
        await stop(ctx, accident.number)
        await self.tell_the_others(ctx, accident, wording.taken(ctx, await now_of(ctx, accident.number)))
        return True

    async def close(self, ctx: Context, accident: Accident, state: AccidentState, why: str) -> bool:
        """Raises UserError where it can't be none any more."""
        await ensure_may_be_none(ctx, accident.number)
        if not await ctx.store.accidents.close(accident, state, why=why, by=ctx.act):
            return False
        await stop(ctx, accident.number)
        await come_back(ctx, accident.number)
        closed = await now_of(ctx, accident.number)
        await self.tell_the_others(ctx, closed, wording.closed(closed, why))
        if (room := ctx.company.group_of_chat(accident.chat)) and ctx.chat.id != accident.chat:
            ctx.tell(ToGroup(room.id), Text(wording.closed(closed)))
        return True

    async def _pass(self, ctx: Context, accident: Accident) -> None:
        """Before anybody has it: the next one, now. From whoever had it: all others, those first who know nothing."""
        me = ctx.sender.user_id
        if accident.state is AccidentState.OPEN:
            await ctx.store.accidents.log(accident.number, NoteKind.PASSED_ON, me, at=ctx.now)
            await pass_on(ctx, accident.number, me)
        elif await ctx.store.accidents.release(accident, by=ctx.act):
            await ctx.store.accidents.log(accident.number, NoteKind.PASSED_ON, me, at=ctx.now)
            told, waiting = await told_so_far(ctx, accident.number), await now_of(ctx, accident.number)
            people = sorted(await self.people(ctx, accident), key=lambda user: (user == waiting.reporter, user in told))
            others = await begin(ctx, waiting, [user for user in people if user != me], calls.GIVEN_BACK)
            self._tell_reporter(ctx, accident, calls.cannot(accident, [ctx.company.name_of(user) for user in others]))

    async def _reopen(self, ctx: Context, accident: Accident) -> None:
        """By somebody in charge, who has it then."""
        if await ctx.store.accidents.reopen(accident, by=ctx.act):
            again = await now_of(ctx, accident.number)
            await ctx.store.accidents.take(again, by=ctx.act)
            await begin_case(ctx, accident.number)
            await self.tell_the_others(
                ctx, accident, calls.opened_again(again, ctx.company.name_of(ctx.sender.user_id))
            )

    async def people(self, ctx: Context, accident: Accident) -> list[UserId]:
        """Whom there is to tell, in order, of those who can be told; who is on duty first."""
        away = await ctx.store.leaves.away()
        facts = accident.facts
        found = chain(ctx.company, facts.place, accident.reporter, away=away, urgent=facts.urgent)
        on_watch = {*await on_duty(ctx, Post.SAFETY)} - {*away, accident.reporter}
        return [user for user in first_of(found, on_watch) if self._reaches(user)]

    async def tell_the_others(self, ctx: Context, accident: Accident, words: str) -> None:
        """Its reporter, and everybody who holds its card but the one who acts."""
        for user in dict.fromkeys((accident.reporter, *await told_so_far(ctx, accident.number))):
            if user != ctx.sender.user_id and self._reaches(user):
                ctx.tell(ToPerson(user), Text(words))

    def _tell_reporter(self, ctx: Context, accident: Accident, words: str) -> None:
        if accident.reporter != ctx.sender.user_id and self._reaches(accident.reporter):
            ctx.tell(ToPerson(accident.reporter), Text(words))


def acting(ctx: Context) -> Context:
    return replace(ctx, act=replace(ctx.act, action=COMMAND, authority=ANYBODY))


async def _was_told(ctx: Context, number: str) -> bool:
    """Lately: his turn may come days after the report, where it goes on by working hours."""
    turns = await ctx.store.calls.of(number)
    return any(turn.user == ctx.sender.user_id and turn.told_at and ctx.now - turn.told_at < WAITS for turn in turns)


def _stands(ctx: Context, accident: Accident) -> str:
    return wording.closed(accident) if accident.state.is_closed else wording.taken(ctx, accident)


def may_decide(ctx: Context, accident: Accident) -> bool:
    """Whoever is in its chain, wherever; and whoever has it."""
    me, reporter = ctx.sender.user_id, accident.reporter
    chains = (chain(ctx.company, place, reporter) for place in dict.fromkeys((accident.facts.place, None)))
    return me == accident.taken_by or any(me in each for each in chains)


def named(line: str) -> tuple[str, str]:
    """The number that stands in a line, and its words without marks."""
    found = NUMBER.search(line)
    return (found[0].upper() if found else ""), re.sub(r"\W", "", NUMBER.sub("", line, count=1))


async def now_of(ctx: Context, number: str) -> Accident:
    accident = await ctx.store.accidents.get(number)
    assert accident is not None  # noqa: S101 - accidents are never deleted
    return accident


def asked_why(ctx: Context, accident: Accident, state: AccidentState, key: str) -> Card:
    """Nothing is closed without a reason."""
    options = calls.WHY[state]
    shape = cards.face(ctx, accident)
    return replace(
        shape,
        desc=f"按{state}关闭？请选原因。",
        plain=f"按{state}关闭 {accident.number}，请回「{state} {accident.number} 原因」。",
        fields=(),
        buttons=(Button("关闭", f"{key}{SURE}"), Button("返回", BACK, style=3)),
        select=Select(WHY, "原因", options, selected=next(iter(options))),
    )
