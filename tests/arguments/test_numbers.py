"""The numbers of things, however they are typed."""

import pytest

from bot.arguments.accident_numbers import AccidentNumber
from bot.arguments.enquiries import EnquiryNumber
from bot.arguments.hazard_numbers import HazardNumber
from tests.arguments.reading import read, refused


@pytest.mark.parametrize("typed", ["YH-20261122-001", "yh20261122001", "隐患YH 20261122 001呢", "yh—20261122_001"])
def test_as_the_bot_writes_it(typed: str) -> None:
    found, _ = read(HazardNumber, typed)
    assert found.number == "YH-20261122-001"


def test_another_kind_is_left_where_it_stands() -> None:
    assert read(AccidentNumber, "SG-20261122-001 和 YH-20261122-002")[1] == "和 YH-20261122-002"
    assert read(AccidentNumber, "YH-20261122-002") == (None, "YH-20261122-002")


def test_another_kind_is_refused_where_only_one_can_be_meant() -> None:
    sentence = refused(EnquiryNumber, "RQ-20261122-001").sentence
    assert sentence.startswith("RQ-20261122-001 不是求助的编号，求助的编号以 QZ、")


def test_what_is_longer_is_no_number() -> None:
    for typed in ("XYH-20261122-001", "YH-20261122-0010000", "YH-20261122"):
        assert read(HazardNumber, typed)[0] is None
