"""The harness is worth something only if it notices: every mutant of the pipeline is caught.

Those that seeds notice soon (test_seeds.py) are caught here in `make soak` only.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.crash.composition import Parts
from tests.crash.explore import check
from tests.crash.flows import FLOWS, Flow
from tests.crash.group_flows import GROUP_FLOWS
from tests.crash.group_mutants import WHERE_IT_DIES, WHERE_WECOM_DOES_NOT_ANSWER
from tests.crash.mutants import MUTANTS, SOON_NOTICED
from tests.crash.outside import Mode

Used = Callable[[Flow], bytes]
FOUNDING = GROUP_FLOWS[0]


def nowhere(number: int) -> bool:
    """It needn't die."""
    return False


def few(number: int) -> bool:
    return number % 5 == 0


@pytest.mark.parametrize(
    "name", [name if name not in SOON_NOTICED else pytest.param(name, marks=pytest.mark.soak) for name in MUTANTS]
)
def test_a_mistake_in_one_part_is_noticed(name: str, tmp_path: Path, used: Used) -> None:
    parts = MUTANTS[name]
    assert any(check(flow, tmp_path, used(flow), composed=parts.compose).wrong for flow in FLOWS)


def test_without_a_mistake_the_same_wiring_passes(tmp_path: Path, used: Used) -> None:
    assert not any(check(flow, tmp_path, used(flow), composed=Parts().compose, choose=few).wrong for flow in FLOWS)


@pytest.mark.parametrize("parts", WHERE_IT_DIES.values(), ids=WHERE_IT_DIES.keys())
def test_a_mistake_about_groups_is_noticed_when_it_dies(parts: Parts, tmp_path: Path, used: Used) -> None:
    wrong = check(FOUNDING, tmp_path, used(FOUNDING), composed=parts.compose).wrong
    assert wrong
    assert not any(each.startswith("undisturbed") for each in wrong)


@pytest.mark.parametrize("parts", WHERE_WECOM_DOES_NOT_ANSWER.values(), ids=WHERE_WECOM_DOES_NOT_ANSWER.keys())
def test_a_mistake_about_groups_is_noticed_when_wecom_does_not_answer(parts: Parts, tmp_path: Path, used: Used) -> None:
    troubles = ([Mode.LOST_AFTER], [Mode.LOST_BEFORE])
    assert any(
        check(FOUNDING, tmp_path, used(FOUNDING), composed=parts.compose, room_modes=modes, choose=nowhere).wrong
        for modes in troubles
    )


def test_without_a_mistake_groups_pass_in_the_same_wiring(tmp_path: Path, used: Used) -> None:
    assert not check(
        FOUNDING, tmp_path, used(FOUNDING), composed=Parts().compose, room_modes=[Mode.LOST_AFTER], choose=few
    ).wrong
