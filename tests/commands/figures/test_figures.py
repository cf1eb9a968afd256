"""A picture and a table of what happened, for whom it is; nobody can be guessed in either."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from openpyxl import load_workbook

from bot.domain.moderation.cases.case import Case
from bot.domain.moderation.categories import Severity
from bot.domain.moderation.pack import StepKind
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.shapes.job import Job
from bot.shapes.outgoing import Attachment, Media
from bot.storage.models.operating import Trail
from tests.chat import Chat

AT = datetime(2026, 10, 12, 2, 0, tzinfo=UTC)
A = GroupId("projecta")


@pytest.fixture
def jobs() -> Sequence[Job]:
    return []


async def violated(chat: Chat, user: str, number: int, *, category: str = "C15", days: int = 0) -> None:
    at = AT + timedelta(days=days)
    who, by = UserId(user), UserId("zhengqun")
    case = Case(
        f"WG-{number}", who, by, A, StepKind.WARNING, category, Severity.MILD, "D8", "1", 1, at, at, at + timedelta(3)
    )
    await chat.core.records.cases.add(case, "", by=Act(by, "警告", "群管理员", f"test:{number}", at))


async def table(chat: Chat) -> list[list[str]]:
    sent = [parcel.content for channel in chat.channels.values() for parcel in channel.sent]
    file = [each.file for each in sent if isinstance(each, Attachment) and each.media is Media.FILE][-1]
    data = await chat.core.records.files.read(file)
    assert data
    sheet = load_workbook(io.BytesIO(data)).active
    assert sheet
    return [[str(cell) for cell in row if cell not in (None, "")] for row in sheet.values]


async def test_small_numbers_are_not_told_and_do_not_follow(chat: Chat) -> None:
    for number, user in enumerate(["zhangsan", "lisi", "liuyang1", "hemiao", "zhengqun", "abdul", "majl"]):
        await violated(chat, user, number)
    await violated(chat, "chenan", 8, days=-30)  # september's
    await violated(chat, "chenan", 9, category="C17")  # of human resources alone
    said = "违规统计 2026年10月：违规 7 条（比上月 +6）、人数 7 人、推翻或免除 0 条。"
    await chat.play(f"""
        吴管> /统计 上月 违规，用于月会
        机器人→吴管> [图片] {said}
        机器人→吴管> [文件 违规统计-2026-10.xlsx] 违规统计 2026年10月的表格。
        机器人> {said}图和表格已发你。
    """)
    rows = await table(chat)
    assert rows[1] == ["导出人：吴管　时间：2026-11-22 10:00　用途：月会"]
    assert ["合计", "7", "7", "0"] in rows
    assert ["合计（2026年9月）", "1", "1", "0"] in rows
    assert not any("C17" in cell or "骚扰" in cell or "张三" in cell for row in rows for cell in row)
    entry = await Trail.get(action__endswith="figures.given")
    assert (entry.subject, entry.details["why"]) == ("figures:违规", "月会")


async def test_of_days_that_are_not_over_only_the_sum_is_told(chat: Chat) -> None:
    await chat.play("""
        吴管> /统计 违规
        机器人→吴管> [图片] 违规统计 2026年11月：违规 0 条、人数 0 人、推翻或免除 0 条。
        机器人→吴管> [文件 违规统计-2026-11.xlsx] 违规统计 2026年11月的表格。
        机器人> 违规统计 2026年11月：违规 0 条、…
    """)
    assert not any("生产部" in row for row in await table(chat))


async def test_a_head_sees_his_department_and_a_keeper_his_groups(chat: Chat) -> None:
    for number, user in enumerate(["zhangsan", "lisi"]):
        await violated(chat, user, number)
    await chat.play("""
        王强> /统计 上月 违规
        机器人→王强> [图片] 违规统计 2026年10月：违规 不足5 条、人数 不足5 人、…
        机器人→王强> [文件 违规统计-2026-10.xlsx] …
        机器人> 违规统计 2026年10月：违规 不足5 条、…
        郑群> /统计 第42周 违规
        机器人→郑群> [图片] 违规统计 2026年第42周：违规 不足5 条、…
        机器人→郑群> [文件 违规统计-2026-W42.xlsx] …
        机器人> 违规统计 2026年第42周：…
        郑群> /统计 上月 事故
        机器人> 事故的统计不归你看。你能看：群、成员、违规、公告。
    """)


async def test_it_is_not_everybodys(chat: Chat) -> None:
    await chat.play("""
        张三> /统计 上月 违规
        机器人> 统计由集团高管、企业微信管理员、部门负责人和群管理员看。看自己的，发 /我的请假、/我的数据。
        吴管> /统计 上月 报销
        机器人> 没有「报销」的统计。能统计：使用、群、成员、申请、…
        吴管> /统计 最近 违规
        机器人> 统计按周、月或年，例如 上周、10月、2026年。
        吴管> /统计 2027年 违规
        机器人> 2027年还没到，没有可统计的。试试 /统计 上月。
    """)


async def test_all_that_he_may_see(chat: Chat) -> None:
    """What nobody counts yet isn't in it; groups are of today."""
    said = "统计 2026年10月：群 1 个、进群 0 人次、违规 0 条、公告确认 0/0 人次。"
    await chat.play(f"""
        郑群> /统计 上月
        机器人→郑群> [图片] {said}
        机器人→郑群> [文件 统计-2026-10.xlsx] 统计 2026年10月的表格。
        机器人> {said}图和表格已发你。
    """)


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("使用", "使用人数 0/24 人（和上月一样）"),
        ("群", "群 6 个、成员 44 人次、没有群管理员 0 个"),
        ("成员", "进群 0 人次（和上月一样）、离开 0 人次"),
        ("申请", "提交申请 0 条（和上月一样）、办结 0 条、超时办结 0 条"),
        ("请假", "请假 0 条（和上月一样）、人数 0 人"),
        ("隐患", "发现隐患 0 条（和上月一样）、销号 0 条、重大 0 条、重复 0 条"),
        ("事故", "事故 0 起（和上月一样）、受伤 0 人"),
        ("公告", "公告确认 0/0 人次（和上月一样）"),
        ("安全事件", "安全事件 0 起（和上月一样）、属实 0 起"),
    ],
)
async def test_each_item(chat: Chat, item: str, said: str) -> None:
    await chat.play(f"""
        吴管> /统计 上月 {item}
        机器人→吴管> [图片] {item}统计 2026年10月：{said}。
        机器人→吴管> [文件 {item}统计-2026-10.xlsx] {item}统计 2026年10月的表格。
        机器人> {item}统计 2026年10月：{said}。图和表格已发你。
    """)
