"""What could mean several things becomes a question; each answer, put in its place, is read as that and no other."""

import pytest

from bot.errors import Code, UserError
from bot.when.read_period import read_period
from bot.when.results.outcomes import Ambiguous
from tests.when.tables import CALENDAR, SUNDAY, Row, noted, rows

AMBIGUOUS = [row for row in rows("periods") if row.expected.startswith("? ")]


@pytest.mark.parametrize("row", AMBIGUOUS, ids=str)
def test_every_choice_settles_it(row: Row) -> None:
    text, now = row.text, row.now
    taken = read_period(text, now, CALENDAR)
    assert taken is not None
    assert isinstance(taken.value, Ambiguous)
    for candidate in taken.value.candidates:
        again = read_period(text.replace(taken.typed, candidate.written), now, CALENDAR)
        assert again is not None
        assert noted(again).replace("AM", "").replace("PM", "").startswith(str(candidate.name)[:10])
        assert not isinstance(again.value, Ambiguous)


def test_a_question_names_the_days_with_their_weekdays() -> None:
    taken = read_period("/请假 年假 下周一", SUNDAY, CALENDAR)
    assert taken is not None
    with pytest.raises(UserError) as refusal:
        taken.settled()
    assert refusal.value.code is Code.AMBIGUOUS_DATE
    assert refusal.value.typed == "下周一"
    assert refusal.value.sentence == "是什么时候？今天是周日，11月23日(周一)、11月30日(周一) 都说得通。"
    assert [(each.name, each.label, each.put) for each in refusal.value.candidates] == [
        ("2026-11-23", "11月23日(周一)", "2026-11-23"),
        ("2026-11-30", "11月30日(周一)", "2026-11-30"),
    ]


def test_ranges_are_short_enough_for_a_list() -> None:
    taken = read_period("下周二下周三两天", SUNDAY, CALENDAR)
    assert taken is not None
    assert isinstance(taken.value, Ambiguous)
    assert [(each.name, each.label, each.put) for each in taken.value.candidates] == [
        ("2026-11-24/2026-11-25", "11.24周二-11.25周三", "2026-11-24到2026-11-25"),
        ("2026-12-01/2026-12-02", "12.1周二-12.2周三", "2026-12-01到2026-12-02"),
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("11.31", "11月没有31日，最后一天是 11月30日。请改对日期。"),
        ("2.29", "2027年2月没有29日。那个月的最后一天是 2月28日(周日)，请改对日期。"),
        ("31号", "11月没有31日。请把月份也写上，例如 12月31日。"),
        ("13月5日", "没有13月。请写 1 到 12 月。"),
        ("11.25-11.23", "结束早于开始：11月25日(周三)到11月23日(周一)。请把起止写对，例如 11.25-11.27。"),
        ("11月25日周四", "11月25日是周三，不是周四。请改对日期再发。"),
        ("1.4周日", "2027年1月4日是周一，不是周日。请改对日期再发。"),
        ("明天11.25", "11月23日是周一，不是11月25日(周三)。请改对日期再发。"),
        ("11.25-11.27 请5天", "11月25日(周三)至11月27日(周五)是 3 个工作日，不是 5 天。请写对其中一个。"),
        ("25号、27号", "11月25日(周三)和11月27日(周五)不相连，请分开提交，一次写一段。"),
        ("明天请半天", "是上午还是下午？11月23日(周一)上午、11月23日(周一)下午 都说得通。"),
        ("明天晚上", "你的班次是 08:30 到 18:00，「晚上」请写几点到几点，例如 15:00-17:00。"),
        ("明天请2小时", "11月23日(周一)从几点开始？例如 15:00-17:00。"),
        ("下月初", "「下月初」是哪一天？请写日期，例如 下个月5号。"),
        ("请到周三", "从哪天开始？例如 明天 或 11月25日。"),
        ("明天请几天", "「几」是多少？请写明时长，例如 2小时、3天。"),
        ("20号", "是什么时候？11月20日(周五)、12月20日(周日) 都说得通。"),
    ],
)
def test_what_is_said_about_what_can_not_be(text: str, sentence: str) -> None:
    taken = read_period(text, SUNDAY, CALENDAR)
    assert taken is not None
    with pytest.raises(UserError) as refusal:
        taken.settled()
    assert refusal.value.sentence == sentence


def test_what_is_missing_is_named() -> None:
    taken = read_period("请到周三", SUNDAY, CALENDAR)
    assert taken is not None
    with pytest.raises(UserError) as refusal:
        taken.settled()
    assert (refusal.value.code, refusal.value.missing) == (Code.MISSING_ARG, ("start",))
