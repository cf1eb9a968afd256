"""Drafted, let pass by the management group, told to him, posted; nothing of it before, and nothing without a yes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.moderation.cases.case import Noted
from bot.domain.moderation.history import PastState
from bot.errors import Defect
from bot.explaining import Utterance, explain
from bot.shapes.act import Act
from bot.shapes.job import Job
from bot.storage.models.moderation import CaseRecord
from scheduler.notice_plan import post_what_is_due
from scheduler.notice_posting import notice_posting
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE
from tests.commands.moderation.warnings import A

BY = Act("zhoumin", "申诉", "管理小组", "test:1", datetime(2026, 11, 22, 4, 0, tzinfo=UTC))
DRAFTED = f"""
    郑群@{A}> /通报 @张三 刷广告
    机器人→郑群> WG-20261122-001 通报 张三（180 天内第 1 次「广告和刷屏」）已起草，里面不写是谁。…
    机器人@{A}> 已私聊你。
    机器人→郑群> [卡片] GG-20261122-001 送审之前看一看 …"""
SENT = f"""{DRAFTED}
    郑群> 按 [送审]
    机器人→王强> [卡片] 郑群 申请发公告 GG-20261122-001：提醒 RQ-20261122-001 …
    机器人→周敏> [卡片] 郑群 申请发公告 GG-20261122-001：提醒 RQ-20261122-001 …
    机器人> …"""
PASSED = f"""{SENT}
    周敏> 按 [同意]
    机器人→王强> RQ-20261122-001 周敏同意了。
    机器人→张三> 你在项目A工作群的这件事会提醒大家一次，编号 WG-20261122-001。…
    机器人→郑群> RQ-20261122-001 …
    机器人> …"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (post_what_is_due, notice_posting)


async def test_it_counts_once_it_was_let_pass_and_is_posted_without_a_name(chat: Chat) -> None:
    await chat.play(f"""{SENT}
    张三> /违规记录
    机器人> 你没有违规记录。
    张三> /我的数据
    机器人> 这里存着你的：
    · 和机器人的消息：你发给我的消息、我发给你的消息；180 天后删除，私密的内容 1 小时后删除。
    · 群和昵称：所在的群 2 个；在群里时保留，表态和昵称最晚离职当年结束 2 年后删除。
    · 操作记录：你办过什么、谁办过和你有关的事，这份记录谁都改不了；至少保存 6 个月，离职当年结束 2 年后去掉姓名。
    还没有人看过你的请假原因、材料、假期资料和违规记录。
    带走一份发 /导出我的数据；有错发 /更正资料；要删发 /删除申请；怎么用这些资料发 /隐私。
    周敏> 按 [看全文]
    机器人> [卡片] …
    周敏> 按 [同意]
    机器人→王强> RQ-20261122-001 周敏同意了。
    机器人→张三> 你在项目A工作群的这件事会提醒大家一次，编号 WG-20261122-001。
    原因：刷广告（广告和刷屏）。处理人：郑群。
    依据：《企业微信社群管理制度》第9.3条。180 天内第 1 次「广告和刷屏」。
    这份制度还没走完公示程序，这次只为维持秩序，不算处分。
    通报里只写部门和事情，不写是谁，下一个工作日才发；申诉以后先不发。
    不同意，11月25日(周三)前（含当天）发 /申诉 WG-20261122-001 理由，由没有参与的同事来看。
    机器人→郑群> RQ-20261122-001 …
    机器人> …
    ⏰ 2026-11-23 09:01
    机器人→{A}> 提醒
    近日项目A工作群里出现「广告和刷屏」的情况，已经和当事人说明。…
    张三> /违规记录
    机器人> 你有 1 条违规记录：
    · WG-20261122-001 11月22日(周日) 项目A工作群 通报「广告和刷屏」第 1 次，原因：刷广告，处理人：郑群；已确认
    通报：机器人已办
    不同意，11月25日(周三)前（含当天）发 /申诉 WG-20261122-001 理由。
    """)


async def test_without_a_yes_nothing_happens_to_him(chat: Chat) -> None:
    await chat.play(f"""{SENT}
    王强> /驳回 RQ-20261122-001 证据不足
    机器人→周敏> RQ-20261122-001 王强驳回了。
    机器人→郑群> RQ-20261122-001 …
    机器人> …
    张三> /违规记录
    机器人> 你没有违规记录。
    郑群> /取消公告 GG-20261122-001
    机器人> [卡片] …
    郑群> 按 [确认]
    机器人> [卡片] …
    ⏰ 2026-11-23 09:01
    """)
    case = await chat.core.records.cases.get("WG-20261122-001", chat.clock.time)
    assert case
    assert case.state is PastState.PROPOSED


APPEAL = "/申诉 WG-20261122-001 不是我发的"


