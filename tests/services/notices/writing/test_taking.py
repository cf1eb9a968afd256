"""A picture goes along with a notice: sent with its words, before them, after them; whoever decides sees it."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.domain.notices.enclosing import AS_A_FILE, ONLY
from bot.domain.notices.notice import Notice, NoticeState
from bot.shapes.job import Job
from bot.storage.models.notices import NoticeFileRecord
from scheduler.notice_plan import post_what_is_due
from tests.chat import Chat
from tests.pictures.test_photo_marks import PLACE, exif, photo
from tests.services.leave.pages import PHOTO, SCAN, send

NUMBER = "GG-20261123-001"
TABLE = b"PK\x03\x04 xl/workbook.xml"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (post_what_is_due,)


@pytest.fixture
async def monday(chat: Chat) -> Chat:
    chat.clock.time = chat.clock.now().replace(day=23, hour=9)
    return chat


async def notice(chat: Chat) -> Notice:
    found = await chat.core.records.notices.get(NUMBER)
    assert found
    return found


async def test_sent_with_the_words_it_is_shown_first_and_goes_out_behind_them(monday: Chat) -> None:
    said = await send(monday, "郑群", PHOTO, text="/公告 项目A工作群 三号门的新路线见图")
    assert said == (
        "→郑群：[图片] 附件「三号门的新路线见图.jpg」这里发不了，请找郑群要。\n"
        f"[卡片] {NUMBER} 发之前看一看 三号门的新路线见图\n发给：项目A工作群（9 人）\n时间：现在\n"
        "附件：图片「三号门的新路线见图.jpg」\n发之前过一遍：及时、真实、安全、可靠、合法。 "
        "[发布] [明天 09:00 发] [改] [去掉附件] [不发了]"
    )
    await monday.play(f"""
        郑群> 按 [发布]
        机器人> [卡片] {NUMBER} 三号门的新路线见图
        好的，这就发。
        ⏰ 2026-11-23 09:01
        机器人→项目A工作群> 三号门的新路线见图
        ——郑群 发布，{NUMBER}
        机器人→项目A工作群> [图片] 附件「三号门的新路线见图.jpg」这里发不了，请找郑群要。
    """)


async def test_sent_in_the_group_with_the_words(monday: Chat) -> None:
    said = await send(monday, "郑群", PHOTO, text="@小助手 /公告 三号门的新路线见图", room="项目A工作群")
    assert "附件：图片「三号门的新路线见图.jpg」" in said


async def test_a_draft_takes_what_is_sent_after_it(monday: Chat) -> None:
    await monday.say("郑群", "/公告 项目A工作群 预览 新路线见附件")
    monday.said()
    assert "附件：文件「新路线见附件.pdf」" in await send(monday, "郑群", SCAN)
    assert (await notice(monday)).version == 2
    assert "附件：图片「新路线见附件.jpg」" in await send(monday, "郑群", PHOTO)
    assert await NoticeFileRecord.filter(number=NUMBER).count() == 1


async def test_of_one_that_is_planned_its_author_is_asked(monday: Chat) -> None:
    await monday.say("郑群", "/公告 项目A工作群 明天9:30 新路线见图")
    monday.said()
    said = await send(monday, "郑群", PHOTO)
    assert said.startswith(f"[卡片] 刚发的要放进公告 {NUMBER} 吗？")
    assert (await notice(monday)).is_approved
    await monday.play(f"""
        郑群> 按 [放进去]
        机器人→郑群> [图片] 附件「新路线见图.jpg」这里发不了，请找郑群要。
        机器人> [卡片] {NUMBER} 发之前看一看 新路线见图…
    """)
    after = await notice(monday)
    assert (after.state, after.is_approved) == (NoticeState.DRAFT, False)


async def test_what_is_not_meant_for_it_leaves_it_as_it_is(monday: Chat) -> None:
    await monday.say("郑群", "/公告 项目A工作群 明天9:30 交周报")
    await send(monday, "郑群", PHOTO)
    await monday.play(f"""
        郑群> 按 [不放]
        机器人> [卡片] {NUMBER} 没有放进去，公告照旧：明天 09:30 发。
    """)
    assert (await notice(monday)).is_approved


async def test_it_goes_with_the_newest(monday: Chat) -> None:
    await monday.say("郑群", "/公告 项目A工作群 预览 关门窗")
    await monday.say("郑群", "/公告 项目A工作群 预览 别的")
    monday.said()
    assert "附件：图片「别的.jpg」" in await send(monday, "郑群", PHOTO)
    assert (await notice(monday)).draft.enclosure is None


async def test_asked_by_the_button_it_is_that_notice(monday: Chat) -> None:
    await monday.play(f"""
        郑群> /公告 项目A工作群 每周五16:30 关门窗
        机器人> [卡片] {NUMBER} 已排好 …
        郑群> 按 [改]
        机器人> [卡片] {NUMBER} 关门窗…
    """)
    assert "附件：图片「关门窗.jpg」" in await send(monday, "郑群", PHOTO)
    await monday.play("""
        郑群> 好的
        机器人> …
    """)
    assert (await notice(monday)).draft.text == "关门窗"  # the question was answered


async def test_it_is_taken_off_again(monday: Chat) -> None:
    await send(monday, "郑群", PHOTO, text="/公告 项目A工作群 路线见图")
    await monday.play(f"""
        郑群> 按 [去掉附件]
        机器人> [卡片] {NUMBER} 发之前看一看 路线见图
        发给：项目A工作群（9 人）
        时间：现在
        发之前过一遍：及时、真实、安全、可靠、合法。 [发布] [明天 09:00 发] [改] [不发了]
    """)
    await send(monday, "郑群", PHOTO)
    await monday.play(f"""
        郑群> /改公告 {NUMBER} 去掉图片
        机器人> [卡片] {NUMBER} 发之前看一看 路线见图…
    """)
    assert (await notice(monday)).draft.enclosure is None
    assert not await NoticeFileRecord.all().exists()


async def test_reviewers_get_it_with_the_whole_text(monday: Chat) -> None:
    await send(monday, "郑群", PHOTO, text="/公告 全员 年会节目单见图")
    await monday.play("""
        郑群> 按 [送审]
        机器人→林宓> [卡片] 郑群 申请发公告 …
        机器人> [卡片] …
        林宓> 按 [看全文]
        机器人→林宓> [图片] 附件「年会节目单见图.jpg」这里发不了，请找郑群要。
        机器人> [卡片] 郑群 申请发公告 …
    """)


async def test_a_hazard_reported_since_has_its_picture(monday: Chat) -> None:
    await monday.say("郑群", "/公告 项目A工作群 预览 交周报")
    monday.clock.time += timedelta(minutes=1)
    await monday.say("郑群", "/隐患 3号车间 配电箱门坏了")
    monday.said()
    assert await send(monday, "郑群", PHOTO) == "照片已放进 YH-20261123-001。"


async def test_after_half_an_hour_it_is_of_something_else(monday: Chat) -> None:
    await monday.say("郑群", "/公告 项目A工作群 预览 交周报")
    monday.clock.time += timedelta(minutes=31)
    monday.said()
    assert (await send(monday, "郑群", PHOTO)).startswith("[卡片] 照片收到了，拍的是隐患吗？")


async def test_what_does_not_go_along(monday: Chat) -> None:
    await monday.say("郑群", "/公告 项目A工作群 预览 交周报")
    monday.said()
    assert await send(monday, "郑群", b"PK\x03\x04 something zipped") == ONLY
    assert (await send(monday, "郑群", None)).startswith("图片或文件没有收到")


async def test_tables_of_the_human_resources_are_for_their_imports(monday: Chat) -> None:
    await monday.say("李娜", "/公告 生产部 预览 排班见表")
    monday.said()
    assert "附件" not in await send(monday, "李娜", TABLE)


async def test_a_large_picture_is_a_file_where_only_a_webhook_reaches(monday: Chat) -> None:
    said = await send(monday, "郑群", PHOTO + bytes(AS_A_FILE), text="/公告 项目A工作群 路线见图")
    room = next(each for each in monday.company.groups if each.name == "项目A工作群")
    assert ("里会变成一个文件" in said) is not bool(room.bot_chat or room.app_chat)


async def test_nobody_learns_where_a_photo_was_taken(monday: Chat) -> None:
    await send(monday, "郑群", photo(exif(6)), text="/公告 项目A工作群 路线见图")
    enclosure = (await notice(monday)).draft.enclosure
    assert enclosure
    data = await monday.core.records.files.read(enclosure.file)
    assert data
    assert PLACE not in data


async def test_a_picture_of_an_accident_told_of_since_goes_there(monday: Chat) -> None:
    await monday.say("郑群", "/公告 项目A工作群 预览 交周报")
    await monday.say("郑群", "/事故 3号车间 着火了")
    monday.said()
    assert "照片已放进 SG-20261123-001" in await send(monday, "郑群", PHOTO)
