"""The file with what was changed in chat laid over it."""

import tomllib
from typing import Any

import pytest

from bot.config.configured import Configured
from bot.config.settings import Settings
from bot.domain.rights import Role
from bot.domain.upkeep.configuration import Origin
from bot.domain.upkeep.parameters import FIXED, parameters
from bot.errors import ConfigError

SECRET = "a-secret-of-the-bot"
WECOM = {"bot": {"id": "test-bot", "secret": SECRET}}


def configured(**values: Any) -> Configured:
    return Configured.at_start(Settings(wecom=WECOM, **values), {})


def test_everything_that_may_be_changed_is_there_and_nothing_that_must_not() -> None:
    made = configured()
    given = parameters(made.company())
    assert [each.key for each in FIXED if made.value(each.key) is None] == []
    assert len({each.label for each in given}) == len({each.key for each in given}) == len(given)
    closed = ("wecom", "database", "server", "audit", "security", "privacy", "log_level", "clock")
    assert [each.key for each in given if each.key.split(".")[0] in closed] == []
    assert [each.key for each in given if each.key == "approvals.parameters"] == []


def test_the_file_then_the_chat_then_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    made = configured(notices={"quiet_from": "20:00"})
    assert made.origin("notices.quiet_from") is Origin.FILE
    assert made.origin("notices.quiet_to") is Origin.DEFAULT
    after = made.changed({"notices.quiet_from": "22:00"})
    assert (after.value("notices.quiet_from"), after.origin("notices.quiet_from")) == ("22:00", Origin.CHAT)
    monkeypatch.setenv("QUNWU_NOTICES__QUIET_FROM", "23:00")
    later = after.changed({"notices.quiet_from": "22:00"})
    assert (later.value("notices.quiet_from"), later.origin("notices.quiet_from")) == ("23:00", Origin.VARIABLE)


def test_accounts_of_a_role_go_beside_what_else_gives_it() -> None:
    roles = {"hr": ["lina"], "executive": {"titles": ["总裁"]}}
    after = configured(roles=roles).changed({"roles.hr.people": ["a", "b"], "roles.executive.people": ["c"]})
    rules = after.company().role_rules
    assert rules[Role.HR].people == {"a", "b"}
    assert (rules[Role.EXECUTIVE].people, rules[Role.EXECUTIVE].titles) == ({"c"}, ("总裁",))
    assert configured(roles=roles).origin("roles.hr.people") is Origin.FILE


def test_the_whole_is_read_by_the_validators_of_the_file() -> None:
    """Also what only together with something else makes no sense."""
    made = configured()
    for key, value, why in [
        ("notices.quiet_from", "09:00", "notices.quiet_from：要在中午 12 点以后"),
        ("approvals.lapses_after_days", 0, "approvals.lapses_after_days：不能小于 1"),
        ("moderation.by_type.X9", "D3", "moderation：by_type 写了 X9，没有这类群"),
        ("leave.region", "火星", "leave：没有「火星」的假期规定"),
        ("no.such.setting", 1, "no：没有这个设置"),
    ]:
        with pytest.raises(ConfigError) as refused:
            made.changed({key: value})  # type: ignore[dict-item]
        assert refused.value.problems[0].startswith(why)


def test_what_waits_for_a_restart_stays_until_then() -> None:
    after = configured().changed({"attendance.read_punches": True, "backup.weeks": 9, "backup.at": 4})
    assert after.value("backup.weeks") == 9
    assert (after.company().backup.weeks, after.company().backup.at) == (5, 4)
    restarted = Configured.at_start(Settings(wecom=WECOM), {"backup.weeks": 9})
    assert restarted.company().backup.weeks == 9


def test_the_file_that_comes_of_it_has_no_secret_and_can_be_read() -> None:
    groups = [{"id": "a", "name": '甲"群', "webhook_key": "the-key-of-a-webhook", "admins": ["x"]}]
    leave = {"region": "广东", "people": {"lisi": {"days": {2026: {"年假": 5}}}}}
    made = configured(groups=groups, privacy={"held": ["YH-1"]}, company={"bot_name": SECRET}, leave=leave)
    after = made.changed({"moderation.by_type.E1": "D3", "notices.caps.slots": ["10:00"], "figures.weekly": False})
    written = after.as_file()
    assert SECRET not in written
    assert "the-key-of-a-webhook" not in written
    read = tomllib.loads(written)
    assert read["groups"] == [{"id": "a", "name": '甲"群', "admins": ["x"]}]
    assert (read["leave"], read["privacy"]) == ({"region": "广东"}, {})
    assert read["notices"]["caps"]["slots"] == ["10:00"]
    assert read["figures"]["weekly"] is False
    assert Settings(wecom=WECOM, **read).moderation.by_type == {"E1": "D3"}
    assert tomllib.loads(after.in_words()) == {
        "moderation": {"by_type": {"E1": "D3"}},
        "notices": {"caps": {"slots": ["10:00"]}},
        "figures": {"weekly": False},
    }


def test_only_a_leader_lets_changes_pass() -> None:
    assert configured(approvals={"parameters": "president_office"}).signer is Role.PRESIDENT_OFFICE
    with pytest.raises(ValueError, match="只能是 executive、mgmt_group、president_office、wecom_dept"):
        configured(approvals={"parameters": "wecom_admin"})
