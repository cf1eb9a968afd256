"""Who has to do with a hazard."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.safety.hazards.hazard import HazardState
from bot.domain.safety.rules import Area
from bot.identifiers import GroupId, UserId
from bot.services.safety.hazards import whom
from bot.shapes.job import Job
from tests.chat import Chat
from tests.services.safety.hazards.given import desk, hazard


@pytest.fixture
def jobs() -> Sequence[Job]:
    return []


@pytest.mark.parametrize(
    ("owner", "above"),
    [("zhangsan", "wangqiang"), ("wangqiang", "qianweidong"), ("wangwu", "guotao")],
    ids=["the head", "above the head", "of another department than the place"],
)
async def test_who_stands_above_the_owner(chat: Chat, owner: str, above: str) -> None:
    it = hazard(chat, HazardState.FIXING, owner=UserId(owner))
    assert whom.next_above(it, chat.company) == (UserId(above),)


async def test_what_nobody_has_is_the_heads_of_the_area(chat: Chat) -> None:
    assert whom.next_above(hazard(chat), chat.company) == (UserId("wangqiang"),)


async def test_where_everybody_is_told(chat: Chat) -> None:
    subscribed = await whom.rooms(desk(chat), Area("生产部"))
    assert subscribed == (GroupId("headquarters"), GroupId("projecta"), GroupId("projectb"))
    own = Area("生产部", groups=(GroupId("projecta"), GroupId("gone")))
    assert await whom.rooms(desk(chat), own) == (GroupId("projecta"),)
    assert await whom.rooms(desk(chat), replace(own, groups=(GroupId("gone"),))) == subscribed
