"""Licences for special work, which end: 特种作业人员安全技术培训考核管理规定 art. 21, every three years a review."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.domain.dates import full_day
from bot.identifiers import UserId

REMINDED: Final = (60, 30, 7)  # days before the end
KINDS: Final = (
    "低压电工",
    "高压电工",
    "电工",
    "焊接",
    "焊工",
    "高处作业",
    "叉车",
    "起重",
    "锅炉",
    "压力容器",
    "电梯",
    "危化品",
)


@dataclass(frozen=True, slots=True)
class Certificate:
    """The last word on one kind of one person counts; `ends` is its last day."""

    user: UserId
    kind: str
    ends: date

    def said(self) -> str:
        return f"{self.kind} 到{full_day(self.ends)}"


def reminders(ends: date) -> dict[str, date]:
    """By the kind of their timer: on which days."""
    return {f"{days}:{ends.isoformat()}": ends - timedelta(days=days) for days in REMINDED}
