"""Each class says in Chinese when it goes; each entry says enough of its table."""

import pytest

from bot.domain.privacy.keeping import Entry, How, Kept
from bot.domain.privacy.register import REGISTER
from bot.domain.retention import Retention


@pytest.mark.parametrize("kept", Kept)
def test_it_is_said_when_it_goes(kept: Kept) -> None:
    assert any(word in kept.until(Retention()) for word in ("删", "姓名", "保留", "一致"))


def test_the_years_are_those_of_the_configuration() -> None:
    retention = Retention(years=5, sanctions=4, hazards=6, trainings=7)
    said = [kept.until(retention) for kept in (Kept.RECORDS, Kept.SANCTIONS, Kept.HAZARDS, Kept.TAUGHT)]
    assert [next(c for c in words if c.isdigit()) for words in said] == ["5", "4", "6", "7"]


@pytest.mark.parametrize(("table", "entry"), REGISTER.items(), ids=REGISTER)
def test_an_entry_says_enough(table: str, entry: Entry) -> None:
    match entry.how:
        case How.SHOWN | How.COUNTED:
            assert entry.by
            assert entry.gives
            assert entry.what
        case How.TOLD:
            assert entry.what
        case How.EXEMPT:
            assert len(entry.why) > 5, "why isn't it told?"
    assert not entry.drops or entry.how is How.COUNTED
