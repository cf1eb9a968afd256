"""Groups that were approved and are to be made."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.foundings import Founding, FoundingState
from bot.domain.groups.group import Group
from bot.identifiers import ChatId, UserId
from bot.shapes.act import Act
from bot.storage import trail
from bot.storage.models.groups import FoundingRecord


class FoundingTable:
    async def add(self, founding: Founding, *, by: Act) -> None:
        await FoundingRecord.create(
            number=founding.number,
            type=founding.type,
            name=founding.name,
            owner=founding.owner,
            members=list(founding.members),
            chat=founding.chat,
            state=founding.state,
        )
        await trail.record(by, "founding.approved", f"request:{founding.number}", type=founding.type)

    async def get(self, number: str) -> Founding | None:
        row = await FoundingRecord.get_or_none(number=number)
        return _founding(row) if row else None

    async def to_make(self) -> Sequence[Founding]:
        rows = await FoundingRecord.filter(state=FoundingState.TO_MAKE).order_by("number")
        return [_founding(row) for row in rows]

    async def overdue(self, now: datetime) -> Sequence[Founding]:
        rows = await FoundingRecord.filter(state=FoundingState.ASKED, due_at__lte=now).order_by("number")
        return [_founding(row) for row in rows]

    async def next_due(self) -> datetime | None:
        row = await FoundingRecord.filter(state=FoundingState.ASKED, due_at__isnull=False).order_by("due_at").first()
        return row.due_at if row else None

    async def to_greet(self) -> Sequence[Founding]:
        rows = await FoundingRecord.filter(state=FoundingState.MADE, by__isnull=True, greeted=False).order_by("number")
        return [_founding(row) for row in rows]

    async def made(self) -> int:
        return await FoundingRecord.filter(state=FoundingState.MADE).count()

    async def groups(self) -> tuple[Group, ...]:
        rows = await FoundingRecord.filter(state=FoundingState.MADE).order_by("number")
        return tuple(_founding(row).group for row in rows)

    async def named(self, name: str) -> bool:
        """Whether a group of that name was made, or is going to be."""
        return await FoundingRecord.filter(name=name).exclude(state=FoundingState.FAILED).exists()

    async def save(self, founding: Founding, *, was: FoundingState, by: Act) -> bool:
        unchanged = FoundingRecord.filter(number=founding.number, state=was)
        if not await unchanged.update(
            state=founding.state, by=founding.by, due_at=founding.due_at, greeted=founding.greeted
        ):
            return False
        await trail.record(by, f"founding.{founding.state.name.lower()}", f"request:{founding.number}")
        return True


def _founding(row: FoundingRecord) -> Founding:
    return Founding(
        row.number,
        row.type,
        row.name,
        UserId(row.owner),
        tuple(map(UserId, row.members)),
        ChatId(row.chat),
        FoundingState(row.state),
        UserId(row.by) if row.by else None,
        row.due_at,
        row.greeted,
    )
