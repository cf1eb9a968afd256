"""Who is asked, and who in his stead."""

import pytest

from bot.domain.approvals.request import Standing, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.approvals.staffing import stand_ins
from bot.domain.rights import Role
from bot.errors import UserError
from bot.identifiers import UserId
from tests.domain.approvals.office import (
    BOTH,
    CLERK_A,
    CLERK_B,
    HEAD,
    HR,
    LEADER,
    MARKETING,
    MATE,
    OFFICE,
    PRESIDENT,
    PRESIDENTS,
    VICE,
    WORKER,
    ask,
    asked,
    staff,
)


@pytest.mark.parametrize(
    ("step", "by", "left", "deputies", "expected"),
    [
        (LEADER, WORKER, (), {}, [HEAD]),
        (LEADER, HEAD, (), {}, [VICE]),  # never oneself: the next in line
        (LEADER, WORKER, (HEAD,), {}, [VICE]),
        (LEADER, WORKER, (HEAD, VICE), {}, [PRESIDENT]),
        (LEADER, WORKER, (HEAD, VICE, PRESIDENT), {}, [OFFICE]),
        (LEADER, WORKER, (), {HEAD: MATE}, [MATE]),
        (LEADER, MATE, (), {HEAD: MATE}, [VICE]),  # his deputy is the applicant
        (LEADER, WORKER, (MATE,), {HEAD: MATE}, [VICE]),  # his deputy has left
        (LEADER, WORKER, (), {HEAD: MATE, MATE: CLERK_A}, [CLERK_A]),
        (LEADER, HEAD, (), {HEAD: MATE}, [VICE]),  # his own deputy would speak in his name
        (PRESIDENTS, PRESIDENT, (), {}, [OFFICE]),  # nobody below decides for who stands above
        (PRESIDENTS, WORKER, (PRESIDENT,), {}, [VICE]),  # a vacant post: the highest who is there
        (HR, WORKER, (), {}, [CLERK_A, CLERK_B]),
        (HR, CLERK_A, (), {}, [CLERK_B]),
        (HR, WORKER, (CLERK_A,), {}, [CLERK_B]),
        (BOTH, CLERK_A, (), {}, [VICE, CLERK_B]),
        (Step((Selector.head("行政人事部"),)), WORKER, (), {}, [CLERK_A]),
        (Step((Selector.person(MATE), Selector.role(Role.HR))), WORKER, (), {}, [MATE, CLERK_A, CLERK_B]),
        (Step((Selector.title("营销副总"),)), MARKETING, (), {}, [VICE]),  # not the head of her department
        (Step((Selector.title("首席什么官"),)), WORKER, (), {}, [PRESIDENT]),
    ],
)
def test_who_is_asked(
    step: Step, by: UserId, left: tuple[UserId, ...], deputies: dict[UserId, UserId], expected: list[UserId]
) -> None:
    assert asked(ask(step, by=by, at=staff(left=left, deputies=deputies))) == expected


def test_each_choice_has_its_reason() -> None:
    (own,) = ask(LEADER).waits_for
    (deputy,) = ask(LEADER, at=staff(deputies={HEAD: MATE})).waits_for
    (above,) = ask(Step((Selector.person(HEAD),)), by=HEAD).waits_for
    assert (own.standing, own.stead_of) == (Standing.OWN, None)
    assert (deputy.standing, deputy.stead_of) == (Standing.DEPUTY, HEAD)
    assert (above.standing, above.stead_of) == (Standing.ABOVE, HEAD)


def test_whom_it_is_about_is_not_asked() -> None:
    assert asked(ask(LEADER, concerned=(HEAD,))) == [VICE]


def test_a_request_that_nobody_can_decide_is_refused() -> None:
    with pytest.raises(UserError, match="找不到能审批的人"):
        ask(PRESIDENTS, by=OFFICE, at=staff(left=(PRESIDENT, VICE)))


@pytest.mark.parametrize(
    ("given", "away", "left", "expected"),
    [
        ({}, {HEAD}, (), {HEAD: VICE}),
        ({HEAD: MATE}, {HEAD}, (), {HEAD: MATE}),  # whom he asked himself
        ({}, {HEAD, VICE}, (), {HEAD: PRESIDENT, VICE: PRESIDENT}),
        ({VICE: MATE}, {HEAD}, (), {VICE: MATE, HEAD: PRESIDENT}),  # who is away himself stands in for nobody
        ({}, {HEAD}, (VICE,), {HEAD: PRESIDENT}),
        ({}, set(), (), {}),
    ],
)
def test_who_acts_for_somebody_on_leave(
    given: dict[UserId, UserId], away: set[UserId], left: tuple[UserId, ...], expected: dict[UserId, UserId]
) -> None:
    assert stand_ins(given, away, staff(left=left).company) == expected
