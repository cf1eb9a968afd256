"""Calls that look see what was changed in chat, make no database, and say when they couldn't look."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli import main
from bot.domain.people import Department, Person
from bot.domain.upkeep.configuration import Plain, SettingChange
from bot.domain.upkeep.parameters import FIXED
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.engine.opening import opened
from bot.storage.people.directory import DirectoryTable
from bot.storage.upkeep.settings import SettingTable
from tests.domain.moderation.test_reading import OWN

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
BY = Act("wuguan", "参数", "企业微信管理员", "m1", NOW)
CHANGED: dict[str, Plain] = {"roles.hr.people": ["zhangsan"], "moderation.usual": "D2"}

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def config(tmp_path: Path) -> Path:
    file = tmp_path / "config.toml"
    url = f"sqlite:///{tmp_path / 'qunwu.sqlite3'}"
    file.write_text(f'[database]\nurl = "{url}"\n[wecom.bot]\nid = "a"\nsecret = "s"\n', encoding="utf-8")
    return file


def database_of(config: Path) -> Path:
    return config.with_name("qunwu.sqlite3")


async def changed(config: Path) -> None:
    zhang = Person(UserId("zhangsan"), "张三", 1, (1,))
    async with opened(f"sqlite:///{database_of(config)}", ()) as database:

        async def work() -> None:
            await DirectoryTable().replace([Department(1, "公司")], [zhang], by=BY)
            for number, (key, value) in enumerate(CHANGED.items()):
                await SettingTable().add(SettingChange(f"PZ-{number}", key, value, None, UserId(BY.actor), NOW), by=BY)

        await database.transact(work)


def explained(config: Path, captured: Captured, *more: str) -> tuple[str, str]:
    assert main(["explain", "/导出请假 2026-10", *more, "--config", str(config), "--json"]) == 0
    said = captured.readouterr()
    answer = json.loads(said.out)
    return answer.get("error") or answer["command"], said.err


def test_a_role_and_a_policy_that_were_given_in_chat(config: Path, capsys: Captured) -> None:
    asyncio.run(changed(config))
    assert explained(config, capsys, "--as", "张三") == ("导出请假", "")
    own = config.with_name("own.toml")
    own.write_text(OWN, encoding="utf-8")
    assert main(["policy", "diff", str(own), "--config", str(config)]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("从 D2《")
    assert not said.err


def test_what_its_parts_log_is_not_printed(config: Path, capsys: Captured) -> None:
    """Two roles that check each other, held by one: the running bot logs it, a script reads JSON."""
    roles = '[roles]\nwecom_admin = ["zhangsan"]\nsecurity = ["zhangsan"]\n'
    config.write_text(config.read_text(encoding="utf-8") + roles, encoding="utf-8")
    asyncio.run(changed(config))
    assert explained(config, capsys, "--as", "张三") == ("导出请假", "")


def test_without_a_database_the_file_alone_counts_and_none_is_made(config: Path, capsys: Captured) -> None:
    answer, said = explained(config, capsys)
    assert answer == "E_NO_PERMISSION"
    assert "还没有" in said
    assert "只按配置文件" in said
    assert not database_of(config).exists()


def test_what_is_no_database_is_said_and_left_as_it_is(config: Path, capsys: Captured) -> None:
    database_of(config).write_bytes(rubbish := b"no database" * 1000)
    answer, said = explained(config, capsys)
    assert answer == "E_NO_PERMISSION"
    assert "已损坏" in said
    assert database_of(config).read_bytes() == rubbish


def test_tables_of_an_older_program_are_not_changed(config: Path, capsys: Captured) -> None:
    async def tables() -> int:
        database = await Database.open(f"sqlite:///{database_of(config)}")
        try:
            return len(await database.fetch("SELECT 1 AS one FROM sqlite_master"))
        finally:
            await database.close()

    database_of(config).touch()
    assert "qunwu migrate" in explained(config, capsys)[1]
    assert asyncio.run(tables()) == 0


def test_what_words_reads_of_the_file_cannot_be_changed_in_chat() -> None:
    """Or `qunwu words` had to look into the database, as the others do."""
    assert not [each.key for each in FIXED if each.key.startswith("moderation.content") or each.key == "notices.hosts"]
