"""Whether punches may be read."""

from tests.doctor.clinic import Clinic


async def test_nobody_wants_to(clinic: Clinic) -> None:
    assert (await clinic.report()).of("punches") == []


async def test_the_app_is_listed(clinic: Clinic) -> None:
    clinic.values["attendance"] = {"read_punches": True}
    (finding,) = (await clinic.report()).of("punches")
    assert finding.line == "✓ 读打卡记录：有权限。"


async def test_it_is_not_listed(clinic: Clinic) -> None:
    clinic.values["attendance"] = {"read_punches": True}
    await clinic.do("settings", listed_in="approval")
    (finding,) = (await clinic.report()).of("punches")
    assert finding.says == "没有权限（301002）"
    assert "可调用接口的应用" in finding.advice


async def test_there_is_no_app(clinic: Clinic) -> None:
    clinic.values["attendance"] = {"read_punches": True}
    clinic.values["wecom"] = {key: value for key, value in clinic.values["wecom"].items() if key in ("api_base", "bot")}
    (finding,) = (await clinic.report()).of("punches")
    assert finding.says == "要读打卡记录，但没有配置应用"
