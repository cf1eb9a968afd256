"""The harness is worth something only if it notices: every mutant of the pipeline is caught."""

from pathlib import Path

import pytest

from tests.crash.composition import Parts
from tests.crash.explore import check
from tests.crash.flows import FLOWS
from tests.crash.mutants import MUTANTS


@pytest.mark.parametrize("parts", MUTANTS.values(), ids=MUTANTS.keys())
def test_a_mistake_in_one_part_is_noticed(parts: Parts, tmp_path: Path, empty: bytes) -> None:
    assert any(check(flow, tmp_path, empty, composed=parts.compose).wrong for flow in FLOWS)


def test_without_a_mistake_the_same_wiring_passes(tmp_path: Path, empty: bytes) -> None:
    assert not any(check(flow, tmp_path, empty, composed=Parts().compose).wrong for flow in FLOWS)
