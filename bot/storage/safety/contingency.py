"""Plans for emergencies. The trail has numbers and states, never words."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from bot.domain.safety.contingency.plan import Contingency, Enclosure, PlanState
from bot.identifiers import FileId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.contingency import ContingencyFileRecord, ContingencyReadingRecord, ContingencyRecord


class ContingencyTable:
    async def add(self, plan: Contingency, *, by: Act) -> None:
        await ContingencyRecord.create(
            number=plan.number,
            state=plan.state,
            author=plan.author,
            written_at=by.at,
            version=plan.version,
            plan=_written(plan),
        )
        await trail.record(by, "contingency.written", _subject(plan.number))

    async def get(self, number: str) -> Contingency | None:
        row = await ContingencyRecord.get_or_none(number=number)
        return _plan(row) if row else None

    async def save(self, plan: Contingency, *, was: int, by: Act) -> bool:
        mine = ContingencyRecord.filter(number=plan.number, version=was)
        if not await mine.update(state=plan.state, version=plan.version, plan=_written(plan)):
            return False
        await trail.record(by, "contingency.changed", _subject(plan.number), state=plan.state.name)
        return True

    async def valid(self) -> Sequence[Contingency]:
        return [_plan(row) for row in await ContingencyRecord.filter(state=PlanState.VALID).order_by("number")]

    async def draft_of(self, user: UserId, *, since: datetime) -> Contingency | None:
        mine = ContingencyRecord.filter(author=user, state=PlanState.DRAFT, written_at__gte=since)
        row = await mine.order_by("-written_at", "-number").first()
        return _plan(row) if row else None

    async def enclose(self, number: str, enclosure: Enclosure, *, by: Act) -> bool:
        _, new = await ContingencyFileRecord.get_or_create({"name": enclosure.name}, number=number, file=enclosure.file)
        if new:
            await trail.record(by, "contingency.enclosed", _subject(number))
        return new

    async def enclosures(self, number: str) -> Sequence[Enclosure]:
        rows = await ContingencyFileRecord.filter(number=number).order_by("id")
        return [Enclosure(FileId(row.file), row.name) for row in rows]

    async def read_by(self, number: str, user: UserId, *, by: Act) -> bool:
        _, new = await ContingencyReadingRecord.get_or_create({"at": by.at}, number=number, user=user)
        if new:
            await trail.record(by, "contingency.read", _subject(number))
        return new

    async def readers(self, number: str) -> frozenset[UserId]:
        users = await ContingencyReadingRecord.filter(number=number).values_list("user", flat=True)
        return frozenset(UserId(str(user)) for user in users)


def _written(plan: Contingency) -> str:
    return msgspec.json.encode(plan).decode()


def _plan(row: ContingencyRecord) -> Contingency:
    return msgspec.json.decode(row.plan, type=Contingency)


def _subject(number: str) -> str:
    return f"contingency:{number}"
