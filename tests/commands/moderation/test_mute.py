"""A mute from its beginning to its end: who is heard meanwhile, who does what in the client, what really happened."""

from collections.abc import Sequence

import pytest
from structlog.testing import capture_logs

from bot.errors import Code
from bot.explaining import Utterance, explain
from bot.shapes.act import Act
from bot.shapes.job import Job
from bot.storage.models.moderation import MeasureRecord
from scheduler.moderation_clock import moderation_clock
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE
from tests.commands.moderation.warnings import MUTED, A


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (moderation_clock,)


async def test_he_is_not_heard_there_but_in_what_keeps_people_safe(chat: Chat) -> None:
    """The group hears nothing of what he says to me, and he hears why in private. Elsewhere he is heard."""
    told = "你在项目A工作群被禁言到 12:00（WG-20261122-001），刚才的命令没有办。…"
    await chat.play(f"""{MUTED}
    张三@项目A工作群> /帮助
    机器人→张三> {told}
    张三@项目A工作群> 随便说说
    机器人→张三> {told}
    张三@项目A工作群> 谢谢
    张三@项目A工作群> /隐患 3号车间 配电箱门坏了
    机器人→陈安> [卡片] …
    机器人@项目A工作群> 已登记 YH-20261122-001，…
    张三@项目A工作群> /请假 年假 明天下午
    机器人→王强> [卡片] …
    机器人@项目A工作群> …
    机器人→张三> 已提交 QJ-20261122-001：…
    张三> /我的群
    机器人> …
    何苗@项目A工作群> /昵称检查 生产部-何苗
    机器人@项目A工作群> …
    """)


async def test_a_cry_for_help_is_heard(chat: Chat) -> None:
    await chat.play(f"""{MUTED}
    张三@项目A工作群> 着火了 快来人 3号车间
    机器人→陈安> [卡片] 紧急！火灾 …
    机器人→王强> [卡片] 紧急！火灾 …
    机器人→张三> 已登记 SG-20261122-001，…
    机器人@项目A工作群> …
    """)


async def test_in_force_already_it_may_be_made_longer(chat: Chat) -> None:
    await chat.play(f"""{MUTED}
    郑群@项目A工作群> /禁言 @张三 120分钟 发广告
    机器人@项目A工作群> [卡片] 要延长 2 小时吗？ 张三已经禁言到 12:00（WG-20261122-001），没有再办。…
    郑群@项目A工作群> 按 [延长 2 小时]
    机器人→张三> 你在项目A工作群的禁言延长到 14:00（WG-20261122-001），原因：发广告。
    机器人→郑群> WG-20261122-001 张三 的禁言延长到 14:00，已私聊告诉对方。
    机器人@项目A工作群> [卡片] 已选：延长 2 小时 已私聊你。
    郑群@项目A工作群> /禁言 @张三 再延长7天 发广告
    机器人@项目A工作群> 加上已经禁的，最长 7 天，没有延长。请写短一些。
    ⏰ 2026-11-22 13:59
    机器人→郑群> [卡片] 请在项目A工作群禁言张三 到时间还没有回音，再提醒一次。…
    ⏰ 2026-11-22 14:00
    机器人→张三> 你在项目A工作群的禁言到期了（WG-20261122-001），可以正常用了。
    """)


async def test_in_force_already_is_a_duplicate_to_whoever_reads_the_log(chat: Chat) -> None:
    """A068, as it is told to people and as it is known to the bot."""
    await chat.play(MUTED)
    with capture_logs() as logs:
        await chat.say("郑群", "@小助手 /禁言 @张三 120分钟 发广告", room=A)
    (refused,) = [each for each in logs if each["event"] == "refused"]
    assert (refused["command"], refused["code"]) == ("禁言", Code.DUPLICATE)


