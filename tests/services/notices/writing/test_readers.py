from dataclasses import replace

from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Draft
from bot.domain.notices.topics import Topic
from bot.identifiers import GroupId
from bot.services.notices.writing.readers import readers_of
from tests.chat import Chat
from tests.services.safety.hazards.given import desk

A = GroupId("projecta")


async def test_what_a_group_chose_in_chat_counts(chat: Chat) -> None:
    draft = Draft("看好明火", Audience(topic=Topic.SAFETY))
    assert A in [room.id for room in (await readers_of(desk(chat), draft)).groups]
    act = replace(desk(chat).act, at=chat.clock.now())
    await desk(chat).store.subscriptions.choose(A, Topic.SAFETY, active=False, by=act)
    assert A not in [room.id for room in (await readers_of(desk(chat), draft)).groups]
