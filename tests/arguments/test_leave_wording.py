"""The labels of a form that was filled in, and days that are not those of the leave."""

import pytest

from bot.arguments.leave_wording import as_line, ensure_such_a_day, says_due, veiled
from bot.errors import Code, UserError


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("类型：年假，开始时间：12月7日，结束时间：12月8日，事由：探亲", "年假 从12月7日 到12月8日， 探亲"),
        ("姓名：张三 请假类型: 事假\n开始日期: 12.1\n截止日期: 12.2", "事假 从12.1 到12.2"),
        ("年假 明天", "年假 明天"),
    ],
)
def test_a_form_becomes_a_line(typed: str, line: str) -> None:
    assert as_line(typed) == line


def test_another_day_is_veiled_and_told_all_the_same() -> None:
    text = "预产期12月15号，从12月1号开始休"
    own = veiled(text)
    assert len(own.text) == len(text)
    assert "15" not in own.text
    assert "12月1号" in own.text
    assert own.lifted(own.text) == text


@pytest.mark.parametrize("typed", ["12月20号结婚", "12.20手术", "12月20日我要做手术", "手术定在12.20"])
def test_a_day_of_something_else(typed: str) -> None:
    assert "20" not in veiled(typed).text


def test_only_who_expects_a_child_says_so() -> None:
    assert says_due("预产期是12月15号")
    assert not says_due("婚礼在12月15号")


@pytest.mark.parametrize("typed", ["12.32", "年假 13.1", "0.5，事假", "12/40 回家"])
def test_no_such_day(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        ensure_such_a_day(typed)
    assert refused.value.code is Code.INVALID_DATE


@pytest.mark.parametrize("typed", ["12.1", "3.50元", "v13.1", "12.32.4", "家里有事"])
def test_everything_else_may_be_one(typed: str) -> None:
    ensure_such_a_day(typed)
