"""What WeCom can't be asked now is asked again; without an app nothing can be taken back."""

from collections.abc import Sequence

import pytest

from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Draft
from bot.identifiers import UserId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.services.notices.posted import posted
from tests.services.notices.putting_right.test_cancelling import SENT, Recaller

BUSY = Outcome(Verdict.RETRY, errcode=-1)


@pytest.mark.parametrize(
    ("outcomes", "asked", "said"),
    [
        ([BUSY], 2, "1 人的消息已撤回。"),
        ([Outcome(Verdict.UNKNOWN), Outcome(Verdict.REFUSED, errcode=40058)], 2, "1 人的消息已撤回。"),
        ([Outcome(Verdict.REFUSED, errcode=40058)], 1, "1 人的撤不回，已补发更正。"),
    ],
)
async def test_until_it_is_known(database: Database, outcomes: Sequence[Outcome], asked: int, said: str) -> None:
    """Refused after a doubt: it was taken back before."""
    recaller = Recaller(outcomes=list(outcomes))
    chat = await Chat.open(database, sources=Sources(recaller=recaller))
    await cancelled(chat)
    await chat.advance(chat.clock.time.replace(minute=5))
    assert len(recaller.asked) == asked
    assert [each.words for each in chat.said() if each.to == "郑群"] == [f"GG-20261122-001「停电」：{said}"]
    await chat.close()


async def test_without_an_app_it_is_corrected(chat: Chat) -> None:
    await cancelled(chat)
    await chat.advance(chat.clock.time.replace(minute=5))
    told = [each.words for each in chat.said()]
    assert "【更正】GG-20261122-001「停电」发错了，请不要按它办，以之后的通知为准。" in told


async def cancelled(chat: Chat) -> None:
    chat.channels[Via.APP].outcomes = [SENT]
    await posted(chat, Draft("停电", Audience(people=(UserId("zhangsan"),))))
    await chat.say("郑群", "/取消公告")
    await chat.say("郑群", "/确认")
    chat.said()
