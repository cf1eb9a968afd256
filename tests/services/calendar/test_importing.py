"""What is agreed to is what was shown, or nothing; only years that still matter are taken on."""

import pytest

from bot.domain.calendar.notice import from_text
from bot.domain.calendar.year_table import YearTable
from bot.shapes.act import Act
from tests.chat import Chat
from tests.domain.calendar.days import d
from tests.domain.calendar.notices import PAPER_2027, imported_2027, whole

OTHER = imported_2027().replace("1月31日（周日）上班", "2月13日（周六）上班")


async def adopt(chat: Chat, table: YearTable) -> None:
    by = Act("zhoumin", "导入放假", "人力资源", "test:1", chat.clock.now())
    await chat.core.records.calendar.adopt(table, cause="RQ-0", by=by)
    await chat.core.book.refresh()


async def test_a_year_that_was_changed_meanwhile_is_not_overwritten(chat: Chat) -> None:
    await chat.say("李娜", f"/导入放假 {imported_2027()}")
    await adopt(chat, from_text(OTHER))
    chat.said()
    await chat.say("周敏", "/同意申请 RQ-20261122-001")
    assert "这次没有导入。要改，请重新导入。" in "".join(line.words for line in chat.said() if line.to == "李娜")
    assert d("2027-02-13") in chat.company.pace.calendar.years[2027].work


async def test_an_amended_notice_takes_the_place_of_the_first(chat: Chat) -> None:
    await adopt(chat, from_text(imported_2027()))
    await chat.say("李娜", f"/导入放假 {OTHER}")
    assert "改为放假 1 天：1月31日(周日)。\n改为上班 1 天：2月13日(周六)。" in chat.said()[-1].words
    await chat.say("周敏", "/同意申请 RQ-20261122-001")
    assert list(chat.company.pace.calendar.years[2027].work) == [
        d(each) for each in ("2027-02-13", "2027-04-25", "2027-09-26", "2027-10-09")
    ]


async def test_it_is_put_to_a_second_person_and_can_be_refused(chat: Chat) -> None:
    await chat.say("李娜", f"/导入放假 {imported_2027()}")
    await chat.say("李娜", "/同意申请 RQ-20261122-001")
    assert "不能审批自己的申请" in chat.said()[-1].words
    await chat.say("吴管", "/驳回 RQ-20261122-001 网址打不开")
    assert not chat.company.pace.calendar.is_published(2027)


@pytest.mark.parametrize(("year", "words"), [(2024, "2024年已经过去"), (2023, "2023年已经过去")])
async def test_years_that_are_over(chat: Chat, year: int, words: str) -> None:
    await chat.say("李娜", f"/导入放假 {PAPER_2027}\n{whole(year)}")
    assert words in chat.said()[-1].words
