"""What is to be done to groups in WeCom, and what became of it."""

from collections.abc import Sequence
from typing import Any, Final

from bot.domain.groups.errands import Deed, Errand, ErrandState
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.groups import ErrandRecord

OPEN: Final = [ErrandState.TO_DO, ErrandState.ASKED]


class ErrandTable:
    async def add(self, errand: Errand, *, by: Act) -> Errand:
        row = await ErrandRecord.create(at=by.at, **_columns(errand))
        added = _errand(row)
        await trail.record(by, "errand.added", _subject(added), deed=errand.deed, cause=errand.cause)
        return added

    async def get(self, number: int) -> Errand | None:
        row = await ErrandRecord.get_or_none(number=number)
        return _errand(row) if row else None

    async def open_ones(self, group: GroupId | None = None) -> Sequence[Errand]:
        rows = ErrandRecord.filter(state__in=OPEN)
        return [_errand(row) for row in await (rows.filter(group_id=group) if group else rows).order_by("number")]

    async def of_cause(self, cause: str) -> Sequence[Errand]:
        return [_errand(row) for row in await ErrandRecord.filter(cause=cause).order_by("number")]

    async def past(
        self, group: GroupId, deed: Deed, *, user: UserId | None = None, guest: str = ""
    ) -> Sequence[Errand]:
        rows = await ErrandRecord.filter(group_id=group, deed=deed, guest=guest).order_by("-number")
        return [_errand(row) for row in rows if user is None or user in row.people]

    async def done_unchecked(self, group: GroupId) -> Sequence[Errand]:
        rows = ErrandRecord.filter(group_id=group, state=ErrandState.DONE, by__isnull=False, checked__isnull=True)
        return [_errand(row) for row in await rows.order_by("number")]

    async def save(self, errand: Errand, *, was: ErrandState, by: Act) -> bool:
        if not await ErrandRecord.filter(number=errand.number, state=was).update(**_columns(errand)):
            return False
        await trail.record(by, f"errand.{errand.state.name.lower()}", _subject(errand), deed=errand.deed, by=errand.by)
        return True


def _columns(errand: Errand) -> dict[str, Any]:
    return {
        "group_id": errand.group,
        "deed": errand.deed,
        "cause": errand.cause,
        "asker": errand.asker,
        "people": list(errand.people),
        "guest": errand.guest,
        "wish": errand.wish,
        "reason": errand.reason,
        "exempt": errand.exempt,
        "expires_on": errand.expires_on,
        "helper": errand.helper,
        "state": errand.state,
        "by": errand.by,
        "due_at": errand.due_at,
        "checked": errand.checked,
    }


def _errand(row: ErrandRecord) -> Errand:
    return Errand(
        group=GroupId(row.group_id),
        deed=Deed(row.deed),
        cause=row.cause,
        asker=UserId(row.asker),
        people=tuple(map(UserId, row.people)),
        guest=row.guest,
        wish=row.wish,
        reason=row.reason,
        exempt=row.exempt,
        expires_on=row.expires_on,
        helper=UserId(row.helper) if row.helper else None,
        state=ErrandState(row.state),
        by=UserId(row.by) if row.by else None,
        due_at=row.due_at,
        checked=row.checked,
        number=row.number,
    )


def _subject(errand: Errand) -> str:
    return f"errand:{errand.number}"
