"""Notices as a table: a row for each time that one went out."""

from datetime import date

from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Draft
from bot.identifiers import UserId
from bot.services.notices.receipts.exporting import HEADER, export
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Outcome, Verdict
from tests.chat import Chat
from tests.services.notices.posted import posted

DAY = date(2026, 11, 22)


async def test_its_figures(chat: Chat) -> None:
    chat.channels[Via.APP].outcomes = [Outcome(Verdict.DONE, why="no licence", missed=frozenset({UserId("lisi")}))]
    people = Audience(people=(UserId("zhangsan"), UserId("lisi")))
    await posted(chat, Draft("明天停电", people, wants_confirmation=True))
    chat.said()
    await chat.say("张三", "/确认 GG-20261122-001")
    records, company = chat.core.records, chat.company
    [row] = await export(records, company, chat.clock.now(), DAY, DAY)
    said = dict(zip(HEADER, row, strict=True))
    assert said["标题"] == "明天停电"
    assert [said[each] for each in ("私聊人数", "送达", "没送到", "送达率", "应确认", "已确认", "确认率")] == [
        *("2", "1", "1", "50%", "2", "1", "50%")
    ]
    assert await export(records, company, chat.clock.now(), date(2026, 11, 1), date(2026, 11, 21)) == []
