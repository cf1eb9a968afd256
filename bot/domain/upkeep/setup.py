"""The first configuration, step by step: what has been looked at, and what comes next."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final


class Step(StrEnum):
    """In their order; the value is what people read."""

    ROLES = "谁担任什么"
    GROUPS = "工作群"
    PACKS = "违规制度"
    SCHEDULE = "时间安排"
    HOLIDAYS = "放假"
    RESULT = "看结果"


class StepState(StrEnum):
    """`OFFERED` stands for the whole: the administrator was told once that there is such a thing."""

    DONE = "done"
    SKIPPED = "skipped"
    OFFERED = "offered"


FREE_FOR: Final = timedelta(days=60)
OFFER: Final = "offer"  # beside the steps
MARKS: Final[Mapping[StepState | None, str]] = {StepState.DONE: "✓", StepState.SKIPPED: "跳过", None: "没做"}
Progress = Mapping[str, StepState]


def next_step(progress: Progress) -> Step:
    """The first that nobody has dealt with; the last where all are."""
    return next((each for each in Step if each not in progress), Step.RESULT)


def after(step: Step) -> Step:
    steps = list(Step)
    return steps[min(steps.index(step) + 1, len(steps) - 1)]


def is_over(progress: Progress) -> bool:
    return progress.get(Step.RESULT) is StepState.DONE


def is_free(progress: Progress, since: datetime | None, now: datetime) -> bool:
    """Whether what nobody has set yet may be set without a leader; `since`: when the bot began to work here. Who has
    worked by the defaults for long has chosen them."""
    return not is_over(progress) and (since is None or now - since < FREE_FOR)


def told(progress: Progress) -> str:
    return "，".join(f"{each} {MARKS[progress.get(each)]}" for each in Step)
