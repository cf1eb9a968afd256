"""Appeals, mediation and praise. What people say of each other is under seal; the trail has numbers and outcomes."""

from collections.abc import Collection, Sequence
from dataclasses import fields, replace
from datetime import datetime, tzinfo
from typing import Any, TypeVar

import msgspec

from bot.domain.moderation.appeals.appeal import Appeal, Statement
from bot.domain.moderation.mediation.dispute import Dispute
from bot.domain.moderation.praising.praise import Praise
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.fairness import (
    AppealRecord,
    AppealStatementRecord,
    DisputeNoteRecord,
    DisputeRecord,
    PraiseRecord,
)
from bot.storage.privacy.held import not_held
from bot.storage.privacy.sealing import Seal, UnopenableError

T = TypeVar("T", Appeal, Dispute)


class _Sealed:
    """`seal`: of all words; without one, nobody reads them after this table is gone."""

    def __init__(self, seal: Seal | None = None) -> None:
        self._seal = seal or Seal.fresh()

    def _closed(self, text: str, about: str) -> str:
        return self._seal.seal_text(text, about) if text else ""

    def _opened(self, sealed: str, about: str) -> str | None:
        try:
            return self._seal.open_text(sealed, about) if sealed else ""
        except UnopenableError:
            return None


class AppealTable(_Sealed):
    async def add(self, appeal: Appeal, reason: str, *, by: Act) -> None:
        number = appeal.case
        sealed = self._closed(reason, f"appeal:{number}:reason")
        await AppealRecord.create(number=number, version=appeal.version, filed=_json(appeal), reason=sealed)
        await trail.record(by, "appeal.filed", f"case:{number}", judges=list(appeal.judges))

    async def get(self, case: str, now: datetime) -> Appeal | None:
        row = await AppealRecord.get_or_none(number=case)
        return _read(row.filed, Appeal, now.tzinfo) if row else None

    async def reason(self, case: str) -> str | None:
        row = await AppealRecord.get_or_none(number=case)
        return self._opened(row.reason, f"appeal:{case}:reason") if row else ""

    async def state(self, case: str, text: str, *, by: Act) -> None:
        sealed = self._closed(text, f"appeal:{case}:statement")
        await AppealStatementRecord.create(number=case, at=by.at, by=by.actor, text=sealed)
        await trail.record(by, "appeal.stated", f"case:{case}")

    async def statements(self, case: str, now: datetime) -> Sequence[Statement]:
        rows = await AppealStatementRecord.filter(number=case).order_by("id")
        about = f"appeal:{case}:statement"
        return [Statement(UserId(row.by), row.at.astimezone(now.tzinfo), self._opened(row.text, about)) for row in rows]

    async def open_ones(self, now: datetime) -> Sequence[Appeal]:
        rows = await AppealRecord.filter(answer="").order_by("number")
        found = [_read(row.filed, Appeal, now.tzinfo) for row in rows]
        return [each for each in found if each.is_open]

    async def answer(self, case: str) -> str | None:
        row = await AppealRecord.get_or_none(number=case)
        return self._opened(row.answer, f"appeal:{case}:answer") if row else ""

    async def save(self, appeal: Appeal, answer: str = "", *, was: int, by: Act) -> bool:
        number, same = appeal.case, AppealRecord.filter(number=appeal.case, version=was)
        sealed = self._closed(answer, f"appeal:{number}:answer")
        if not await same.update(version=appeal.version, filed=_json(appeal), answer=sealed):
            return False
        if appeal.ruling:
            await trail.record(by, "appeal.ruled", f"case:{number}", ruling=appeal.ruling.name)
        else:
            await trail.record(by, "appeal.passed_on", f"case:{number}", judges=list(appeal.judges))
        return True


