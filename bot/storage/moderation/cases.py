"""Cases of moderation: the value of each, its reason and what proves it, and a log that only grows.

The trail has numbers and steps, never the words. What was said of somebody, and what he is said to have written, is
under seal: whoever has the database alone reads neither. The digest of what was quoted is that of the very words, so
that anybody who has them can compare.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from typing import Any, Final

import msgspec

from bot.domain.moderation.cases.case import Case, Charge, Evidence, Note, Noted
from bot.domain.moderation.categories import categories
from bot.domain.moderation.history import PastState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine import locks
from bot.storage.models.moderation import CaseNoteRecord, CaseRecord, EvidenceRecord
from bot.storage.privacy.sealing import Seal, UnopenableError

_TIMES: Final = ("acted_at", "confirmed_at", "appeal_until", "until")


class CaseTable:
    """`seal`: of all words; without one, nobody reads them after this table is gone."""

    def __init__(self, seal: Seal | None = None) -> None:
        self._seal = seal or Seal.fresh()

    async def hold(self, target: UserId) -> None:
        await locks.hold(CaseRecord, f"moderation:{target}")

    async def add(self, case: Case, reason: str, *, by: Act) -> None:
        sealed = self._seal.seal_text(reason, _about(case.number, "reason"))
        await CaseRecord.create(number=case.number, reason=sealed, **_columns(case))
        kind = Noted.PROPOSED if case.state is PastState.PROPOSED else Noted.IMPOSED
        await self._note(case.number, kind, "", by, target=case.target, kind=case.kind.name, group=case.group)

    async def get(self, number: str, now: datetime) -> Case | None:
        row = await CaseRecord.get_or_none(number=number)
        return _case(row, now.tzinfo) if row else None

    async def reason(self, number: str) -> str | None:
        row = await CaseRecord.get_or_none(number=number)
        return self._opened(row.reason, _about(number, "reason")) if row else ""

    async def save(self, case: Case, kind: Noted, text: str = "", *, was: int, by: Act) -> bool:
        if not await CaseRecord.filter(number=case.number, version=was).update(**_columns(case)):
            return False
        await self.note(case.number, kind, text, by=by)
        return True

    async def of(self, target: UserId, now: datetime) -> Sequence[Case]:
        rows = await CaseRecord.filter(target=target).order_by("confirmed_at", "number")
        return [_case(row, now.tzinfo) for row in rows]

    async def since(self, moment: datetime, now: datetime) -> Sequence[Case]:
        rows = await CaseRecord.filter(confirmed_at__gte=moment).order_by("confirmed_at", "number")
        return [_case(row, now.tzinfo) for row in rows]

    async def all(self, now: datetime) -> Sequence[Case]:
        return [_case(row, now.tzinfo) for row in await CaseRecord.all().order_by("confirmed_at", "number")]

    async def of_hr_alone(self, numbers: Collection[str]) -> frozenset[str]:
        alone = [each.code for each in categories().values() if each.of_hr_alone]
        rows = await CaseRecord.filter(number__in=sorted(numbers)) if numbers else []
        return frozenset(row.number for row in rows if _case(row, UTC).category in alone)

    async def pointed_out(self, charge: Charge, *, by: Act) -> None:
        about = {"kind": charge.kind.name, "category": charge.category, "group": charge.group}
        await trail.record(by, "case.pointed_out", f"person:{charge.target}", **about)

    async def between(self, begins: datetime, ends: datetime, now: datetime) -> Sequence[Case]:
        rows = CaseRecord.filter(confirmed_at__gte=begins, confirmed_at__lt=ends).order_by("confirmed_at", "number")
        return [_case(row, now.tzinfo) for row in await rows]

    async def note(self, number: str, kind: Noted, text: str = "", *, by: Act) -> None:
        await self._note(number, kind, text, by)

    async def _note(self, number: str, noted: Noted, text: str, by: Act, **details: str | None) -> None:
        sealed = self._seal.seal_text(text, _about(number, "note"))
        await CaseNoteRecord.create(number=number, at=by.at, by=by.actor, kind=noted, text=sealed)
        await trail.record(by, f"case.{noted.name.lower()}", _subject(number), **details)

    async def notes(self, number: str) -> Sequence[Note]:
        rows = await CaseNoteRecord.filter(number=number).order_by("id")
        return [
            Note(row.at, row.by, Noted(row.kind), self._opened(row.text, _about(number, "note")) or "") for row in rows
        ]

    async def prove(self, evidence: Evidence, *, by: Act) -> None:
        number, digest = evidence.number, evidence.digest
        sealed = self._seal.seal_text(evidence.text or "", _about(number, "evidence"))
        await EvidenceRecord.create(number=number, digest=digest, by=evidence.by, at=evidence.at, sealed=sealed)
        await trail.record(by, "case.proved", _subject(number), digest=digest)

    async def evidence(self, number: str) -> Sequence[Evidence]:
        rows = await EvidenceRecord.filter(number=number).order_by("id")
        return [
            Evidence(number, row.digest, UserId(row.by), row.at, self._opened(row.sealed, _about(number, "evidence")))
            for row in rows
        ]

    def _opened(self, sealed: str, about: str) -> str | None:
        try:
            return self._seal.open_text(sealed, about)
        except UnopenableError:
            return None


def _columns(case: Case) -> Mapping[str, Any]:
    return {
        "target": case.target,
        "group": case.group,
        "confirmed_at": case.confirmed_at,
        "act": case.act,
        "version": case.version,
        "charged": msgspec.json.encode(case).decode(),
    }


def _case(row: CaseRecord, zone: tzinfo | None) -> Case:
    case = msgspec.json.decode(row.charged, type=Case)
    times = {name: at.astimezone(zone) for name in _TIMES if (at := getattr(case, name))}
    return replace(case, **times)


def _about(number: str, what: str) -> str:
    return f"case:{number}:{what}"


def _subject(number: str) -> str:
    return f"case:{number}"
