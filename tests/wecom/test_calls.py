"""Phones that ring, in the sandbox."""

from collections.abc import AsyncIterator

import pytest

from bot.identifiers import UserId
from bot.shapes.outgoing import Verdict
from bot.shapes.ports import OfficeRefused
from bot.wecom.api.rest import APP_SECRET
from bot.wecom.office.calls import AppPhones

from .sandboxed import Sandbox, sandboxed

CHEN = UserId("chenan")


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with sandboxed() as sandbox:
        yield sandbox


async def test_a_phone_rings_and_is_taken(sandbox: Sandbox) -> None:
    async with sandbox.rest() as rest:
        phones = AppPhones(rest, APP_SECRET)
        call_id = await phones.ring(CHEN)
        assert not await phones.answered(CHEN, call_id)
        await sandbox.do("phone", userid=CHEN, answer=True)
        assert await phones.answered(CHEN, call_id)
        second = await phones.ring(CHEN)
        await sandbox.do("phone", userid=CHEN, answer=False)
        assert not await phones.answered(CHEN, second)


async def test_whom_it_does_not_ring(sandbox: Sandbox) -> None:
    """Nobody of that name, and who was rung three times within eight minutes."""
    async with sandbox.rest() as rest:
        phones = AppPhones(rest, APP_SECRET)
        for _ in range(3):
            await phones.ring(CHEN)
        for user in (CHEN, UserId("nobody")):
            with pytest.raises(OfficeRefused) as refused:
                await phones.ring(user)
            assert refused.value.outcome.verdict in (Verdict.REFUSED, Verdict.RETRY)


@pytest.mark.parametrize(
    ("setting", "errcode"),
    [({"listed_in": "approval"}, 301049), ({"pstncc_on": False}, 301050), ({"pstncc_balance": 0}, 301051)],
)
async def test_what_a_human_must_put_right(sandbox: Sandbox, setting: dict[str, object], errcode: int) -> None:
    await sandbox.do("settings", **setting)
    async with sandbox.rest() as rest:
        with pytest.raises(OfficeRefused) as refused:
            await AppPhones(rest, APP_SECRET).ring(CHEN)
    assert (refused.value.outcome.verdict, refused.value.outcome.errcode) == (Verdict.MISCONFIGURED, errcode)
