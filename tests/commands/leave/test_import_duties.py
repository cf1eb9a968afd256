"""Rosters in chat: who may plan whose, and what becomes of leaves that were asked for before."""

from bot.files.workbook import workbook
from tests.chat import Chat
from tests.commands.leave.test_import_facts import hand_in

DECEMBER = """
        2026年12月 夜 20:00-08:00
        姓名 1 2 3 4 5
"""


async def test_leaves_are_counted_again(chat: Chat) -> None:
    await chat.play("""
        张三> /请假 事假 12月1号到3号
        机器人→王强> …
        机器人> 已提交 QJ-20261122-001：事假 12月1日(周二)至12月3日(周四)，3 天。…
        李娜> /导入排班
        2026年12月
        姓名 1 2 3 4 5
        张三 休 08:00-17:00 08:00-17:00 休 休
        机器人> [卡片] 导入排班：2026年12月 1 人 有变化的 1 人，没写的 26 格按日历算，读不懂 0 行。…
        李娜> 按 [确认导入]
        机器人> [卡片] 导入排班：已导入 2026年12月 1 人的排班已更新，受影响的请假正在重算，有变化的会私聊本人。
        ⏰ 2026-11-22 10:01
        机器人→张三> 2026年12月的排班变了：QJ-20261122-001 事假 12月1日(周二)至12月3日(周四)，原来算 3 天，现在算 2 天。
        机器人→王强> 2026年12月的排班变了，QJ-20261122-001 张三 申请的天数变了，现在是：…
        机器人→李娜> 2026年12月的排班变了，请假重新核算完了：…
        机器人→周敏> …
    """)


async def test_who_leads_a_department_plans_for_its_people(chat: Chat) -> None:
    await chat.play("""
        王强> /导入排班
        2026年12月
        姓名 1 2 3 4 5
        李四 休 休 休 08:00-17:00 08:00-17:00
        欧阳静 休 休 休 休 休
        机器人→王强> 第 4 行，欧阳静不在你负责的部门，请由他的部门负责人或人力资源排班
        机器人> [卡片] 导入排班：2026年12月 1 人 有变化的 1 人，没写的 26 格按日历算，读不懂 1 行。…
        王强> 按 [不导入]
        机器人> [卡片] 导入排班 没有导入，什么都没有改动。
        张三> /导入排班
        2026年12月
        姓名 1 2 3 4 5
        机器人> 「导入排班」由…
    """)


async def test_nobody_plans_his_own_days(chat: Chat) -> None:
    """Neither who leads a department nor the human resources: a day of leave that becomes one of rest costs nothing."""
    for planner in ("王强", "李娜"):
        await chat.play(f"""
            {planner}> /导入排班
            2026年12月
            姓名 1 2 3 4 5
            {planner} 休 休 休 08:00-17:00 08:00-17:00
            机器人→{planner}> 第 3 行，自己的排班自己不能导入，请人力资源的同事导入
            机器人> 导入排班：2026年12月 0 人。有变化的 0 人，读不懂 1 行。没有要导入的。
        """)


async def test_a_document_needs_no_command(chat: Chat) -> None:
    header = ("姓名", *(f"12月{day}日" for day in range(1, 32)))
    sheet = workbook("排班", header, [("李四", *["休", "08:00-20:00"] * 15, "休")])
    (card,) = await hand_in(chat, "李娜", sheet)
    assert card.startswith("[卡片] 导入排班：2026年12月 1 人 有变化的 1 人，读不懂 0 行。")
    assert await hand_in(chat, "王强", sheet)  # his department's head
    assert await hand_in(chat, "李四", sheet) == ["收到。我现在只看得懂文字，请用文字说明。发 /帮助 看看我能做什么。"]


async def test_what_is_no_roster(chat: Chat) -> None:
    await chat.play("""
        李娜> /导入排班 明天我上夜班
        机器人> 没有看出排班表。第一行写月份，…
        李娜> /导入排班
        姓名 1 2 3 4 5
        李四 休 休 休 休 休
        机器人> 没看出是哪个月的排班，什么都没有改动。…
    """)