async def test_more_than_a_day_from_its_beginning_takes_a_second_administrator(chat: Chat) -> None:
    """Of two that were asked for at once the first counts."""
    longer, more = (f"延长 张三 的禁言 {hours}（WG-20261122-001）" for hours in ("23 小时", "1 天 6 小时"))
    await chat.play(f"""{MUTED}
    郑群@项目A工作群> /禁言 @张三 延长23小时 发广告
    机器人→王强> [卡片] 郑群 申请{longer} RQ-20261122-001 …
    机器人→周敏> [卡片] 郑群 申请{longer} …
    机器人@项目A工作群> 已私聊你。
    机器人→郑群> 超过 1 天的禁言要另一位管理员同意。已提交 RQ-20261122-001：{longer}，等 王强、周敏 决定。…
    郑群@项目A工作群> /禁言 @张三 延长30小时 发广告
    机器人→王强> [卡片] …
    机器人→周敏> [卡片] …
    机器人@项目A工作群> …
    机器人→郑群> …
    周敏> /同意申请 RQ-20261122-001
    机器人→王强> …
    机器人→张三> 你在项目A工作群的禁言延长到 明天 11:00（WG-20261122-001），原因：发广告。
    机器人→郑群> RQ-20261122-001 {longer}：已同意（周敏，10:00）。WG-20261122-001 张三 的禁言延长到 …
    机器人> …
    周敏> /同意申请 RQ-20261122-002
    机器人→王强> …
    机器人→郑群> RQ-20261122-002 {more}：已同意（周敏，10:00）。不过这期间已经改到 明天 11:00，没有再延长。
    机器人> …
    """)


async def test_what_is_over_by_the_yes_is_not_made_longer(chat: Chat) -> None:
    longer = "延长 张三 的禁言 23 小时（WG-20261122-001）"
    await chat.play(f"""{MUTED}
    郑群@项目A工作群> /禁言 @张三 延长23小时 发广告
    机器人→王强> [卡片] …
    机器人→周敏> [卡片] …
    机器人@项目A工作群> …
    机器人→郑群> …
    郑群@项目A工作群> /解除禁言 @张三
    机器人→张三> …
    机器人@项目A工作群> …
    王强> /同意申请 RQ-20261122-001
    机器人→周敏> …
    机器人→郑群> RQ-20261122-001 {longer}：已同意（王强，10:00）。不过禁言已经结束了，没有延长。
    机器人> …
    """)


async def test_what_a_human_did_he_undoes(chat: Chat) -> None:
    await chat.play(f"""{MUTED}
    郑群> 按 [已做]
    机器人> [卡片] WG-20261122-001 禁言张三 已记下：人工已办。
    ⏰ 2026-11-22 12:00
    机器人→张三> 你在项目A工作群的禁言到期了（WG-20261122-001），可以正常用了。
    机器人→郑群> [卡片] 请在项目A工作群解除禁言张三 WG-20261122-001；12:30 前。…
    郑群> 按 [做不到]
    机器人> [卡片] WG-20261122-001 解除禁言张三 已记下：没办成。机器人这边的限制照常有效。
    李娜> /违规记录 张三
    机器人> 张三有 1 条违规记录：
    · WG-20261122-001 11月22日(周日) 项目A工作群 禁言「广告和刷屏」第 1 次，原因：刷广告，处理人：郑群；已确认
    机器人限制：机器人已办，12:00 结束
    企业微信里禁言：人工已办（郑群）
    企业微信里解除禁言：没办成（郑群）
    这次查看已记下，本人可以看到。
    """)


async def test_what_nobody_did_was_not_done(chat: Chat) -> None:
    await chat.play(f"""{MUTED}
    ⏰ 2026-11-22 12:00
    机器人→郑群> [卡片] 请在项目A工作群禁言张三 到时间还没有回音，再提醒一次。…
    机器人→张三> 你在项目A工作群的禁言到期了（WG-20261122-001），可以正常用了。
    郑群> 按 [已做]
    机器人> [卡片] WG-20261122-001 禁言张三 这件事已经不用办了。
    张三> /违规记录
    机器人> 你有 1 条违规记录：
    · WG-20261122-001 …
    """)


