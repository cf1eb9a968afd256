"""Punches and leave balances, the whole program in the sandbox: from what WeCom has to what people read."""

import asyncio
from pathlib import Path
from typing import Any

from tests.doctor.clinic import Clinic, opened

HR, ZHANG = "lina", "zhangsan"


async def heard(clinic: Clinic, user: str, words: str) -> dict[str, Any]:
    """What was said to somebody with these words in it, once it was."""
    async with asyncio.timeout(5):
        while True:
            for entry in (await clinic.see("log"))["entries"]:
                if entry["to"].get("user") == user and words in f"{entry['text']}{entry.get('card') or ''}":
                    return dict(entry)
            await asyncio.sleep(0.01)


async def test_who_forgot_to_punch_out_is_told(tmp_path: Path) -> None:
    async with opened(tmp_path) as clinic:
        clinic.values["attendance"] = {"read_punches": True}
        await clinic.do("checkin", userid=ZHANG, at="2026-11-20T08:20")
        await clinic.do("checkin", userid=ZHANG, at="2026-11-23T08:20", place="东门")
        await clinic.do("clock", now="2026-11-23T19:50")
        async with clinic.running():
            await clinic.do("clock", now="2026-11-23T20:30")
            entry = await heard(clinic, ZHANG, "没有你的下班打卡记录")
            assert "回复「/确认 1」我就替你提交补卡" in entry["text"]
            await clinic.do("say", **{"from": ZHANG, "to": "bot", "text": "/确认 1"})
            await heard(clinic, "wangqiang", "申请补卡 11月23日(周一)下班")
            assert not clinic.world.calls.under("/cgi-bin/oa/vacation/setoneuserquota")


async def test_a_balance_goes_there_and_what_is_changed_there_is_told(tmp_path: Path) -> None:
    async with opened(tmp_path) as clinic:
        clinic.values["leave_sync"] = {"balances": True}
        clinic.values["leave"] = {"people": {ZHANG: {"began": "2018-01-01", "joined": "2018-01-01"}}}
        await clinic.do("clock", now="2026-11-23T06:10")
        async with clinic.running():
            await clinic.do("say", **{"from": ZHANG, "to": "bot", "text": "/请假 年假 12.1-12.2"})
            await heard(clinic, ZHANG, "已提交 QJ-20261123-001")
            await clinic.do("clock", now="2026-11-23T06:40")
            assert clinic.world.office.left == {(ZHANG, 1): 3 * 86_400}
            clinic.world.office.left[ZHANG, 1] = 4 * 86_400
            await clinic.do("clock", now="2026-11-23T07:45")
            entry = await heard(clinic, HR, "张三 年假：企业微信 4 天，这里 3 天")
            assert "/同步余额" in entry["text"]
            assert clinic.world.office.left == {(ZHANG, 1): 4 * 86_400}
            assert not clinic.world.calls.under("/cgi-bin/checkin/getcheckindata")


async def test_a_lost_answer_files_no_second_form(tmp_path: Path) -> None:
    async with opened(tmp_path) as clinic:
        clinic.values["leave_sync"] = {"template": "TPL_LEAVE"}
        clinic.values["leave"] = {"people": {ZHANG: {"began": "2018-01-01", "joined": "2018-01-01"}}}
        await clinic.do("faults", path="/cgi-bin/oa/applyevent", drop="response", times=1)
        async with clinic.running():
            await clinic.do("say", **{"from": ZHANG, "to": "bot", "text": "/请假 年假 12.1-12.2"})
            await heard(clinic, ZHANG, "已提交 QJ-20261122-001")
            await clinic.do("say", **{"from": "wangqiang", "to": "bot", "text": "/同意申请 QJ-20261122-001"})
            await heard(clinic, ZHANG, "已同意（王强")
            await clinic.do("clock", now="2026-11-22T11:50")
            (form,) = clinic.world.office.approvals.values()
            assert (form.applicant, form.waits_for()) == (ZHANG, ["wangqiang"])
            assert form.contents[1]["value"]["text"].endswith("由 王强 批准，编号 QJ-20261122-001。")
            assert clinic.world.calls.under("/cgi-bin/oa/getapprovalinfo")
            await clinic.do("say", **{"from": ZHANG, "to": "bot", "text": "/取消 QJ-20261122-001"})
            await heard(clinic, HR, f"企业微信的审批单 {form.sp_no} 还是原来的")
