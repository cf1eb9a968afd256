"""What the safety calendar has said to whom, and who did what it asked for."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.safety_calendar import SafetyReceiptRecord, SafetyShownRecord


class SafetyCalendarTable:
    async def note(self, reader: str, entry: str, on: date, topic: str | None, *, by: Act) -> bool:
        _, new = await SafetyShownRecord.get_or_create({"topic": topic}, reader=reader, entry=entry, on_day=on)
        if new:
            await trail.record(by, "safety.said", f"reader:{reader}", entry=entry, topic=topic)
        return new

    async def said(self, on: date) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for reader, entry in await SafetyShownRecord.filter(on_day=on).values_list("reader", "entry"):
            found.setdefault(str(reader), set()).add(str(entry))
        return {reader: frozenset(entries) for reader, entries in found.items()}

    async def topics(self, reader: str) -> Sequence[str]:
        rows = SafetyShownRecord.filter(reader=reader, topic__isnull=False).order_by("id")
        return [str(key) for key in await rows.values_list("topic", flat=True)]

    async def topic_of(self, reader: str, entry: str, on: date) -> str | None:
        row = await SafetyShownRecord.get_or_none(reader=reader, entry=entry, on_day=on)
        return row.topic if row else None

    async def confirm(self, entry: str, on: date, user: UserId, *, by: Act) -> bool:
        _, new = await SafetyReceiptRecord.get_or_create({"at": by.at}, entry=entry, on_day=on, user=user)
        if new:
            await trail.record(by, "safety.done", f"user:{user}", entry=entry, on=on.isoformat())
        return new

    async def confirmed(self, entry: str, on: date) -> frozenset[UserId]:
        rows = await SafetyReceiptRecord.filter(entry=entry, on_day=on).values_list("user", flat=True)
        return frozenset(UserId(str(user)) for user in rows)
