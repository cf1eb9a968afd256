"""Whether phones may be rung about an accident."""

import pytest

from tests.doctor.clinic import Clinic


async def test_nobody_wants_to(clinic: Clinic) -> None:
    assert (await clinic.report()).of("emergency_phones") == []


async def test_the_app_is_linked_and_nobody_s_phone_rings(clinic: Clinic) -> None:
    clinic.values["safety"] = {"calls": {"voice": True}}
    (finding,) = (await clinic.report()).of("emergency_phones")
    assert finding.line == "✓ 紧急通知电话：可以打。"
    assert clinic.world.office.calls == {}


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ({"listed_in": "approval"}, "本应用没有关联紧急通知（301049）"),
        ({"pstncc_on": False}, "企业没有开通紧急通知（301050）"),
        ({"pstncc_balance": 0}, "紧急通知余额不足（301051）"),
    ],
)
async def test_what_is_wrong_is_said_and_what_happens_until_then(
    clinic: Clinic, setting: dict[str, object], says: str
) -> None:
    clinic.values["safety"] = {"calls": {"voice": True}}
    await clinic.do("settings", **setting)
    (finding,) = (await clinic.report()).of("emergency_phones")
    assert finding.says == says
    assert "在这之前只发消息，不打电话" in finding.advice


async def test_there_is_no_app(clinic: Clinic) -> None:
    clinic.values["safety"] = {"calls": {"voice": True}}
    clinic.values["wecom"] = {key: value for key, value in clinic.values["wecom"].items() if key in ("api_base", "bot")}
    (finding,) = (await clinic.report()).of("emergency_phones")
    assert finding.says == "要打电话，但没有配置应用"
