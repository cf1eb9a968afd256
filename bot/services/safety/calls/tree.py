"""The tree of calls: a card for the next one as long as nobody has it, his phone in between, and an end that is said.

What is urgent goes to two at once and comes round again; what isn't goes on in working hours, once, and no phone rings.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import structlog

from bot.domain.safety.accidents.reports import Accident, AccidentState, NoteKind
from bot.domain.safety.calls.rules import CallRules, may_ring
from bot.domain.safety.calls.turns import Act, Phone, Step, Turn
from bot.domain.timers import Timer
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.calls import wording
from bot.services.safety.emergencies.cards import card
from bot.services.timers import call_off, set_timers
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Text, ToGroup, ToPerson

JOB: Final = "call-tree"
PHONES: Final = "emergency-phones"  # the job that rings them
TOPIC: Final = "accident"

log = structlog.get_logger()


async def begin(desk: Desk, accident: Accident, users: Sequence[UserId], note: str = "") -> Sequence[UserId]:
    """Tell the first ones now, and see to it that others follow. Who was told. `note`: why they have a card."""
    before = await desk.store.calls.of(accident.number)
    first = max((turn.round for turn in before), default=0) + 1
    rounds = _rules(desk).rounds if accident.facts.urgent else 1
    step = Step(first, first + rounds - 1, Act.TELL)
    if users:
        return await _begin_round(desk, accident, users, step, note)
    await _nobody(desk, accident, step)
    return ()


async def widen(desk: Desk, accident: Accident, users: Sequence[UserId]) -> None:
    """Where it happened is known by now, and so is whose place it is: who wasn't in the chain hears of it at once, of
    what isn't urgent in his turn."""
    turns = await desk.store.calls.of(accident.number)
    if accident.state is not AccidentState.OPEN or not turns:
        return
    number, rules = turns[-1].round, _rules(desk)
    known = {turn.user for turn in turns if turn.round == number} | {accident.reporter}
    new = [user for user in users if user not in known]
    if not new:
        return
    steps = [Step.of(timer.kind) for timer in await desk.store.timers.of(JOB, accident.number)]
    last = max((step.last for step in steps if step), default=number)
    added = await desk.store.calls.add(accident.number, number, new, by=desk.act)
    if not accident.facts.urgent:
        return
    for turn in added:
        await _tell(desk, accident, turn, wording.YOUR_PLACE)
    if rules.voice:
        calls = [Step(number, last, Act.CALL, turn.position).kind for turn in added]
        await set_timers(desk, JOB, accident.number, dict.fromkeys(calls, desk.now + rules.wait))


async def stop(desk: Desk, number: str) -> None:
    """Somebody has it, or it is none: nobody else is told or called."""
    await call_off(desk, JOB, number)
    await desk.store.calls.drop(number)


async def has_ended(desk: Desk, accident: Accident) -> bool:
    """Nobody has it, and nobody else will be told."""
    timers = await desk.store.timers.of(JOB, accident.number)
    return accident.state is AccidentState.OPEN and not any(timer.waits for timer in timers)


async def told_so_far(desk: Desk, number: str) -> Sequence[UserId]:
    return list(dict.fromkeys(turn.user for turn in await desk.store.calls.of(number) if turn.told_at))


async def pass_on(desk: Desk, number: str, user: UserId) -> None:
    """He can't see to it: his phone stays silent, and the next one's turn comes now."""
    turns = [turn for turn in await desk.store.calls.of(number) if turn.user == user]
    own = [
        timer.kind
        for timer in await desk.store.timers.of(JOB, number)
        if (step := Step.of(timer.kind)) and step.act is Act.CALL and any(_is(turn, step) for turn in turns)
    ]
    await call_off(desk, JOB, number, own)
    await hurry(desk, number)


async def hurry(desk: Desk, number: str) -> None:
    """Whatever comes next comes now."""
    waiting = [timer for timer in await desk.store.timers.of(JOB, number) if timer.waits and timer.due > desk.now]
    steps = [timer.kind for timer in waiting if (step := Step.of(timer.kind)) and step.act is not Act.CALL]
    await set_timers(desk, JOB, number, dict.fromkeys(steps, desk.now))


async def answer(ctx: JobContext, number: str, timers: Sequence[Timer]) -> None:
    """What is due of one accident's tree."""
    accident = await ctx.store.accidents.get(number)
    if accident is None or accident.state is not AccidentState.OPEN:
        return
    for step in filter(None, (Step.of(timer.kind) for timer in timers)):
        match step.act:
            case Act.TELL:
                await _next(ctx, accident, step)
            case Act.CALL:
                await _call(ctx, accident, step)
            case Act.END:
                await _end(ctx, accident, step)


async def _begin_round(
    desk: Desk, accident: Accident, users: Sequence[UserId], step: Step, note: str
) -> Sequence[UserId]:
    turns = await desk.store.calls.begin(accident.number, step.round, users, by=desk.act)
    first = turns[: _rules(desk).together if accident.facts.urgent else 1]
    for turn in first:
        await _tell(desk, accident, turn, note)
    await _go_on(desk, accident, turns, first, step)
    return [turn.user for turn in first]


