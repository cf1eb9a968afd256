"""What is kept of safety goes in its time: hazards and rounds some years after they were over, trainings with people.

Accidents stay, and hazards that became one. What is held for a dispute (`held`: numbers and userids) stays too.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from tortoise.expressions import Q, Subquery
from tortoise.models import Model

from bot.domain.safety.hazards.hazard import HazardState
from bot.storage.models.contingency import ContingencyReadingRecord
from bot.storage.models.dept_reports import DeptReportRecord
from bot.storage.models.drills import DrillRecord
from bot.storage.models.hazards import HazardPhotoRecord, HazardRecord, HazardReporterRecord, HazardStepRecord
from bot.storage.models.inspections import InspectionRoundRecord
from bot.storage.models.retention import LeaverRecord
from bot.storage.models.safety_calendar import (
    QuizAnswerRecord,
    QuizHabitRecord,
    SafetyQuestionRecord,
    SafetyReceiptRecord,
    SafetyShownRecord,
)
from bot.storage.models.security import SecurityReceiptRecord
from bot.storage.models.sign_in import MarkRecord
from bot.storage.models.timers import TimerRecord
from bot.storage.models.training import (
    AnswerRecord,
    CertificateRecord,
    ExperiencePhotoRecord,
    ExperienceRecord,
    ExperienceVoteRecord,
)
from bot.storage.privacy.held import not_held

_OF_A_HAZARD: Final[tuple[type[Model], ...]] = (
    HazardPhotoRecord,
    HazardStepRecord,
    HazardReporterRecord,
    HazardRecord,
)
_OF_WHO_WAS_TAUGHT: Final[tuple[tuple[type[Model], str], ...]] = (
    (MarkRecord, "user"),
    (AnswerRecord, "user"),
    (CertificateRecord, "user"),
    (QuizAnswerRecord, "user"),
    (QuizHabitRecord, "user"),
    (ContingencyReadingRecord, "user"),
    (SecurityReceiptRecord, "user"),
    (SafetyQuestionRecord, "asker"),
    (ExperienceVoteRecord, "user"),
    (ExperienceRecord, "author"),
)
_TIMERS: Final = ("hazard-clock", "hazard-news")
_REMINDERS: Final = "hazard-reminders"


async def forget_cases(before: datetime, held: Collection[str], at_most: int) -> int:
    """Hazards that were over before then, rounds, drills, reports of departments, and who confirmed what the calendar
    asked: how many of the first two."""
    numbers = await _old_hazards(before, held, at_most)
    for model in _OF_A_HAZARD if numbers else ():
        await model.filter(number__in=numbers).delete()
    await TimerRecord.filter(job__in=_TIMERS, subject__in=numbers).delete() if numbers else None
    await TimerRecord.filter(job=_REMINDERS, rung_at__lt=before).delete()
    gone = len(numbers)
    rounds = not_held(InspectionRoundRecord.filter(opened_at__lt=before), held, "number", "inspector")
    old = (
        await rounds.order_by("opened_at").limit(at_most - gone).values_list("number", flat=True)
        if gone < at_most
        else ()
    )
    if old:
        await InspectionRoundRecord.filter(number__in=[str(each) for each in old]).delete()
    await SafetyReceiptRecord.filter(at__lt=before).exclude(user__in=_some(held)).delete()
    await SafetyShownRecord.filter(on_day__lt=before.date()).delete()
    await not_held(DrillRecord.filter(starts__lt=before), held, "number").delete()
    await not_held(DeptReportRecord.filter(last_day__lt=before.date()), held, "number").delete()
    return gone + len(old)


async def forget_taught(before: datetime, held: Collection[str], at_most: int) -> int:
    """All that is kept of trainings about people who had left before then: how many people."""
    left = LeaverRecord.filter(since__lt=before).exclude(user__in=_some(held)).order_by("since", "user")
    users = [str(user) for user in await left.values_list("user", flat=True)]
    kept = [user for user in users if await is_taught(user)][:at_most]
    for model, column in _OF_WHO_WAS_TAUGHT if kept else ():
        rows = model.filter(**{f"{column}__in": kept})
        await (not_held(rows, held, "number") if "number" in model._meta.fields else rows).delete()
    if kept:
        await _forget_around_experiences()
    return len(kept)


async def _forget_around_experiences() -> None:
    """Pictures and votes of those that are gone."""
    there = Subquery(ExperienceRecord.all().values("number"))
    for model in (ExperiencePhotoRecord, ExperienceVoteRecord):
        await model.filter(number__not_in=there).delete()


async def _old_hazards(before: datetime, held: Collection[str], at_most: int) -> Sequence[str]:
    over = Q(closed_at__lt=before) | Q(closed_at__isnull=True, reported_at__lt=before)
    rows = HazardRecord.filter(over, is_open=False).exclude(state=HazardState.TURNED)
    rows = not_held(rows, held, "number", "owner")
    numbers = [str(each) for each in await rows.order_by("reported_at").limit(at_most).values_list("number", flat=True)]
    theirs = HazardReporterRecord.filter(number__in=numbers, user__in=_some(held)).values_list("number", flat=True)
    kept = {str(each) for each in await theirs} if numbers else set()
    return [number for number in numbers if number not in kept]


async def is_taught(user: str) -> bool:
    return any([await model.filter(**{column: user}).exists() for model, column in _OF_WHO_WAS_TAUGHT])


def _some(held: Collection[str]) -> list[str]:
    """A list that isn't empty: some databases know no empty one."""
    return sorted(held) or [""]
