"""The section [audit]: keys one a line, out of a file too; what is no key is refused without being shown."""

import base64
from datetime import timedelta
from pathlib import Path

import pytest

from bot.config import loading
from bot.config.audit import AuditSection
from bot.domain.audit.rules import AuditRules
from bot.errors import ConfigError
from bot.identifiers import GroupId
from tests.config.test_settings import MINIMAL

NEW, OLD = (base64.b64encode(each * 32).decode() for each in (b"2", b"1"))


GROUP = '[[groups]]\nid = "mgmt"\nname = "管理小组"\n'


def section(tmp_path: Path, text: str) -> AuditSection:
    file = tmp_path / "config.toml"
    file.write_text(f"{MINIMAL}\n{GROUP}\n[audit]\n{text}", encoding="utf-8")
    return loading.load(file).audit


def test_nothing_is_said(tmp_path: Path) -> None:
    assert section(tmp_path, "") == AuditSection()
    assert AuditSection().keys == ()


def test_the_new_key_first(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(f"{NEW}\n{OLD}\n", encoding="utf-8")
    assert section(tmp_path, f'secret_file = "{tmp_path / "key"}"\n').keys == (b"2" * 32, b"1" * 32)


@pytest.mark.parametrize("secret", ["h-u-s-h", " ", base64.b64encode(b"short").decode()])
def test_what_is_no_key(tmp_path: Path, secret: str) -> None:
    with pytest.raises(ConfigError) as refused:
        section(tmp_path, f'secret = "{secret}"\n')
    assert "audit.secret：要是 32 字节的 base64" in str(refused.value)
    assert "h-u-s-h" not in str(refused.value)


def test_where_and_when(tmp_path: Path) -> None:
    assert section(tmp_path, "").rules() == AuditRules()
    said = 'post = false\npost_at = 18\ngroup = "mgmt"\nlate_minutes = 5\nhead_file = "/x"\n'
    found = section(tmp_path, said)
    assert found.rules() == AuditRules(18, False, GroupId("mgmt"), timedelta(minutes=5))
    assert found.head_file == Path("/x")


def test_a_group_that_there_is_none_of(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="group 写了 x"):
        section(tmp_path, 'group = "x"\n')
