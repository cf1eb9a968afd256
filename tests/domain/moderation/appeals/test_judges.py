"""Who may look at a case again: nobody who had a part in it, and nobody below whoever decided."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.company import Company
from bot.domain.moderation.appeals.judges import judges_of, may_forgive, may_rule
from bot.domain.moderation.cases.case import Case
from bot.domain.moderation.categories import Severity
from bot.domain.moderation.pack import StepKind
from bot.files.company import load
from bot.identifiers import GroupId, UserId
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company
NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


def case(target: str, actor: str, *, approver: str | None = None, category: str = "C15") -> Case:
    who = {name: COMPANY.named(name)[0].user_id for name in (target, actor, approver) if name}
    return Case(
        "WG-1",
        who[target],
        who[actor],
        GroupId("projecta"),
        StepKind.WARNING,
        category,
        Severity.MILD,
        "D8",
        "1",
        1,
        NOW,
        NOW,
        NOW + timedelta(days=3),
        approver=who[approver] if approver else None,
    )


def named(users: tuple[UserId, ...]) -> str:
    return "、".join(map(COMPANY.name_of, users))


@pytest.mark.parametrize(
    ("about", "above", "expected"),
    [
        (case("张三", "郑群"), 0, "王强、周敏"),
        (case("张三", "郑群"), 1, "林宓"),
        (case("张三", "郑群"), 2, "钱卫东、孙丽、赵国强"),
        (case("张三", "郑群"), 9, "钱卫东、孙丽、赵国强"),
        (case("张三", "周敏"), 0, "王强"),  # not whoever decided
        (case("张三", "李娜"), 0, "王强、周敏"),
        (case("张三", "周敏", approver="王强"), 0, "林宓"),  # nor who agreed
        (case("王强", "周敏"), 0, "林宓"),  # nor in his own case
        (case("张三", "赵国强"), 0, ""),  # nobody stands as high as the president
        (case("孙丽", "赵国强"), 0, ""),
        (case("张三", "孙丽"), 0, "钱卫东、赵国强"),
        (case("张三", "李娜", category="C17"), 0, "周敏"),
        (case("张三", "周敏", category="C17"), 0, "李娜"),
        (case("周敏", "李娜", category="C17"), 0, "林宓"),  # the lawyer, where no other of them is left
    ],
)
def test_who_is_asked(about: Case, above: int, expected: str) -> None:
    assert named(judges_of(about, COMPANY, above=above)) == expected


CASE_OF_ZHANG = case("张三", "郑群")


def test_who_had_another_part_in_it_is_not_asked() -> None:
    about, wangqiang = case("张三", "郑群"), UserId("wangqiang")
    assert named(judges_of(about, COMPANY, but=[wangqiang])) == "周敏"
    assert may_rule(wangqiang, about, COMPANY)
    assert not may_rule(wangqiang, about, COMPANY, but=[wangqiang])


def test_who_has_left_since_can_not_judge() -> None:
    people = [replace(each, active=each.user_id != "zhoumin") for each in COMPANY.people]
    company: Company = replace(COMPANY, people=tuple(people))
    assert named(judges_of(case("张三", "郑群"), company)) == "王强"
    assert not may_rule(UserId("zhoumin"), case("张三", "郑群"), company)


def test_who_is_suspended_judges_nobody() -> None:
    (first, *others) = judges_of(CASE_OF_ZHANG, COMPANY)
    without = COMPANY.with_suspended(frozenset({first}))
    assert judges_of(CASE_OF_ZHANG, without) == tuple(others)
    assert not may_rule(first, CASE_OF_ZHANG, without)


@pytest.mark.parametrize(
    ("who", "about", "may"),
    [
        ("周敏", case("张三", "郑群"), True),
        ("周敏", case("张三", "周敏"), True),  # to be milder oneself is no judging of oneself
        ("周敏", case("周敏", "林宓"), False),
        ("周敏", case("张三", "孙丽"), False),  # decided above
        ("赵国强", case("张三", "孙丽"), True),
        ("郑群", case("张三", "郑群"), False),
        ("王强", case("张三", "李娜", category="C17"), False),
        ("李娜", case("张三", "李娜", category="C17"), True),
    ],
)
def test_who_may_forgive(who: str, about: Case, may: bool) -> None:
    assert may_forgive(COMPANY.named(who)[0].user_id, about, COMPANY) is may
