"""What nobody refuses is spoken about, and waits as long as it takes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.approvals.moves import decided, escalated, expired, reminded
from bot.domain.approvals.request import Power, Request
from bot.domain.approvals.rights import kept_open, spoken_about
from bot.errors import Code, UserError
from tests.domain.approvals.office import CLERK_A, CLERK_B, HEAD, HR, LEADER, MONDAY, PACE, VICE, ask, asked, staff

WEEK = timedelta(days=7)


def right(power: Power) -> Request:
    request = ask(replace(LEADER if power is Power.DATES else HR, power=power))
    return replace(request, draft=replace(request.draft, begins=MONDAY + timedelta(days=9)))


@pytest.mark.parametrize(("power", "by"), [(Power.DATES, HEAD), (Power.PAPERS, CLERK_A)])
def test_nobody_refuses_it(power: Power, by: str) -> None:
    with pytest.raises(UserError) as refused:
        decided(right(power), by, agree=False, staff=staff(), pace=PACE, now=MONDAY)
    assert refused.value.code is Code.NO_PERMISSION
    assert decided(right(power), by, agree=True, staff=staff(), pace=PACE, now=MONDAY).closed_at


def test_who_has_spoken_has_not_slept() -> None:
    request = right(Power.DATES)
    later = MONDAY + timedelta(hours=3)
    after = spoken_about(request, HEAD, Power.DATES, PACE, later, version=request.waits_for[0].version)
    assert (asked(after), after.version) == ([HEAD], request.version + 1)
    assert (after.remind_at, after.escalate_at) == (PACE.remind_at(later), PACE.escalate_at(later))
    assert after.expires_at == request.expires_at  # talk alone doesn't keep it waiting


def test_yet_two_hours_before_it_begins_the_next_in_line_is_asked() -> None:
    request = right(Power.DATES)
    soon = replace(request, draft=replace(request.draft, begins=MONDAY + timedelta(hours=6)))
    assert spoken_about(soon, HEAD, Power.DATES, PACE, MONDAY).escalate_at == MONDAY + timedelta(hours=4)


def test_only_who_is_asked_speaks() -> None:
    with pytest.raises(UserError):
        spoken_about(right(Power.DATES), VICE, Power.DATES, PACE, MONDAY)


def test_it_does_not_lapse() -> None:
    for power in (Power.DATES, Power.PAPERS):
        request = right(power)
        assert expired(request, MONDAY + WEEK) is request
    mixed = ask(replace(LEADER, power=Power.DECIDES), replace(HR, power=Power.PAPERS))
    assert expired(mixed, MONDAY + WEEK).closed_at


def test_after_a_week_all_hear_of_it_again_and_the_next_in_line_is_asked() -> None:
    request = replace(right(Power.PAPERS), remind_at=None, escalate_at=None)
    assert kept_open(request, PACE, MONDAY + WEEK - timedelta(minutes=1)) is request
    kept = kept_open(request, PACE, MONDAY + WEEK)
    assert kept.expires_at == MONDAY + 2 * WEEK
    up = escalated(kept, staff(), PACE, MONDAY + WEEK)
    assert set(asked(up)) > {CLERK_A, CLERK_B}
    assert reminded(kept, MONDAY + WEEK) is not kept
    usual = ask(LEADER)
    assert kept_open(usual, PACE, MONDAY + WEEK) is usual