class DisputeTable(_Sealed):
    async def add(self, dispute: Dispute, matter: str, *, by: Act) -> None:
        number = dispute.number
        await DisputeRecord.create(
            number=number,
            mediator=dispute.mediator,
            version=dispute.version,
            opened=_json(dispute),
            matter=self._closed(matter, f"dispute:{number}:matter"),
        )
        await self._note(dispute, "", by)

    async def get(self, number: str, now: datetime) -> Dispute | None:
        row = await DisputeRecord.get_or_none(number=number)
        return _read(row.opened, Dispute, now.tzinfo) if row else None

    async def matter(self, number: str) -> str | None:
        row = await DisputeRecord.get_or_none(number=number)
        return self._opened(row.matter, f"dispute:{number}:matter") if row else ""

    async def open_ones(self, now: datetime) -> Sequence[Dispute]:
        rows = await DisputeRecord.filter(closed_at__isnull=True).order_by("number")
        return [_read(row.opened, Dispute, now.tzinfo) for row in rows]

    async def save(self, dispute: Dispute, text: str = "", *, was: int, by: Act) -> bool:
        same = DisputeRecord.filter(number=dispute.number, version=was)
        changed = {"version": dispute.version, "closed_at": dispute.closed_at, "opened": _json(dispute)}
        if not await same.update(mediator=dispute.mediator, **changed):
            return False
        await self._note(dispute, text, by)
        return True

    async def result(self, number: str) -> str | None:
        row = await DisputeNoteRecord.filter(number=number).exclude(text="").order_by("-id").first()
        return self._opened(row.text, f"dispute:{number}:note") if row else ""

    async def _note(self, dispute: Dispute, text: str, by: Act) -> None:
        number, sealed = dispute.number, self._closed(text, f"dispute:{dispute.number}:note")
        await DisputeNoteRecord.create(number=number, at=by.at, by=by.actor, state=dispute.state, text=sealed)
        await trail.record(by, f"dispute.{dispute.state.name.lower()}", f"dispute:{number}")


class PraiseTable:
    async def add(self, praise: Praise, *, by: Act) -> None:
        await PraiseRecord.create(**{each.name: getattr(praise, each.name) for each in fields(praise)})
        await trail.record(by, "praise.given", f"praise:{praise.number}", person=praise.person)

    async def of(self, person: UserId, since: datetime, now: datetime) -> Sequence[Praise]:
        rows = await PraiseRecord.filter(person=person, at__gte=since).order_by("at", "number")
        return [_praise(row, now.tzinfo) for row in rows]

    async def forget(self, before: datetime, *, at_most: int, by: Act, held: Collection[str] = ()) -> int:
        rows = not_held(PraiseRecord.filter(at__lt=before), held, "number", "person", "by", "approver")
        old = await rows.order_by("at", "number").limit(at_most)
        await PraiseRecord.filter(number__in=[row.number for row in old]).delete()
        if old:
            await trail.record(by, "praises.forgotten", "records", number=len(old))
        return len(old)

    async def all(self, since: datetime, now: datetime) -> Sequence[Praise]:
        rows = await PraiseRecord.filter(at__gte=since).order_by("at", "number")
        return [_praise(row, now.tzinfo) for row in rows]


def _json(value: Appeal | Dispute) -> str:
    return msgspec.json.encode(value).decode()


def _read(text: str, kind: type[T], zone: tzinfo | None) -> T:
    value = msgspec.json.decode(text, type=kind)
    kept = {each.name: getattr(value, each.name) for each in fields(value)}
    times: dict[str, Any] = {name: at.astimezone(zone) for name, at in kept.items() if isinstance(at, datetime)}
    return replace(value, **times)


def _praise(row: PraiseRecord, zone: tzinfo | None) -> Praise:
    return Praise(
        number=row.number,
        person=UserId(row.person),
        by=UserId(row.by),
        approver=UserId(row.approver),
        reason=row.reason,
        at=row.at.astimezone(zone),
        group=GroupId(row.group) if row.group else None,
    )
