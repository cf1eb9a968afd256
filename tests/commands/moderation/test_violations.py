"""One's own record, another's, and that each look is written down."""

from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.explaining import Utterance, explain
from bot.identifiers import UserId
from bot.storage.engine.database import Database
from bot.storage.models.privacy import DataViewRecord
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE
from tests.commands.moderation.warnings import WARNED


async def test_ones_own_says_how_to_appeal_and_is_no_view(chat: Chat) -> None:
    await chat.play(f"""{WARNED}
    张三@项目A工作群> /违规记录
    机器人@项目A工作群> 已私聊你。
    机器人→张三> 你有 1 条违规记录：
    · WG-20261122-001 11月22日(周日) 项目A工作群 警告「广告和刷屏」第 1 次，原因：刷广告，处理人：郑群；已确认
    不同意，11月25日(周三)前（含当天）发 /申诉 WG-20261122-001 理由。
    ⏰ 2026-11-26 00:00
    张三> /违规记录
    机器人> 你有 1 条违规记录：
    · WG-20261122-001 11月22日(周日) 项目A工作群 警告「广告和刷屏」第 1 次，原因：刷广告，处理人：郑群；已确认
    """)
    assert await DataViewRecord.all().count() == 0


async def test_each_look_is_written_down_and_shown(chat: Chat) -> None:
    await chat.play(f"""{WARNED}
    李娜> /违规记录 张三
    机器人> 张三有 1 条违规记录：
    · WG-20261122-001 …
    冯销> /违规记录 张三
    机器人> 张三 没有你能看的违规记录。这次查看已记下。
    张三> /我的数据
    机器人> 这里存着你的：
    · 违规记录 1 条，最早 11月22日(周日)；原因和证据加密保存，不再计次 2 年后删除。发 /违规记录 看。
    · 和机器人的消息：你发给我的消息、我发给你的消息；180 天后删除，私密的内容 1 小时后删除。
    · 群和昵称：所在的群 2 个；在群里时保留，表态和昵称最晚离职当年结束 2 年后删除。
    · 谁看过：别人看你资料的记录 2 次；当年结束 2 年后删除。
    · 操作记录：你办过什么、谁办过和你有关的事，这份记录谁都改不了；至少保存 6 个月，离职当年结束 2 年后去掉姓名。
    看过你的资料 2 次：
    · 冯销看了违规记录（10:00）
    · 李娜看了违规记录（10:00）
    带走一份发 /导出我的数据；有错发 /更正资料；要删发 /删除申请；怎么用这些资料发 /隐私。
    """)


@pytest.mark.parametrize(
    ("who", "line", "expected"),
    [
        ("李四", "/违规记录 张三", "E_NO_PERMISSION"),
        ("李四", "查一下张三的违规记录", "E_NO_PERMISSION"),
        ("李四", "/违规记录", ""),
        ("李四", "/违规记录 李四", ""),
        ("李四", "我有违规记录吗", ""),
        ("李四", "看看我的处分记录", ""),
        ("郑群", "/违规记录 @张三", ""),
        ("周敏", "/wgjl 王五", ""),
        ("周敏", "/违规记录 刘洋", "E_AMBIGUOUS_PERSON"),
    ],
)
def test_who_may_ask(who: str, line: str, expected: str) -> None:
    said = explain(Utterance(line, sender=who), FILE, BOOK)
    assert (said["command"], said.get("error", "")) == ("违规记录", expected)
    assert not said.get("needs_confirm")


def without_him(company: Company) -> Company:
    people = tuple(replace(each, active=each.user_id != UserId("zhangsan")) for each in company.people)
    return replace(company, people=people)


async def test_who_has_left_is_found_by_those_who_may_look(database: Database) -> None:
    before = await Chat.open(database)
    await before.play(WARNED)
    await before.close()
    after = await Chat.open(database, company=without_him)
    await after.play("""
    李娜> /违规记录 张三
    机器人> 张三（已离职）有 1 条违规记录：
    · WG-20261122-001 …
    李四> /违规记录 张三
    机器人> 通讯录里没有找到「张三」。…
    """)
    await after.close()


def test_several_of_one_name_who_have_left_are_told_apart() -> None:
    twice = tuple(
        replace(each, active=each.name != "刘洋", staff_no=each.staff_no or "") for each in FILE.company.people
    )
    file = replace(FILE, company=replace(FILE.company, people=twice))
    said = explain(Utterance("/违规记录 刘洋", sender="周敏"), file, BOOK)
    assert said["candidates"] == ["刘洋(0086)", "刘洋(0213)"]
    assert explain(Utterance("/违规记录 刘洋(0213)", sender="周敏"), file, BOOK)["args"] == {"target": "刘洋"}