async def _next(desk: Desk, accident: Accident, step: Step) -> None:
    turns = await desk.store.calls.of(accident.number)
    of_round = [turn for turn in turns if turn.round == step.round]
    if not of_round:
        await _begin_round(desk, accident, await _once_more(desk, accident, turns), step, wording.ONCE_MORE)
        return
    later = (turn for turn in of_round if turn.position >= step.position and turn.told_at is None)
    here = [turn for turn in later if _may_be_here(desk, turn.user)]
    if not here:
        await _end(desk, accident, step)
        return
    await _tell(desk, accident, here[0], wording.YOUR_TURN)
    await _go_on(desk, accident, of_round, here[:1], step)


async def _once_more(desk: Desk, accident: Accident, turns: Sequence[Turn]) -> Sequence[UserId]:
    """Those of the last round, who said that they can't coming last."""
    last = [turn.user for turn in turns if turn.round == turns[-1].round and _may_be_here(desk, turn.user)]
    notes = await desk.store.accidents.notes(accident.number)
    unable = {note.by for note in notes if note.kind is NoteKind.PASSED_ON}
    return sorted(last, key=lambda user: user in unable)


async def _tell(desk: Desk, accident: Accident, turn: Turn, note: str) -> None:
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=accident.number, holder=turn.user)
    desk.tell(ToPerson(turn.user), card(desk, accident, task_id, note=note))
    await desk.store.calls.told(turn, by=desk.act)
    await desk.store.accidents.log(accident.number, NoteKind.TOLD, turn.user, at=desk.now)


async def _go_on(desk: Desk, accident: Accident, turns: Sequence[Turn], told: Sequence[Turn], step: Step) -> None:
    """What comes next if nobody has it: phones of those just told, then the next one, or the round's end."""
    rules, due = _rules(desk), dict[str, datetime]()
    at = desk.now + rules.wait
    if not accident.facts.urgent:
        at = desk.company.pace.remind_at(desk.now)
    elif rules.voice:
        due = {Step(step.round, step.last, Act.CALL, turn.position).kind: at for turn in told}
        at += rules.wait
    follows = told[-1].position + 1
    act = Act.TELL if follows < len(turns) else Act.END
    await set_timers(desk, JOB, accident.number, {**due, Step(step.round, step.last, act, follows).kind: at})


async def _call(desk: Desk, accident: Accident, step: Step) -> None:
    turns = await desk.store.calls.of(accident.number)
    turn = next((turn for turn in turns if _is(turn, step)), None)
    if turn is None or not _rules(desk).voice or not _may_be_here(desk, turn.user):
        return
    longest = max(within for _, within in _rules(desk).limits)
    rang = await desk.store.calls.rang_since(turn.user, desk.now - longest)
    if may_ring(_rules(desk), [desk.now - at for at in rang]):
        await desk.store.calls.want(turn, Phone.WANTED, by=desk.act)
        await desk.store.jobs.hasten(PHONES, desk.now)
        return
    await desk.store.calls.want(turn, Phone.LIMITED, by=desk.act)
    await desk.store.accidents.log(accident.number, NoteKind.NOT_CALLED, turn.user, wording.TOO_OFTEN, at=desk.now)
    await hurry(desk, accident.number)


async def _end(desk: Desk, accident: Accident, step: Step) -> None:
    """The chain is through: whoever reported it has to know that he is alone with it, and whom to phone."""
    names = [desk.company.name_of(user) for user in await told_so_far(desk, accident.number)]
    pause = _rules(desk).pause if step.round < step.last else None
    if _may_be_here(desk, accident.reporter):
        desk.tell(ToPerson(accident.reporter), Text(wording.alone(accident, names, pause)))
    room = desk.company.group_of_chat(accident.chat)
    if room and accident.facts.urgent and room.id != _rules(desk).group:
        desk.tell(ToGroup(room.id), Text(wording.in_a_group(accident)))
    await _nobody(desk, accident, step)
    if pause:
        follows = Step(step.round + 1, step.last, Act.TELL)
        await set_timers(desk, JOB, accident.number, {follows.kind: desk.now + pause})


async def _nobody(desk: Desk, accident: Accident, step: Step) -> None:
    """It is entered, shouted, and said where the company wants it said."""
    await desk.store.accidents.log(accident.number, NoteKind.NOBODY, accident.reporter, at=desk.now)
    log.error("accident.nobody_has_it", number=accident.number, round=step.round, of=step.last)
    group = _rules(desk).group
    if group and accident.facts.urgent and desk.company.group(group):
        desk.tell(ToGroup(group), Text(wording.in_a_group(accident)))


def _rules(desk: Desk) -> CallRules:
    return desk.company.safety.calls


def _is(turn: Turn, step: Step) -> bool:
    return (turn.round, turn.position) == (step.round, step.position)


def _may_be_here(desk: Desk, user: UserId) -> bool:
    """Whoever left is nobody to turn to; whoever the directory doesn't know yet may be."""
    person = desk.company.person(user)
    return person is None or person.active
