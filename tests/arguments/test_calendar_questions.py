"""What a question about the calendar is about."""

from datetime import date

import pytest

from bot.arguments.calendar_questions import CalendarQuestion, asks_of_calendar
from bot.files.company import load
from bot.shapes.arguments import Scene, Words
from tests.chat import SAMPLE_COMPANY

FILE = load(SAMPLE_COMPANY)
SCENE = Scene(FILE.company.person(FILE.company.people[0].user_id), FILE.company, FILE.now)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("明天", CalendarQuestion(day=date(2026, 11, 23))),
        ("27号", CalendarQuestion(day=date(2026, 11, 27))),
        ("2027-03-08", CalendarQuestion(day=date(2027, 3, 8))),
        ("2027年1月4日", CalendarQuestion(day=date(2027, 1, 4))),
        ("国庆", CalendarQuestion(holiday="国庆节")),
        ("十一", CalendarQuestion(holiday="国庆节")),
        ("明年过年", CalendarQuestion(holiday="春节", year=2027)),
        ("五一劳动节", CalendarQuestion(holiday="劳动节")),
        ("2026年清明节", CalendarQuestion(holiday="清明节", year=2026)),
        ("12月", CalendarQuestion(month=12, year=2026)),
        ("3月份", CalendarQuestion(month=3, year=2027)),
        ("十一月", CalendarQuestion(month=11, year=2026)),
        ("这个月", CalendarQuestion(month=11, year=2026)),
        ("下下个月", CalendarQuestion(month=1, year=2027)),
        ("2027年2月", CalendarQuestion(month=2, year=2027)),
        ("2027", CalendarQuestion(year=2027)),
        ("27年", CalendarQuestion(year=2027)),
        ("明年", CalendarQuestion(year=2027)),
        ("哪天补班", CalendarQuestion(made_up=True)),
        ("十三月", CalendarQuestion()),
        ("安排", CalendarQuestion()),
    ],
)
def test_questions(said: str, expected: CalendarQuestion) -> None:
    words = Words(said)
    assert CalendarQuestion.read(words, SCENE) == expected
    assert not words.left


def test_nothing_is_no_question_and_a_question_is_explained() -> None:
    assert CalendarQuestion.read(Words(""), SCENE) is None
    assert CalendarQuestion(day=date(2026, 11, 23)).explained() == {"date": "2026-11-23"}
    assert CalendarQuestion(holiday="春节", year=2027).explained() == {"holiday": "春节", "year": 2027}


@pytest.mark.parametrize(
    ("line", "calendar"),
    [
        ("明天上班吗", True),
        ("国庆放几天", True),
        ("周六我们要上班吗", True),
        ("张三明天上班吗", False),
        ("生产部明天放假吗", False),
        ("明天谁上班", False),
        ("我明天上班吗", False),
        ("他什么时候回来上班", False),
    ],
)
def test_who_is_named_is_asked_about(line: str, *, calendar: bool) -> None:
    assert asks_of_calendar(line, SCENE) is calendar
