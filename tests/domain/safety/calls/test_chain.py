"""Who is called about an accident, in which order."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.company import Company
from bot.domain.granting import by_account
from bot.domain.people import Department, Person
from bot.domain.rights import Role
from bot.domain.safety.calls.chain import chain
from bot.domain.safety.calls.rules import CallRules, Link, may_ring
from bot.domain.safety.calls.turns import Act, Step
from bot.domain.safety.rules import Area, SafetyRules
from bot.identifiers import UserId


def users(*names: str) -> tuple[UserId, ...]:
    return tuple(map(UserId, names))


CHEN, WU, LI, ZHANG, WANG, GAO, ZHAO = users("chenan", "wuguan", "lina", "zhangsan", "wangqiang", "gaofeng", "zhao")
PEOPLE = (
    *(Person(user, user, 1) for user in (CHEN, WU, LI, ZHAO)),
    *(Person(user, user, 2) for user in (ZHANG, WANG)),
    Person(GAO, GAO, 3),
)
HEADS = (Department(1, "总部"), Department(2, "生产部", 1, leaders=(WANG,)), Department(3, "仓储部", 1, leaders=(GAO,)))
STORE = Area("仓库", code="A-1", department="仓储部")
COMPANY = Company(
    people=PEOPLE,
    departments=HEADS,
    role_rules=by_account(
        {Role.SAFETY_ADMIN: [CHEN], Role.WECOM_ADMIN: [WU], Role.HR: [LI], Role.EXECUTIVE: [ZHAO]},
    ),
    safety=SafetyRules(areas=(STORE,)),
)


def test_safety_first_then_whose_the_place_is_then_up() -> None:
    assert chain(COMPANY, "仓库", ZHANG) == (CHEN, GAO, WU, LI, ZHAO)


def test_without_a_place_it_is_whoever_leads_the_reporter() -> None:
    assert chain(COMPANY, None, ZHANG) == (CHEN, WANG, WU, LI, ZHAO)


def test_who_is_on_leave_comes_later_and_the_reporter_last() -> None:
    assert chain(COMPANY, None, WU, away={CHEN}) == (LI, ZHAO, CHEN, WU)


def test_who_left_is_passed_over_and_who_is_not_known_is_not() -> None:
    gone = tuple(replace(each, active=each.user_id != CHEN) for each in PEOPLE if each.user_id != LI)
    assert chain(replace(COMPANY, people=gone), None, ZHANG) == (WANG, WU, LI, ZHAO)


def test_the_order_is_the_company_s_to_choose() -> None:
    rules = replace(COMPANY.safety, calls=CallRules(chain=(Link.EXECUTIVE, Link.SAFETY)))
    assert chain(replace(COMPANY, safety=rules), None, ZHANG) == (ZHAO, CHEN)


def test_what_is_not_urgent_goes_to_no_executive_and_not_back_to_its_reporter() -> None:
    assert chain(COMPANY, None, WU, urgent=False) == (CHEN, LI)


def test_the_reporter_alone_is_nobody_to_call() -> None:
    alone = replace(COMPANY, role_rules=by_account({Role.SAFETY_ADMIN: [WANG]}))
    assert chain(alone, None, WANG) == ()


@pytest.mark.parametrize(
    ("minutes", "may"),
    [([], True), ([1, 2], True), ([1, 2, 3], False), ([1, 2, 8], True), (range(10, 90, 10), False), ([1441] * 9, True)],
)
def test_nobody_is_called_three_times_in_eight_minutes_or_eight_times_a_day(minutes: list[int], *, may: bool) -> None:
    assert may_ring(CallRules(), [timedelta(minutes=each) for each in minutes]) is may


def test_a_step_is_read_back_from_its_timer() -> None:
    step = Step(2, 3, Act.TELL, 4)
    assert step.kind == "2/3:tell:4"
    assert Step.of(step.kind) == step
    assert Step.of("45") is None
