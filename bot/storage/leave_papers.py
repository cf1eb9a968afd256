"""Papers about ledgers of leave, and what is asked of all ledgers at once."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from bot.domain.leave.papers import Paper, PaperKind, PaperState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage import trail
from bot.storage.models.leave import LeaveEntryRecord
from bot.storage.models.leave_papers import LeavePaperRecord
from bot.storage.sealing import Seal

# What a credit has left, as bot.domain.leave.entries.Entry.effect says; credits alone have a last day.
_ENDED: Final = """
SELECT owner FROM (
    SELECT "user" AS owner FROM leave_entry GROUP BY "user", type, lot
    HAVING MAX(until_day) < ':on'
    AND SUM(CASE kind WHEN '预留' THEN -amount WHEN '过期' THEN -amount WHEN '使用' THEN 0 ELSE amount END) > 0
) AS credits GROUP BY owner ORDER BY owner
"""


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
    async def credited(self, year: int) -> frozenset[UserId]:
        users = await LeaveEntryRecord.filter(year=year).distinct().values_list("user", flat=True)
        return frozenset(UserId(str(user)) for user in users)

    async def ended(self, on: date) -> Sequence[UserId]:
        rows = await LeaveEntryRecord._meta.db.execute_query_dict(_ENDED.replace(":on", on.isoformat()))
        return [UserId(row["owner"]) for row in rows]

    async def ending(self, first: date, last: date) -> Sequence[UserId]:
        rows = LeaveEntryRecord.filter(until_day__gte=first, until_day__lte=last).order_by("user")
        return [UserId(str(user)) for user in await rows.distinct().values_list("user", flat=True)]

    async def note_look(self, user: UserId, *, by: Act) -> None:
        await trail.record(by, "leave_ledger.seen", f"leave_ledger:{user}")


def _about(number: str) -> str:
    return f"leave_paper:{number}:text"


def _subject(paper: Paper) -> str:
    return f"leave_paper:{paper.number}"
