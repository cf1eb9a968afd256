"""What people ask the desk. Words are under seal; the trail has numbers, topics and states."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime, tzinfo
from typing import Any, Final

from bot.domain.desk.enquiry import Enquiry, Kind, Line, Score, State, Told, Verdict
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine import locks
from bot.storage.models.desk import EnquiryLineRecord, EnquiryRecord
from bot.storage.privacy.sealing import Seal, UnopenableError

NOBODY: Final = UserId("")  # in place of whoever asked, once its words are gone


class EnquiryTable:
    """`seal`: of all words; without one, nobody reads them after this table is gone."""

    def __init__(self, seal: Seal | None = None) -> None:
        self._seal = seal or Seal.fresh()

    async def hold(self, asker: UserId) -> None:
        await locks.hold(EnquiryRecord, f"enquiry:{asker}")

    async def add(self, enquiry: Enquiry, text: str, *, by: Act) -> None:
        await EnquiryRecord.create(**_columns(enquiry))
        await self._write(enquiry.number, Told.FILED, text, by)
        await trail.record(by, "enquiry.filed", _subject(enquiry.number), topic=enquiry.topic, state=enquiry.state.name)

    async def get(self, number: str, now: datetime) -> Enquiry | None:
        row = await EnquiryRecord.get_or_none(number=number)
        return _enquiry(row, now.tzinfo) if row else None

    async def save(self, enquiry: Enquiry, kind: Told, text: str = "", *, was: int, by: Act) -> bool:
        columns = _columns(enquiry)
        del columns["number"]
        if not await EnquiryRecord.filter(number=enquiry.number, version=was).update(**columns):
            return False
        await self.note(enquiry.number, kind, text, by=by)
        return True

    async def note(self, number: str, kind: Told, text: str = "", *, by: Act) -> None:
        await self._write(number, kind, text, by)
        await trail.record(by, f"enquiry.{kind.name.lower()}", _subject(number))

    async def text(self, number: str) -> str | None:
        row = await EnquiryLineRecord.filter(number=number).order_by("id").first()
        return self._opened(row) if row else None

    async def lines(self, number: str) -> Sequence[Line]:
        rows = await EnquiryLineRecord.filter(number=number).order_by("id")
        return [Line(row.at, row.by, Told(row.kind), self._opened(row)) for row in rows]

    async def open_ones(self, now: datetime) -> Sequence[Enquiry]:
        rows = await EnquiryRecord.filter(is_open=True).order_by("asked_at", "number")
        return [_enquiry(row, now.tzinfo) for row in rows]

    async def of(self, asker: UserId, now: datetime, *, most: int) -> Sequence[Enquiry]:
        rows = await EnquiryRecord.filter(asker=asker).order_by("-asked_at", "-number").limit(most)
        return [_enquiry(row, now.tzinfo) for row in rows]

    async def count(self, asker: UserId, *, since: datetime) -> int:
        return await EnquiryRecord.filter(asker=asker, asked_at__gte=since).count()

    async def in_state(self, states: Collection[State], kind: Kind, now: datetime) -> Sequence[Enquiry]:
        rows = await EnquiryRecord.filter(kind=kind, state__in=list(states)).order_by("-asked_at", "-number")
        return [_enquiry(row, now.tzinfo) for row in rows]

    async def between(self, first: datetime, last: datetime) -> Sequence[Enquiry]:
        rows = await EnquiryRecord.filter(asked_at__gte=first, asked_at__lt=last).order_by("asked_at", "number")
        return [_enquiry(row, first.tzinfo) for row in rows]

    async def forget(self, number: str, *, by: Act) -> None:
        gone = await EnquiryLineRecord.filter(number=number).delete()
        unnamed = await EnquiryRecord.filter(number=number).exclude(asker=NOBODY).update(asker=NOBODY, holder=None)
        if gone or unnamed:
            await trail.record(by, "enquiry.forgotten", _subject(number))

    async def _write(self, number: str, kind: Told, text: str, by: Act) -> None:
        sealed = self._seal.seal_text(text, _about(number))
        await EnquiryLineRecord.create(number=number, at=by.at, by=by.actor, kind=kind, text=sealed)

    def _opened(self, row: EnquiryLineRecord) -> str | None:
        try:
            return self._seal.open_text(row.text, _about(row.number))
        except UnopenableError:
            return None


def _about(number: str) -> str:
    return f"enquiry:{number}:line"


def _subject(number: str) -> str:
    return f"enquiry:{number}"


def _columns(enquiry: Enquiry) -> dict[str, Any]:
    return {**asdict(enquiry), "is_open": enquiry.state.is_open}


def _enquiry(row: EnquiryRecord, zone: tzinfo | None) -> Enquiry:
    return Enquiry(
        number=row.number,
        kind=Kind(row.kind),
        asker=UserId(row.asker),
        department=row.department,
        topic=row.topic,
        asked_at=row.asked_at.astimezone(zone),
        state=State(row.state),
        group=GroupId(row.group) if row.group else None,
        holder=UserId(row.holder) if row.holder else None,
        taken_at=_in(zone, row.taken_at),
        answered_at=_in(zone, row.answered_at),
        closed_at=_in(zone, row.closed_at),
        score=Score(row.score) if row.score else None,
        verdict=Verdict(row.verdict) if row.verdict else None,
        reopened=row.reopened,
        version=row.version,
    )


def _in(zone: tzinfo | None, moment: datetime | None) -> datetime | None:
    return moment.astimezone(zone) if moment else None
