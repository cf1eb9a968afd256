"""What somebody is told about himself; who looked is told in the tests of what can be looked at."""

from datetime import date, datetime

import pytest

from bot.discovery import find_commands
from bot.explaining import Utterance, explain
from bot.files.company import load
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.models.attendance import MissedPunchRecord
from bot.storage.models.privacy import SickWarningRecord
from tests.chat import SAMPLE_COMPANY, Chat

LI = UserId("lisi")


@pytest.mark.parametrize(
    "words",
    ["你们存了我哪些信息？", "谁看过我的请假原因", "有没有人看过我的病假条吗", "查一下我的个人信息", "谁查过我的资料"],
)
async def test_in_plain_words(chat: Chat, words: str) -> None:
    await chat.play(f"""
        李四> {words}
        机器人> 这里存着你的：
        · 和机器人的消息：…
    """)


async def test_nothing_of_it_in_a_group(chat: Chat) -> None:
    await chat.play("""
        李四@项目A工作群> @小助手 谁看过我的请假原因
        机器人@项目A工作群> 已私聊你。
        机器人→李四> 这里存着你的：
        · 和机器人的消息：…
    """)


async def test_each_thing_since_when_and_until_when(chat: Chat) -> None:
    """What is another's isn't counted; what no area tells of in words of its own is told class by class."""
    await chat.play("""
        李四> /请假 病假 11.25 感冒
        机器人→王强> …
        机器人> 已提交 QJ-20261122-001：…
        李四> /出差 上海 11.30 见客户
        机器人→王强> …
        机器人> 已提交 RQ-20261122-001：…
        李四> /补卡 11.20 下班 忘了
        机器人→王强> …
        机器人> 已提交 RQ-20261122-002：…
        李四> /加班 11.28 9:00-12:00 赶货
        机器人→王强> …
        机器人> 已提交 …
        李娜> /假期资料 李四 参加工作 2010-07-01 社保记录
        机器人> …
        李娜> /调整假期 李四 年假 +1 漏算
        机器人> …
        李娜> 按 [确认]
        机器人→李四> …
        机器人> …
    """)
    await kept_elsewhere(chat)
    await chat.play("""
        李四> /我的数据
        机器人> 这里存着你的：
        · 请假 1 条，最早 11月25日(周三)；在职时保留，离职当年结束 2 年后删除。发 /我的请假 看。
        · 请假原因 1 条；加密保存，当年结束 2 年后删除。看自己写的，发 /请假原因 加编号。
        · 假期账 1 笔，最早 11月22日(周日)；在职时保留，离职当年结束 2 年后删除。发 /为什么 年假 看每一笔。
        · 调整、结转和放弃的单据 1 份，最早 11月22日(周日)；当年结束 2 年后删除。
        · 加班 1 条，最早 11月28日(周六)；当年结束 2 年后删除。
        · 假期资料 1 项，最早 11月22日(周日)；在职时保留，离职当年结束 2 年后删除。有参加工作，发 /假期资料 看。
        · 医疗期快用完、告诉过人力资源 1 次，最早 2025年1月2日(周四)；当年结束 3 年后删除。
        · 排班 2 个月，最早 11月1日(周日)；当年结束 2 年后删除。发 /排班 看。
        · 日历订阅 1 个，最早 11月22日(周日)；地址只存摘要，停用了就打不开。停用发 /日历订阅 停用。
        · 出差和外出 1 条，最早 11月30日(周一)；当年结束 2 年后删除。
        · 补卡 1 条，最早 11月20日(周五)；当年结束 2 年后删除。
        · 缺卡提醒 1 次，最早 11月19日(周四)；90 天后删除，打卡记录和位置不保存。
        · 和机器人的消息：你发给我的消息、我发给你的消息；180 天后删除，私密的内容 1 小时后删除。
        · 请假、考勤和申请：提交的申请（事故、公告、处分的跟着那件事） 4 条；当年结束 2 年后删除。
        · 群和昵称：所在的群 1 个；在群里时保留，表态和昵称最晚离职当年结束 2 年后删除。
        · 操作记录：你办过什么、谁办过和你有关的事，这份记录谁都改不了；至少保存 6 个月，离职当年结束 2 年后去掉姓名。
        还没有人看过…
        张三> /我的数据
        机器人> 这里存着你的：
        · 和机器人的消息：…
    """)


async def kept_elsewhere(chat: Chat) -> None:
    """What comes by files, by jobs and by settings that the sample company doesn't have."""
    now: datetime = chat.clock.now()
    records, act = chat.core.records, Act("lina", "x", "x", "test:1", now)
    for month in (date(2026, 11, 1), date(2026, 12, 1), date(2026, 12, 1)):
        await records.duties.add(month, {LI: ""}, by=act)
    await records.leave_feeds.issue("token", LI, None, by=act)
    await MissedPunchRecord.create(user=LI, on_day=date(2026, 11, 19), slot="AM_IN")
    await SickWarningRecord.create(user=LI, since=date(2025, 1, 2), at=now)


def test_plain_sentences_and_nothing_like_them() -> None:
    file, book = load(SAMPLE_COMPANY), find_commands()
    for line in (
        "我的数据有哪些",
        "公司存了我哪些信息",
        "你们都存了我什么",
        "我的个人信息都有哪些？",
        "看看我的数据",
        "我有哪些个人信息在你们系统里",
    ):
        assert explain(Utterance(line, "张三"), file, book) == {
            "command": "我的数据",
            "args": {},
            "needs_confirm": False,
        }
    for line in ("我的数据线有哪些型号", "这个月的数据有哪些", "系统里有哪些资料"):
        assert explain(Utterance(line, "张三"), file, book).get("command") != "我的数据", line
