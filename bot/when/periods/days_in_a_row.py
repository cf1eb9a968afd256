"""Days said one after the other that are one period: 下周二下周三."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.calendar.span import Half
from bot.domain.dates import day
from bot.errors import Code
from bot.when.meaning.days_meant import days_of
from bot.when.meaning.times_meant import half_of
from bot.when.phrases.phrase import Point
from bot.when.results.outcomes import Refused, Vague
from bot.when.said.day_ref import Stretch
from bot.when.view import View


def in_a_row(points: Sequence[Point], first: Stretch, view: View) -> Stretch:
    """下周二下周三: days that follow each other, with nothing but rest days between them; saying one twice is no harm.

    Raises Refused.
    """
    begin, end = first
    ensure_joined(points)
    for point in (each for each in points[1:] if each.days):
        options = days_of(point, view, begin)
        if (begin, end) in options:
            continue
        following = next((each for each in options if each[0] > end), options[0])
        between = view.calendar.workdays(end + timedelta(days=1), following[0] - timedelta(days=1))
        if following[0] <= end or between:
            question = f"{day(begin)}和{day(following[0])}不相连，请分开提交，一次写一段。"
            raise Refused(Vague(question, Code.CLARIFY))
        end = following[1]
    return begin, end


def ensure_joined(points: Sequence[Point]) -> None:
    """明天上午和后天上午 are two requests: between the first and the last day there can be no half days."""
    if any(half_of(each) is Half.AM for each in points[:-1]) or any(half_of(each) is Half.PM for each in points[1:]):
        raise Refused(Vague("每天只请半天的，请一天一天分开提交，例如 11.25上午。", Code.CLARIFY))
