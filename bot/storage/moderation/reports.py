"""Reports of violations, under seal: neither what was told nor of whom can be read without the key.

Who told it stands in a table of its own, twice: as a stand-in by which he finds his own (a keyed digest, which nobody
reads backwards without the key), and sealed, so that the bot can tell him something. Cutting the link leaves the
stand-in alone. The log and the trail have what he does without his name, and without the message it came by.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Any, Final

import msgspec

from bot.domain.moderation.reports.report import Filed, Line, Proof, Report, Told
from bot.identifiers import FileId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine import locks
from bot.storage.models.reports import ReportFileRecord, ReportLineRecord, ReportRecord, ReportTellerRecord
from bot.storage.privacy.sealing import Seal, UnopenableError

NOBODY: Final = ""  # in place of who told it
OF_TELLERS: Final = (Told.FILED, Told.ADDED, Told.PROVED, Told.WITHDRAWN)
_BLIND: Final = "report teller"
_CARD: Final = "report card"


class ReportTable:
    """`seal`: of all words and of who told them; without one, nobody reads them after this table is gone."""

    def __init__(self, seal: Seal | None = None) -> None:
        self._seal = seal or Seal.fresh()

    async def hold(self, teller: UserId) -> None:
        await locks.hold(ReportRecord, f"report:{self._stand_ins(teller)[0]}")

    async def add(self, report: Report, teller: UserId, *, by: Act) -> None:
        number = report.number
        await ReportRecord.create(number=number, **self._columns(report))
        sealed = self._seal.seal_text(teller, _about(number, "teller"))
        await ReportTellerRecord.create(
            number=number, blind=self._stand_ins(teller)[0], sealed=sealed, at=report.filed_at
        )
        await self.note(number, Told.FILED, by=by)

    async def get(self, number: str, now: datetime) -> Report | None:
        row = await ReportRecord.get_or_none(number=number)
        return self._report(row, now.tzinfo) if row else None

    async def save(self, report: Report, kind: Told, text: str = "", *, was: int, by: Act) -> bool:
        if not await ReportRecord.filter(number=report.number, version=was).update(**self._columns(report)):
            return False
        await self.note(report.number, kind, text, by=by)
        return True

    async def note(self, number: str, kind: Told, text: str = "", *, by: Act) -> None:
        act = replace(by, actor=NOBODY, cause=NOBODY) if kind in OF_TELLERS else by
        sealed = self._seal.seal_text(text, _about(number, "line"))
        await ReportLineRecord.create(number=number, at=act.at, by=act.actor, kind=kind, text=sealed)
        await trail.record(act, f"report.{kind.name.lower()}", _subject(number))

    async def lines(self, number: str) -> Sequence[Line]:
        rows = await ReportLineRecord.filter(number=number).order_by("id")
        return [Line(row.at, row.by, Told(row.kind), self._opened(row.text, _about(number, "line"))) for row in rows]

    async def open_ones(self, now: datetime) -> Sequence[Report]:
        rows = await ReportRecord.filter(is_open=True).order_by("number")
        return [report for row in rows if (report := self._report(row, now.tzinfo))]

    async def filed_by(self, teller: UserId, *, since: datetime) -> Sequence[Filed]:
        own = ReportTellerRecord.filter(blind__in=self._stand_ins(teller), at__gte=since)
        return [Filed(row.number, row.at) for row in await own.order_by("-at", "-number")]

    async def teller(self, number: str) -> UserId | None:
        row = await ReportTellerRecord.get_or_none(number=number)
        opened = self._opened(row.sealed, _about(number, "teller")) if row else None
        return UserId(opened) if opened else None

    def tokens(self, number: str) -> Sequence[str]:
        return self._seal.blind(number, _CARD)

    async def prove(self, number: str, proof: Proof, *, by: Act) -> bool:
        if await ReportFileRecord.filter(number=number, file=proof.file).exists():
            return False
        name = self._seal.seal_text(proof.name, _about(number, "file"))
        await ReportFileRecord.create(number=number, file=proof.file, name=name, at=proof.at)
        await trail.record(replace(by, actor=NOBODY, cause=NOBODY), "report.proved", _subject(number))
        return True

    async def proofs(self, number: str) -> Sequence[Proof]:
        rows = await ReportFileRecord.filter(number=number).order_by("id")
        return [Proof(FileId(row.file), self._opened(row.name, _about(number, "file")) or "", row.at) for row in rows]

    async def cut(self, number: str, *, by: Act) -> None:
        if await ReportTellerRecord.filter(number=number).exclude(sealed="").update(sealed=""):
            await trail.record(by, "report.unlinked", _subject(number))

    async def forget(self, number: str, *, unprotected: datetime, by: Act) -> None:
        await self.cut(number, by=by)
        await ReportTellerRecord.filter(sealed="", at__lt=unprotected).delete()
        await ReportFileRecord.filter(number=number).delete()
        await ReportLineRecord.filter(number=number).delete()
        if await ReportRecord.filter(number=number).delete():
            await trail.record(by, "report.forgotten", _subject(number))

    def _stand_ins(self, teller: UserId) -> Sequence[str]:
        return self._seal.blind(teller, _BLIND)

    def _columns(self, report: Report) -> Mapping[str, Any]:
        told = msgspec.json.encode(report).decode()
        return {
            "is_open": report.state.is_open,
            "version": report.version,
            "told": self._seal.seal_text(told, _about(report.number, "told")),
        }

    def _report(self, row: ReportRecord, zone: tzinfo | None) -> Report | None:
        """None: no key here opens it."""
        told = self._opened(row.told, _about(row.number, "told"))
        if told is None:
            return None
        report = msgspec.json.decode(told, type=Report)
        closed = report.closed_at.astimezone(zone) if report.closed_at else None
        return replace(report, filed_at=report.filed_at.astimezone(zone), closed_at=closed)

    def _opened(self, sealed: str, about: str) -> str | None:
        try:
            return self._seal.open_text(sealed, about)
        except UnopenableError:
            return None


def _about(number: str, what: str) -> str:
    return f"report:{number}:{what}"


def _subject(number: str) -> str:
    return f"report:{number}"