async def test_more_than_a_day_takes_a_second_administrator(chat: Chat) -> None:
    await chat.play("""
    郑群@项目A工作群> /禁言 @何苗 3天 骂人
    机器人→王强> [卡片] 郑群 申请禁言 何苗 3 天 RQ-20261122-001 …
    机器人→周敏> [卡片] 郑群 申请禁言 何苗 3 天 RQ-20261122-001 …
    机器人@项目A工作群> 已私聊你。
    机器人→郑群> 超过 1 天的禁言要另一位管理员同意。已提交 RQ-20261122-001：禁言 何苗 3 天，等 王强、周敏 决定。…
    何苗@项目A工作群> /昵称检查 生产部-何苗
    机器人@项目A工作群> …
    ⏰ 2026-11-22 11:00
    王强> 按 [同意]
    机器人→周敏> …
    机器人→何苗> 你在项目A工作群被禁言 3 天，到 11月25日(周三) 11:00 为止，编号 WG-20261122-001。…
    机器人→郑群> [卡片] 请在项目A工作群禁言何苗 …
    机器人→郑群> RQ-20261122-001 禁言 何苗 3 天：已同意（王强，11:00）。WG-20261122-001 何苗 禁言到 …
    机器人> …
    郑群@项目A工作群> /解除禁言 @何苗
    机器人@项目A工作群> 已私聊你。
    机器人→郑群> WG-20261122-001 由王强定的，要由本人或管理小组解除，什么都没有改动。
    周敏@项目A工作群> /解除禁言 @何苗
    机器人→何苗> 你在项目A工作群的禁言已提前解除（WG-20261122-001），可以正常用了。
    机器人@项目A工作群> 已解除，编号 WG-20261122-001，已私聊告诉对方。
    """)


async def test_a_mute_that_waited_for_a_yes_is_not_put_on_top_of_another(chat: Chat) -> None:
    await chat.say("郑群", "/禁言 @张三 3天 刷广告", room="项目A工作群")
    chat.clock.time = chat.clock.time.replace(minute=20)
    await chat.say("郑群", "/禁言 @张三 2小时 骂人", room="项目A工作群")
    chat.said()
    await chat.play("""
    王强> /同意申请 RQ-20261122-001
    机器人→周敏> …
    机器人→郑群> RQ-20261122-001 禁言 张三 3 天：已同意（王强，10:20）。不过对方已经禁言到 12:20（WG-20261122-001），…
    机器人> …
    """)


async def test_who_has_left_needs_no_mute(chat: Chat) -> None:
    """Nobody is asked to mute him in the client, nor to undo it, and it ends in time."""
    await chat.play("""
    郑群@项目A工作群> /禁言 @张三 2小时 骂人
    机器人→张三> …
    机器人→郑群> [卡片] 请在项目A工作群禁言张三 …
    机器人→郑群> …
    机器人@项目A工作群> …
    """)
    company, table = chat.core.book.company(), chat.core.records.directory
    by = Act("job:test", "directory-sync", "定时任务", "test", chat.clock.now())
    await table.replace(company.departments, company.people, by=by)
    await table.replace(company.departments, [each for each in company.people if each.name != "张三"], by=by)
    await chat.play("""
    ⏰ 2026-11-22 13:00
    """)
    assert await MeasureRecord.filter(ended_at__isnull=True).count() == 0


async def test_who_looks_after_the_group_no_more_agrees_to_nothing(chat: Chat) -> None:
    """Though he was asked when he still did."""
    await chat.play("""
    李娜> /任命群管 项目A工作群 @李四
    机器人→李四> …
    机器人→项目A工作群> …
    机器人> …
    郑群@项目A工作群> /禁言 @张三 3天 骂人
    机器人→李四> [卡片] 郑群 申请禁言 张三 3 天 …
    机器人@项目A工作群> 已私聊你。
    机器人→郑群> …
    李娜> /免去群管 项目A工作群 @李四
    机器人→李四> …
    机器人→项目A工作群> …
    机器人> …
    李四> 按 [同意]
    机器人> [卡片] 郑群 申请禁言 张三 3 天 这条申请不归你审批。…
    张三> /违规记录
    机器人> 你没有违规记录。
    """)


async def test_who_asked_for_it_looks_after_the_group_no_more(chat: Chat) -> None:
    """Nothing is done in his name, and he reads no more of it than that."""
    await chat.play("""
    李娜> /任命群管 项目A工作群 @李四
    机器人→李四> …
    机器人→项目A工作群> …
    机器人> …
    李四@项目A工作群> /禁言 @张三 3天 骂人
    机器人→郑群> [卡片] 李四 申请禁言 张三 3 天 …
    机器人@项目A工作群> 已私聊你。
    机器人→李四> …
    李娜> /免去群管 项目A工作群 @李四
    机器人→李四> …
    机器人→项目A工作群> …
    机器人> …
    郑群> 按 [同意]
    机器人→郑群> RQ-20261122-001 没有办：李四 现在不管这件事了。确实要办，请你或现在的管理员再发一次命令。
    机器人→李四> RQ-20261122-001 禁言 张三 3 天：已同意（郑群，10:00）。不过你现在不管这件事了，没有办。
    机器人> [卡片] 李四 申请禁言 张三 3 天 已同意（郑群，10:00）。
    张三> /违规记录
    机器人> 你没有违规记录。
    """)


