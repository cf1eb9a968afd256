"""Sheets that people sign in on; what was put down on them is only ever added to."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from bot.domain.safety.sign_in.marks import Mark, Marked
from bot.domain.safety.sign_in.sheet import Sheet, SheetState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.sign_in import MarkRecord, SheetRecord


class SignInTable:
    async def open(self, sheet: Sheet, *, by: Act) -> None:
        await SheetRecord.create(
            number=sheet.number,
            title=sheet.title,
            leader=sheet.leader,
            starts=sheet.starts,
            place=sheet.place,
            note=sheet.note,
            seed=sheet.seed,
            state=sheet.state,
        )
        await trail.record(by, "sign_in.opened", _subject(sheet.number))

    async def get(self, number: str, now: datetime) -> Sheet | None:
        row = await SheetRecord.get_or_none(number=number)
        return _sheet(row, now) if row else None

    async def hold(self, number: str, now: datetime) -> Sheet | None:
        row = await SheetRecord.filter(number=number).select_for_update().first()
        return _sheet(row, now) if row else None

    async def close(self, number: str, state: SheetState, *, by: Act) -> None:
        await SheetRecord.filter(number=number).update(state=state)
        await trail.record(by, "sign_in.closed", _subject(number), state=state.name)

    async def move(self, number: str, starts: datetime, place: str, *, by: Act) -> None:
        await SheetRecord.filter(number=number).update(starts=starts, place=place)
        await trail.record(by, "sign_in.moved", _subject(number))

    async def mark(self, number: str, users: Iterable[UserId], mark: Mark, *, by: Act, why: str = "") -> None:
        marked = list(users)
        await MarkRecord.bulk_create(
            [MarkRecord(number=number, user=user, mark=mark, at=by.at, by=by.actor, why=why) for user in marked]
        )
        if mark is Mark.INVITED:
            await trail.record(by, "sign_in.invited", _subject(number), people=len(marked))
            return
        for user in marked:
            await trail.record(by, f"sign_in.{mark.name.lower()}", _subject(number), user=user)

    async def marks(self, number: str, now: datetime) -> Sequence[Marked]:
        return [_marked(row, now) for row in await MarkRecord.filter(number=number).order_by("id")]

    async def marks_on(self, numbers: Iterable[str], now: datetime) -> Mapping[str, Sequence[Marked]]:
        found: dict[str, list[Marked]] = {}
        for row in await MarkRecord.filter(number__in=list(numbers)).order_by("id"):
            found.setdefault(row.number, []).append(_marked(row, now))
        return found

    async def marks_of(self, user: UserId, numbers: Iterable[str], now: datetime) -> Mapping[str, Sequence[Marked]]:
        found: dict[str, list[Marked]] = {}
        for row in await MarkRecord.filter(user=user, number__in=list(numbers)).order_by("id"):
            found.setdefault(row.number, []).append(_marked(row, now))
        return found

    async def sheets_of(self, user: UserId, now: datetime) -> Sequence[str]:
        numbers = await MarkRecord.filter(user=user).distinct().values_list("number", flat=True)
        rows = await SheetRecord.filter(number__in=list(map(str, numbers))).order_by("starts", "number")
        return [row.number for row in rows]

    async def starting(self, first: datetime, last: datetime, now: datetime) -> Sequence[Sheet]:
        rows = SheetRecord.filter(starts__gte=first, starts__lte=last, state=SheetState.OPEN)
        return [_sheet(row, now) for row in await rows.order_by("starts", "number")]


def _sheet(row: SheetRecord, now: datetime) -> Sheet:
    return Sheet(
        number=row.number,
        title=row.title,
        leader=UserId(row.leader),
        starts=row.starts.astimezone(now.tzinfo),
        place=row.place,
        note=row.note,
        seed=row.seed,
        state=SheetState(row.state),
    )


def _marked(row: MarkRecord, now: datetime) -> Marked:
    return Marked(UserId(row.user), Mark(row.mark), row.at.astimezone(now.tzinfo), UserId(row.by), row.why)


def _subject(number: str) -> str:
    return f"sheet:{number}"
