"""From a question to who says that it is solved, and what can't be."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.desk.enquiry import Enquiry, Kind, Score, State
from bot.errors import Defect
from bot.identifiers import UserId

NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
ASKED = Enquiry("QZ-1", Kind.HELP, UserId("zhangsan"), "生产部", "技术", NOW)
WU = UserId("wuguan")


def test_the_usual_way() -> None:
    answered = ASKED.taken(WU, NOW).asked_back().added().answered(LATER)
    assert (answered.state, answered.taken_at, answered.answered_at) == (State.ANSWERED, NOW, LATER)
    solved = answered.closed(State.SOLVED, LATER, Score.GOOD)
    assert (solved.score, solved.closed_at, solved.version) == (Score.GOOD, LATER, 6)
    assert not solved.state.is_open


def test_an_answer_that_was_none_keeps_the_first_times() -> None:
    again = ASKED.taken(WU, NOW).answered(NOW).unsolved()
    assert (again.state, again.holder, again.reopened) == (State.TAKEN, WU, 1)
    assert again.answered(LATER).answered_at == NOW


def test_who_takes_it_over_while_it_waits_for_more() -> None:
    assert ASKED.taken(WU, NOW).asked_back().taken(UserId("lisi"), LATER).state is State.ASKED


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: ASKED.answered(NOW),
        lambda: ASKED.unsolved(),
        lambda: ASKED.asked_back(),
        lambda: ASKED.closed(State.SOLVED, NOW).taken(WU, NOW),
    ],
)
def test_what_can_not_be(wrong: object) -> None:
    with pytest.raises(Defect):
        wrong()  # type: ignore[operator]
