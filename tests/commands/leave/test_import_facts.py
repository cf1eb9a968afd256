"""HR's table: pasted or sent as a document, looked at first, registered once."""

from dataclasses import replace

from bot.domain.people import Person
from bot.files.workbook import workbook
from bot.identifiers import UserId
from bot.services.leave.facts.facts_import import MOST
from bot.shapes.incoming import Kind, Picture
from bot.storage.engine.database import Database
from tests.chat import Chat

HEADER = ("姓名", "工号", "参加工作日期", "子女出生日期", "手机")


async def hand_in(chat: Chat, name: str, content: bytes) -> list[str]:
    """What the bot says to it."""
    file = await chat.core.records.files.keep(content, at=chat.clock.now())
    message = replace(chat.incoming(name, ""), kind=Kind.MEDIA, documents=(Picture("https://x.invalid/1", file=file),))
    await chat.core.inbox.take(message)
    await chat.core.settled()
    return [line.words for line in chat.said()]


async def test_a_document_needs_no_command(chat: Chat) -> None:
    rows = [("张三", "", "2010-07-01", "2024-05-01、2025-08-01", "13900000000"), ("王五", "", "", "", "")]
    details, card = await hand_in(chat, "李娜", workbook("花名册", HEADER, rows))
    assert details.splitlines() == [
        "第 2 行 张三 参加工作日期：2010年7月1日",
        "第 2 行 张三 子女出生日期：2024年5月1日",
        "第 2 行 张三 子女出生日期：2025年8月1日",
        "第 3 行，王五这一行没有填内容",
    ]
    assert card.startswith("[卡片] 导入假期资料：1 人 3 项 新增 3 项，改动 0 项，相同 0 项，读不懂 1 行。")
    await chat.play("""
        李娜> 按 [确认导入]
        机器人→张三> 人力资源更新了你的假期资料：2026年年假由 5 天改为 10 天。…
        机器人> [卡片] 导入假期资料：已登记 登记了 1 人 3 项。1 人的余额变了，已私下告诉本人。读不懂的 1 行没有导入。
        李娜> 按 [确认导入]
        机器人> [卡片] 导入假期资料 这些已经登记过了，没有新的改动。
    """)


async def test_what_is_registered_already_is_not_written_again(chat: Chat) -> None:
    await chat.play("""
        李娜> /假期资料 张三 参加工作 2010-07-01
        机器人→张三> …
        机器人> …
        李娜> /导入假期资料
        姓名 参加工作日期 入职日期
        张三 2010/7/1 2024-03-01
        机器人→李娜> 第 2 行 张三 入职日期：2024年3月1日
        机器人> [卡片] 导入假期资料：1 人 1 项 新增 1 项，改动 0 项，相同 1 项，读不懂 0 行。…
        李娜> 按 [不导入]
        机器人> [卡片] 导入假期资料 没有导入，什么都没有改动。
        李娜> /导入假期资料
        姓名 参加工作日期
        张三 2010-07-01
        机器人> 导入假期资料：0 人 0 项。新增 0 项，改动 0 项，相同 1 项，读不懂 0 行。没有要导入的。
        李娜> /导入假期资料
        姓名 参加工作日期
        张三 2009-07-01
        机器人→李娜> 第 2 行 张三 参加工作日期：2010年7月1日 → 2009年7月1日
        机器人> [卡片] 导入假期资料：1 人 1 项 新增 0 项，改动 1 项，…
    """)


async def test_only_hr(chat: Chat) -> None:
    await chat.play("""
        张三> /导入假期资料 姓名 入职日期
        机器人> 「导入假期资料」由人力资源、集团行政人事部使用。…
    """)
    assert await hand_in(chat, "张三", "姓名,入职日期\n李四,2020-01-01".encode()) == [
        "收到。我现在只看得懂文字，请用文字说明。发 /帮助 看看我能做什么。"
    ]


async def test_what_cant_be_used(chat: Chat) -> None:
    assert await hand_in(chat, "李娜", b"\xd0\xcf\x11\xe0 old") == ["旧的 .xls 我读不了。请另存为 .xlsx 再发一次。"]
    (unknown,) = await hand_in(chat, "李娜", "菜名,价格\n红烧肉,18".encode())
    assert unknown.startswith("这个表格我看不出是什么，什么都没有改动。")
    (damaged,) = await hand_in(chat, "李娜", b"PK\x03\x04 no zip")
    assert damaged == "这个表格：读不懂这个表格，重新另存为 .xlsx 或 .csv 再试。"
    await chat.play("""
        李娜> /导入假期资料
        菜名 价格
        红烧肉 18
        机器人> 没有找到列名。第一行要有「姓名」或「账号」，…
    """)


async def test_a_document_that_got_lost(chat: Chat) -> None:
    message = replace(chat.incoming("李娜", ""), kind=Kind.MEDIA, documents=(Picture("https://x.invalid/1"),))
    await chat.core.inbox.take(message)
    await chat.core.settled()
    assert [line.words for line in chat.said()] == ["这个文件我没收到，请再发一次。"]


async def test_more_than_a_message_holds_is_a_table(chat: Chat) -> None:
    names = ["张三", "李四", "王五", "郑群", "赵国强"]
    rows = "\n".join(f"{name},2010-07-0{day},2015-01-01,2024-02-0{day}" for day, name in enumerate(names, 1))
    file, card = await hand_in(chat, "李娜", f"姓名,参加工作,入职,孩子生日\n{rows}".encode())
    assert file.startswith("[文件 导入假期资料.xlsx] 第 2 行 张三 参加工作日期：2010年7月1日")
    assert card.startswith("[卡片] 导入假期资料：5 人 15 项")


async def test_not_too_many_at_once(database: Database) -> None:
    people = tuple(Person(UserId(f"u{number}"), f"人{number}", 2) for number in range(MOST + 1))
    chat = await Chat.open(database, company=lambda company: replace(company, people=(*company.people, *people)))
    table = "\n".join(["账号,入职", *(f"{each.user_id},2020-01-01" for each in people)])
    assert await hand_in(chat, "李娜", table.encode()) == ["一次最多登记 1000 人，这里有 1001 人。请拆成几个再发。"]
    await chat.close()
