"""A photo of a sick note: asked about, handed in, seen by the human resources alone, and gone in time."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.identifiers import UserId
from bot.shapes.job import Job
from bot.storage.models.pipeline import FileRecord
from bot.storage.models.privacy import LeaveProofRecord
from bot.storage.privacy.data_views import DataViewTable
from scheduler.privacy_retention import forget_private
from tests.chat import Chat
from tests.services.leave.pages import PHOTO, SCAN, send

ASKED = "[卡片] 把它作为请假材料交给人力资源吗？ QJ-20261122-001：病假 11月25日(周三)至11月27日(周五)，医院证明"
TOLD = "→李娜：[卡片] 张三 交来请假材料 QJ-20261122-001：病假 11月25日(周三)至11月27日(周五)"


@pytest.fixture
def jobs() -> Sequence[Job]:
    """A year passes here: all the hourly ones of the others would take minutes."""
    return (forget_private,)


@pytest.fixture
async def sick(chat: Chat) -> Chat:
    await chat.play("""
        张三> /请假 病假 11.25-11.27 腰椎
        机器人→王强> …
        机器人> 已提交 QJ-20261122-001：…
    """)
    return chat


async def handed_in(chat: Chat) -> None:
    await send(chat, "张三", PHOTO)
    await chat.press("张三", chat.newest_card, "QJ-20261122-001")
    chat.said()


async def test_nobody_gets_it_before_he_says_so(sick: Chat) -> None:
    assert (await send(sick, "张三", PHOTO)).startswith(ASKED)
    await sick.play("""
        李娜> /看材料 QJ-20261122-001
        机器人> QJ-20261122-001 还没有交材料。
    """)


async def test_it_is_handed_in_by_a_press(sick: Chat) -> None:
    await send(sick, "张三", PHOTO)
    await sick.play("""
        张三> 按 [交 001]
        机器人→李娜> [卡片] 张三 交来请假材料 QJ-20261122-001：病假 11月25日(周三)至11月27日(周五)…
        机器人→周敏> [卡片] 张三 交来请假材料 QJ-20261122-001：病假 11月25日(周三)至11月27日(周五)…
        机器人> [卡片] 已交 已把 1 张交给人力资源（QJ-20261122-001），加密保存，只有他们能看，每次看都会记下。
    """)


async def test_or_thrown_away(sick: Chat) -> None:
    await send(sick, "张三", PHOTO)
    await sick.play("""
        张三> 按 [不交]
        机器人> [卡片] 没有交 1 张照片已经删除，没有给任何人看。
    """)
    assert await FileRecord.all().count() == await LeaveProofRecord.all().count() == 0


async def test_pages_go_together(sick: Chat) -> None:
    await send(sick, "张三", PHOTO)
    assert await send(sick, "张三", SCAN) == "又收到了，按上面的卡片一起交。"
    await sick.press("张三", sick.newest_card, "QJ-20261122-001")
    assert "已把 2 张交给人力资源" in "\n".join(line.words for line in sick.said())
    assert await send(sick, "张三", PHOTO + b"3") == "收到，和刚才的一起交给了人力资源（QJ-20261122-001）。"
    await sick.play("""
        李娜> /看材料 QJ-20261122-001 核对病假
        机器人→李娜> [文件 QJ-20261122-001-1.jpg] …
        机器人→李娜> [文件 QJ-20261122-001-2.pdf] …
        机器人→李娜> [文件 QJ-20261122-001-3.jpg] …
        机器人> QJ-20261122-001 的材料共 3 张，已私聊发给你。这次查看已记下，本人可以看到。
    """)
    [view] = await DataViewTable().of(UserId("zhangsan"), sick.clock.now(), most=9)
    assert (view.viewer, view.about, view.why) == ("lina", "QJ-20261122-001", "核对病假")


async def test_in_words_where_there_are_no_cards(sick: Chat) -> None:
    assert (await send(sick, "张三", PHOTO, text="这是病假条")).startswith(ASKED)
    await sick.play("""
        张三> /交材料
        机器人> 这些假可以交材料：
        QJ-20261122-001：病假 11月25日(周三)至11月27日(周五)，医院证明。
        把照片或 PDF 私聊发给我，我会问你交给哪一条。只有人力资源能看。
        李四> /交材料 QJ-20261122-001
        机器人> 你没有编号是 QJ-20261122-001、等着交材料的假。发 /我的请假 看有哪些。
        张三> /交材料 QJ-20261122-001
        机器人→李娜> [卡片] …
        机器人→周敏> [卡片] …
        机器人> 已把 1 张交给人力资源（QJ-20261122-001）…
        张三> /交材料 QJ-20261122-001
        机器人> 没有等着交的照片。把照片或 PDF 私聊发给我，我会问你交给哪一条。
    """)


async def test_what_lacks_it_goes_before_the_newest(sick: Chat) -> None:
    await handed_in(sick)
    await sick.play("""
        ⏰ 2026-11-22 11:00
        张三> /请假 病假 12.1-12.3
        机器人→王强> …
        机器人> 已提交 QJ-20261122-002：…
    """)
    said = await send(sick, "张三", PHOTO + b"2")
    assert said.index("QJ-20261122-002") < said.index("QJ-20261122-001")


async def test_the_others_see_nothing(sick: Chat) -> None:
    await handed_in(sick)
    await sick.play("""
        王强> /看材料 QJ-20261122-001
        机器人> 你没有编号是 QJ-20261122-001 的假。发 /我的请假 看你自己的编号。
        吴管> /看材料 QJ-20261122-001
        机器人> 你没有编号是 QJ-20261122-001 的假。发 /我的请假 看你自己的编号。
        李四> /核对材料 QJ-20261122-001
        机器人> 「核对材料」由人力资源、集团行政人事部使用。…
        张三@项目A工作群> /看材料 QJ-20261122-001
        机器人→张三> [文件 QJ-20261122-001-1.jpg] …
        机器人@项目A工作群> 已私聊你。
        机器人→张三> QJ-20261122-001 的材料共 1 张，已私聊发给你。
    """)
    assert await DataViewTable().count(UserId("zhangsan")) == 0


async def test_by_the_card(sick: Chat) -> None:
    await handed_in(sick)
    await sick.play("""
        李娜> 按 [看材料]
        机器人→李娜> [文件 QJ-20261122-001-1.jpg] …
        机器人> [卡片] 张三 交来请假材料 QJ-20261122-001 的材料共 1 张，已私聊发给你。这次查看已记下，本人可以看到。 …
        李娜> 按 [看原因]
        机器人→李娜> 张三 病假 11月25日(周三)至11月27日(周五)（QJ-20261122-001）的原因：腰椎。
        这次查看已记下，本人可以看到。
        机器人> [卡片] 张三 交来请假材料 QJ-20261122-001 的原因已私聊发给你。 …
        李娜> 按 [已核对]
        机器人→张三> QJ-20261122-001 的材料人力资源已核对，一年后删除。
        机器人> [卡片] 张三 交来请假材料 QJ-20261122-001 的材料已核对，一年后自动删除。 …
        周敏> 按 [已核对]
        机器人> [卡片] 没有办成 QJ-20261122-001 没有等着核对的材料。
    """)
    assert await DataViewTable().count(UserId("zhangsan")) == 2


async def test_agreeing_to_the_papers_checks_them(chat: Chat) -> None:
    await chat.say("李四", "/请假 陪产假 12.10 15天")
    await chat.say("李四", "/确认 1")
    await send(chat, "李四", PHOTO)
    await chat.press("李四", chat.newest_card, "QJ-20261122-001")
    chat.said()
    await chat.say("周敏", "/同意申请 QJ-20261122-001")
    [page] = await LeaveProofRecord.all()
    assert (page.number, page.checked_by) == ("QJ-20261122-001", "zhoumin")


async def test_nobody_checks_his_own(chat: Chat) -> None:
    await chat.play(
        """
        李娜> /请假 病假 11.25-11.27
        机器人→…> …
        机器人> 已提交 QJ-20261122-001：…
    """.replace("机器人→…> …", "机器人→周敏> …")
    )
    await send(chat, "李娜", PHOTO)
    await chat.play("""
        李娜> 按 [交 001]
        机器人→周敏> [卡片] 李娜 交来请假材料 …
        机器人> [卡片] 已交 …
        李娜> /核对材料 QJ-20261122-001
        机器人> 自己的材料不能自己核对，请人力资源的同事来核对。
    """)


@pytest.mark.parametrize("name", ["李四", "路人"])
async def test_who_needs_none_is_asked_whether_it_is_of_a_hazard(chat: Chat, name: str) -> None:
    assert "拍的是隐患吗" in await send(chat, name, PHOTO)


async def test_what_is_no_page(sick: Chat) -> None:
    assert "只收照片" in await send(sick, "张三", b"GIF89a")
    assert "只看得懂文字" in await send(sick, "张三", b"PK\x03\x04 a table")
    assert "没有收到，请再发一次" in await send(sick, "张三", None)
    assert await LeaveProofRecord.all().count() == 0


async def test_in_a_group_nobody_takes_a_photo(sick: Chat) -> None:
    await send(sick, "张三", PHOTO, text="@小助手 病假条", room="项目A工作群")
    assert await LeaveProofRecord.all().count() == 0


async def test_a_replayed_press_changes_nothing(sick: Chat) -> None:
    await send(sick, "张三", PHOTO)
    card = sick.newest_card
    await sick.press("李四", card, "QJ-20261122-001")
    await sick.press("张三", card, "QJ-20261122-009")
    assert not await LeaveProofRecord.exclude(number="").count()
    await sick.press("张三", card, "QJ-20261122-001")
    sick.said()
    await sick.press("张三", card, "QJ-20261122-001")
    await sick.press("张三", card, "no")
    assert [line.to for line in sick.said()] == [None, None]
    assert await LeaveProofRecord.filter(number="QJ-20261122-001").count() == 1


async def test_it_goes_a_year_after_it_was_checked(sick: Chat) -> None:
    await handed_in(sick)
    await sick.say("李娜", "/核对材料 QJ-20261122-001")
    sick.clock.time += timedelta(days=364)
    await sick.core.settle()
    assert await LeaveProofRecord.all().count() == await FileRecord.all().count() == 1
    sick.clock.time += timedelta(days=2)
    await sick.core.settle()
    assert await LeaveProofRecord.all().count() == await FileRecord.all().count() == 0


async def test_a_page_that_nobody_said_a_word_about_goes_after_a_day(sick: Chat) -> None:
    await send(sick, "张三", PHOTO)
    sick.clock.time += timedelta(hours=40)
    await sick.core.settle()
    assert await LeaveProofRecord.all().count() == await FileRecord.all().count() == 0
