"""The backlog: order within a lane, turns among lanes, urgent rows first, held lanes wait."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from bot.queueing.backlog import Backlog
from bot.shapes.queue import Waiting

NOW = 100.0
lanes = st.sampled_from("abc")
rows = st.lists(st.tuples(lanes, st.booleans()), max_size=30).map(
    lambda drawn: [Waiting(number, lane, urgent) for number, (lane, urgent) in enumerate(drawn)]
)


def drained(backlog: Backlog) -> list[Waiting]:
    """Everything, one after the other."""
    taken = []
    while row := backlog.take(NOW):
        taken.append(row)
        backlog.release(row)
    return taken


@given(rows, st.randoms(use_true_random=False))
def test_a_lane_keeps_its_order_however_its_rows_are_announced(waiting: list[Waiting], random) -> None:  # type: ignore[no-untyped-def]
    backlog, shuffled = Backlog(), random.sample(waiting, len(waiting))
    for row in [*shuffled, *shuffled]:
        backlog.add(row)
    assert len(backlog) == len(waiting)
    taken = drained(backlog)
    assert sorted(taken, key=lambda row: row.id) == waiting
    for lane in "abc":
        for urgent in (True, False):
            ids = [row.id for row in taken if row.lane == lane and row.urgent is urgent]
            assert ids == sorted(ids)
    assert len(backlog) == 0


@given(rows)
def test_urgent_rows_go_first(waiting: list[Waiting]) -> None:
    backlog = Backlog()
    for row in waiting:
        backlog.add(row)
    urgency = [row.urgent for row in drained(backlog)]
    assert urgency == sorted(urgency, reverse=True)


@given(rows)
def test_nobody_waits_for_somebody_elses_second_turn(waiting: list[Waiting]) -> None:
    backlog, left = Backlog(), defaultdict(int)
    for row in waiting:
        if not row.urgent:
            backlog.add(row)
            left[row.lane] += 1
    while any(left.values()):
        turn = {lane for lane, count in left.items() if count}
        taken = [backlog.take(NOW) for _ in turn]
        assert {row.lane for row in taken if row} == turn
        for row in taken:
            assert row
            left[row.lane] -= 1
            backlog.release(row)


@given(rows, st.data())
def test_a_lane_has_one_row_out_at_a_time(waiting: list[Waiting], data: st.DataObject) -> None:
    """And one that is urgent beside it."""
    backlog, out = Backlog(), dict[tuple[str, bool], Waiting]()
    for row in waiting:
        backlog.add(row)
    while len(backlog) or out:
        row = backlog.take(NOW)
        if row:
            assert (row.lane, row.urgent) not in out
            out[row.lane, row.urgent] = row
        elif out:
            backlog.release(out.pop(data.draw(st.sampled_from(sorted(out)))))


def test_a_row_that_failed_is_the_first_of_its_lane_after_its_pause() -> None:
    backlog = Backlog()
    first, second, elsewhere = (
        Waiting(1, "a", urgent=False),
        Waiting(2, "a", urgent=False),
        Waiting(3, "b", urgent=False),
    )
    for row in (first, second, elsewhere):
        backlog.add(row)
    assert backlog.take(NOW) is first
    backlog.put_back(first, NOW + 5)
    assert backlog.take(NOW) is elsewhere
    backlog.release(elsewhere)
    assert backlog.take(NOW) is None
    assert backlog.all_held(NOW)
    assert backlog.next_due(NOW) == 5
    assert backlog.take(NOW + 5) is first


def test_an_older_row_that_is_announced_meanwhile_goes_first() -> None:
    """Of two processes on PostgreSQL, or two transactions, the one with the lower number may be the later to commit."""
    backlog = Backlog()
    older, younger = Waiting(4, "a", urgent=False), Waiting(7, "a", urgent=False)
    backlog.add(younger)
    assert backlog.take(NOW) is younger
    backlog.add(older)
    backlog.put_back(younger, NOW + 1)
    assert backlog.take(NOW) is None
    assert backlog.take(NOW + 1) is older
    backlog.release(older)
    assert backlog.take(NOW + 1) is younger


def test_an_urgent_row_passes_a_held_lane_and_counts_as_work() -> None:
    backlog = Backlog()
    backlog.add(Waiting(1, "a", urgent=False), not_before=NOW + 60)
    assert backlog.all_held(NOW)
    urgent = Waiting(2, "a", urgent=True)
    backlog.add(urgent)
    assert not backlog.all_held(NOW)
    assert backlog.take(NOW) is urgent
    backlog.release(urgent)
    assert backlog.take(NOW) is None


def test_an_urgent_row_that_failed_waits_like_any_other() -> None:
    backlog = Backlog()
    urgent = Waiting(1, "a", urgent=True)
    backlog.add(urgent)
    assert backlog.take(NOW) is urgent
    backlog.put_back(urgent, NOW + 1)
    assert backlog.take(NOW) is None
    assert backlog.take(NOW + 1) is urgent


def test_an_urgent_row_goes_beside_the_one_that_its_lane_is_busy_with() -> None:
    backlog = Backlog()
    slow, urgent, later = Waiting(1, "a", urgent=False), Waiting(2, "a", urgent=True), Waiting(3, "a", urgent=False)
    for row in (slow, later):
        backlog.add(row)
    assert backlog.take(NOW) is slow
    assert not backlog.presses
    backlog.add(urgent)
    assert backlog.presses
    assert backlog.take(NOW) is urgent
    backlog.release(urgent)
    assert not backlog.presses
    assert backlog.take(NOW) is None
    backlog.release(slow)
    assert backlog.take(NOW, urgent_only=True) is None
    assert backlog.take(NOW) is later


def test_everything_may_go_when_the_clock_was_moved() -> None:
    backlog = Backlog()
    backlog.add(Waiting(1, "a", urgent=False), not_before=NOW + 60)
    backlog.unhold()
    assert backlog.take(NOW)
    assert backlog.next_due(NOW) is None


def test_a_row_that_is_being_worked_on_is_not_entered_again() -> None:
    """Who looks around in the database sees it waiting until its transaction ends."""
    backlog, row = Backlog(), Waiting(1, "a", urgent=False)
    backlog.add(row)
    assert backlog.take(NOW) is row
    backlog.add(row)
    assert len(backlog) == 0
    backlog.put_back(row, until=NOW)
    assert len(backlog) == 1
