"""Phones that ring about an accident, each once for a turn.

WeCom is asked outside of any transaction. A call is no wish that may be repeated, so each is noted as begun before
WeCom is asked; what was begun and not written down as done is never dialled again: nobody knows whether it rang.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.domain.safety.accidents.reports import AccidentState, NoteKind
from bot.domain.safety.calls.turns import Phone, Turn
from bot.services.approvals.kinds import Desk
from bot.services.safety.calls import wording
from bot.services.safety.calls.tree import hurry
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import OfficeRefused, Phones, Sources
from bot.shapes.store import Store

LOOK: Final = timedelta(seconds=20)  # between two looks at a phone that rings
FORGET: Final = timedelta(minutes=10)  # WeCom doesn't say what became of it

log = structlog.get_logger()


@dataclass(slots=True)
class Rung:
    """`lost`: begun by a run that died. `talked`: of phones that ring, as far as WeCom says; by WeCom's number."""

    called: list[tuple[Turn, str]] = field(default_factory=list)
    refused: list[tuple[Turn, Outcome]] = field(default_factory=list)
    lost: Sequence[Turn] = ()
    talked: Mapping[str, bool] = field(default_factory=dict)


async def ring_up(sources: Sources, store: Store) -> Rung:
    phones = sources.phones
    rung = Rung(lost=await store.calls.in_state(Phone.CALLING))
    if phones is None:
        off = Outcome(Verdict.MISCONFIGURED, why="no app may call")
        rung.refused = [(turn, off) for turn in await store.calls.in_state(Phone.WANTED)]
        return rung
    wanted = [turn for turn in await store.calls.in_state(Phone.WANTED) if await store.calls.dial(turn)]
    await asyncio.gather(*(_ring(phones, replace(turn, phone=Phone.CALLING), rung) for turn in wanted))
    ringing = await store.calls.in_state(Phone.RINGING)
    looked = await asyncio.gather(*(_look(phones, turn) for turn in ringing))
    rung.talked = {turn.call_id: talked for turn, talked in zip(ringing, looked, strict=True) if talked is not None}
    return rung


async def _ring(phones: Phones, turn: Turn, rung: Rung) -> None:
    try:
        rung.called.append((turn, await phones.ring(turn.user)))
    except OfficeRefused as refused:
        rung.refused.append((turn, refused.outcome))


async def _look(phones: Phones, turn: Turn) -> bool | None:
    try:
        return await phones.answered(turn.user, turn.call_id)
    except OfficeRefused as refused:
        log.warning("a call can't be looked at", number=turn.number, why=refused.outcome.why)
        return None


async def settle(desk: Desk, rung: Rung) -> datetime | None:
    """Write down what became of them. When to look again."""
    for turn, call_id in rung.called:
        if await desk.store.calls.became(turn, Phone.RINGING, call_id=call_id, by=desk.act):
            await _log(desk, turn, NoteKind.CALLED)
    for turn, outcome in rung.refused:
        await _not_made(desk, turn, outcome)
    for turn in rung.lost:
        await _unknown(desk, turn)
    ringing = await desk.store.calls.in_state(Phone.RINGING)
    still = [turn for turn in ringing if not await _over(desk, turn, rung.talked.get(turn.call_id))]
    return desk.now + LOOK if still else None


async def _over(desk: Desk, turn: Turn, talked: bool | None) -> bool:
    """Whether it rings no more."""
    rang_for = desk.now - (turn.rang_at or desk.now)
    if talked:
        became, note = Phone.ANSWERED, NoteKind.ANSWERED
    elif talked is False and rang_for >= desk.company.safety.calls.wait:
        became, note = Phone.UNANSWERED, NoteKind.NOT_ANSWERED
    elif rang_for >= FORGET:
        await _unknown(desk, turn)
        return True
    else:
        return False
    if await desk.store.calls.became(turn, became, by=desk.act):
        await _log(desk, turn, note)
    return True


async def _not_made(desk: Desk, turn: Turn, outcome: Outcome) -> None:
    """The next one's turn comes at once: nobody waits for a phone that doesn't ring."""
    if outcome.verdict is Verdict.UNKNOWN:
        await _unknown(desk, turn)
    elif await desk.store.calls.became(turn, Phone.REFUSED, why=outcome.why, by=desk.act):
        log.error("accident.phone_refused", number=turn.number, errcode=outcome.errcode, why=outcome.why)
        await _log(desk, turn, NoteKind.NOT_CALLED, wording.CANNOT_RING)
        accident = await desk.store.accidents.get(turn.number)
        if accident and accident.state is AccidentState.OPEN:
            await hurry(desk, turn.number)


async def _unknown(desk: Desk, turn: Turn) -> None:
    if await desk.store.calls.became(turn, Phone.UNKNOWN, by=desk.act):
        await _log(desk, turn, NoteKind.NOT_CALLED, wording.NOBODY_KNOWS)


async def _log(desk: Desk, turn: Turn, kind: NoteKind, text: str = "") -> None:
    await desk.store.accidents.log(turn.number, kind, turn.user, text, at=desk.now)
