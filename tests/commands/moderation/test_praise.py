"""Praise: who proposes, who says yes, where it is said, and what it is worth later."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.company import Company
from bot.explaining import Utterance, explain
from bot.services.moderation.praising.proposing import AN_HOUR
from bot.shapes.outgoing import Card
from bot.storage.engine.database import Database
from bot.storage.models.fairness import PraiseRecord
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE
from tests.commands.moderation.warnings import WARNED, A


async def test_whose_word_it_is_needs_no_other(chat: Chat) -> None:
    await chat.play(f"""
    郑群@{A}> /表彰 @张三 连续三个月零差错
    机器人→张三> 你受到表彰（BZ-20261122-001）：连续三个月零差错。郑群提名。
    机器人→{A}> 表彰 张三：连续三个月零差错。郑群提名。（BZ-20261122-001）
    机器人@{A}> BZ-20261122-001 表彰 张三，在{A}里说了，也记下了。有没有奖金由人力资源另定。
    郑群@{A}> /表彰 @张三 连续三个月零差错
    机器人@{A}> 这件事已经表彰过了（BZ-20261122-001），没有再发。
    """)
    (row,) = await PraiseRecord.all().values("person", "by", "approver")
    assert row == {"person": "zhangsan", "by": "zhengqun", "approver": "zhengqun"}


async def test_in_private_it_is_told_to_him_alone(chat: Chat) -> None:
    await chat.play("""
    王强> /表彰 @张三 救了一单急活
    机器人→张三> 你受到表彰（BZ-20261122-001）：救了一单急活。王强提名。
    机器人> BZ-20261122-001 表彰 张三，已私聊告诉本人，也记下了。…
    """)


async def test_refused_nothing_is_said(chat: Chat) -> None:
    await chat.play("""
    李四> /表彰 @张三 人好
    机器人→王强> [卡片] 李四 申请表彰 张三：人好 RQ-20261122-001 …
    机器人> 已提交 RQ-20261122-001：表彰 张三：人好，等 王强 同意。同意了告诉本人；要在群里说，到群里 @我 发。
    王强> /驳回 RQ-20261122-001 写一件具体的事
    机器人→李四> RQ-20261122-001 表彰 张三：人好：已驳回（王强，10:00，理由：写一件具体的事）。没有发出去。
    机器人> …
    """)
    assert not await PraiseRecord.all().count()


async def test_nobody_says_yes_to_his_own(chat: Chat) -> None:
    """A head's goes to human resources or whoever is above."""
    await chat.play("""
    张三> /表彰 @王强 排班公平
    机器人→李娜> [卡片] 张三 申请表彰 王强：排班公平 RQ-20261122-001 …
    机器人→周敏> …
    机器人> 已提交 RQ-20261122-001：表彰 王强：排班公平，等 李娜 或 周敏 同意。…
    """)
    assert not await PraiseRecord.all().count()


async def test_it_mentions_nobody_and_formats_nothing(chat: Chat) -> None:
    await chat.play(f"""
    郑群@{A}> /表彰 @张三 <@all> **满分**
    机器人→张三> 你受到表彰（BZ-20261122-001）：＜@all＞ ＊＊满分＊＊。郑群提名。
    机器人→{A}> 表彰 张三：＜@all＞ ＊＊满分＊＊。…
    机器人@{A}> …
    """)


async def test_where_the_policy_says_so_it_weighs_in(database: Database) -> None:
    def rewarding(company: Company) -> Company:
        rewards = next(each.rewards for each in company.moderation.shelf if each.id == "D13")
        shelf = [replace(each, rewards=rewards) for each in company.moderation.shelf]
        return replace(company, moderation=replace(company.moderation, shelf=shelf))

    chat = await Chat.open(database, company=rewarding, jobs=[])
    await chat.play(f"""
    王强> /表彰 @张三 救了一单急活
    机器人→张三> …
    机器人> …{WARNED}
    张三> /申诉 WG-20261122-001 不是我发的
    机器人→王强> …
    机器人→周敏> …
    机器人→郑群> …
    机器人> …
    """)
    sent = [parcel.content for channel in chat.channels.values() for parcel in channel.sent]
    (first, *_) = [each.desc for each in sent if isinstance(each, Card)]
    assert "一年内受过 1 次表彰，可以从轻（" in first
    await chat.close()


@pytest.mark.parametrize(
    ("who", "line", "expected"),
    [
        ("王强", "/表彰 @张三 连续三个月零差错", {"target": "张三", "reason": "连续三个月零差错"}),
        ("王强", "表扬一下何苗，主动顶岗", {"target": "何苗", "reason": "主动顶岗"}),
        ("王强", "提名张三为本月之星，培训讲得好", {"target": "张三", "reason": "培训讲得好"}),
        ("王强", "/表彰 @张三", "E_MISSING_ARG"),
        ("王强", "/表彰 @刘洋 救了一单", "E_AMBIGUOUS_PERSON"),
        ("张三", "/表彰 @张三 我很好", "E_SELF_TARGET"),
    ],
)
def test_how_it_is_understood(who: str, line: str, expected: dict[str, Any] | str) -> None:
    said = explain(Utterance(line, sender=who), FILE, BOOK)
    assert said["command"] == "表彰"
    assert (said["error"] if isinstance(expected, str) else said["args"]) == expected


async def test_nobody_fills_a_group_with_it(chat: Chat) -> None:
    for number in range(AN_HOUR):
        await chat.say("王强", f"/表彰 @张三 做好了第 {number} 件事", room="项目A工作群")
    chat.said()
    await chat.play("""
    王强@项目A工作群> /表彰 @张三 又做好了一件
    机器人@项目A工作群> 一小时里你已经表彰了 10 次，没有再发。…
    """)
