"""A notice is called off: recalled where WeCom allows it, corrected where it doesn't, and said honestly."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Draft, NoticeState
from bot.identifiers import UserId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.services.notices.posted import posted, to_group

PEOPLE = Audience(people=(UserId("zhangsan"), UserId("lisi")))
SENT = Outcome(Verdict.DONE, receipt={"msgid": "m1"})


@dataclass
class Recaller:
    """`outcomes` are answered first."""

    asked: list[str] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    async def recall(self, msgid: str) -> Outcome:
        self.asked.append(msgid)
        return self.outcomes.pop(0) if self.outcomes else Outcome(Verdict.DONE)


@pytest.fixture
def recaller() -> Recaller:
    return Recaller()


@pytest.fixture
async def office(database: Database, recaller: Recaller) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, sources=Sources(recaller=recaller))
    yield chat
    await chat.close()


async def test_messages_in_private_are_recalled(office: Chat, recaller: Recaller) -> None:
    office.channels[Via.APP].outcomes = [SENT]
    notice = await posted(office, Draft("明天停电", PEOPLE))
    office.said()
    await office.play("""
        郑群> 刚才那条公告发错了 撤回
        机器人> [卡片] 你是想「取消公告」吗？ GG-20261122-001「明天停电」已经发出去了。私聊里 2 人的消息可以撤回；…
        郑群> 按 [确认]
        机器人> [卡片] 已确认：取消公告 GG-20261122-001「明天停电」已取消。私聊里 2 人的消息正在撤回，撤完告诉你结果。
        ⏰ 2026-11-22 10:01
        机器人→郑群> GG-20261122-001「明天停电」：2 人的消息已撤回。
    """)
    assert recaller.asked == ["m1"]
    saved = await office.core.records.notices.get(notice.number)
    assert saved
    assert saved.state is NoticeState.CANCELLED


async def test_a_group_gets_a_correction(office: Chat) -> None:
    await posted(office, Draft("明天停电", to_group(office.company)))
    office.said()
    await office.play("""
        郑群> /取消公告 GG-20261122-001
        机器人> [卡片] 确定要取消公告 GG-20261122-001吗？…
        郑群> 按 [确认]
        机器人→项目A工作群> 【更正】GG-20261122-001「明天停电」发错了，请不要按它办，以之后的通知为准。
        机器人> [卡片] 已确认：取消公告 GG-20261122-001 GG-20261122-001「明天停电」已取消。项目A工作群里的…
        郑群> /取消公告 GG-20261122-001
        机器人> GG-20261122-001「明天停电」已经取消过了，不用再取消。
    """)


@pytest.mark.parametrize("outcome", [Outcome(Verdict.REFUSED, errcode=40058)])
async def test_what_wecom_does_not_take_back_is_corrected(office: Chat, recaller: Recaller, outcome: Outcome) -> None:
    recaller.outcomes = [outcome]
    office.channels[Via.APP].outcomes = [SENT]
    await posted(office, Draft("明天停电", PEOPLE))
    office.said()
    await office.play("""
        郑群> /取消公告
        机器人> [卡片] 确定要取消公告吗？…
        郑群> /确认
        机器人> GG-20261122-001「明天停电」已取消。私聊里 2 人的消息正在撤回，撤完告诉你结果。
        ⏰ 2026-11-22 10:01
        机器人→李四、张三> 【更正】GG-20261122-001「明天停电」发错了，请不要按它办，以之后的通知为准。
        机器人→郑群> GG-20261122-001「明天停电」：2 人的撤不回，已补发更正。
    """)


async def test_after_a_day_and_where_nobody_knows_a_correction_follows(office: Chat, recaller: Recaller) -> None:
    office.channels[Via.APP].outcomes = [SENT]
    await posted(office, Draft("明天停电", PEOPLE))
    office.said()
    office.clock.time += timedelta(hours=24, minutes=1)
    await office.say("郑群", "/取消公告 GG-20261122-001")
    await office.say("郑群", "/确认")
    told = [each.words for each in office.said() if each.to == "李四、张三"]
    assert told == ["【更正】GG-20261122-001「明天停电」发错了，请不要按它办，以之后的通知为准。"]
    assert recaller.asked == []


async def test_who_has_nothing_to_do_with_it_cancels_nothing(office: Chat) -> None:
    await posted(office, Draft("明天停电", to_group(office.company)))
    office.said()
    await office.play("""
        孙丽> /取消公告 GG-20261122-001
        机器人> GG-20261122-001 不归你管。请找发布人 郑群。
    """)


async def test_what_confirmed_it_before_needs_no_more(office: Chat) -> None:
    await posted(office, replace(Draft("明天停电", PEOPLE), wants_confirmation=True))
    office.said()
    await office.say("郑群", "/取消公告")
    await office.say("郑群", "/确认")
    office.said()
    await office.play("""
        张三> /确认 GG-20261122-001
        机器人> 这条公告已经撤回，不用确认了。
    """)
