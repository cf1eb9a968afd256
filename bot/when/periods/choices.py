"""Several periods that were perhaps meant, as a question with a candidate for each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.calendar.span import TimeSpan
from bot.domain.dates import weekday
from bot.errors import Candidate
from bot.when.periods.request import Request
from bot.when.results.outcomes import Ambiguous
from bot.when.results.period import OpenSpan, Period
from bot.when.said.weeks import SUNDAY, Week, WeekDay
from bot.when.view import View


def ambiguous(request: Request, values: Sequence[Period], view: View) -> Ambiguous:
    """Whoever asks shows `candidates`; what each puts in the text is read as that one and no other."""
    labels = [value.said(view.today) for value in values]
    candidates = [_candidate(value, view) for value in values]
    halves = len({each.name for each in candidates}) < len(candidates)  # the two halves of one day
    if halves:
        candidates = [replace(each, name=value.iso) for each, value in zip(candidates, values, strict=True)]
    why = "今天是周日，" if view.today.weekday() == SUNDAY and _says_week(request) else ""
    asked = "是上午还是下午" if halves else "是什么时候"
    question = f"{asked}？{why}{'、'.join(labels)} 都说得通。"
    return Ambiguous(question, tuple(candidates))


def _says_week(request: Request) -> bool:
    return any(isinstance(each, WeekDay | Week) for point in request.points for each in point.days)


def _candidate(value: Period, view: View) -> Candidate:
    """Its name in the contract, a label that fits a list, and words that are read as nothing else."""
    if isinstance(value, TimeSpan):
        label = f"{_short(value.start)} {value.start:%H:%M}-{value.end:%H:%M}"
        return Candidate(value.iso, label, f"{value.start:%Y-%m-%d %H:%M}到{value.end:%Y-%m-%d %H:%M}")
    start = value.start.isoformat()
    if isinstance(value, OpenSpan):
        return Candidate(start, value.said(view.today), f"{start}{value.half or ''}起")
    first = f"{start}{value.start_half or ''}"
    if value.start == value.end:
        return Candidate(start, value.said(view.today), first)
    label = f"{_short(value.start)}{value.start_half or ''}-{_short(value.end)}{value.end_half or ''}"
    end = value.end.isoformat()
    return Candidate(f"{start}/{end}", label, f"{first}到{end}{value.end_half or ''}")


def _short(when: date) -> str:
    """`11.24周二`"""
    return f"{when.month}.{when.day}{weekday(when)}"
