"""Punches, read from the sandbox."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime

import pytest

from bot.domain.attendance.punching import Stamp
from bot.identifiers import UserId
from bot.shapes.outgoing import Verdict
from bot.shapes.ports import OfficeRefused
from bot.wecom.api.rest import APP_SECRET, Rest
from bot.wecom.office.punches import MOST_PEOPLE, AppPunches

from .sandboxed import Sandbox, sandboxed

ZHANG, LI = UserId("zhangsan"), UserId("lisi")


@dataclass
class Site:
    sandbox: Sandbox
    rest: Rest

    @property
    def now(self) -> datetime:
        return self.sandbox.world.clock.now()

    def punches(self, *users: UserId) -> AppPunches:
        return AppPunches(self.rest, APP_SECRET, lambda _: users, lambda: self.now)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with sandboxed() as sandbox, sandbox.rest() as rest:
        yield Site(sandbox, rest)


async def test_what_was_punched_without_the_place(site: Site) -> None:
    await site.sandbox.do("checkin", userid=ZHANG, at="2026-11-20T08:20", place="东门")
    await site.sandbox.do("checkin", userid=ZHANG, at="2026-11-20T18:20", type="下班打卡", exception="时间异常")
    await site.sandbox.do("checkin", userid=ZHANG, at="2026-11-20T15:00", type="外出打卡")
    await site.sandbox.do("checkin", userid=LI, at="2026-11-20T08:30", exception="未打卡")
    await site.sandbox.do("checkin", userid=LI, at="2026-11-10T08:30")
    told = await site.punches(ZHANG, LI).read()

    def at(hour: int, minute: int) -> datetime:
        return told.at.replace(day=20, hour=hour, minute=minute, second=0, microsecond=0)

    assert set(told.stamps) == {
        Stamp(ZHANG, at(8, 20), comes_in=True),
        Stamp(ZHANG, at(18, 20), comes_in=False),
        Stamp(ZHANG, at(15, 0), comes_in=None),
    }


async def test_a_stranger_among_them_spoils_nothing(site: Site) -> None:
    await site.sandbox.do("checkin", userid=ZHANG, at="2026-11-20T08:20")
    told = await site.punches(UserId("gone"), LI, ZHANG, UserId("left")).read()
    assert [each.user for each in told.stamps] == [ZHANG]


async def test_no_more_than_wecom_answers_at_once(site: Site) -> None:
    people = [UserId(person.userid) for person in site.sandbox.world.company.people]
    many = (people * MOST_PEOPLE)[: MOST_PEOPLE + 1]
    await site.punches(*many).read()
    asked = site.sandbox.world.calls.under("/cgi-bin/checkin/getcheckindata")
    assert len(asked) == 2
    assert not (await site.punches().read()).stamps


async def test_where_it_isnt_granted_that_is_said(site: Site) -> None:
    await site.sandbox.do("settings", listed_in="approval")
    with pytest.raises(OfficeRefused) as refused:
        await site.punches(ZHANG).read()
    assert refused.value.outcome.verdict is not Verdict.RETRY
    assert refused.value.outcome.errcode == 301002
