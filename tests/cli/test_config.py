"""`qunwu config`: what holds, what was changed in chat, and one change taken back."""

import asyncio
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli import main
from bot.domain.upkeep.configuration import SettingChange
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.opening import opened
from bot.storage.upkeep.settings import SettingTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
BY = Act("wuguan", "参数", "企业微信管理员", "m1", NOW)
Call = Callable[..., int]


@pytest.fixture
def call(tmp_path: Path) -> Call:
    url = f"sqlite:///{tmp_path / 'qunwu.sqlite3'}"
    config = tmp_path / "config.toml"
    config.write_text(f'[database]\nurl = "{url}"\n[wecom.bot]\nid = "a"\nsecret = "the-bot-secret"\n', "utf-8")

    async def changed() -> None:
        async with opened(url, ()) as database:
            one = SettingChange("PZ-1", "notices.quiet_from", "22:00", None, UserId("wuguan"), NOW)
            await database.transact(lambda: SettingTable().add(one, by=BY))

    asyncio.run(changed())
    return lambda *arguments: main(["config", *arguments, "--config", str(config)])


def test_shown_and_dropped(call: Call, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("show") == 0
    out = capsys.readouterr().out
    assert tomllib.loads(out) == {"notices": {"quiet_from": "22:00"}}
    assert "the-bot-secret" not in out
    assert call("drop", "notices.quiet_to") == 1
    assert "聊天里没有改过这个设置" in capsys.readouterr().err
    assert call("drop", "notices.quiet_from") == 0
    capsys.readouterr()
    assert call("changes") == 0
    assert capsys.readouterr().out == "# nothing was changed in chat\n"
