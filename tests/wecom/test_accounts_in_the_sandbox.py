"""Accounts, the whole program in the sandbox: opened once though the answer is lost, disabled when the day ends."""

from pathlib import Path

from sandbox.company import Status
from tests.doctor.clinic import Clinic, opened
from tests.wecom.sandboxed import until
from tests.wecom.test_office_in_the_sandbox import HR, heard

HEAD = "zhoumin"


async def say(clinic: Clinic, user: str, text: str) -> None:
    await clinic.do("say", **{"from": user, "to": "bot", "text": text})


async def test_a_lost_answer_makes_no_second_account(tmp_path: Path) -> None:
    async with opened(tmp_path) as clinic:
        clinic.values["accounts"] = {"write": "on"}
        await clinic.do("faults", path="/cgi-bin/user/create", drop="response", times=1)
        async with clinic.running():
            await say(clinic, HR, "/申请账号 王小明 生产部 操作工 13800001111")
            await heard(clinic, HR, "已提交 ZH-20261122-001")
            await say(clinic, HEAD, "/同意申请 ZH-20261122-001")
            await heard(clinic, HR, "已同意（周敏")
            await clinic.do("clock", now="2026-11-22T10:05")
            await heard(clinic, HR, "王小明（账号 wangxiaoming）开通好了")
            assert len(clinic.world.calls.under("/cgi-bin/user/create")) == 1
            made = clinic.world.directory.people["wangxiaoming"]
            assert (made.name, made.mobile, made.title) == ("王小明", "13800001111", "操作工")
            await say(clinic, HR, "/离职 王小明 今天")
            await heard(clinic, HR, "LZ-20261122-001 离职办理")
            await clinic.do("clock", now="2026-11-23T00:05")
            await until(lambda: clinic.world.directory.people["wangxiaoming"].status is Status.DISABLED)
