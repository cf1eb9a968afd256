"""Whether leave balances can be written to WeCom."""

from tests.doctor.clinic import Clinic


async def test_nobody_wants_it(clinic: Clinic) -> None:
    assert (await clinic.report()).of("leave_sync") == []


async def test_all_is_there(clinic: Clinic) -> None:
    clinic.values["leave_sync"] = {"balances": True, "types": {"年假": "年假", "调休": "调休假"}}
    (finding,) = (await clinic.report()).of("leave_sync")
    assert finding.line == "✓ 同步假期余额：2 种假都有。"


async def test_a_kind_is_missing(clinic: Clinic) -> None:
    clinic.values["leave_sync"] = {"balances": True, "types": {"年假": "带薪年假"}}
    (finding,) = (await clinic.report()).of("leave_sync")
    assert finding.says == "企业微信里没有「带薪年假」这种假"
    assert "已有的是 年假、事假、病假、调休假" in finding.advice


async def test_it_isnt_listed(clinic: Clinic) -> None:
    clinic.values["leave_sync"] = {"balances": True}
    await clinic.do("settings", listed_in="checkin")
    (finding,) = (await clinic.report()).of("leave_sync")
    assert finding.says == "没有权限（301055）"
