"""Rosters, a row for each person's month. Only ever added to: the last word on each counts."""

from collections.abc import Mapping, Sequence
from datetime import date
from sys import intern
from typing import Final

from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine.locks import hold
from bot.storage.models.duties import DutyRecord

AT_ONCE: Final = 1_000  # rows of one statement


class DutyTable:
    """`writes`: how often something was written here by this process, whatever became of it."""

    def __init__(self) -> None:
        self.writes = 0

    async def add(self, month: date, cells: Mapping[UserId, str], *, by: Act) -> None:
        if not cells:
            return
        self.writes += 1
        await hold(DutyRecord, "duties")  # numbers are given in the order of commits: `since` misses none
        rows = [
            DutyRecord(user=user, month=month, cells=line, written_by=by.actor, written_at=by.at)
            for user, line in cells.items()
        ]
        await DutyRecord.bulk_create(rows, batch_size=AT_ONCE)
        await trail.record(by, "duties.written", f"duties:{month:%Y-%m}", people=len(cells))

    async def months(self, user: UserId) -> Sequence[date]:
        return sorted({row.month for row in await DutyRecord.filter(user=user).only("month")})

    async def version(self) -> int:
        """Grows with whatever is written, in whichever process."""
        row = await DutyRecord.all().order_by("-id").first()
        return int(row.id) if row else 0

    async def since(self, version: int, *, first: date) -> Mapping[UserId, Mapping[date, str]]:
        """What was written since then, of months that begin on `first` or later."""
        found: dict[UserId, dict[date, str]] = {}
        rows = DutyRecord.filter(id__gt=version, month__gte=first).order_by("id")
        for user, month, cells in await rows.values_list("user", "month", "cells"):
            found.setdefault(UserId(user), {})[month] = intern(cells)
        return found
