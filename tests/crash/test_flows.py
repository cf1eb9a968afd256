"""Every flow is stopped at every step, and nothing is lost, doubled, out of order or recorded wrongly."""

from pathlib import Path

import pytest

from tests.crash.explore import check
from tests.crash.flows import FLOWS, Flow
from tests.crash.outside import Mode

TROUBLES = (Mode.LOST_AFTER, Mode.LOST_BEFORE, Mode.BUSY, Mode.RAISES)
flows = pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
troubles = pytest.mark.parametrize("trouble", TROUBLES, ids=lambda mode: mode.name.lower())


@flows
def test_killed_at_any_step(flow: Flow, tmp_path: Path, empty: bytes) -> None:
    report = check(flow, tmp_path, empty)
    assert not report.wrong
    assert report.steps > 100
    assert report.states > 10


@flows
@troubles
def test_killed_while_the_first_send_is_in_trouble(flow: Flow, trouble: Mode, tmp_path: Path, empty: bytes) -> None:
    assert not check(flow, tmp_path, empty, modes=[trouble]).wrong


def test_killed_at_any_step_and_again_at_any_step_of_the_next_life(tmp_path: Path, empty: bytes) -> None:
    assert not check(FLOWS[0], tmp_path, empty, twice=True).wrong


@pytest.mark.soak
@flows
@troubles
@pytest.mark.parametrize("nth", range(1, 7))
def test_killed_while_any_send_is_in_trouble(flow: Flow, trouble: Mode, nth: int, tmp_path: Path, empty: bytes) -> None:
    assert not check(flow, tmp_path, empty, modes=[Mode.ANSWERED] * nth + [trouble]).wrong


@pytest.mark.soak
@flows
@troubles
def test_killed_twice_while_the_first_send_is_in_trouble(
    flow: Flow, trouble: Mode, tmp_path: Path, empty: bytes
) -> None:
    assert not check(flow, tmp_path, empty, modes=[trouble], twice=True).wrong
