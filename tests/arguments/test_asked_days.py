"""The days that a question is about."""

import pytest

from bot.arguments.asked_days import AskedDays
from bot.errors import Code, UserError
from bot.files.company import load
from bot.shapes.arguments import Scene, Words
from tests.chat import SAMPLE_COMPANY

FILE = load(SAMPLE_COMPANY)  # 2026-11-22 is a Sunday
SCENE = Scene(FILE.company.people[0], FILE.company, FILE.now)


@pytest.mark.parametrize(
    ("typed", "days", "left"),
    [
        ("张三 明天", "2026-11-23", "张三"),
        ("今晚", "2026-11-22", ""),
        ("明早8点半", "2026-11-23", ""),
        ("明天下午15:00", "2026-11-23", ""),
        ("明天上班", "2026-11-23", ""),
        ("11.25-11.27", "2026-11-25/2026-11-27", ""),
        ("12月1日开始", "2026-12-01/2026-12-07", ""),
        ("12月", "2026-12-01/2026-12-31", ""),
        ("生产部 上个月", "2026-10-01/2026-10-31", "生产部"),
        ("这两天", "2026-11-22/2026-11-23", ""),
        ("最近几天", "2026-11-22/2026-11-28", ""),
        ("昨天", "2026-11-21", ""),
        ("春节", "2027-02-05/2027-02-08", ""),
    ],
)
def test_what_is_said(typed: str, days: str, left: str) -> None:
    words = Words(typed)
    found = AskedDays.read(words, SCENE)
    assert found.said
    assert found.explained() == {"date": days}
    assert words.left.strip() == left


@pytest.mark.parametrize("typed", ["", "张三", "张三现在"])
def test_today_where_nothing_is_said(typed: str) -> None:
    found = AskedDays.read(Words(typed), SCENE)
    assert not found.said
    assert found.iso == "2026-11-22"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("11.31", Code.INVALID_DATE),
        ("13月", Code.INVALID_DATE),
        ("下周一", Code.AMBIGUOUS_DATE),
        ("今年", Code.LIMIT),
        ("11.25-2027.3.1", Code.LIMIT),
    ],
)
def test_what_cannot_be(typed: str, code: Code) -> None:
    with pytest.raises(UserError) as refused:
        AskedDays.read(Words(typed), SCENE)
    assert refused.value.code is code
