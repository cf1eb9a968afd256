"""What may happen to a leave, by table and by any order of events."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.domain.calendar.shift import read_shift
from bot.domain.calendar.span import Half, Span
from bot.domain.leave.counting.cost import count
from bot.domain.leave.counting.recurring import Daily, ShiftEdge
from bot.domain.leave.ledgers.booking import reserve
from bot.domain.leave.requests.following import following
from bot.domain.leave.requests.request import LeaveRequest, LeaveState, bounds
from bot.domain.leave.requests.returning import returned
from bot.domain.leave.requests.states import (
    advanced,
    approved,
    cancelled,
    lapsed,
    rejected,
    taken_back,
    withdrawn,
)
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Code, UserError
from bot.identifiers import UserId
from tests.domain.calendar.days import d
from tests.domain.leave.books import ledger
from tests.domain.leave.requests import CHINA, NOW, OFFICE, TYPES, ask, at

ANNUAL = TYPES["年假"]
MOVES: dict[str, Callable[[LeaveRequest], LeaveRequest]] = {
    "approved": lambda request: approved(request, NOW),
    "rejected": rejected,
    "lapsed": lapsed,
    "withdrawn": withdrawn,
    "cancelled": lambda request: cancelled(request, NOW),
    "moved": lambda request: taken_back(request, NOW),
}
LEADS = {
    (LeaveState.PENDING, "approved"): LeaveState.APPROVED,
    (LeaveState.PENDING, "rejected"): LeaveState.REJECTED,
    (LeaveState.PENDING, "lapsed"): LeaveState.LAPSED,
    (LeaveState.PENDING, "withdrawn"): LeaveState.WITHDRAWN,
    (LeaveState.PENDING, "moved"): LeaveState.WITHDRAWN,
    (LeaveState.APPROVED, "cancelled"): LeaveState.CANCELLED,
    (LeaveState.APPROVED, "moved"): LeaveState.CANCELLED,
}


@pytest.mark.parametrize("state", LeaveState)
@pytest.mark.parametrize("move", MOVES)
def test_each_move_from_each_state(state: LeaveState, move: str) -> None:
    request = ask("11-23/11-25", state=state)
    if (state, move) in LEADS:
        after = MOVES[move](request)
        assert (after.state, after.version) == (LEADS[state, move], 2)
        return
    with pytest.raises(UserError) as refused:
        MOVES[move](request)
    assert refused.value.code is Code.BAD_STATE
    assert "QJ-1" in refused.value.sentence


def test_time_brings_it_on() -> None:
    request = ask("11-23/11-25", state=LeaveState.APPROVED)
    assert advanced(request, at("11-23 08:29")) is request
    assert advanced(request, at("11-23 08:30")).state is LeaveState.RUNNING
    assert advanced(request, at("11-25 17:59")).state is LeaveState.RUNNING
    assert advanced(request, at("11-25 18:00")).state is LeaveState.ENDED
    assert advanced(ask("11-23"), at("11-25 18:00")).state is LeaveState.PENDING


def test_what_was_asked_for_too_late_has_passed_when_it_is_approved() -> None:
    assert approved(ask("11-20"), NOW).state is LeaveState.ENDED
    assert approved(ask("11-20/11-24"), NOW).state is LeaveState.RUNNING


def test_what_has_begun_is_not_cancelled() -> None:
    assert cancelled(ask("11-23", state=LeaveState.APPROVED), at("11-23 08:29")).state is LeaveState.CANCELLED
    with pytest.raises(UserError, match="/销假"):
        cancelled(ask("11-23", state=LeaveState.APPROVED), at("11-23 08:30"))


def test_bounds_are_those_of_the_shifts() -> None:
    nights = Schedule(shift=read_shift("22:00-06:00", rostered=True))
    assert bounds(Span(d("11-21"), d("11-21")), nights, CHINA) == (at("11-21 22:00"), at("11-22 06:00"))
    assert bounds(Span(d("11-23"), d("11-23"), Half.PM, Half.PM), OFFICE, CHINA) == (
        at("11-23 13:30"),
        at("11-23 18:00"),
    )
    assert bounds(Span(d("11-21"), d("11-22")), OFFICE, CHINA) == (at("11-21 00:00"), at("11-23 00:00"))
    daily = Daily(d("11-23"), d("11-24"), 60, ShiftEdge.END)
    assert bounds(daily, OFFICE, CHINA) == (at("11-23 08:30"), at("11-24 18:00"))


class Lives(RuleBasedStateMachine):
    """Requests and time go on in any order; the ledger that follows them is always what a recount gives."""

    def __init__(self) -> None:
        super().__init__()
        self.ledger = ledger("12")
        self.requests: dict[str, LeaveRequest] = {}
        self.now = at("11-02 09:00")

    @rule(start=st.dates(d("11-02"), d("12-20")), length=st.integers(0, 4))
    def ask(self, start: date, length: int) -> None:
        when = Span(start, min(date.fromordinal(start.toordinal() + length), d("12-31")))
        number = f"QJ-{len(self.requests)}"
        try:
            counted = count(ANNUAL, when, OFFICE, self.now.date())
            entries = reserve(self.ledger, ANNUAL, counted.portions, cause=number, on=self.now.date())
        except UserError:
            return
        self.ledger = self.ledger.plus(entries)
        begins, ends = bounds(when, OFFICE, CHINA)
        self.requests[number] = LeaveRequest(
            number, UserId("zhangsan"), "年假", when, counted.amount, begins, ends, self.now
        )

    @rule(data=st.data(), move=st.sampled_from(["approved", "rejected", "lapsed", "withdrawn", "cancelled"]))
    def move(self, data: st.DataObject, move: str) -> None:
        if self.requests:
            number = data.draw(st.sampled_from(sorted(self.requests)))
            self.change(number, {**MOVES, **self.of_time()}[move])

    @rule(data=st.data(), back=st.dates(d("11-02"), d("12-31")))
    def come_back(self, data: st.DataObject, back: date) -> None:
        if self.requests:
            number = data.draw(st.sampled_from(sorted(self.requests)))
            self.change(number, lambda request: returned(request, ANNUAL, back, OFFICE, self.now))

    @rule(to=st.datetimes(datetime(2026, 11, 2), datetime(2026, 12, 31)))  # noqa: DTZ001
    def time_passes(self, to: datetime) -> None:
        self.now = max(self.now, to.replace(tzinfo=CHINA))
        for number in self.requests:
            self.change(number, lambda request: advanced(request, self.now))

    def of_time(self) -> dict[str, Callable[[LeaveRequest], LeaveRequest]]:
        return {
            "approved": lambda request: approved(request, self.now),
            "cancelled": lambda request: cancelled(request, self.now),
        }

    def change(self, number: str, how: Callable[[LeaveRequest], LeaveRequest]) -> None:
        try:
            self.requests[number] = how(self.requests[number])
        except UserError:
            return
        for _ in range(2):  # what is run again after a crash changes nothing more
            self.ledger = self.ledger.plus(following(self.ledger, self.requests[number], on=self.now.date()))

    @invariant()
    def the_ledger_is_what_a_recount_gives(self) -> None:
        tally = self.ledger.balance("年假", 2026)
        every = self.requests.values()
        waiting = {LeaveState.PENDING, LeaveState.APPROVED}
        begun = {LeaveState.RUNNING, LeaveState.ENDED}
        assert tally.held == sum(each.amount for each in every if each.state in waiting)
        assert tally.used == sum(each.amount - each.unused for each in every if each.state in begun)
        assert tally.left == 12 - tally.held - tally.used >= 0


TestLives = Lives.TestCase
TestLives.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
