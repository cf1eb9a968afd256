"""Whoever reported a hazard or an accident is protected, with or without his name; others aren't."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import timedelta

import pytest

from bot.domain.safety.hazards.hazard import HazardFacts, HazardState, Reporter, StepKind
from bot.domain.safety.protection import SAID, Protection, is_high_enough
from bot.domain.standing import Standing
from bot.identifiers import UserId
from bot.services.safety.protecting import protection_of
from bot.shapes.job import Job
from bot.storage.models.operating import Trail
from bot.storage.models.privacy import DataViewRecord
from tests.chat import Chat
from tests.services.safety.hazards.given import FACTS, HIDDEN, ZHANG, becomes, desk, given, hazard

LASTS = timedelta(days=90)


@pytest.fixture
def jobs() -> Sequence[Job]:
    return []


async def test_a_hidden_reporter_of_a_hazard_that_was_none(chat: Chat) -> None:
    it = await given(chat, hazard(chat, facts=HIDDEN))
    await becomes(chat, hazard(chat, HazardState.UNFOUNDED, facts=HIDDEN), StepKind.UNFOUNDED)
    assert it.number
    assert await protection_of(desk(chat), ZHANG) == Protection(chat.clock.now() + LASTS)
    assert await protection_of(desk(chat), UserId("lisi")) is None


async def test_who_told_of_an_accident_again(chat: Chat) -> None:
    await chat.say("李四", "/事故 仓库着火")
    await chat.say("王五", "/事故 仓库着火了 快来")
    for user in ("lisi", "wangwu"):
        assert await protection_of(desk(chat), UserId(user)) == Protection(chat.clock.now() + LASTS)


async def test_it_ends(chat: Chat) -> None:
    await given(chat, hazard(chat))
    chat.clock.time += LASTS
    assert await protection_of(desk(chat), ZHANG) is None


async def test_as_a_door_it_tells_until_when_and_nothing_else(chat: Chat) -> None:
    """Whoever is about to sanction somebody learns neither what he told of nor under what name, and leaves no mark by
    which others would learn that he asked."""
    await given(chat, hazard(chat, facts=HIDDEN))
    before = await Trail.all().count(), await DataViewRecord.all().count()
    found = await protection_of(desk(chat, "wangqiang"), ZHANG)
    assert found == Protection(chat.clock.now() + LASTS)
    assert [each.name for each in fields(Protection)] == ["until"]
    assert (await Trail.all().count(), await DataViewRecord.all().count()) == before
    assert "隐患" not in SAID
    assert "报告" not in SAID


@pytest.mark.parametrize("facts", [FACTS, HIDDEN], ids=["by name", "hidden"])
async def test_the_door_asks_for_somebody_higher_alike(chat: Chat, facts: HazardFacts) -> None:
    await given(chat, hazard(chat, facts=facts))
    his, others = await protection_of(desk(chat), ZHANG), await protection_of(desk(chat), UserId("lisi"))
    assert is_high_enough(others, Standing.HEAD, Standing.HEAD)
    assert not is_high_enough(his, Standing.HEAD, Standing.HEAD)
    assert is_high_enough(his, Standing.VICE_PRESIDENT, Standing.HEAD)


async def test_the_door_knows_whoever_told_of_the_same_one(chat: Chat) -> None:
    await given(chat, hazard(chat))
    again = [Reporter(UserId("lisi"), True, chat.clock.now())]
    await chat.core.records.hazards.join("YH-20261123-001", again, by=desk(chat).act)
    assert await protection_of(desk(chat), UserId("lisi")) == Protection(chat.clock.now() + LASTS)


async def test_the_company_says_how_long(chat: Chat) -> None:
    await given(chat, hazard(chat))
    longer = replace(chat.company, safety=replace(chat.company.safety, protected=timedelta(days=365)))
    asked = replace(desk(chat), company=longer)
    assert await protection_of(asked, ZHANG) == Protection(chat.clock.now() + timedelta(days=365))
