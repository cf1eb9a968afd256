"""What there is to be measured, and that one part which can't be doesn't keep the others back."""

from collections.abc import Iterator

import pytest

import bench.__main__ as bench_main
from bench.figures import Figure
from bench.parts import PARTS, QUICK, Databases, Part, Size
from bench.slow_disk import NoShimError
from bench.trials import UntrustworthyError

GOALS = {*(f"P{number}" for number in range(1, 15)), "P1c", "P4e", "R10"}


def test_every_goal_of_speed_has_a_part() -> None:
    assert {goal for part in PARTS for goal in part.goals.split()} == GOALS
    assert len({part.name for part in PARTS}) == len(PARTS)


def test_the_list_has_them_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench_main.main(["--list"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [part.name for part in PARTS]


def test_a_quick_run_has_few_of_them_unless_they_are_named() -> None:
    quick = [part.name for part in PARTS if bench_main._wanted(part, [], quick=True)]
    assert 3 < len(quick) < len(PARTS)
    assert all(bench_main._wanted(part, [], quick=False) for part in PARTS)
    assert [part.name for part in PARTS if bench_main._wanted(part, ["due"], quick=True)] == ["due"]


def test_what_cannot_be_measured_here_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    def figures(error: Exception) -> Part:
        def fails(_: Size, __: Databases) -> Iterator[Figure]:
            yield Figure("one", 2.0, "s", "none", 1.0)
            raise error

        return Part("some", "", "", fails)

    for error, fine in ((NoShimError("no compiler"), True), (UntrustworthyError("lost"), False)):
        part = figures(error)
        with bench_main.ExitStack() as stack:
            assert bench_main._measured(part, QUICK, Databases(stack)) is fine
        told = capsys.readouterr()
        assert '"name": "one"' in told.out
        assert str(error) in told.err
