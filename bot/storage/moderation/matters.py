"""What was handed to human resources and the lawyers. The trail has numbers and steps, never the words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Any, Final

import msgspec

from bot.domain.moderation.matters.matter import Matter, MatterNote, MatterState, Told
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.matters import HoldRecord, MatterNoteRecord, MatterRecord
from bot.storage.privacy.sealing import Seal, UnopenableError

_OPEN: Final = tuple(state.name for state in MatterState if state.is_open)


class MatterTable:
    """`seal`: of all words; without one, nobody reads them after this table is gone."""

    def __init__(self, seal: Seal | None = None) -> None:
        self._seal = seal or Seal.fresh()

    async def add(self, matter: Matter, reason: str, kind: Told, *, by: Act) -> None:
        sealed = self._seal.seal_text(reason, _about(matter.number, "reason"))
        await MatterRecord.create(number=matter.number, reason=sealed, **_columns(matter))
        await self._note(matter.number, kind, "", by, target=matter.target)

    async def get(self, number: str, now: datetime) -> Matter | None:
        row = await MatterRecord.get_or_none(number=number)
        return _matter(row, now.tzinfo) if row else None

    async def reason(self, number: str) -> str | None:
        row = await MatterRecord.get_or_none(number=number)
        return self._opened(row.reason, _about(number, "reason")) if row else ""

    async def save(self, matter: Matter, kind: Told, text: str = "", *, was: int, by: Act) -> bool:
        if not await MatterRecord.filter(number=matter.number, version=was).update(**_columns(matter)):
            return False
        await self.note(matter.number, kind, text, by=by)
        return True

    async def open_ones(self, now: datetime) -> Sequence[Matter]:
        rows = await MatterRecord.filter(state__in=_OPEN).order_by("opened_at", "number")
        return [_matter(row, now.tzinfo) for row in rows]

    async def of(self, target: UserId, now: datetime) -> Sequence[Matter]:
        rows = await MatterRecord.filter(target=target).order_by("opened_at", "number")
        return [_matter(row, now.tzinfo) for row in rows]

    async def note(self, number: str, kind: Told, text: str = "", *, by: Act) -> None:
        await self._note(number, kind, text, by)

    async def _note(self, number: str, kind: Told, text: str, by: Act, **details: str) -> None:
        sealed = self._seal.seal_text(text, _about(number, "note"))
        await MatterNoteRecord.create(number=number, at=by.at, by=by.actor, kind=kind, text=sealed)
        await trail.record(by, f"matter.{kind.name.lower()}", f"matter:{number}", **details)

    async def notes(self, number: str) -> Sequence[MatterNote]:
        rows = await MatterNoteRecord.filter(number=number).order_by("id")
        about = _about(number, "note")
        return [MatterNote(row.at, row.by, Told(row.kind), self._opened(row.text, about)) for row in rows]

    def _opened(self, sealed: str, about: str) -> str | None:
        try:
            return self._seal.open_text(sealed, about)
        except UnopenableError:
            return None


class HoldTable:
    async def keep(self, matter: Matter, *, by: Act) -> None:
        await HoldRecord.bulk_create(
            [HoldRecord(subject=each, number=matter.number, since=by.at) for each in matter.holds]
        )
        await trail.record(by, "hold.kept", f"matter:{matter.number}")

    async def let_go(self, matter: Matter, *, by: Act) -> None:
        if await HoldRecord.filter(number=matter.number, released_at__isnull=True).update(released_at=by.at):
            await trail.record(by, "hold.released", f"matter:{matter.number}")

    async def held(self) -> frozenset[str]:
        return frozenset(map(str, await HoldRecord.filter(released_at__isnull=True).values_list("subject", flat=True)))


def _columns(matter: Matter) -> Mapping[str, Any]:
    return {
        "target": matter.target,
        "state": matter.state.name,
        "opened_at": matter.opened_at,
        "version": matter.version,
        "handed": msgspec.json.encode(matter).decode(),
    }


def _matter(row: MatterRecord, zone: tzinfo | None) -> Matter:
    matter = msgspec.json.decode(row.handed, type=Matter)
    return replace(matter, opened_at=matter.opened_at.astimezone(zone))


def _about(number: str, what: str) -> str:
    return f"matter:{number}:{what}"
