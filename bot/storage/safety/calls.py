"""Turns in the trees of accidents, and what became of each one's call. A call moves on from the state it was in."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from tortoise.queryset import QuerySet

from bot.domain.safety.calls.turns import Phone, Turn
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.calls import CallTurnRecord

_NO_CALL: Final = [Phone.LIMITED, Phone.REFUSED, Phone.DROPPED]


class CallTable:
    async def begin(self, number: str, round_: int, users: Sequence[UserId], *, by: Act) -> Sequence[Turn]:
        for position, user in enumerate(users):
            await CallTurnRecord.create(number=number, round=round_, position=position, user=user)
        await trail.record(by, "calls.begun", f"accident:{number}", round=round_, people=len(users))
        return [each for each in await self.of(number) if each.round == round_]

    async def add(self, number: str, round_: int, users: Sequence[UserId], *, by: Act) -> Sequence[Turn]:
        first = await CallTurnRecord.filter(number=number, round=round_).count()
        for position, user in enumerate(users, first):
            await CallTurnRecord.create(number=number, round=round_, position=position, user=user)
        await trail.record(by, "calls.joined", f"accident:{number}", round=round_, people=len(users))
        return [each for each in await self.of(number) if each.round == round_ and each.position >= first]

    async def of(self, number: str) -> Sequence[Turn]:
        rows = CallTurnRecord.filter(number=number).order_by("round", "position")
        return [_turn(row) for row in await rows]

    async def told(self, turn: Turn, *, by: Act) -> None:
        await _row(turn).update(told_at=by.at)
        await trail.record(by, "calls.told", f"accident:{turn.number}", user=turn.user, round=turn.round)

    async def want(self, turn: Turn, phone: Phone, *, by: Act) -> None:
        await _row(turn).update(phone=phone, rang_at=by.at)
        await trail.record(by, f"calls.{phone}", f"accident:{turn.number}", user=turn.user, round=turn.round)

    async def drop(self, number: str) -> None:
        await CallTurnRecord.filter(number=number, phone=Phone.WANTED).update(phone=Phone.DROPPED)

    async def rang_since(self, user: UserId, moment: datetime) -> Sequence[datetime]:
        rows = CallTurnRecord.filter(user=user, rang_at__gt=moment).exclude(phone__in=_NO_CALL)
        return [row.rang_at for row in await rows.order_by("rang_at") if row.rang_at]

    async def in_state(self, phone: Phone) -> Sequence[Turn]:
        return [_turn(row) for row in await CallTurnRecord.filter(phone=phone).order_by("rang_at", "id")]

    async def dial(self, turn: Turn) -> bool:
        return await _move(turn, Phone.WANTED, phone=Phone.CALLING)

    async def became(self, turn: Turn, phone: Phone, *, call_id: str = "", why: str = "", by: Act) -> bool:
        if not await _move(turn, turn.phone, phone=phone, call_id=call_id or turn.call_id):
            return False
        what = {"user": turn.user, "round": turn.round} | ({"why": why} if why else {})
        await trail.record(by, f"calls.{phone}", f"accident:{turn.number}", **what)
        return True


def _row(turn: Turn) -> QuerySet[CallTurnRecord]:
    return CallTurnRecord.filter(number=turn.number, round=turn.round, position=turn.position)


async def _move(turn: Turn, was: Phone | None, **columns: Any) -> bool:
    return bool(await _row(turn).filter(phone=was).update(**columns))


def _turn(row: CallTurnRecord) -> Turn:
    return Turn(
        number=row.number,
        round=row.round,
        position=row.position,
        user=UserId(row.user),
        told_at=row.told_at,
        phone=Phone(row.phone) if row.phone else None,
        call_id=row.call_id,
        rang_at=row.rang_at,
    )
