import pytest

from bot.identifiers import FileId
from bot.shapes.incoming import Incoming, Kind, Picture, Via
from tests.chat import Chat

PDF = b"%PDF-1.7 what to do"
ISSUED = """
        陈安> /发布预案 消防疏散 专项：1. 按警铃；2. 走最近的楼梯
        机器人> [卡片] 专项预案「消防疏散」 还没发布 YA-20261122-001 1. 按警铃；2. 走最近的楼梯…
        陈安> 按 [发布]
        机器人→吴管> 陈安 发布了专项预案「消防疏散」第 1 版。看发 /应急预案 YA-20261122-001。
        机器人> [卡片] 专项预案「消防疏散」 已发布 YA-20261122-001。…
"""


async def test_a_new_edition_takes_the_place_of_the_one_before(chat: Chat) -> None:
    await chat.play(f"""{ISSUED.rstrip()}
        陈安> /发布预案 消防疏散：1. 按警铃；2. 到西门点名
        机器人> [卡片] 专项预案「消防疏散」 还没发布 YA-20261122-002 第 2 版，发布后 YA-20261122-001 就作废。…
        张三> /应急预案 消防
        机器人→张三> 【专项预案「消防疏散」】
        1. 按警铃；2. 走最近的楼梯
        机器人> [卡片] 专项预案「消防疏散」第 1 版 YA-20261122-001 看完按「看过了」。 [看过了]
        陈安> 按 [发布]
        机器人→吴管> 陈安 发布了专项预案「消防疏散」第 2 版。看发 /应急预案 YA-20261122-002。
        机器人> [卡片] 专项预案「消防疏散」 已发布 YA-20261122-002，看过旧版的要再看一遍。…
        张三> 按 [看过了]
        机器人> [卡片] 专项预案「消防疏散」 这一版换了新版，不用确认了。看现在的发 /应急预案 消防疏散。
        张三> /应急预案 YA-20261122-001
        机器人→张三> 【专项预案「消防疏散」】
        1. 按警铃；2. 到西门点名
        机器人> [卡片] 专项预案「消防疏散」第 2 版 YA-20261122-002 看完按「看过了」。 [看过了]
    """)


async def test_what_is_dropped_or_taken_out_is_seen_by_nobody(chat: Chat) -> None:
    await chat.play("""
        陈安> /发布预案 触电现场处置方案 1. 先断电 2. 打120
        机器人> [卡片] 现场处置方案「触电」 还没发布 YA-20261122-001 1. 先断电 2. 打120…
        张三> /应急预案 YA-20261122-001
        机器人> YA-20261122-001 现在没有这份预案。发 /应急预案 看有哪些。
        陈安> 按 [不发了]
        机器人> [卡片] 现场处置方案「触电」 YA-20261122-001 没有发布。
        陈安> /发布预案 作废 YA-20261122-001
        机器人> YA-20261122-001 没有发布，没有改动。
        王强> /发布预案 触电：先断电
        机器人> 「发布预案」由安全管理员、信息安全使用。看预案发 /应急预案。
    """)


async def test_one_that_says_nothing_is_not_let_out_before_its_file_is_there(chat: Chat) -> None:
    await chat.play("""
        陈安> /发布预案 中毒 专项
        机器人> [卡片] 专项预案「中毒」 还没发布 YA-20261122-001 还没有文字。
        有文件的，30 分钟内私聊发我，就放进去。 [发布] [不发了]
        陈安> 按 [发布]
        机器人> [卡片] 专项预案「中毒」 还没发布 YA-20261122-001 还不能发布，没有文字也没有附件。…
    """)
    file = await chat.core.records.files.keep(PDF, at=chat.clock.now())
    await hand_in(chat, file)
    await chat.play("""
        陈安> 按 [发布]
        机器人→吴管> 陈安 发布了专项预案「中毒」第 1 版。看发 /应急预案 YA-20261122-001。
        机器人> [卡片] 专项预案「中毒」 已发布 YA-20261122-001。…
        李四> /应急预案 中毒
        机器人→李四> 【专项预案「中毒」】内容在附件里。
        机器人→李四> [文件 中毒1.pdf] 中毒1.pdf
        机器人> [卡片] 专项预案「中毒」第 1 版 YA-20261122-001 附件 1 个也发你了。看完按「看过了」。 [看过了]
    """)


async def hand_in(chat: Chat, file: FileId) -> None:
    incoming = Incoming(
        key="test:a-file",
        via=Via.BOT,
        kind=Kind.MEDIA,
        sender=chat.user("陈安"),
        at=chat.clock.now(),
        documents=(Picture("", file=file),),
        handle="handle-file",
    )
    await chat.core.inbox.take(incoming)
    await chat.core.settled()
    (card,) = chat.said()
    assert "附件 1 个" in card.words


@pytest.mark.parametrize(("written", "why"), [("消防：" + "撤" * 1501, "最多 1500 个"), ("消" * 25, "最多 24 个")])
async def test_what_is_too_long(chat: Chat, written: str, why: str) -> None:
    await chat.say("陈安", f"/发布预案 {written}")
    assert why in chat.said()[0].words