async def test_whom_it_is_about_looks_after_the_group_by_then(chat: Chat) -> None:
    await chat.play("""
    李娜> /任命群管 项目A工作群 @李四
    机器人→李四> …
    机器人→项目A工作群> …
    机器人> …
    郑群@项目A工作群> /禁言 @张三 3天 骂人
    机器人→李四> …
    机器人@项目A工作群> 已私聊你。
    机器人→郑群> …
    李娜> /任命群管 项目A工作群 @张三
    机器人→张三> …
    机器人→项目A工作群> …
    机器人> …
    李四> 按 [同意]
    机器人→郑群> RQ-20261122-001 禁言 张三 3 天：已同意（李四，10:00）。不过这位同事的事不能由你来办，什么都没有改动。…
    机器人> …
    张三> /违规记录
    机器人> 你没有违规记录。
    """)


@pytest.mark.parametrize(
    ("who", "line", "expected"),
    [
        ("郑群", "/禁言 @张三 30天 屡教不改", Code.LIMIT),
        ("郑群", "/禁言 @张三 5分钟 刷屏", Code.LIMIT),
        ("郑群", "/禁言 @张三 1e9小时 刷屏", Code.CLARIFY),
        ("郑群", "/禁言 @张三 永久 刷屏", Code.LIMIT),
        ("郑群", "/禁言 @张三 半天", Code.AMBIGUOUS_DURATION),
        ("郑群", "/禁言 @张三 刷屏", Code.MISSING_ARG),
        ("郑群", "/禁言 @张三 2小时", Code.MISSING_ARG),
        ("郑群", "/禁言 2小时 刷屏", Code.MISSING_ARG),
        ("郑群", "/禁言 @赵国强 30天 太吵了", Code.HIGHER_ROLE),  # before limits
        ("郑群", "/禁言 @李四 30天 太吵了", Code.TARGET_NOT_IN_GROUP),
        ("郑群", "/禁言 @郑群 1小时 测试", Code.SELF_TARGET),
        ("欧阳静", "/禁言 @张三 半天", Code.NO_PERMISSION),
    ],
)
def test_who_may_not_and_what_can_not_be(who: str, line: str, expected: Code) -> None:
    said = explain(Utterance(line, sender=who, group=A), FILE, BOOK)
    assert (said["command"], said["error"]) == ("禁言", expected)


@pytest.mark.parametrize(
    ("line", "target", "minutes", "reason", "asks"),
    [
        ("/禁言 @张三 2小时 刷广告", "张三", 120, "刷广告", False),
        ("/禁言 2小时 @张三 刷广告", "张三", 120, "刷广告", False),
        ("/禁言 @张三 刷广告 2小时", "张三", 120, "刷广告", False),
        ("/禁言 @刘洋0213 30分钟 刷屏", "刘洋(0213)", 30, "刷屏", False),
        ("/禁言 @张三 一天 骂人", "张三", 1440, "骂人", False),
        ("/禁言 @张三 到下午3点 骂人", "张三", 300, "骂人", False),
        ("禁言张三两小时，刷广告", "张三", 120, "刷广告", False),
        ("把张三禁言两小时，他一直刷屏", "张三", 120, "他一直刷屏", True),
        ("给何苗禁言半小时 在群里骂人", "何苗", 30, "在群里骂人", True),
    ],
)
def test_how_people_say_it(line: str, target: str, minutes: int, reason: str, asks: bool) -> None:
    said = explain(Utterance(line, sender="郑群", group=A), FILE, BOOK)
    assert said.get("command") == "禁言", said
    args = said["args"]
    assert (args["target"], args["duration_min"], args["reason"]) == (target, minutes, reason)
    assert said["needs_confirm"] is asks
