"""One's own leaves as a file for a calendar."""

from bot.shapes.outgoing import Attachment
from tests.chat import Chat
from tests.commands.leave.test_who_is_off import OFF


async def test_the_file_comes_in_private_and_has_what_was_agreed_to(chat: Chat) -> None:
    await chat.play(OFF)
    await chat.play("""
        张三> /请假 病假 11.27
        机器人→王强> [卡片] …
        机器人> 已提交 QJ-20261122-002：…
        张三@项目A工作群> @小助手 /请假日历
        机器人→张三> [文件 我的请假.ics] 我的请假，日历文件。
        机器人@项目A工作群> 已私聊你。
        机器人→张三> 日历文件已发你，…
    """)
    (parcel,) = (
        each.content
        for channel in chat.channels.values()
        for each in channel.sent
        if isinstance(each.content, Attachment)
    )

    async def read() -> bytes | None:
        return await chat.core.records.files.read(parcel.file)

    file = await chat.core.database.transact(read)
    assert file
    text = file.decode()
    assert text.count("BEGIN:VEVENT") == 1
    assert "UID:QJ-20261122-001@qunwu\r\n" in text
    assert "DTSTART;VALUE=DATE:20261124\r\nDTEND;VALUE=DATE:20261126\r\n" in text
    assert "SUMMARY:年假\r\n" in text


async def test_in_plain_words(chat: Chat) -> None:
    await chat.play("""
        张三> 把我的请假同步到手机日历
        机器人> 最近三个月和以后都没有已批准的假，…
    """)
