"""`qunwu pia`: what stands in the assessment follows the register and the configuration, and nothing of a secret."""

from pathlib import Path

import pytest

from bot.cli import main
from bot.domain.privacy.impact.classes import OF_CLASS
from bot.domain.privacy.keeping import Kept

BARE = '[wecom.bot]\nid = "a"\nsecret = "hidden"\n'
KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
CAREFUL = f"""
[database]
url = "postgres://qunwu:geheim@db.internal/qunwu"
[privacy]
secret = "{KEY}"
records_years = 3
[backup]
secret = "{KEY}"
folder = "/var/backups"
copy_to = "/mnt/elsewhere"
[desk]
keep_days = 90
[moderation.content]
archive = "/srv/archive"
archive_since = 2026-09-01
"""


def test_each_class_says_what_it_serves() -> None:
    assert set(OF_CLASS) == set(Kept)


def test_a_bare_set_up_has_things_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "config.toml"
    config.write_text(BARE, encoding="utf-8")
    assert main(["pia", "--config", str(config)]) == 0
    text = capsys.readouterr().out
    assert "| 企业微信 qyapi.weixin.qq.com |" in text
    assert "密钥是机器人自己生成的，和数据放在一起 | 中 |" in text
    assert "| 群聊被记录 | 会话存档没有开；" in text
    assert "高 0 项，" in text
    assert "hidden" not in text


def test_what_is_configured_is_what_stands_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config, out = tmp_path / "config.toml", tmp_path / "pia.md"
    config.write_text(BARE + CAREFUL, encoding="utf-8")
    assert main(["pia", "--config", str(config), "--out", str(out)]) == 0
    assert capsys.readouterr().out.startswith("写好了：")
    text = out.read_text(encoding="utf-8")
    assert "当年结束 3 年后删除" in text
    assert "办完 90 天后连姓名一起删除" in text
    assert "| 数据库 db.internal |" in text
    assert "2026-09-01 以前的不看" in text
    assert "高 1 项，" in text
    assert "geheim" not in text
    assert KEY not in text
    assert main(["pia", "--config", str(config), "--out", str(tmp_path / "none" / "pia.md")]) == 1
