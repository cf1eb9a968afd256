"""What can be wrong between the configuration and WeCom: each has its own sentence and its own next step."""

from typing import Any

import pytest

from bot.doctor._finding import Level
from tests.doctor.clinic import Clinic


def app(**values: Any) -> dict[str, Any]:
    return {"app": values}


WRONG = {
    "secret": (
        app(secret="nonsense"),
        "✗ 应用凭证：Secret 不对（40001）。下一步：在管理后台 应用管理 → 自建 → 本应用 → Secret",
    ),
    "agent": (app(agent_id=1), "✗ 应用凭证：AgentId 不对（40056）。"),
    "contacts": (
        {"contacts": {"secret": "nonsense"}},
        "✗ 通讯录同步凭证：Secret 不对（40001）。下一步：在管理后台 安全与管理 → 管理工具 → 通讯录同步",
    ),
}


@pytest.mark.parametrize(("section", "expected"), WRONG.values(), ids=WRONG)
async def test_a_wrong_credential_is_told_once(clinic: Clinic, section: dict[str, Any], expected: str) -> None:
    for name, values in section.items():
        clinic.values["wecom"][name] |= values
    (line,) = (await clinic.report()).failures
    assert line.startswith(expected)


async def test_the_apps_secret_in_the_place_of_the_contacts_secret(clinic: Clinic) -> None:
    clinic.values["wecom"]["contacts"]["secret"] = clinic.world.credentials.app_secret
    (line,) = (await clinic.report()).failures
    assert line.startswith("✗ 通讯录同步凭证：这不是通讯录同步的 Secret（48002）。下一步：在管理后台 安全与管理 → 管理")


async def test_the_contacts_secret_in_the_place_of_the_apps_secret(clinic: Clinic) -> None:
    clinic.values["wecom"]["app"]["secret"] = clinic.world.credentials.contacts_secret
    (line,) = (await clinic.report()).failures
    assert line.startswith(
        "✗ 应用凭证：这不是自建应用的 Secret（48002）。下一步：在管理后台 应用管理 → 自建 → 本应用 重新"
    )


async def test_a_wrong_corp_id(clinic: Clinic) -> None:
    clinic.values["wecom"]["corp_id"] = "ww0000000000000000"
    lines = (await clinic.report()).failures
    assert [line.partition("。")[0] for line in lines] == [
        "✗ 应用凭证：企业ID（corp_id）不对（40013）",
        "✗ 通讯录同步凭证：企业ID（corp_id）不对（40013）",
    ]
    assert "我的企业 → 企业信息" in lines[0]


ANSWERS = {
    60020: "✗ 应用凭证：本机的出口地址不在企业可信IP里（60020），企业微信看到的地址是 127.0.0.1。"
    "下一步：管理后台 应用管理 → 自建 → 本应用 → 企业可信IP 加上127.0.0.1，约一分钟后生效；",
    301002: "✗ 应用凭证：这个 Secret 无权操作这个 AgentId（301002）。",
    45009: "✗ 应用凭证：调用太频繁，被企业微信限制了（45009）。",
    -1: "✗ 应用凭证：企业微信说系统繁忙（-1）。",
    12345: "✗ 应用凭证：企业微信拒绝了（12345）。",
}


@pytest.mark.parametrize(("errcode", "expected"), ANSWERS.items(), ids=map(str, ANSWERS))
async def test_what_wecom_refuses(clinic: Clinic, errcode: int, expected: str) -> None:
    await clinic.do("faults", path="/cgi-bin/agent/get", errcode=errcode)
    report = await clinic.report()
    assert [finding.errcode for finding in report.of("credentials") if finding.level is Level.FAIL] == [errcode]
    assert report.of("credentials")[0].line.startswith(expected)


async def test_sending_is_refused_where_reading_is_not(clinic: Clinic) -> None:
    assert "✓ 发应用消息：有权限。" in (await clinic.report()).lines(Level.OK)
    await clinic.do("faults", path="/cgi-bin/message/send", errcode=60020)
    (line,) = (await clinic.report()).failures
    assert line.startswith("✗ 发应用消息：本机的出口地址不在企业可信IP里（60020），企业微信看到的地址是 127.0.0.1。")


async def test_everything_refused_for_the_address(clinic: Clinic) -> None:
    await clinic.do("faults", path="/cgi-bin/", errcode=60020)
    report = await clinic.report()
    assert [finding.errcode for finding in report.of("credentials")] == [60020, 60020]
    assert report.of("reading") == []


async def test_a_narrow_range(clinic: Clinic) -> None:
    clinic.world.settings.visible_departments = "2"
    report = await clinic.report()
    assert report.failures == []
    assert "! 应用可见范围：不是全公司：范围外的人收不到消息" in "\n".join(report.lines(Level.WARN))


async def test_an_empty_range(clinic: Clinic) -> None:
    clinic.world.settings.visible_departments = ""
    assert (
        "✗ 应用可见范围：是空的：谁都收不到消息。下一步：管理后台 应用管理 → 自建 → 本应用 → 可见范围 选全公司。"
        in (await clinic.report()).failures
    )


async def test_the_contacts_secret_may_not_read(clinic: Clinic) -> None:
    clinic.world.settings.contacts_secret_reads = False
    report = await clinic.report()
    assert report.failures == []
    passed_over, reads = report.of("reading")
    assert passed_over.line.startswith(
        "! 读通讯录（通讯录同步）：不能从这个地址读通讯录，2022 年 8 月后新增的地址都是如此（48009）"
    )
    assert reads.line == "✓ 读通讯录（应用）：读得到姓名和职务。"


async def test_nobody_may_read(clinic: Clinic) -> None:
    await clinic.do("faults", path="/cgi-bin/department/list", errcode=60011)
    lines = [finding.line for finding in (await clinic.report()).of("reading")]
    assert len(lines) == 2
    assert all("没有读这些成员或部门的权限（60011）" in line for line in lines)


@pytest.mark.parametrize(("ahead", "level"), [(0, Level.OK), (90, Level.WARN), (-90, Level.WARN), (900, Level.FAIL)])
async def test_a_clock_that_is_off(clinic: Clinic, ahead: int, level: Level) -> None:
    (clock,) = [each for each in (await clinic.report(clock_off=ahead)).of("network") if each.name == "本机时间"]
    assert clock.level is level
    assert (f"{'快' if ahead > 0 else '慢'} " in clock.says) is (level is not Level.OK)


async def test_the_app_that_should_read_instead_has_its_own_trouble(clinic: Clinic) -> None:
    clinic.world.settings.contacts_secret_reads = False
    clinic.values["wecom"]["app"]["secret"] = "nonsense"
    (line,) = (await clinic.report()).failures
    assert line.startswith("✗ 应用凭证：Secret 不对（40001）")


async def test_nobody_there(clinic: Clinic) -> None:
    clinic.values["wecom"]["api_base"] = "http://127.0.0.1:9"
    lines = (await clinic.report()).failures
    assert len(lines) == 1
    assert lines[0].startswith("✗ 企业微信接口：连不上 http://127.0.0.1:9：连接被拒绝。")


async def test_an_address_that_is_not_wecoms(clinic: Clinic) -> None:
    clinic.values["wecom"]["api_base"] += "/elsewhere"
    lines = (await clinic.report()).failures
    assert "有回答（HTTP 404），但不像企业微信。下一步：检查 [wecom] api_base，后面不带 /cgi-bin" in lines[0]
