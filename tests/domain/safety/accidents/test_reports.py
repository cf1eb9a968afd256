"""When two reports tell of one accident."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.safety.accidents.reports import Accident, AccidentKind, AccidentState, Facts, same_accident
from bot.identifiers import ChatId, UserId

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
FIRE = Facts("仓库着火", urgent=True, kind=AccidentKind.FIRE, place="3号车间")
ROOM, ZHANG, LI = ChatId("room"), UserId("zhangsan"), UserId("lisi")
KNOWN = Accident("SG-20261122-001", FIRE, ZHANG, NOW, NOW, chat=ROOM)


def is_same(
    facts: Facts, *, by: UserId = LI, chat: ChatId | None = None, after: int = 5, known: Accident = KNOWN
) -> bool:
    return same_accident(facts, by, chat, NOW + timedelta(minutes=after), [known]) is known


def test_the_same_place_is_the_same_accident_whoever_tells() -> None:
    assert is_same(replace(FIRE, place="三号车间", kind=AccidentKind.OTHER))
    assert is_same(replace(FIRE, place="3号车间二楼"))
    assert not is_same(replace(FIRE, place="3号车间二楼", kind=AccidentKind.FALL))
    assert not is_same(replace(FIRE, place="4号车间"))


@pytest.mark.parametrize(
    ("one", "other"), [("1号车间", "11号车间"), ("一号车间", "十一号车间"), ("A栋", "BA栋"), ("仓库1", "仓库12")]
)
def test_a_number_inside_another_is_another_place(one: str, other: str) -> None:
    known = replace(KNOWN, facts=replace(FIRE, place=other))
    assert not is_same(replace(FIRE, place=one), known=known)
    assert is_same(replace(FIRE, place=f"{other}门口"), known=known)


def test_not_after_ten_minutes_and_not_once_it_is_closed() -> None:
    assert not is_same(FIRE, after=11)
    assert not is_same(FIRE, known=replace(KNOWN, state=AccidentState.FALSE_ALARM))
    assert is_same(FIRE, after=11, known=replace(KNOWN, last_heard=NOW + timedelta(minutes=5)))


def test_without_a_place_it_takes_the_same_reporter_or_group_and_no_other_kind() -> None:
    nowhere = replace(FIRE, place=None)
    assert is_same(nowhere, by=ZHANG)
    assert is_same(nowhere, chat=ROOM)
    assert not is_same(nowhere)
    assert not is_same(replace(nowhere, kind=AccidentKind.FALL), by=ZHANG)
    assert is_same(replace(nowhere, kind=AccidentKind.OTHER), by=ZHANG)


def test_an_emergency_is_never_filed_under_a_small_matter() -> None:
    assert not is_same(FIRE, known=replace(KNOWN, facts=replace(FIRE, urgent=False)))
    assert is_same(replace(FIRE, urgent=False))
