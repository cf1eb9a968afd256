"""What people want of what is kept about them: the trail has numbers and states, the words are under seal."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.privacy.wishes import Wanted, Wish, WishState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.data_wishes import DataWishRecord
from bot.storage.privacy.sealing import Seal, UnopenableError


class DataWishTable:
    """`seal`: of the words; without one, nobody reads them after this table is gone."""

    def __init__(self, seal: Seal | None = None) -> None:
        self._seal = seal or Seal.fresh()

    async def add(self, wish: Wish, text: str, *, by: Act) -> None:
        sealed = self._seal.seal_text(text, _about(wish.number, "text"))
        await DataWishRecord.create(number=wish.number, text=sealed, answer="", **_columns(wish))
        await trail.record(by, "data_wish.asked", _subject(wish.number), wanted=wish.wanted.name)

    async def get(self, number: str, now: datetime) -> Wish | None:
        row = await DataWishRecord.get_or_none(number=number)
        return _wish(row, now) if row else None

    async def text(self, number: str) -> str | None:
        row = await DataWishRecord.get_or_none(number=number)
        try:
            return self._seal.open_text(row.text, _about(number, "text")) if row else None
        except UnopenableError:
            return None

    async def waiting(self, now: datetime, user: UserId | None = None) -> Sequence[Wish]:
        rows = DataWishRecord.filter(closed_at__isnull=True)
        return [_wish(row, now) for row in await (rows.filter(user=user) if user else rows).order_by("number")]

    async def save(self, wish: Wish, answer: str, *, was: int, by: Act) -> bool:
        sealed = self._seal.seal_text(answer, _about(wish.number, "answer"))
        if not await DataWishRecord.filter(number=wish.number, version=was).update(answer=sealed, **_columns(wish)):
            return False
        await trail.record(by, f"data_wish.{wish.state.name.lower()}", _subject(wish.number))
        return True

    async def forget(self, before: datetime, *, by: Act, held: Collection[str] = ()) -> None:
        rows = DataWishRecord.filter(closed_at__lt=before)
        if held:
            rows = rows.exclude(user__in=sorted(held)).exclude(number__in=sorted(held))
        if gone := await rows.delete():
            await trail.record(by, "data_wishes.forgotten", "records", number=gone)


def _columns(wish: Wish) -> Mapping[str, Any]:
    return {
        "user": wish.user,
        "wanted": wish.wanted,
        "asked_at": wish.asked_at,
        "due": wish.due,
        "state": wish.state,
        "handled_by": wish.handled_by,
        "closed_at": wish.closed_at,
        "version": wish.version,
    }


def _wish(row: DataWishRecord, now: datetime) -> Wish:
    return Wish(
        row.number,
        UserId(row.user),
        Wanted(row.wanted),
        row.asked_at.astimezone(now.tzinfo),
        row.due.astimezone(now.tzinfo),
        WishState(row.state),
        UserId(row.handled_by) if row.handled_by else None,
        row.closed_at.astimezone(now.tzinfo) if row.closed_at else None,
        row.version,
    )


def _about(number: str, what: str) -> str:
    return f"data_wish:{number}:{what}"


def _subject(number: str) -> str:
    return f"data_wish:{number}"
