"""What a company decides about accounts, read from its configuration."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.config import loading
from bot.config.accounts import AccountsSection
from bot.domain.accounts.rules import AccountRules, SharedAccount
from bot.domain.accounts.works import Write
from bot.errors import ConfigError
from bot.identifiers import UserId
from tests.config.test_settings import MINIMAL

SECTION = """
[accounts]
write = "dry_run"
materials = ["劳动合同"]
remind_on = [2]
confirm_on = ""
before_end = [3, 30]
keep_days = 90
items = ["工作交接"]
staff_list = "/srv/hr.xlsx"
[[accounts.shared]]
name = "公众号后台"
custodian = "ZhangSan"
users = ["lisi"]
"""


def accounts(tmp_path: Path, text: str) -> AccountRules:
    file = tmp_path / "config.toml"
    file.write_text(MINIMAL + text, encoding="utf-8")
    return loading.load(file).configured_company().accounts


def test_it_reaches_the_rules(tmp_path: Path) -> None:
    shared = SharedAccount("公众号后台", UserId("zhangsan"), frozenset({UserId("lisi")}))
    assert accounts(tmp_path, SECTION) == AccountRules(
        Write.TRY, ("劳动合同",), (2,), None, (30, 3), timedelta(days=90), ("工作交接",), (shared,), "/srv/hr.xlsx"
    )


def test_what_is_not_said_is_as_it_is_built_in(tmp_path: Path) -> None:
    assert accounts(tmp_path, "") == AccountsSection().rules() == AccountRules()


@pytest.mark.parametrize(
    "line",
    [
        'write = "yes"',
        'write = "on"',
        'confirm_on = "13-01"',
        'confirm_on = "02-30"',
        'confirm_on = "昨天"',
        "remind_on = [0]",
        "keep_days = -1",
        'items = [""]',
        'items = ["一", "一"]',
        'items = ["十八个字十八个字十八个字十八个字十八"]',
    ],
)
def test_what_can_not_be(tmp_path: Path, line: str) -> None:
    with pytest.raises(ConfigError):
        accounts(tmp_path, f"[accounts]\n{line}\n")


def test_who_writes_needs_the_right_to(tmp_path: Path) -> None:
    text = '[accounts]\nwrite = "on"\n[wecom.contacts]\nsecret = "s"\n'
    assert accounts(tmp_path, text).write is Write.ON
    with pytest.raises(ConfigError, match=r"wecom\.contacts"):
        accounts(tmp_path, '[accounts]\nwrite = "on"\n')
