"""Records that go by their date alone, each with the columns that name people and numbers that may be held."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from tortoise.models import Model
from tortoise.queryset import QuerySet

from bot.domain.groups.errands import ErrandState
from bot.storage.models.approvals import DelegationRecord
from bot.storage.models.attendance import PunchFixRecord, TripRecord
from bot.storage.models.duties import DutyRecord
from bot.storage.models.duty_roster import DutyTurnRecord
from bot.storage.models.group_checks import GroupCheckRecord
from bot.storage.models.groups import ErrandRecord
from bot.storage.models.leave_papers import LeavePaperRecord, OvertimeRecord
from bot.storage.models.office import FilingRecord
from bot.storage.models.privacy import SickWarningRecord
from bot.storage.models.reviews import ReviewRecord
from bot.storage.privacy.held import not_held


@dataclass(frozen=True, slots=True)
class _Aged:
    """`over`: the column that says when it was over, `day`: whether that is a date; `whose`: what may be held."""

    model: type[Model]
    over: str
    whose: tuple[str, ...] = ("user",)
    day: bool = True
    only: Mapping[str, Any] = field(default_factory=dict)


_NUMBERED: Final = ("user", "number")
_OVER: Final = {"state__in": [ErrandState.DONE, ErrandState.FAILED, ErrandState.DROPPED]}
_AGED: Final = (
    _Aged(TripRecord, "ends", _NUMBERED, day=False),
    _Aged(PunchFixRecord, "on_day", _NUMBERED),
    _Aged(OvertimeRecord, "day", _NUMBERED),
    _Aged(LeavePaperRecord, "on_day", _NUMBERED),
    _Aged(DutyRecord, "month"),
    _Aged(DutyTurnRecord, "day"),
    _Aged(FilingRecord, "wanted_at", _NUMBERED, day=False),
    _Aged(DelegationRecord, "end", ("principal", "deputy")),
    _Aged(GroupCheckRecord, "week"),
    _Aged(ReviewRecord, "closed_at", ("number",), day=False),
    _Aged(ErrandRecord, "at", ("asker", "cause"), day=False, only=_OVER),
)


def aged(before: datetime, held: Collection[str]) -> Iterator[QuerySet[Any]]:
    """What was over before then."""
    day = before.date()
    for each in _AGED:
        rows = each.model.filter(**{f"{each.over}__lt": day if each.day else before}, **each.only)
        yield not_held(rows, held, *each.whose)
    longest = SickWarningRecord.filter(since__lt=day.replace(year=day.year - 1))  # a window may last thirty months
    yield not_held(longest, held, "user")
