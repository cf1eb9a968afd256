"""Who looked at what is private, in the transaction of the look itself: no view without its line."""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.domain.data_views import DataView, What
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.privacy import DataViewRecord


class DataViewTable:
    async def note(self, view: DataView, *, by: Act) -> None:
        await DataViewRecord.create(
            at=view.at, viewer=view.viewer, whose=view.whose, what=view.what, about=view.about, why=view.why
        )
        await trail.record(by, "data.viewed", f"person:{view.whose}", what=view.what.name, about=view.about)

    async def of(self, whose: UserId, now: datetime, *, most: int) -> Sequence[DataView]:
        rows = await DataViewRecord.filter(whose=whose).order_by("-id").limit(most)
        return [
            DataView(
                row.at.astimezone(now.tzinfo), UserId(row.viewer), UserId(row.whose), What(row.what), row.about, row.why
            )
            for row in rows
        ]

    async def count(self, whose: UserId) -> int:
        return await DataViewRecord.filter(whose=whose).count()

    async def forget(self, before: datetime, *, by: Act, held: Collection[str] = ()) -> None:
        rows = DataViewRecord.filter(at__lt=before)
        if held:
            rows = rows.exclude(whose__in=sorted(held)).exclude(viewer__in=sorted(held))
        if gone := await rows.delete():
            await trail.record(by, "data_views.forgotten", "data_views", count=gone)
