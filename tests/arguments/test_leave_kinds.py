"""Which kind of leave a line means."""

import pytest

from bot.arguments.leave_kinds import LeaveKind, NamedKind
from bot.errors import Code
from tests.arguments.reading import read, refused


@pytest.mark.parametrize(
    ("typed", "kind", "left"),
    [
        ("年假 明天", "年假", "明天"),
        ("明天下午 带薪年休假", "年假", "明天下午"),
        ("小产假 明天", "流产假", "明天"),
        ("事假 陪孩子产检", "事假", "陪孩子产检"),
        ("倒休一天", "调休", "一天"),
    ],
)
def test_it_is_named(typed: str, kind: str, left: str) -> None:
    found, rest = read(LeaveKind, typed)
    assert (found.explained(), found.guess, rest) == ({"type": kind}, None, left)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("发烧了", "病假"),
        ("孩子发烧了", "事假"),
        ("家里老人住院了", "事假"),
        ("有点事", "事假"),
        ("外婆去世了", "丧假"),
        ("老婆要生了", "陪产假"),
    ],
)
def test_it_follows_from_what_has_happened_and_is_a_guess(typed: str, kind: str) -> None:
    found, rest = read(LeaveKind, typed)
    assert (found.explained(), found.guess, rest) == ({"type": kind}, f"按{kind}办", typed)
    assert read(NamedKind, typed)[0] is None


def test_a_slip_of_the_pen_is_a_guess() -> None:
    found, rest = read(LeaveKind, "年价 明天")
    assert (found.explained(), found.guess, rest) == ({"type": "年假"}, "按年假办", "明天")


def test_what_this_company_does_not_have() -> None:
    error = refused(LeaveKind, "探亲假 12.1")
    assert error.code is Code.UNKNOWN_TYPE
    assert error.sentence.startswith("没有「探亲假」这种假。有：年假、病假、")


@pytest.mark.parametrize("typed", ["明天", "请个假", "半天假 明天", ""])
def test_none_is_said(typed: str) -> None:
    assert read(LeaveKind, typed)[0] is None
