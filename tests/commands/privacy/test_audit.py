"""Who may look into the trail, what he finds, and that each look is an entry."""

from bot.storage.models.operating import Trail
from bot.storage.models.privacy import DataViewRecord
from bot.storage.models.talking import RefusalRecord
from tests.chat import Chat

ASKED = """
        张三> /请假 事假 明天 看房
        机器人→王强> [卡片] …
        机器人> …"""


async def test_by_number_person_command_and_day(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
        吴管> /审计 QJ-20261122-001
        机器人→吴管> [文件 审计.xlsx] 操作记录的表格。
        机器人> 找到 2 条操作记录，全部在表格里：
        · 11-22 10:00 张三 /请假 QJ-20261122-001（员工），2 处改动
        这次查看已记下。
        李四> /审计 张三
        机器人> 「审计」由信息安全使用。谁看过你自己的资料，发 /我的数据。
        吴管> /审计 李四 今天
        机器人→吴管> [文件 审计.xlsx] 操作记录的表格。
        机器人> 找到 1 条操作记录，全部在表格里：
        · 11-22 10:00 李四 /审计 被拒绝
        这次查看已记下，李四 可以看到。
        吴管> /审计 /销假
        机器人> 没有找到相关的操作记录。这次查看已记下。
        吴管> /审计 QJ-20261122-001 昨天
        机器人> 没有找到相关的操作记录。这次查看已记下。
        吴管> /审计 /销假 最近三天
        机器人> 没有找到相关的操作记录。这次查看已记下。
    """)
    looks = await Trail.filter(action="审计:audit.viewed").order_by("id")
    assert [each.details for each in looks] == [
        {"number": "QJ-20261122-001"},
        {"user": "lisi", "day": "2026-11-22"},
        {"command": "销假"},
        {"number": "QJ-20261122-001", "day": "2026-11-21"},
        {"command": "销假", "day": "2026-11-20/2026-11-22"},
    ]
    (view,) = await DataViewRecord.all()
    assert (view.viewer, view.whose, view.what) == ("wuguan", "lisi", "操作记录")


async def test_what_is_none_of_these(chat: Chat) -> None:
    await chat.play("""
        吴管> /审计 天气
        机器人> 「天气」不是同事、编号、日期或命令。…
    """)
    assert not await Trail.filter(action="审计:audit.viewed").exists()


async def test_whom_harassment_is_about_is_shown_to_human_resources_alone(chat: Chat) -> None:
    """女职工劳动保护特别规定 art. 11"""
    await chat.say("李娜", "/警告 @张三 性骚扰同事 项目A工作群")
    await chat.say("郑群", "/警告 @张三 刷广告", room="项目A工作群")
    await chat.say("张三", "/申诉 WG-20261122-001 我没有")
    chat.said()
    await chat.play("""
        吴管> /审计 WG-20261122-001
        机器人→吴管> [文件 审计.xlsx] 操作记录的表格。
        机器人> 找到 3 条操作记录，全部在表格里：
        · 11-22 10:00 （不显示） /申诉 WG-20261122-001，2 处改动
        · 11-22 10:00 （不显示） /警告 WG-20261122-001
        这次查看已记下。
    """)
    await chat.say("吴管", "/审计 张三")
    (told,) = [each.words for each in chat.said() if "找到" in each.words]
    assert "WG-20261122-002" in told
    assert "WG-20261122-001" not in told


async def test_in_a_group_nothing_is_shown(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
        吴管@项目A工作群> /审计 QJ-20261122-001
        机器人→吴管> [文件 审计.xlsx] 操作记录的表格。
        机器人@项目A工作群> 已私聊你。
        机器人→吴管> 找到 2 条操作记录，全部在表格里：
        · 11-22 10:00 张三 /请假 QJ-20261122-001（员工），2 处改动
        这次查看已记下。
    """)


async def test_what_was_done_to_somebody_and_what_was_tried(chat: Chat) -> None:
    """To whom is in the trail itself: else who owns the database would only have to change the name in the case."""
    await chat.play("""
        郑群@项目A工作群> /警告 @张三 刷广告
        机器人→张三> …
        机器人→郑群> …
        机器人@项目A工作群> …
        李四> /违规记录 @张三
        机器人> 别人的违规记录你看不到，只能查看自己的。发 /违规记录 就行。
        吴管> /审计 张三
        机器人→吴管> [文件 审计.xlsx] 操作记录的表格。
        机器人> 找到 2 条操作记录，全部在表格里：
        · 11-22 10:00 李四 /违规记录 被拒绝
        · 11-22 10:00 郑群 /警告 WG-20261122-001（群管理员）
        这次查看已记下，张三 可以看到。
    """)


async def test_who_told_of_somebody_in_the_wrong_place_is_nowhere(chat: Chat) -> None:
    await chat.play("""
        王强@项目A工作群> /举报 张三 骂人
        机器人@项目A工作群> 已私聊你。
        机器人→王强> …
        王强> /为什么
        机器人> 我还没有拒绝过你。…
    """)
    assert not await RefusalRecord.exists()
    assert not await Trail.filter(actor="wangqiang").exists()


async def test_who_is_told_that_it_is_not_there_has_tried(chat: Chat) -> None:
    """The trail knows it; he doesn't hear, nor by /为什么, that there is such a case."""
    await chat.play("""
        郑群@项目A工作群> /警告 @张三 刷广告
        机器人→张三> …
        机器人→郑群> …
        机器人@项目A工作群> …
        李四> /申诉 WG-20261122-001 不是这样
        机器人> 你没有编号 WG-20261122-001 的处理。发 /违规记录 看自己的编号。
        李四> /申诉 WG-20261122-009 不是这样
        机器人> 你没有编号 WG-20261122-009 的处理。发 /违规记录 看自己的编号。
        李四> /为什么
        机器人> 我还没有拒绝过你。…
    """)
    assert await Trail.filter(actor="lisi", action="申诉:command.refused").count() == 1
