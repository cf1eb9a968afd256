"""What the app may say in a day: who doesn't fit is told on the next, once, and the author knows before he says yes."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.notices.audience import Audience
from bot.domain.notices.daily import EACH, PART
from bot.domain.notices.notice import Draft
from bot.shapes.incoming import Via
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.notice_plan import post_what_is_due
from scheduler.notice_posting import notice_posting
from tests.chat import Chat
from tests.services.notices.posted import posted, work_in

LEFT = 10
EVERYBODY = Audience(everybody=True)


def with_one_account(company: Company) -> Company:
    return replace(company, receipts=replace(company.receipts, accounts=1))


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (post_what_is_due, notice_posting)


@pytest.fixture
async def busy(database: Database, jobs: Sequence[Job]) -> AsyncIterator[Chat]:
    """Ten people can still be told today."""
    chat = await Chat.open(database, jobs=jobs, company=with_one_account)
    chat.clock.time = chat.clock.now().replace(day=23, hour=9)
    await work_in(chat, lambda ctx: ctx.store.digests.spend(ctx.now.date(), int(EACH * PART) - LEFT))
    yield chat
    await chat.close()


def told(chat: Chat) -> list[str]:
    people = [parcel.address for parcel in chat.channels[Via.APP].sent if hasattr(parcel.address, "users")]
    return [user for each in people for user in each.users]


async def test_the_rest_is_told_on_the_next_day_and_nobody_twice(busy: Chat) -> None:
    everybody = sorted(each.user_id for each in busy.company.people if each.active)
    await posted(busy, Draft("停电", EVERYBODY))
    assert told(busy) == everybody[:LEFT]
    await busy.advance(busy.clock.now().replace(hour=23))
    assert told(busy) == everybody[:LEFT]
    await busy.advance(busy.clock.now().replace(day=24, hour=7, minute=59))
    assert told(busy) == everybody[:LEFT]
    await busy.advance(busy.clock.now().replace(hour=8, minute=0))
    assert told(busy) == everybody
    words = [line.words for line in busy.said() if line.to == "郑群"]
    left = f"还有 {len(everybody) - LEFT} 人 明天 08:00 接着发"
    assert words == [f"GG-20261123-001「停电」：应用今天能发的条数用完了，{left}。等不了就再发一条到群里。"]


async def test_what_is_urgent_may_use_all_of_it(busy: Chat) -> None:
    await posted(busy, Draft("立即撤离", EVERYBODY, urgent=True))
    assert len(told(busy)) == sum(each.active for each in busy.company.people)


async def test_one_that_waits_holds_up_none_that_may_go(busy: Chat) -> None:
    await posted(busy, Draft("停电", EVERYBODY))
    before = len(told(busy))
    await posted(busy, Draft("撤离", EVERYBODY, urgent=True))
    assert len(told(busy)) > before


async def test_what_fits_goes_out_at_once(busy: Chat) -> None:
    await busy.play("""
        王强> /公告 生产部 停电
        机器人> [卡片] GG-20261123-001 这就发 …
        ⏰ 2026-11-23 09:01
        机器人→阿卜杜拉·买买提、何苗等8人> 停电…
    """)


async def test_the_author_hears_before_he_says_yes(busy: Chat) -> None:
    await work_in(busy, lambda ctx: ctx.store.digests.spend(ctx.now.date(), LEFT - 1))
    await busy.say("王强", "/公告 生产部 停电")
    [card] = busy.said()
    assert card.words.startswith("[卡片] GG-20261123-001 发之前看一看 停电")
    assert "应用今天还能发给 1 人，另外" in card.words
    assert "明天 08:00 接着发。等不了就改发到群里。" in card.words
