"""Who may have a post, who may enter it, who goes first, and which days are free."""

from datetime import date, timedelta

from bot.domain.company import Company
from bot.domain.upkeep.duty import DutyTurn, Post, first_of, gaps, may_have, may_roster
from bot.files.company import load
from bot.identifiers import UserId
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company

DAY = date(2026, 11, 22)


def user(name: str, company: Company = COMPANY) -> UserId:
    (person,) = company.named(name)
    return person.user_id


def test_whoever_has_the_role_may_have_the_post() -> None:
    assert may_have(user("陈安"), Post.SAFETY, COMPANY)
    assert not may_have(user("张三"), Post.SAFETY, COMPANY)
    assert may_have(user("张三"), Post.GENERAL, COMPANY)
    assert not may_have(UserId("nobody"), Post.GENERAL, COMPANY)


def test_his_own_post_or_an_office() -> None:
    assert may_roster(user("陈安"), Post.SAFETY, COMPANY)
    assert not may_roster(user("陈安"), Post.SECURITY, COMPANY)
    assert not may_roster(user("陈安"), Post.GENERAL, COMPANY)
    assert all(may_roster(user("李娜"), post, COMPANY) for post in Post)
    assert not any(may_roster(user("张三"), post, COMPANY) for post in Post)


def test_on_duty_goes_first_and_nobody_is_left_out() -> None:
    a, b, c = map(UserId, "abc")
    assert first_of([a, b, c], [c]) == [c, a, b]
    assert first_of([a, b], [c]) == [a, b]


def test_free_days() -> None:
    turns = [DutyTurn(Post.SAFETY, DAY, UserId("a"))]
    days = [DAY, DAY + timedelta(days=1)]
    assert gaps(turns, days, [Post.SAFETY]) == [(Post.SAFETY, days[1])]
