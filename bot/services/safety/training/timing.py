"""When something falls due for a training: its short test, and the result of it."""

from datetime import datetime, timedelta
from typing import Final

from bot.domain.safety.training.training import Training

JOB: Final = "training-clock"
EXAM_TIMER: Final = "exam"
_LATE_FOR_EXAM: Final = timedelta(days=3)


def timers(training: Training) -> dict[str, datetime]:
    """The short test begins when it is over, or when signing in is, whichever is later."""
    if not training.exam:
        return {}
    stamp = f"{training.starts:%m%d%H%M}"
    return {f"{EXAM_TIMER}|{stamp}": _exam_begins(training), f"result|{stamp}": exam_ends(training)}


def exam_ends(training: Training) -> datetime:
    """From then on nobody's answer counts."""
    return _exam_begins(training) + _LATE_FOR_EXAM


def _exam_begins(training: Training) -> datetime:
    return max(training.ends, training.starts + timedelta(minutes=31))
