"""Reports of accidents, and what was added to each; nothing is ever overwritten but where a report stands."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.safety.accidents.reports import (
    Accident,
    AccidentKind,
    AccidentState,
    CompanyLevel,
    Facts,
    Note,
    NoteKind,
)
from bot.identifiers import ChatId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine import locks
from bot.storage.models.safety import AccidentNoteRecord, AccidentRecord

_UNDECIDED = [AccidentState.OPEN, AccidentState.TAKEN]


class AccidentTable:
    async def decide_alone(self) -> None:
        await locks.hold(AccidentRecord, "accidents")

    async def open(self, number: str, facts: Facts, *, chat: ChatId | None, by: Act) -> Accident:
        row = await AccidentRecord.create(
            number=number,
            state=AccidentState.OPEN,
            kind=facts.kind,
            level=facts.level,
            urgent=facts.urgent,
            place=facts.place,
            injured=facts.injured,
            happened_at=facts.at,
            text=facts.text,
            reporter=by.actor,
            chat=chat,
            reported_at=by.at,
            last_heard=by.at,
        )
        await trail.record(by, "accident.reported", _subject(number), kind=facts.kind.name, urgent=facts.urgent)
        return accident_of(row)

    async def get(self, number: str) -> Accident | None:
        row = await AccidentRecord.get_or_none(number=number)
        return accident_of(row) if row else None

    async def heard_since(self, moment: datetime) -> Sequence[Accident]:
        rows = AccidentRecord.filter(last_heard__gte=moment, state__in=_UNDECIDED).order_by("-last_heard", "-id")
        return [accident_of(row) for row in await rows]

    async def add(self, accident: Accident, text: str, kind: NoteKind, *, place: str | None = None, by: Act) -> None:
        await AccidentNoteRecord.create(number=accident.number, at=by.at, by=by.actor, kind=kind, text=text)
        await AccidentRecord.filter(number=accident.number).update(last_heard=by.at)
        if place:
            await AccidentRecord.filter(number=accident.number, place__isnull=True).update(place=place)
        await trail.record(by, f"accident.{kind}", _subject(accident.number))

    async def log(self, number: str, kind: NoteKind, about: UserId, text: str = "", *, at: datetime) -> None:
        await AccidentNoteRecord.create(number=number, at=at, by=about, kind=kind, text=text)

    async def notes(self, number: str) -> Sequence[Note]:
        rows = await AccidentNoteRecord.filter(number=number).order_by("id")
        return [Note(row.at, UserId(row.by), NoteKind(row.kind), row.text) for row in rows]

    async def added_by(self, user: UserId, *, since: datetime) -> int:
        heard = AccidentRecord.filter(last_heard__gt=since)
        numbers = await heard.values_list("number", flat=True)
        notes = AccidentNoteRecord.filter(number__in=list(map(str, numbers)), by=user, at__gt=since)
        return await notes.filter(kind__in=[kind for kind in NoteKind if kind.is_told]).count()

    async def told_by(self, user: UserId, *, since: datetime) -> Sequence[datetime]:
        first = AccidentRecord.filter(reporter=user, reported_at__gte=since)
        again = AccidentNoteRecord.filter(by=user, kind=NoteKind.REPEAT, at__gte=since)
        return [*(row.reported_at for row in await first), *(row.at for row in await again)]

    async def take(self, accident: Accident, *, by: Act) -> bool:
        waiting = AccidentRecord.filter(number=accident.number, state=AccidentState.OPEN)
        if not await waiting.update(state=AccidentState.TAKEN, taken_by=by.actor, taken_at=by.at):
            return False
        await self.log(accident.number, NoteKind.TAKEN, UserId(by.actor), at=by.at)
        await trail.record(by, "accident.taken", _subject(accident.number))
        return True

    async def release(self, accident: Accident, *, by: Act) -> bool:
        held = AccidentRecord.filter(number=accident.number, state=AccidentState.TAKEN, taken_by=by.actor)
        if not await held.update(state=AccidentState.OPEN, taken_by=None, taken_at=None):
            return False
        await trail.record(by, "accident.released", _subject(accident.number))
        return True

    async def close(self, accident: Accident, state: AccidentState, *, why: str = "", by: Act) -> bool:
        undecided = AccidentRecord.filter(number=accident.number, state__in=_UNDECIDED)
        if not await undecided.update(state=state, closed_by=by.actor, closed_at=by.at):
            return False
        await self.log(accident.number, NoteKind.CLOSED, UserId(by.actor), why, at=by.at)
        await trail.record(by, "accident.closed", _subject(accident.number), state=state.name)
        return True

    async def between(self, begins: datetime, ends: datetime) -> Sequence[Accident]:
        rows = AccidentRecord.filter(reported_at__gte=begins, reported_at__lt=ends).order_by("reported_at", "id")
        return [accident_of(row) for row in await rows]

    async def closed_since(self, moment: datetime) -> Sequence[Accident]:
        rows = AccidentRecord.filter(closed_at__gte=moment).order_by("-closed_at", "-id")
        return [accident_of(row) for row in await rows]

    async def reopen(self, accident: Accident, *, by: Act) -> bool:
        closed = AccidentRecord.filter(number=accident.number, state=accident.state, closed_at__isnull=False)
        fresh = {"taken_by": None, "taken_at": None, "closed_by": None, "closed_at": None, "last_heard": by.at}
        if not await closed.update(state=AccidentState.OPEN, **fresh):
            return False
        await self.log(accident.number, NoteKind.REOPENED, UserId(by.actor), at=by.at)
        await trail.record(by, "accident.reopened", _subject(accident.number))
        return True


def _subject(number: str) -> str:
    return f"accident:{number}"


def accident_of(row: AccidentRecord) -> Accident:
    facts = Facts(
        text=row.text,
        urgent=row.urgent,
        kind=AccidentKind(row.kind),
        place=row.place,
        at=row.happened_at,
        injured=row.injured,
        level=CompanyLevel(row.level) if row.level else None,
    )
    return Accident(
        number=row.number,
        facts=facts,
        reporter=UserId(row.reporter),
        reported_at=row.reported_at,
        last_heard=row.last_heard,
        state=AccidentState(row.state),
        chat=ChatId(row.chat) if row.chat else None,
        taken_by=_user(row.taken_by),
        taken_at=row.taken_at,
        closed_by=_user(row.closed_by),
        closed_at=row.closed_at,
    )


def _user(written: str | None) -> UserId | None:
    return UserId(written) if written else None
