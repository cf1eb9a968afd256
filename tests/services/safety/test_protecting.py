"""Whoever reported a hazard or an accident is protected, with or without his name; others aren't."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.domain.safety.hazards.hazard import HazardState, StepKind
from bot.domain.safety.protection import Protection
from bot.identifiers import UserId
from bot.services.safety.protecting import protection_of
from bot.shapes.job import Job
from tests.chat import Chat
from tests.services.safety.hazards.given import HIDDEN, ZHANG, becomes, desk, given, hazard

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
