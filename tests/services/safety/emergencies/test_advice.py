"""What to do now is short, and names a telephone number, for every kind of accident."""

import re

import pytest

from bot.domain.safety.accidents.reports import AccidentKind
from bot.services.safety.emergencies.advice import advice

MOST = 80  # characters: it is read by somebody who should be running


@pytest.mark.parametrize("kind", AccidentKind)
def test_it_is_short_and_names_a_number(kind: AccidentKind) -> None:
    assert len(advice(kind)) <= MOST
    assert re.search(r"打 1(19|20)", advice(kind))
    assert advice(kind).endswith("。")


@pytest.mark.parametrize("kind", [AccidentKind.POISON, AccidentKind.ELECTRIC, AccidentKind.MACHINE])
def test_nobody_is_sent_to_the_rescue(kind: AccidentKind) -> None:
    assert "别" in advice(kind)
