"""Papers about ledgers of leave, and what is asked of all ledgers at once."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from bot.domain.leave.ledgers.entries import EntryKind
from bot.domain.leave.ledgers.papers import Paper, PaperKind, PaperState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.records.leave_papers import Ending
from bot.storage.audit import trail
from bot.storage.models.leave import LeaveEntryRecord
from bot.storage.models.leave_papers import LeavePaperRecord
from bot.storage.privacy.sealing import Seal

# What a credit has left, as bot.domain.leave.ledgers.entries.Entry.effect says; credits alone have a last day.
_ENDING: Final = """
SELECT "user" AS owner, type, MAX(year) AS year, MAX(until_day) AS until,
SUM(CASE kind WHEN '预留' THEN -amount WHEN '过期' THEN -amount WHEN '使用' THEN 0 ELSE amount END) AS rest
FROM leave_entry GROUP BY "user", type, lot
HAVING MAX(until_day) >= ':first' AND MAX(until_day) <= ':last'
AND SUM(CASE kind WHEN '预留' THEN -amount WHEN '过期' THEN -amount WHEN '使用' THEN 0 ELSE amount END) > 0
ORDER BY "user", type, MAX(until_day)
"""
_HUNDREDTH: Final = Decimal("0.01")


class LeavePaperTable:
    def __init__(self, seal: Seal | None = None) -> None:
        self._seal = seal or Seal.fresh()

    async def add(self, paper: Paper, *, by: Act) -> None:
        await LeavePaperRecord.create(
            number=paper.number,
            kind=paper.kind,
            user=paper.user,
            type=paper.type,
            year=paper.year,
            amount=paper.amount,
            text=self._seal.seal_text(paper.text, _about(paper.number)),
            written_by=paper.written_by,
            on_day=paper.on,
            state=paper.state,
        )
        await trail.record(by, "leave_paper.written", _subject(paper), kind=paper.kind.name, state=paper.state.name)

    async def get(self, number: str) -> Paper | None:
        row = await LeavePaperRecord.get_or_none(number=number)
        return self._paper(row) if row else None

    async def days(self, user: UserId) -> Sequence[date]:
        return [row.on_day for row in await LeavePaperRecord.filter(user=user).order_by("on_day", "number")]

    async def of_year(self, kind: PaperKind, year: int) -> Sequence[Paper]:
        rows = await LeavePaperRecord.filter(kind=kind, year=year).order_by("number")
        return [self._paper(row) for row in rows]

    async def change(self, paper: Paper, state: PaperState, *, by: Act) -> bool:
        if not await LeavePaperRecord.filter(number=paper.number, state=paper.state).update(state=state):
            return False
        await trail.record(by, f"leave_paper.{state.name.lower()}", _subject(paper))
        return True

    def _paper(self, row: LeavePaperRecord) -> Paper:
        return Paper(
            number=row.number,
            kind=PaperKind(row.kind),
            user=UserId(row.user),
            type=row.type,
            year=row.year,
            amount=Decimal(row.amount),
            text=self._seal.open_text(row.text, _about(row.number)),
            written_by=UserId(row.written_by),
            on=row.on_day,
            state=PaperState(row.state),
        )


class LeaveAccountTable:
    async def credited(self, year: int) -> frozenset[tuple[UserId, str]]:
        rows = LeaveEntryRecord.filter(year=year, kind=EntryKind.GRANTED).distinct().values_list("user", "type")
        return frozenset((UserId(str(user)), str(type_)) for user, type_ in await rows)

    async def ending(self, first: date, last: date) -> Sequence[Ending]:
        sql = _ENDING.replace(":first", first.isoformat()).replace(":last", last.isoformat())
        rows = await LeaveEntryRecord._meta.db.execute_query_dict(sql)
        return [
            Ending(
                UserId(row["owner"]),
                row["type"],
                int(row["year"]),
                date.fromisoformat(str(row["until"])),
                Decimal(row["rest"]).quantize(_HUNDREDTH),  # SQLite adds up in floats
            )
            for row in rows
        ]

    async def expired(self, year: int) -> Sequence[Ending]:
        rows = LeaveEntryRecord.filter(year=year, kind=EntryKind.EXPIRED).order_by("user", "id")
        return [Ending(UserId(row.user), row.type, row.year, row.on_day, Decimal(row.amount)) for row in await rows]


def _about(number: str) -> str:
    return f"leave_paper:{number}:text"


def _subject(paper: Paper) -> str:
    return f"leave_paper:{paper.number}"
