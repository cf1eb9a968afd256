"""Pictures of hazards: along with the words, before them, after them, and in a group."""

from bot.domain.safety.hazards.hazard import Side
from tests.chat import Chat
from tests.commands.safety.hazards import GIVEN, REPORTED
from tests.pictures.test_photo_marks import PLACE, exif, photo
from tests.services.leave.pages import PHOTO, send


async def sides(chat: Chat, number: str = "YH-20261122-001") -> list[Side]:
    return [each.side for each in await chat.core.records.hazards.photos(number)]


async def test_with_the_words(chat: Chat) -> None:
    said = await send(chat, "张三", PHOTO, text="/隐患 3号车间 配电箱门坏了")
    assert "1 张照片已放进去。" in said
    assert await sides(chat) == [Side.BEFORE]


async def test_where_and_by_whose_phone_it_was_taken_is_cut_out(chat: Chat) -> None:
    taken = photo(exif(6))
    await send(chat, "张三", taken, text="/隐患 3号车间 配电箱门坏了 匿名")
    kept = await chat.core.records.hazards.photos("YH-20261122-001")
    shown = await chat.core.records.files.read(kept[0].file)
    assert PLACE in taken
    assert shown
    assert PLACE not in shown


async def test_with_a_plain_sentence_that_is_confirmed(chat: Chat) -> None:
    await send(chat, "张三", PHOTO, text="3号车间配电箱门坏了")
    await chat.play("""
        张三> 按 [确认]
        机器人→陈安> [卡片] 隐患待核实 YH-20261122-001…
        机器人> [卡片] 已登记 YH-20261122-001 3号车间：配电箱门坏了（电气）。已转安全管理员，每一步都会告诉你。1 张…
        机器人> [卡片] 已确认：隐患 3号车间配电箱门坏了 见下一条消息。
    """)
    assert await sides(chat) == [Side.BEFORE]


async def test_after_the_words(chat: Chat) -> None:
    await chat.play(REPORTED)
    assert await send(chat, "张三", PHOTO) == "照片已放进 YH-20261122-001。"
    assert await sides(chat) == [Side.BEFORE]


async def test_before_the_words(chat: Chat) -> None:
    assert (await send(chat, "张三", PHOTO)).startswith("[卡片] 照片收到了，拍的是隐患吗？")
    await chat.play("""
        张三> 按 [是隐患]
        机器人> [卡片] 照片拍的是隐患 在哪里？什么情况？直接回我一句话，例如：3号车间配电箱门坏了。
        张三> 3号车间配电箱门坏了
        机器人→陈安> [卡片] 隐患待核实 YH-20261122-001…
        机器人> [卡片] 已登记 YH-20261122-001…
    """)
    assert await sides(chat) == [Side.BEFORE]


async def test_a_picture_of_something_else_is_dropped(chat: Chat) -> None:
    await send(chat, "张三", PHOTO)
    await chat.play("""
        张三> 按 [不是]
        机器人> [卡片] 照片没有用上 没有登记任何东西。
    """)
    await chat.play(REPORTED)
    assert await sides(chat) == []


async def test_in_a_group_it_comes_with_the_words(chat: Chat) -> None:
    said = await send(chat, "张三", PHOTO, text="@小助手 /隐患 3号车间 配电箱门坏了", room="项目A工作群")
    assert "1 张照片已放进去。" in said
    assert await sides(chat) == [Side.BEFORE]


async def test_of_an_owner_it_shows_how_it_is_now(chat: Chat) -> None:
    await chat.play(GIVEN)
    assert (await send(chat, "王强", PHOTO)).startswith("[卡片] 整改后的照片已放进 YH-20261122-001")
    assert await sides(chat) == [Side.AFTER]


async def test_an_owner_of_several_says_of_which(chat: Chat) -> None:
    await chat.play(GIVEN)
    await chat.say("李四", "/隐患 二楼楼梯口 有油")
    await chat.say("陈安", "/整改 YH-20261122-002 王强")
    chat.said()
    assert (await send(chat, "王强", PHOTO)).startswith("[卡片] 照片是哪一条隐患整改后的？")
    await chat.play("""
        王强> 按 [20261122-002]
        机器人> [卡片] 整改后的照片已放进 YH-20261122-002…
    """)
    assert await sides(chat, "YH-20261122-002") == [Side.AFTER]
    assert await sides(chat) == []


async def test_who_fixes_it_on_the_spot_shows_it_and_an_officer_looks(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        张三> 按 [当场整改好了]
        机器人> [卡片] YH-20261122-001 3号车间：配电箱门坏了 好的，YH-20261122-001 按当场整改办。现在发一张整改后的…
    """)
    said = await send(chat, "张三", PHOTO)
    assert "YH-20261122-001 已申请验收" in said
    assert await sides(chat) == [Side.AFTER]
    await chat.play("""
        张三> /验收 YH-20261122-001 通过
        机器人> 整改责任人不能验收自己的整改，请安全管理员或区域负责人来验收。
        陈安> /验收 YH-20261122-001 通过
        机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已验收销号。谢谢你报告。
        机器人→张三> YH-20261122-001（3号车间：配电箱门坏了）验收通过，已销号。
        机器人> YH-20261122-001 验收通过，已销号。一个月后我会提醒回头看。
    """)
