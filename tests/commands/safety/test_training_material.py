from dataclasses import replace

from bot.shapes.incoming import Kind, Picture
from tests.chat import Chat
from tests.services.safety.sign_in.playing import NUMBER
from tests.services.safety.training.playing import draft, let_go

PDF = b"%PDF-1.4 lecture"


async def send_file(chat: Chat, name: str, data: bytes) -> None:
    """In private, as a document."""
    file = await chat.core.database.transact(lambda: chat.core.records.files.keep(data, at=chat.clock.now()))
    message = chat.incoming(name, "")
    documents = (Picture("https://example.com/file", file=file),)
    await chat.core.inbox.take(replace(message, kind=Kind.MEDIA, documents=documents))
    await chat.core.settled()


async def test_what_its_organiser_sends_is_read_by_who_was_asked(chat: Chat) -> None:
    await draft(chat, "消防 对象 张三 时间 11月27日14:00 地点 食堂")
    card = chat.newest_card
    await send_file(chat, "陈安", PDF)
    assert [line.words for line in chat.said()] == [f"已收进培训「消防」（{NUMBER}）的资料，现在共 1 份。"]
    await chat.say("陈安", f"/改培训 {NUMBER} 资料 先看第三章")
    await chat.press("陈安", card, "go")
    chat.said()
    await chat.play(f"""
        张三> /培训资料 {NUMBER}
        机器人→张三> [文件 资料1.pdf] 资料1.pdf
        机器人> 培训「消防」的资料，1 份文件已发你：
        · 先看第三章
        李四> /培训资料 {NUMBER}
        机器人> 这次培训没有通知你，看不了资料。要参加请找组织的人。
    """)


async def test_half_an_hour_later_a_file_is_something_else(chat: Chat) -> None:
    await draft(chat)
    chat.clock.time = chat.clock.time.replace(hour=10, minute=31)
    await send_file(chat, "陈安", PDF)
    assert not any("资料" in line.words and "已收进" in line.words for line in chat.said())
    assert await chat.core.records.trainings.materials(NUMBER) == []


async def test_none(chat: Chat) -> None:
    await draft(chat)
    await let_go(chat)
    await chat.play(f"""
        张三> /培训资料 {NUMBER}
        机器人> 培训「消防」没有资料。
    """)
