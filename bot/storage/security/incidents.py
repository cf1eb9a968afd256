"""Incidents under seal: whoever has the database, or a copy of it, learns only how many there are and since when."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Any, Final

import msgspec

from bot.domain.security.incident import Incident, Line, Logged, Tick
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine import locks
from bot.storage.models.security import IncidentLineRecord, IncidentRecord
from bot.storage.privacy.sealing import Seal, UnopenableError

_BLIND: Final = "incident teller"


class IncidentTable:
    """`seal`: of all words and of who told them; without one, nobody reads them after this table is gone."""

    def __init__(self, seal: Seal | None = None) -> None:
        self._seal = seal or Seal.fresh()

    async def hold(self, teller: UserId) -> None:
        await locks.hold(IncidentRecord, f"incident:{self._stand_ins(teller)[0]}")

    async def add(self, incident: Incident, *, by: Act) -> None:
        blind = self._stand_ins(incident.teller)[0]
        at = incident.told_at
        await IncidentRecord.create(number=incident.number, blind=blind, at=at, **self._columns(incident))
        await self.note(incident.number, Logged.TOLD, incident.text, by=by)

    async def get(self, number: str, now: datetime) -> Incident | None:
        row = await IncidentRecord.get_or_none(number=number)
        return self._incident(row, now.tzinfo) if row else None

    async def save(self, incident: Incident, kind: Logged, text: str = "", *, was: int, by: Act) -> bool:
        mine = IncidentRecord.filter(number=incident.number, version=was)
        if not await mine.update(**self._columns(incident)):
            return False
        await self.note(incident.number, kind, text, by=by)
        return True

    async def note(self, number: str, kind: Logged, text: str = "", *, by: Act) -> None:
        sealed = self._seal.seal_text(text, _about(number, "line"))
        await IncidentLineRecord.create(number=number, at=by.at, by=by.actor, kind=kind.name, text=sealed)
        await trail.record(by, f"incident.{kind.name.lower()}", _subject(number))

    async def lines(self, number: str) -> Sequence[Line]:
        rows = await IncidentLineRecord.filter(number=number).order_by("id")
        return [Line(row.at, row.by, Logged[row.kind], self._opened(row.text, _about(number, "line"))) for row in rows]

    async def open_ones(self, now: datetime) -> Sequence[Incident]:
        return self._read(await IncidentRecord.filter(is_open=True).order_by("number"), now)

    async def told_by(self, teller: UserId, now: datetime, *, since: datetime) -> Sequence[Incident]:
        own = IncidentRecord.filter(blind__in=self._stand_ins(teller), at__gte=since)
        return self._read(await own.order_by("-at", "-number"), now)

    async def told_between(self, since: datetime, until: datetime, now: datetime) -> Sequence[Incident]:
        return self._read(await IncidentRecord.filter(at__gte=since, at__lt=until).order_by("at", "number"), now)

    async def forget(self, number: str, *, by: Act) -> None:
        await IncidentLineRecord.filter(number=number).delete()
        if await IncidentRecord.filter(number=number).delete():
            await trail.record(by, "incident.forgotten", _subject(number))

    def _stand_ins(self, teller: UserId) -> Sequence[str]:
        return self._seal.blind(teller, _BLIND)

    def _columns(self, incident: Incident) -> Mapping[str, Any]:
        told = msgspec.json.encode(incident).decode()
        return {
            "is_open": incident.is_open,
            "version": incident.version,
            "told": self._seal.seal_text(told, _about(incident.number, "told")),
        }

    def _read(self, rows: Sequence[IncidentRecord], now: datetime) -> Sequence[Incident]:
        return [incident for row in rows if (incident := self._incident(row, now.tzinfo))]

    def _incident(self, row: IncidentRecord, zone: tzinfo | None) -> Incident | None:
        """None: no key here opens it."""
        told = self._opened(row.told, _about(row.number, "told"))
        return _at_home(msgspec.json.decode(told, type=Incident), zone) if told else None

    def _opened(self, sealed: str, about: str) -> str | None:
        try:
            return self._seal.open_text(sealed, about)
        except UnopenableError:
            return None


def _at_home(incident: Incident, zone: tzinfo | None) -> Incident:
    """With all times in the company's zone."""
    closed = incident.closed_at.astimezone(zone) if incident.closed_at else None
    ticks = tuple(Tick(each.step, each.by, each.at.astimezone(zone)) for each in incident.ticks)
    notice = replace(incident.notice, at=incident.notice.at.astimezone(zone)) if incident.notice else None
    return replace(incident, notice=notice, told_at=incident.told_at.astimezone(zone), closed_at=closed, ticks=ticks)


def _about(number: str, what: str) -> str:
    return f"incident:{number}:{what}"


def _subject(number: str) -> str:
    return f"incident:{number}"
