"""Human resources hand in their list: what differs is shown, and each thing is put right by itself, by who may."""

from collections.abc import Sequence

import pytest

from bot.files.workbook import workbook
from bot.identifiers import UserId
from bot.shapes.job import Job
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from bot.storage.models.accounts import AccountWorkRecord
from scheduler.account_works import run_works
from scheduler.directory_sync import sync_directory
from tests.app_accounts import AppAccounts
from tests.chat import Chat
from tests.commands.leave.test_import_facts import hand_in
from tests.scheduler.test_staff_list import COMPANY, HEADER, everybody

JOBS: Sequence[Job] = (run_works, sync_directory)
WITH_MOBILE = [*HEADER, "手机"]


def changed(**of_name: dict[int, str]) -> list[list[str]]:
    rows = everybody(COMPANY)
    for row in rows:
        for place, value in of_name.get(row[0], {}).items():
            row[place] = value
    return rows


async def test_nothing_differs(chat: Chat) -> None:
    assert await hand_in(chat, "李娜", workbook("花名册", HEADER, everybody(COMPANY))) == [
        f"花名册和通讯录核对：{len(COMPANY.people)} 人，没有不同。"
    ]


async def test_each_thing_is_put_right_by_itself(database: Database) -> None:
    app = AppAccounts.of(COMPANY)
    chat = await Chat.open(database, jobs=JOBS, sources=Sources(directory=app, accounts=app))
    rows = changed(张三={1: "研发部", 3: "班长"}, 王五={0: "王伍"})
    rows = [row for row in rows if row[0] != "何苗"]
    rows.append(["赵六", "生产部", "", "操作工"])
    _, card = await hand_in(chat, "李娜", workbook("花名册", HEADER, rows))
    assert card.startswith(
        "[卡片] 花名册和通讯录核对：5 处不同 通讯录里没有 1，花名册里没有 1，姓名不同 1，部门不同 1，职务不同 1。"
    )
    await chat.play("""
    李娜> 选 [张三 改部门] 按 [处理这一条]
    机器人> [卡片] 花名册和通讯录核对：4 处不同 CY-20261122-001 张三：按花名册改部门，办好了告诉你。…
    李娜> 选 [王五 改姓名] 按 [处理这一条]
    机器人> [卡片] 花名册和通讯录核对：3 处不同 CY-20261122-002 王五：按花名册改姓名，办好了告诉你。…
    李娜> 选 [赵六 缺账号] 按 [处理这一条]
    机器人> [卡片] 花名册和通讯录核对：3 处不同 没有办：赵六，花名册上缺 手机号，请发 /申请账号 补上。…
    李娜> 选 [何苗 册上没有] 按 [不用管]
    机器人> [卡片] 花名册和通讯录核对：2 处不同 何苗：以后不再提这一条。…
    李娜> 选 [张三 改职务] 按 [处理这一条]
    机器人> [卡片] 花名册和通讯录核对：1 处不同 CY-20261122-003 张三：按花名册改职务，办好了告诉你。…
    ⏰ 2026-11-22 10:01
    机器人→李娜> CY-20261122-001 修改资料：张三：办好了。
    机器人→李娜> CY-20261122-002 修改资料：王五：办好了。
    机器人→李娜> CY-20261122-003 修改资料：张三：办好了。
    """)
    assert app.asked == ("change zhangsan department", "change wangwu name", "change zhangsan position")
    person = app.people[UserId("zhangsan")]
    assert (person.position, app.people[UserId("wangwu")].name) == ("班长", "王伍")
    await chat.advance(chat.clock.time.replace(minute=5))
    _, card = await hand_in(chat, "周敏", workbook("花名册", HEADER, rows))
    assert card.startswith("[卡片] 花名册和通讯录核对：1 处不同 通讯录里没有 1。")
    await chat.close()


async def test_an_account_is_asked_for_like_any_other_and_who_left_leaves(chat: Chat) -> None:
    rows = [[*row, ""] for row in changed()]
    header = [*HEADER, "手机", "状态"]
    rows = [[*row, "离职" if row[0] == "何苗" else "在职"] for row in rows]
    rows.append(["赵六", "生产部", "", "操作工", "13800001111", "在职"])
    await hand_in(chat, "李娜", workbook("花名册", header, rows))
    await chat.play("""
    李娜> 选 [赵六 缺账号] 按 [处理这一条]
    机器人→周敏> [卡片] 李娜 申请开通账号：赵六（生产部 操作工） ZH-20261122-001 …
    机器人> [卡片] 花名册和通讯录核对：1 处不同 已提交 ZH-20261122-001：给赵六（生产部 操作工）开通账号，等 周敏 审批。…
    李娜> 选 [何苗 已离职] 按 [处理这一条]
    机器人→周敏> [卡片] LZ-20261122-001 离职办理：何苗 …
    机器人→吴管> [卡片] LZ-20261122-001 离职办理：何苗 …
    机器人→李娜> [卡片] LZ-20261122-001 离职办理：何苗 …
    机器人> [卡片] 花名册和通讯录核对 何苗：已登记离职，最后工作日今天。都处理完了。
    """)


