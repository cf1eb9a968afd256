"""Policies of discipline as an operator chooses, adopts and changes them."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.config import loading
from bot.domain.groups.group import Group
from bot.domain.moderation.categories import Severity, category
from bot.domain.moderation.ladder import step_for
from bot.domain.moderation.rules import ModerationRules, MuteLimits
from bot.errors import ConfigError
from bot.identifiers import GroupId
from tests.config.test_settings import MINIMAL
from tests.domain.moderation.test_reading import OWN

NOW = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
PROJECT = Group(GroupId("G-A"), "项目A工作群", kind="E4")
ADOPTED = "\n[moderation.adopted.D8]\ndiscussed = 2026-01-05\nconsulted = 2026-01-12\npublished = 2026-01-20\n"


def rules(tmp_path: Path, written: str, before: str = "") -> ModerationRules:
    config = tmp_path / "config.toml"
    config.write_text(f"{MINIMAL}\n{before}\n[moderation]\n{written}\n", encoding="utf-8")
    return loading.load(config).configured_company().moderation


def test_without_a_word_it_is_what_comes_along(tmp_path: Path) -> None:
    assert rules(tmp_path, "") == ModerationRules()


def test_a_pack_for_a_type_a_group_and_a_category(tmp_path: Path) -> None:
    found = rules(
        tmp_path,
        'usual = "D12"\n[moderation.by_type]\nE1 = "D3"\n[moderation.by_group]\nG-A = "D15"\n'
        '[moderation.by_precedence]\nC02 = "D10"\nC13 = ""',
    )
    assert found.pack_of(None, NOW).id == "D12"
    assert found.pack_of(PROJECT, NOW).id == "D15"
    assert found.pack_of(Group(GroupId("G-B"), "高管群", kind="E1"), NOW).id == "D3"
    assert found.pack_of(PROJECT, NOW, category("C02")).id == "D10"
    assert found.pack_of(PROJECT, NOW, category("C13")).id == "D15"
    assert found.pack_of(PROJECT, NOW, category("C17")).id == "D15"


def test_a_text_binds_from_the_day_it_was_adopted(tmp_path: Path) -> None:
    found = rules(tmp_path, f"{ADOPTED}ack = 96\nsince = 2026-02-01")
    before, after = (datetime(2026, *day, tzinfo=NOW.tzinfo) for day in ((1, 31), (2, 1)))
    assert found.pack_of(PROJECT, before).procedure.missing
    adopted = found.pack_of(PROJECT, after)
    assert adopted.version == "1@2026-02-01"
    assert not adopted.procedure.missing
    assert found.pack("D8", "1@2026-02-01") == adopted
    assert not step_for([], category("C15"), Severity.MILD, after, adopted).advisory


def test_half_a_procedure_is_none(tmp_path: Path) -> None:
    assert rules(tmp_path, ADOPTED).pack_of(PROJECT, NOW).procedure.missing == ("员工签收",)


def test_a_company_hands_in_its_own(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    found = rules(tmp_path, f'packs = ["{tmp_path}/own.toml"]\nusual = "SC"\nwindow_days = 365\nappeal_days = 5')
    pack = found.pack_of(PROJECT, NOW)
    assert (pack.id, pack.window, pack.appeal_days) == ("SC", timedelta(days=365), 5)
    assert found.pack_of(PROJECT, NOW.replace(month=1)).id == "D8"


def test_the_weekly_check_is_off_until_somebody_wants_it(tmp_path: Path) -> None:
    assert [rules(tmp_path, said).weekly_check for said in ("", "weekly_check = true")] == [False, True]


def test_limits_of_a_mute(tmp_path: Path) -> None:
    found = rules(
        tmp_path, "[moderation.mute]\nleast_minutes = 5\nmost_days = 3\nsecond_from_hours = 12\nstep_out = true"
    )
    assert found.mute == MuteLimits(timedelta(minutes=5), timedelta(days=3), timedelta(hours=12), steps_out=True)


@pytest.mark.parametrize(("region", "name"), [("上海", "罚款"), ("广东", "交人力资源处理")])
def test_a_fine_is_proposed_where_law_and_company_let_it(tmp_path: Path, region: str, name: str) -> None:
    found = rules(tmp_path, 'fines = true\nusual = "D5"', f'[leave]\nregion = "{region}"')
    assert found.pack_of(PROJECT, NOW).steps_for(Severity.CRITICAL)[0].name == name


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('usual = "D7"', "moderation：usual 写了 D7，没有这份制度，可以写 D2、D3、D5、D6、D8、D10、D12、D13、D15"),
        ('[moderation.by_type]\nE1 = "D7"', "by_type 写了 D7，没有这份制度"),
        ('[moderation.by_type]\nE9 = "D8"', "by_type 写了 E9，没有这类群，可以写 E1"),
        ('[moderation.by_group]\nG-A = "D7"', "by_group 写了 D7"),
        ('[moderation.by_precedence]\nC02 = "D7"', "by_precedence 写了 D7"),
        ('[moderation.by_precedence]\nC10 = "D8"', "没有 C10 这一类违规，可以写 C01"),
        ("[moderation.adopted.D7]\npublished = 2026-01-01", "adopted 写了 D7，没有这份制度"),
        ("[moderation.adopted.D8]\nack = 3", "要写 published（公示日期），或者 since"),
        ("fines = true", "fines = true 要先在 [leave] 的 region 写明在哪里"),
        ("[moderation.mute]\nleast_minutes = 1440\nmost_days = 0", "most_days：不能小于 1"),
        ('packs = ["{here}/none.toml"]', "none.toml 没有这个文件"),
        ('packs = ["{here}/bad.toml"]', "bad.toml：第 19 行：kind 写了「talk」。"),
        ('packs = ["{here}/own.toml", "{here}/own.toml"]', "packs 里「SC」的 version 2026 写了两遍，改一个版本号"),
    ],
)
def test_what_is_wrong_is_said_before_it_starts(tmp_path: Path, written: str, said: str) -> None:
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "bad.toml").write_text(OWN.replace('"education"', '"talk"'), encoding="utf-8")
    with pytest.raises(ConfigError) as refused:
        rules(tmp_path, written.format(here=tmp_path))
    assert said in "\n".join(refused.value.problems)


def test_heads_are_asked_whom_they_would_praise_where_the_company_wants_that(tmp_path: Path) -> None:
    assert (rules(tmp_path, "").nominate_on, rules(tmp_path, "nominate_on = 25").nominate_on) == (0, 25)
