"""Papers go on to who decides, and only where the company looks at papers and somebody has just applied."""

from dataclasses import replace

from bot.domain.company import Company
from bot.shapes.incoming import Kind, Picture
from bot.storage.engine.database import Database
from tests.chat import Chat

NEXT = "请接着把劳动合同拍照发给我，我转给审批人。"
APPLIED = f"""
    王强> /申请账号 王小明 生产部 操作工 13800001111
    机器人→李娜> [卡片] 王强 申请开通账号：王小明（生产部 操作工） …
    机器人→周敏> [卡片] 王强 申请开通账号：王小明（生产部 操作工） …
    机器人> 已提交 ZH-20261122-001：给王小明（生产部 操作工）开通账号，等 李娜 或 周敏 审批。{NEXT}"""


def with_papers(company: Company) -> Company:
    return replace(company, accounts=replace(company.accounts, materials=("劳动合同",)))


async def send(chat: Chat, name: str, content: bytes = b"\xff\xd8\xff a picture") -> list[tuple[str | None, str]]:
    file = await chat.core.records.files.keep(content, at=chat.clock.now())
    message = replace(chat.incoming(name, ""), kind=Kind.MEDIA, pictures=(Picture("https://x.invalid/1", file=file),))
    await chat.core.inbox.take(message)
    await chat.core.settled()
    return [(line.to, line.words) for line in chat.said()]


async def test_they_go_on_to_who_decides(database: Database) -> None:
    chat = await Chat.open(database, company=with_papers)
    await chat.play(APPLIED)
    said = await send(chat, "王强")
    assert sorted(to or "" for to, _ in said) == ["", "周敏", "周敏", "李娜", "李娜"]
    assert (None, "1 份材料已转给 李娜、周敏（ZH-20261122-001）。") in said
    await chat.close()


async def test_later_or_from_somebody_else_they_do_not(database: Database) -> None:
    chat = await Chat.open(database, company=with_papers)
    await chat.play(APPLIED)
    assert not any("份材料已转给" in words for _, words in await send(chat, "张三"))
    await chat.advance(chat.clock.time.replace(hour=13))
    chat.said()
    assert not any("份材料已转给" in words for _, words in await send(chat, "王强", b"\xff\xd8\xff another"))
    await chat.close()