async def test_a_number_is_compared_with_what_the_account_was_opened_with(database: Database) -> None:
    app = AppAccounts.of(COMPANY)
    chat = await Chat.open(database, jobs=JOBS, sources=Sources(directory=app, accounts=app))
    await chat.say("李娜", "/申请账号 王小明 生产部 操作工 13800001111")
    await chat.say("周敏", "/同意申请 ZH-20261122-001")
    await chat.advance(chat.clock.time.replace(minute=5))
    chat.said()
    rows = [[*row, ""] for row in everybody(chat.company)]
    for row in rows:
        if row[0] == "王小明":
            row[4] = "13800002222"
    _, card = await hand_in(chat, "李娜", workbook("花名册", WITH_MOBILE, rows))
    assert card.startswith(
        "[卡片] 花名册和通讯录核对：1 处不同 手机号不同 1。选一条，再按按钮： · 王小明 手机号不同 (".replace(
            "： ·", "：\n·"
        )
    )
    assert "1380000" not in card
    await chat.play("""
    李娜> 选 [王小明 改手机号] 按 [处理这一条]
    机器人> [卡片] 花名册和通讯录核对 CY-20261122-001 王小明：按花名册改手机号，办好了告诉你。都处理完了。
    ⏰ 2026-11-22 10:10
    机器人→李娜> CY-20261122-001 修改资料：王小明：办好了。
    """)
    assert app.asked[-1] == "change wangxiaoming mobile"
    assert "13800002222" not in str(await AccountWorkRecord.all().values())
    await chat.close()


async def test_a_part_of_the_company_says_nothing_of_the_others(chat: Chat) -> None:
    rows = [row for row in everybody(COMPANY) if row[1] == "生产部"]
    [answer] = await hand_in(chat, "李娜", workbook("花名册", HEADER, rows))
    assert answer == f"花名册和通讯录核对：{len(rows)} 人，没有不同。"


@pytest.mark.parametrize("name", ["张三", "王强", "吴管"])
async def test_others_have_no_list(chat: Chat, name: str) -> None:
    said = await hand_in(chat, name, workbook("花名册", HEADER, changed(张三={1: "研发部"})))
    assert not any("花名册和通讯录核对" in line for line in said)


async def test_who_lost_the_office_may_not_press(chat: Chat) -> None:
    await hand_in(chat, "李娜", workbook("花名册", HEADER, changed(张三={1: "研发部"})))
    await chat.press("张三", chat.newest_card, "mend")
    assert await AccountWorkRecord.all().count() == 0


async def test_nobody_mends_his_own_line(chat: Chat) -> None:
    await hand_in(chat, "李娜", workbook("花名册", HEADER, changed(李娜={3: "总裁"})))
    await chat.play("""
    李娜> 选 [李娜 改职务] 按 [处理这一条]
    机器人> [卡片] 花名册和通讯录核对：1 处不同 没有办：李娜，这条是你自己的，请另一位同事来办。…
    """)


async def test_a_list_with_dates_is_for_leave_and_compared_as_well(chat: Chat) -> None:
    header = [*WITH_MOBILE, "参加工作日期"]
    rows = [[*row, "", ""] for row in changed(张三={1: "研发部"})]
    rows = [[*row[:5], "2010-07-01"] if row[0] == "王五" else row for row in rows]
    said = await hand_in(chat, "李娜", workbook("花名册", header, rows))
    assert any(line.startswith("[卡片] 导入假期资料：1 人 1 项") for line in said)
    assert any(line.startswith("[卡片] 花名册和通讯录核对：1 处不同 部门不同 1。") for line in said)
    said = await hand_in(
        chat, "李娜", workbook("假期", ["姓名", "部门", "工号", "参加工作日期"], [["王五", "生产部", "", "2010-07-01"]])
    )
    assert not any("花名册和通讯录核对" in line for line in said)
