"""Logins on other devices, read from the sandbox."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.domain.security.logins import Login
from bot.identifiers import UserId
from bot.shapes.outgoing import Verdict
from bot.shapes.ports import OfficeRefused
from bot.wecom.api.rest import Rest
from bot.wecom.office.logins import AppLogins

from .sandboxed import Sandbox, sandboxed

ZHANG, LI = UserId("zhangsan"), UserId("lisi")


@dataclass
class Site:
    sandbox: Sandbox
    rest: Rest

    async def read(self) -> list[Login]:
        return list(await AppLogins(self.rest, self.sandbox.world.clock.now).read())


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with sandboxed() as sandbox, sandbox.rest() as rest:
        yield Site(sandbox, rest)


async def test_who_logged_in_lately(site: Site) -> None:
    await site.sandbox.do("logins", userid=ZHANG, at="2026-11-22T09:30")
    await site.sandbox.do("logins", userid=LI, at="2026-11-22T09:10", secondary=True)
    await site.sandbox.do("logins", userid=LI, at="2026-11-21T09:10")
    found = await site.read()
    assert [(each.user, each.secondary, each.at.hour) for each in found] == [(LI, True, 9), (ZHANG, False, 9)]


async def test_page_after_page(site: Site) -> None:
    for minute in range(60):
        for second in range(0, 60, 7):
            await site.sandbox.do("logins", userid=ZHANG, at=f"2026-11-22T08:{minute:02}:{second:02}")
    assert len(await site.read()) == 60 * 9


async def test_where_wecom_does_not_let_us(site: Site) -> None:
    site.sandbox.world.settings.listed_in = "approval"
    with pytest.raises(OfficeRefused) as refused:
        await site.read()
    assert refused.value.outcome.verdict is not Verdict.RETRY
