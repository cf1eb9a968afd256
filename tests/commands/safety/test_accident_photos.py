"""Pictures of an accident: from who told of it or has it, along with the words or after; for who may see the case."""

from tests.chat import Chat
from tests.pictures.test_photo_marks import PLACE, exif, photo
from tests.services.leave.pages import PHOTO, send

SG = "SG-20261122-001"


async def test_its_reporter_sends_them_afterwards(chat: Chat) -> None:
    await chat.say("张三", "/事故 3号车间 着火了")
    chat.said()
    said = await send(chat, "张三", PHOTO)
    assert said.splitlines() == [
        f"→陈安：[图片] {SG} 现场的照片，这里发不了图片。",
        f"→王强：[图片] {SG} 现场的照片，这里发不了图片。",
        f"1 张照片已放进 {SG}，也转给了陈安、王强。",
    ]


async def test_along_with_a_cry_in_a_group(chat: Chat) -> None:
    said = await send(chat, "张三", PHOTO, text="@小助手 3号车间着火了", room="项目A工作群")
    assert f"已登记 {SG}" in said
    [kept] = await chat.core.records.accident_cases.photos(SG)
    assert kept.by == "zhangsan"


async def test_who_has_it_adds_to_them(chat: Chat) -> None:
    await chat.say("张三", "/事故 3号车间 着火了")
    await chat.say("陈安", "收到")
    chat.said()
    taken = photo(exif(6))
    assert await send(chat, "陈安", taken) == f"1 张照片已放进 {SG}。"
    [kept] = await chat.core.records.accident_cases.photos(SG)
    whole = await chat.core.records.files.read(kept.file)
    assert whole == taken
    assert PLACE in whole
    await chat.play(f"""
        陈安> /事故照片
        机器人→陈安> [图片] {SG} 的照片第 1 张，这里发不了图片。
        机器人> {SG} 有 1 张照片。不要转发到群里。
    """)


async def test_nobody_else_sees_them(chat: Chat) -> None:
    await chat.say("张三", "/事故 3号车间 着火了")
    await send(chat, "张三", PHOTO)
    await chat.play(f"""
        张三> /事故照片 {SG}
        机器人> 「事故照片」由集团高管、人力资源、部门负责人、安全管理员、总裁办使用。发 /帮助 看看你能用什么。
    """)


async def test_whoever_has_to_do_with_none_is_asked_what_it_is(chat: Chat) -> None:
    await chat.say("张三", "/事故 3号车间 着火了")
    chat.said()
    assert (await send(chat, "李四", PHOTO)).startswith("[卡片] 照片收到了，拍的是隐患吗？")
