"""`qunwu identity`: shown first, done with --yes, known to the running bot, and in the trail."""

import asyncio
from pathlib import Path

import pytest

from bot.cli import main
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail
from bot.storage.people.identities import IdentityTable
from bot.storage.schema.upgrading import upgrade


def test_a_table_is_shown_and_then_taken_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config, table, url = tmp_path / "config.toml", tmp_path / "ids.csv", f"sqlite:///{tmp_path}/qunwu.sqlite3"
    config.write_text(f'[database]\nurl = "{url}"\n[wecom.bot]\nid = "a"\nsecret = "s"\n', encoding="utf-8")
    table.write_text("加密编号,账号\nwoAJ2GCA,zhangsan\n", encoding="utf-8")
    call = ["identity", str(table), "--config", str(config)]
    assert main(call) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "还没有改动任何东西。确认无误，加上 --yes 再运行一次。"
    assert asyncio.run(_known(url)) == (None, [])
    for changed in (1, 0):
        assert main([*call, "--yes"]) == 0
        assert capsys.readouterr().out.splitlines()[-1] == f"已登记：{changed} 个新增或有变化。"
    assert asyncio.run(_known(url)) == ("zhangsan", ["identity:identity.learnt"])


async def _known(url: str) -> tuple[str | None, list[str]]:
    database = await Database.open(url)
    try:
        await upgrade(database)
        table = IdentityTable()
        await table.refresh()
        return table.user_of("woAJ2GCA"), [entry.action for entry in await Trail.all()]
    finally:
        await database.close()
