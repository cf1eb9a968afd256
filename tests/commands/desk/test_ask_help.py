"""What is known is said first; the rest goes to a person and comes back, and nothing of it is said in a group."""

from collections.abc import Sequence

import pytest

from bot.explaining import Utterance, explain
from bot.shapes.job import Job
from bot.storage.models.operating import Trail
from commands.desk.ask_help import ask_help
from scheduler.desk_clock import desk_clock
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE

ASKED = """
    张三> /求助 打卡定位一直不准
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 …
    机器人> [卡片] 已转给吴管 …"""
ANSWERED = """
    吴管> 按 [答复]
    机器人> [卡片] 求助 QZ-20261122-001 怎么答复？…
    吴管> 重启一下手机
    机器人→张三> [卡片] 有答复了（QZ-20261122-001） 吴管：重启一下手机 …
    机器人> QZ-20261122-001 已答复，张三会说有没有解决。"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (desk_clock,)


def test_as_scripts_see_it() -> None:
    said = explain(Utterance("/求助 打卡定位一直不准", "张三"), FILE, BOOK)
    assert said == {
        "id": None,
        "command": "求助",
        "args": {"text": "打卡定位一直不准", "category": "技术"},
        "needs_confirm": False,
    } or (said["command"], said["args"]) == ("求助", {"text": "打卡定位一直不准", "category": "技术"})
    assert not said.get("needs_confirm")
    assert explain(Utterance("/求助", "张三"), FILE, BOOK)["missing"] == ["text"]
    assert ask_help.writes


async def test_what_is_known_comes_first_and_a_person_after_it(chat: Chat) -> None:
    await chat.play("""
    张三> /求助 谁能拉人进群
    机器人> [卡片] 先看看这条 《企业微信工作群管理办法（试行）》第6条　进群和请出
    进群和请出只由群管理员办理，其他人不得自行邀请人进群。
    解释：集团行政人事部
    这是条文大意，以公司发的原文为准。 [有用] [没解决，转给人]
    张三> 按 [没解决，转给人]
    机器人→小运营> [卡片] 求助 QZ-20261122-001：其他 张三（生产部）：谁能拉人进群 [我来处理] [答复] [转给别人]
    机器人> [卡片] 已转给小运营 QZ-20261122-001，类别：其他。有答复我私聊你。
    李四> /求助 谁能拉人进群
    机器人> [卡片] 先看看这条 …
    李四> 按 [有用]
    机器人> [卡片] 求助 QZ-20261122-002 好，记下了。以后有事再找我。
    """)


async def test_an_answer_that_was_none(chat: Chat) -> None:
    await chat.play(f"""{ASKED}{ANSWERED}
    张三> 按 [没解决]
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 答复以后说没解决。张三（生产部）：打卡定位一直不准 …
    机器人> [卡片] 求助 QZ-20261122-001 已转回吴管接着办。哪里没解决？直接回我，我一起转过去。不办了回「算了」。
    张三> 还是偏两公里
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 张三补充：还是偏两公里。张三（生产部）：打卡定位一直不准
    还是偏两公里 …
    机器人> 已补充到 QZ-20261122-001。
    """)
    rows = await Trail.filter(subject="enquiry:QZ-20261122-001").values("action", "details")
    assert not any(word in str(rows) for word in ("打卡定位", "公里", "重启"))


async def test_the_same_again_is_one(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
    张三> /求助 打卡定位一直不准
    机器人> 这条刚刚已经收到（QZ-20261122-001），没有再转。发 /我的求助 看进展。
    """)


async def test_too_many_at_once(chat: Chat) -> None:
    for number in range(10):
        await chat.say("张三", f"/求助 第{number}台打印机没墨了")
    chat.said()
    await chat.play("""
    张三> /求助 又一台打印机没墨了
    机器人> 一小时里已经收到你 10 条，这条没有登记。急的话直接打电话给对方。…
    """)


async def test_in_a_group_only_what_all_may_hear(chat: Chat) -> None:
    await chat.play("""
    张三@项目A工作群> /求助 打印机没墨了
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 张三（生产部）：打印机没墨了 …
    机器人@项目A工作群> 已转给吴管（QZ-20261122-001），有答复私聊你。
    张三@项目A工作群> /求助 我上个月的工资少发了
    机器人→李娜> [卡片] 求助 QZ-20261122-002：人事 …
    机器人→周敏> [卡片] 求助 QZ-20261122-002：人事 …
    机器人@项目A工作群> 已私聊你。
    机器人→张三> [卡片] 已转给李娜、周敏 …
    """)


async def test_who_withdraws_it(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
    张三> 按 [不用了]
    机器人→吴管> QZ-20261122-001 对方撤回了，不用办了。
    机器人> [卡片] 求助 QZ-20261122-001 已撤回。
    吴管> 按 [我来处理]
    机器人> [卡片] 求助 QZ-20261122-001 已撤回，不用再办。
    ⏰ 2026-11-30 12:00
    """)


async def test_words_of_others_mention_and_format_nothing(chat: Chat) -> None:
    await chat.play("""
    张三> /求助 坏 <@all> [点](http://evil.example) **急**
    机器人→小运营> [卡片] 求助 QZ-20261122-001：其他 张三（生产部）：坏 ＜@all＞ ［点］(http：//evil.example) …
    机器人> [卡片] 已转给小运营 …
    """)


async def test_what_is_long_stands_above_the_card(chat: Chat) -> None:
    words = "电脑蓝屏" * 100
    await chat.play(f"""
    张三> /求助 {words}
    机器人→吴管> 求助 QZ-20261122-001：
    {words}
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 张三（生产部）：电脑蓝屏电脑蓝屏…
    机器人> [卡片] 已转给吴管 …
    张三> /求助 {words}{words}
    机器人> 写了 800 个字，最多 500 个。先写要紧的，其余随后补充。
    """)


async def test_nobody_else_may_press_or_look(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
    李四> /答复求助 QZ-20261122-001 我来
    机器人> 没有要你处理的 QZ-20261122-001。发 /求助待办 看看有哪些。
    李四> /补充求助 QZ-20261122-001 我也是
    机器人> 没有你提的 QZ-20261122-001。发 /我的求助 看看编号。
    """)
    assert not await Trail.filter(subject="enquiry:QZ-20261122-001", actor="lisi").exists()
