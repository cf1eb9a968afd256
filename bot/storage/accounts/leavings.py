"""Who leaves, and how far that is. The trail has numbers and accounts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Any, Final

import msgspec

from bot.domain.accounts.leaving import Leaving, LeavingState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine import locks
from bot.storage.models.accounts import LeavingRecord

OPEN: Final = tuple(state.name for state in LeavingState if state.is_open)


class LeavingTable:
    async def hold(self, user: UserId) -> None:
        await locks.hold(LeavingRecord, f"leaving:{user}")

    async def add(self, leaving: Leaving, *, by: Act) -> None:
        await LeavingRecord.create(number=leaving.number, **_columns(leaving))
        await _note(leaving, "opened", by)

    async def get(self, number: str, now: datetime) -> Leaving | None:
        row = await LeavingRecord.get_or_none(number=number)
        return _leaving(row, now.tzinfo) if row else None

    async def open_of(self, user: UserId, now: datetime) -> Leaving | None:
        row = await LeavingRecord.filter(user=user, state__in=OPEN).order_by("-number").first()
        return _leaving(row, now.tzinfo) if row else None

    async def open_ones(self, now: datetime) -> Sequence[Leaving]:
        rows = await LeavingRecord.filter(state__in=OPEN).order_by("number")
        return [_leaving(row, now.tzinfo) for row in rows]

    async def save(self, leaving: Leaving, change: str, *, was: int, by: Act) -> bool:
        row = LeavingRecord.filter(number=leaving.number, version=was)
        if not await row.update(**_columns(leaving)):
            return False
        await _note(leaving, change, by)
        return True


async def _note(leaving: Leaving, change: str, by: Act) -> None:
    await trail.record(by, f"leaving.{change}", f"leaving:{leaving.number}", account=leaving.user)


def _columns(leaving: Leaving) -> Mapping[str, Any]:
    return {
        "user": leaving.user,
        "state": leaving.state.name,
        "version": leaving.version,
        "told": msgspec.json.encode(leaving).decode(),
    }


def _leaving(row: LeavingRecord, zone: tzinfo | None) -> Leaving:
    leaving = msgspec.json.decode(row.told, type=Leaving)
    return replace(leaving, opened_at=leaving.opened_at.astimezone(zone))