async def told(chat: Chat, who: str, line: str) -> dict[str, str]:
    """By whom, or the group, what he was told because of it."""
    await chat.say(who, line)
    return {each.room or each.to or who: each.words for each in chat.said()}


async def test_what_is_upheld_goes_out_once_somebody_looked_again(chat: Chat) -> None:
    await chat.play(PASSED)
    await told(chat, "张三", APPEAL)
    await chat.play("""
    ⏰ 2026-11-23 09:01
    机器人→郑群> GG-20261122-001 到时间没有发：WG-20261122-001 申诉中，有了结果再说。
    """)
    await told(chat, "王强", "/裁定 WG-20261122-001 维持 证据清楚")
    await chat.play(f"""
    ⏰ 2026-11-23 09:05
    机器人→{A}> 提醒
    近日项目A工作群里出现…
    """)


async def test_what_is_overturned_before_it_is_out_stays_in(chat: Chat) -> None:
    await chat.play(PASSED)
    await told(chat, "张三", APPEAL)
    said = await told(chat, "王强", "/裁定 WG-20261122-001 撤销 认错人了")
    assert said["张三"].endswith("理由：认错人了。通报不发了。")
    await chat.play("⏰ 2026-11-24 09:01")


async def test_what_is_overturned_afterwards_is_corrected_where_it_was(chat: Chat) -> None:
    await chat.play(PASSED)
    await chat.advance(chat.clock.time.replace(day=23, hour=9, minute=1))
    await told(chat, "张三", APPEAL)
    said = await told(chat, "王强", "/裁定 WG-20261122-001 撤销 认错人了")
    assert said["张三"].endswith("理由：认错人了。通报过的地方已经更正。")
    assert said[A].startswith("【更正】")


async def test_one_act_is_drafted_once_and_hidden_until_it_counts(chat: Chat) -> None:
    await chat.play(f"""{DRAFTED}
    郑群@{A}> /通报 @张三 又刷广告
    机器人@{A}> 已私聊你。
    机器人→郑群> 这件事郑群已经起草了 GG-20261122-001，一件事只通报一次。要改内容，发 /改公告 GG-20261122-001 新内容。
    张三> /申诉 WG-20261122-001 不是我
    机器人> 你没有编号 WG-20261122-001 的处理。发 /违规记录 看自己的编号。
    """)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (PastState.APPEALED, "申诉中，有了结果再说。"),
        (PastState.OVERTURNED, "已推翻，不用再发。"),
    ],
)
async def test_what_does_not_stand_is_not_posted(chat: Chat, state: PastState, said: str) -> None:
    await chat.play(PASSED)
    cases = chat.core.records.cases
    case = await cases.get("WG-20261122-001", chat.clock.time)
    if case is None:
        raise Defect("there is no case")
    after = replace(case, state=state, version=case.version + 1)
    assert await cases.save(after, Noted.LIFTED, was=case.version, by=BY)
    await chat.play(f"""
    ⏰ 2026-11-23 09:01
    机器人→郑群> GG-20261122-001 到时间没有发：WG-20261122-001 {said}
    """)


async def test_his_name_can_not_be_put_in(chat: Chat) -> None:
    await chat.play(f"""{DRAFTED}
    郑群> /改公告 GG-20261122-001 张三刷广告，通报批评
    机器人> 通报里不写是谁：请删掉「张三」，只写部门和事情。
    """)


@pytest.mark.parametrize(
    ("who", "line", "expected"),
    [
        ("周敏", "/通报 @张三 泄密", ""),
        ("郑群", "/通报 @张三 部门内 刷广告", ""),
        ("郑群", "/通报 @张三", "E_MISSING_ARG"),
        ("郑群", "/通报 刷广告", "E_MISSING_ARG"),
        ("郑群", "/通报 @赵国强 太吵", "E_HIGHER_ROLE"),
        ("郑群", "/通报 @郑群 太吵", "E_SELF_TARGET"),
        ("郑群", "/通报 @刘洋 刷屏", "E_AMBIGUOUS_PERSON"),
        ("李四", "/通报 @张三 刷屏", "E_NO_PERMISSION"),
        ("李娜", "/通报 @张三 骚扰女同事", "E_NO_PERMISSION"),
    ],
)
def test_who_may_and_what_can_not_be(who: str, line: str, expected: str) -> None:
    said = explain(Utterance(line, sender=who), FILE, BOOK)
    assert (said["command"], said.get("error", "")) == ("通报", expected)


async def test_what_few_read_names_nobody_by_being_read(chat: Chat) -> None:
    """A department of three knows whom it is about."""
    await chat.play("""
    王强> /通报 @吴管 部门内 刷广告
    机器人> [卡片] 要改成警告吗？ 这个部门只有 1 人，一发就知道说的是谁，没有起草。…
    """)
    assert not await CaseRecord.all()
