"""What is said of accidents once they were reported: rows that are only ever added."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.safety.accidents.evidence import Evidence
from bot.domain.safety.accidents.reports import Accident, AccidentState
from bot.domain.safety.accidents.statements import Statement, Topic
from bot.identifiers import FileId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.accident_cases import AccidentFactRecord, AccidentPhotoRecord
from bot.storage.models.safety import AccidentRecord
from bot.storage.safety.accidents import accident_of

_OVER = [state for state in AccidentState if state.is_closed]


class AccidentCaseTable:
    async def hold(self, number: str) -> Accident | None:
        row = await AccidentRecord.select_for_update().get_or_none(number=number)
        return accident_of(row) if row else None

    async def state(self, number: str, statement: Statement, *, by: Act) -> None:
        await AccidentFactRecord.create(
            number=number,
            at=statement.at,
            by=statement.by,
            topic=statement.topic,
            value=statement.value,
            old=statement.old,
            why=statement.why,
            agreed_by=statement.agreed_by,
        )
        await trail.record(by, "accident.stated", f"accident:{number}", topic=statement.topic.name)

    async def said(self, number: str) -> Sequence[Statement]:
        return [_statement(row) for row in await AccidentFactRecord.filter(number=number).order_by("id")]

    async def several(self, numbers: Sequence[str]) -> Mapping[str, Sequence[Statement]]:
        found: defaultdict[str, list[Statement]] = defaultdict(list)
        for row in await AccidentFactRecord.filter(number__in=list(numbers)).order_by("id"):
            found[row.number].append(_statement(row))
        return found

    async def add_photo(self, number: str, file: FileId, *, by: Act) -> bool:
        if await AccidentPhotoRecord.filter(number=number, file=file).exists():
            return False
        await AccidentPhotoRecord.create(number=number, file=file, at=by.at, by=by.actor)
        await trail.record(by, "accident.photo", f"accident:{number}")
        return True

    async def photos(self, number: str) -> Sequence[Evidence]:
        rows = await AccidentPhotoRecord.filter(number=number).order_by("at", "id")
        return [Evidence(FileId(row.file), row.at, row.by) for row in rows]

    async def open_ones(self) -> Sequence[Accident]:
        said = await AccidentFactRecord.filter(topic=Topic.CLOSED).values_list("number", flat=True)
        closed = frozenset(map(str, said))
        rows = AccidentRecord.exclude(state__in=_OVER).order_by("-id")
        return [accident_of(row) for row in await rows if row.number not in closed]

    async def reported(self, begins: datetime, ends: datetime) -> Sequence[Accident]:
        rows = AccidentRecord.filter(reported_at__gte=begins, reported_at__lt=ends).order_by("id")
        return [accident_of(row) for row in await rows]


def _statement(row: AccidentFactRecord) -> Statement:
    return Statement(
        at=row.at,
        by=UserId(row.by),
        topic=Topic(row.topic),
        value=row.value,
        old=row.old,
        why=row.why,
        agreed_by=UserId(row.agreed_by) if row.agreed_by else None,
    )
