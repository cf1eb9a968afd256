"""What keeps the bot itself going: jobs, and numbers given out."""

from datetime import date, datetime
from typing import Protocol


class Jobs(Protocol):
    async def hasten(self, name: str, due_at: datetime) -> None:
        """Let a job fall due earlier than planned."""
        ...


class Numbers(Protocol):
    async def next(self, prefix: str, day: date) -> str:
        """`RQ-20261122-001`, inside the transaction that makes the record: no gaps, never used twice."""
        ...
