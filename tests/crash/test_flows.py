"""Every flow is stopped at every other step, and nothing is lost, doubled, out of order or recorded wrongly.

`make soak` stops it at every one.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.crash.every_flow import ALL_FLOWS, LONG_FLOWS, SHORT_FLOWS
from tests.crash.explore import check
from tests.crash.flows import FLOWS, Flow
from tests.crash.group_flows import GROUP_FLOWS
from tests.crash.outside import Mode

TROUBLES = (Mode.LOST_AFTER, Mode.LOST_BEFORE, Mode.BUSY, Mode.RAISES)
flows = pytest.mark.parametrize("flow", SHORT_FLOWS, ids=lambda flow: flow.name)
long_flows = pytest.mark.parametrize("flow", LONG_FLOWS, ids=lambda flow: flow.name)
all_flows = pytest.mark.parametrize("flow", ALL_FLOWS, ids=lambda flow: flow.name)
Used = Callable[[Flow], bytes]
FOUNDING = GROUP_FLOWS[0]
troubles = pytest.mark.parametrize("trouble", TROUBLES, ids=lambda mode: mode.name.lower())


def some(number: int) -> bool:
    """Of the states that a crash may leave: `make soak` takes all."""
    return number % 4 == 0


def few(number: int) -> bool:
    """Of a long flow; each time others of its parts."""
    return number % 40 == 17


def half(number: int) -> bool:
    """Of a short one, where nothing else is in trouble."""
    return number % 2 == 0


def test_killed_at_any_step_of_the_first_start(tmp_path: Path, empty: bytes) -> None:
    assert not check(FLOWS[0], tmp_path, empty).wrong


@flows
def test_killed_at_every_other_step(flow: Flow, tmp_path: Path, used: Used) -> None:
    report = check(flow, tmp_path, used(flow), choose=half)
    assert not report.wrong
    assert report.steps > 100
    assert report.states > 10


@long_flows
def test_killed_at_few_steps(flow: Flow, tmp_path: Path, used: Used) -> None:
    report = check(flow, tmp_path, used(flow), choose=few)
    assert not report.wrong
    assert report.states > 20
    assert report.done


@pytest.mark.parametrize("flow", [*FLOWS, FOUNDING], ids=lambda flow: flow.name)
@troubles
def test_killed_while_the_first_send_is_in_trouble(flow: Flow, trouble: Mode, tmp_path: Path, used: Used) -> None:
    assert not check(flow, tmp_path, used(flow), modes=[trouble], choose=some).wrong


@troubles
def test_killed_while_the_first_call_about_a_group_is_in_trouble(trouble: Mode, tmp_path: Path, used: Used) -> None:
    assert not check(FOUNDING, tmp_path, used(FOUNDING), room_modes=[trouble], choose=some).wrong


@pytest.mark.soak
@all_flows
def test_killed_at_any_step(flow: Flow, tmp_path: Path, used: Used) -> None:
    assert not check(flow, tmp_path, used(flow)).wrong


@pytest.mark.soak
@pytest.mark.parametrize("flow", GROUP_FLOWS, ids=lambda flow: flow.name)
@troubles
def test_killed_while_any_call_about_a_group_is_in_trouble(
    flow: Flow, trouble: Mode, tmp_path: Path, used: Used
) -> None:
    for modes in ([trouble], [trouble, trouble]):
        assert not check(flow, tmp_path, used(flow), room_modes=modes).wrong


def test_killed_at_any_step_and_again_at_any_step_of_the_next_life(tmp_path: Path, used: Used) -> None:
    assert not check(FLOWS[0], tmp_path, used(FLOWS[0]), twice=True).wrong


@pytest.mark.soak
@all_flows
@troubles
@pytest.mark.parametrize("nth", range(1, 7))
def test_killed_while_any_send_is_in_trouble(flow: Flow, trouble: Mode, nth: int, tmp_path: Path, used: Used) -> None:
    assert not check(flow, tmp_path, used(flow), modes=[Mode.ANSWERED] * nth + [trouble]).wrong


@pytest.mark.soak
@all_flows
@troubles
def test_killed_twice_while_the_first_send_is_in_trouble(flow: Flow, trouble: Mode, tmp_path: Path, used: Used) -> None:
    assert not check(flow, tmp_path, used(flow), modes=[trouble], twice=True).wrong
