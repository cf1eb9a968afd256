"""Members are written by the contacts-sync secret, in the sandbox."""

from collections.abc import AsyncIterator

import pytest

from bot.domain.accounts.newcomer import Newcomer
from bot.domain.accounts.works import Against
from bot.identifiers import UserId
from bot.shapes.outgoing import Verdict
from bot.shapes.ports import AccountRefused
from bot.wecom.api.accounts import SyncedAccounts

from .sandboxed import Sandbox, sandboxed

WANG = UserId("wangxiaoming")


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with sandboxed() as sandbox:
        yield sandbox


def newcomer(sandbox: Sandbox, mobile: str = "13800001111") -> Newcomer:
    return Newcomer("王小明", sandbox.world.directory.department_id("生产部") or 0, "操作工", mobile)


async def test_from_coming_to_leaving(sandbox: Sandbox) -> None:
    async with sandbox.rest() as rest:
        accounts, wanted = SyncedAccounts(rest, readers=["contacts", "app"]), newcomer(sandbox)
        assert await accounts.find(WANG) is None
        await accounts.create(WANG, wanted)
        made = await accounts.find(WANG)
        assert made is not None
        assert (made.name, made.position, made.main_department) == ("王小明", "操作工", wanted.department)
        assert await accounts.of_mobile(wanted.mobile) == WANG
        assert await accounts.of_mobile("13800009999") is None
        other = sandbox.world.directory.department_id("研发部") or 0
        await accounts.change(WANG, {"name": "王晓明", "department": str(other), "mobile": "13800001112"})
        moved = await accounts.find(WANG)
        assert moved is not None
        assert (moved.name, moved.main_department, moved.departments) == ("王晓明", other, (other,))
        await accounts.enable(WANG, on=False)
        off = await accounts.find(WANG)
        assert off is not None
        assert not off.active
        await accounts.enable(WANG, on=True)
        await accounts.delete(WANG)
        await accounts.delete(WANG)
        assert await accounts.find(WANG) is None


async def test_a_number_that_somebody_has_is_refused(sandbox: Sandbox) -> None:
    async with sandbox.rest() as rest:
        accounts = SyncedAccounts(rest, readers=["contacts"])
        await accounts.create(WANG, newcomer(sandbox))
        for user, wanted, against in (
            (UserId("other"), newcomer(sandbox), Against.MOBILE),
            (WANG, newcomer(sandbox, "13800001112"), Against.TAKEN),
        ):
            with pytest.raises(AccountRefused) as refused:
                await accounts.create(user, wanted)
            assert (refused.value.outcome.verdict, refused.value.against) == (Verdict.REFUSED, against)


async def test_where_the_sync_secret_may_not_read_the_app_s_does(sandbox: Sandbox) -> None:
    await sandbox.do("faults", path="/cgi-bin/user/get", errcode=48009, times=1)
    async with sandbox.rest() as rest:
        found = await SyncedAccounts(rest, readers=["contacts", "app"]).find(UserId("zhangsan"))
        assert found is not None
        assert found.name == "张三"
        await sandbox.do("faults", path="/cgi-bin/user/get", errcode=48009, times=1)
        with pytest.raises(AccountRefused) as refused:
            await SyncedAccounts(rest, readers=["contacts"]).find(UserId("zhangsan"))
        assert refused.value.outcome.verdict is Verdict.MISCONFIGURED
