"""A hazard that becomes an accident takes its pictures along, and comes back where that was none."""

from bot.domain.safety.hazards.hazard import HazardState
from tests.chat import Chat
from tests.commands.safety.hazards import REPORTED
from tests.services.leave.pages import PHOTO, send

YH, SG = "YH-20261122-001", "SG-20261122-001"


async def test_only_once(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        陈安> /不属实 YH-20261122-001 门是好的
        机器人→张三> 你报的…
        机器人> YH-20261122-001 记为不属实，说明已转给报告人。
        陈安> /转事故 YH-20261122-001
        机器人> YH-20261122-001 不属实，不能转事故。出了事马上发「/事故 地点 情况」。
    """)


async def test_its_pictures_go_with_the_case(chat: Chat) -> None:
    await chat.play(REPORTED)
    await send(chat, "张三", PHOTO)
    await chat.say("陈安", f"/转事故 {YH} 线冒火了")
    [photo] = await chat.core.records.accident_cases.photos(SG)
    assert photo.by == "zhangsan"
    assert await chat.core.records.files.read(photo.file) == PHOTO


async def test_it_comes_back_where_nothing_had_happened(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.say("陈安", f"/转事故 {YH} 线冒火了")
    chat.said()
    await chat.play(f"""
        吴管> 按 [误报]
        机器人> …
        吴管> 选 [到现场看过，没有事] 按 [关闭]
        机器人→张三> 你报的 {YH}（3号车间：配电箱门坏了）：{SG} 不是事故，隐患接着整改。
        机器人→陈安> [卡片] 隐患待核实 {YH}…
        机器人→陈安> {SG} 已按误报关闭（到现场看过，没有事）。…
        机器人→李娜> {SG} 已按误报关闭（到现场看过，没有事）。…
        机器人> [卡片] 紧急！火灾 {SG} 吴管 10:00 按误报关闭了。…
        吴管> 按 [登记为隐患]
        机器人> [卡片] 紧急！火灾 {SG} 隐患已经登记过了，是 {YH}。…
    """)
    hazard = await chat.core.records.hazards.get(YH)
    assert hazard
    assert (hazard.state, hazard.became) == (HazardState.REPORTED, "")


async def test_what_was_taken_for_an_accident_is_entered_once(chat: Chat) -> None:
    await chat.say("张三", "/事故 3号车间 配电箱冒烟了")
    await send(chat, "张三", PHOTO)
    await chat.play(f"""
        陈安> 按 [误报]
        机器人> …
        陈安> 选 [到现场看过，没有事] 按 [关闭]
        机器人→张三> …
        机器人→王强> …
        机器人> …
        陈安> 按 [登记为隐患]
        机器人→陈安> [卡片] 隐患待核实 {YH}…
        机器人→张三> 你报的 {YH}（3号车间：配电箱冒烟了）：{SG} 不是事故，已登记为隐患，进展告诉你。
        机器人> [卡片] 紧急！火灾 {SG} 已登记为隐患 {YH}。…
        陈安> 按 [登记为隐患]
        机器人> [卡片] 紧急！火灾 {SG} 隐患已经登记过了，是 {YH}。…
    """)
    hazard = await chat.core.records.hazards.get(YH)
    assert hazard
    assert hazard.source == SG
    assert len(await chat.core.records.hazards.photos(YH)) == 1


async def test_what_is_answered_to_its_card_is_said_of_the_hazard(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play(f"""
        陈安> 按 [转事故]
        机器人> [卡片] {YH} 3号车间：配电箱门坏了 现在是什么情况，有人受伤吗？直接回复就行，例如：线冒火了，没人受伤。…
        陈安> 线冒火了，没人受伤
        机器人→吴管> [卡片] 紧急！火灾 {SG} 3号车间 线冒火了，没人受伤 地点：3号车间…
        机器人→李娜> [卡片] 紧急！火灾 {SG}…
        机器人→张三> 你报的 {YH}（3号车间：配电箱门坏了）：已按事故 {SG} 处理…
        机器人> {YH} 已转为事故 {SG}。…
    """)


async def test_whoever_says_so_is_heard(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play(f"""
        李四> /转事故 {YH} 老王触电了
        机器人→陈安> [卡片] 紧急！触电 {SG} 3号车间 老王触电了 地点：3号车间…
        机器人→王强> [卡片] 紧急！触电 {SG}…
        机器人> 先断电：拉闸或拔插头。断电之前别碰他。…
    """)
    hazard = await chat.core.records.hazards.get(YH)
    assert hazard
    assert hazard.state is HazardState.REPORTED
