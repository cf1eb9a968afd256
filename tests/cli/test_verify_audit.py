"""`qunwu verify-audit` as an auditor and as a script see it."""

import asyncio
import json
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.cli import main
from bot.storage.audit.scribe import Scribe
from bot.storage.engine.database import Database
from bot.storage.engine.opening import opened
from tests.storage.chained import NOW, written

Verify = Callable[..., int]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "qunwu.sqlite3"


@pytest.fixture
def heads(tmp_path: Path) -> Path:
    return tmp_path / "heads.txt"


@pytest.fixture
def verify(tmp_path: Path, file: Path, heads: Path) -> Verify:
    config = tmp_path / "config.toml"
    text = (
        f'[database]\nurl = "sqlite:///{file}"\n[wecom.bot]\nid = "a"\nsecret = "s"\n[audit]\nhead_file = "{heads}"\n'
    )
    config.write_text(text, encoding="utf-8")
    return lambda *arguments: main(["verify-audit", *arguments, "--config", str(config)])


async def lived(file: Path, number: int, *, at: datetime = NOW) -> str:
    """A bot wrote so much; the head of its chain."""
    async with opened(f"sqlite:///{file}", ()) as database:
        await written(database, number)
        return await _linked(database, at)


async def _linked(database: Database, at: datetime) -> str:
    scribe = Scribe(database)
    await scribe.write(at)
    assert scribe.chain
    head = await scribe.chain.head()
    assert head
    return f"{head.seq}:{head.hash[:32]}"


def attacked(file: Path, *statements: str) -> None:
    database = sqlite3.connect(file)
    for guard in ("trail_stays", "trail_is_kept", "chain_stays", "chain_is_kept"):
        database.execute(f"DROP TRIGGER {guard}")
    for statement in statements:
        database.execute(statement)
    database.commit()
    database.close()


def test_nothing_is_there_yet(verify: Verify, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify() == 0
    assert capsys.readouterr().out == "审计链还是空的：机器人启动后才会接上第一条。\n"


def test_all_is_well(verify: Verify, file: Path, heads: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = asyncio.run(lived(file, 3))
    assert verify() == 0
    out = capsys.readouterr().out
    assert (
        out
        == f"审计记录完整：4 条，链头 {head}（2026-11-22 10:00）；没有拿另存的链头来比，末尾有没有被截掉看不出来。\n"
    )
    heads.write_text(f"2026-11-22T10:00:00+08:00 {head.replace(':', ' ')}\n", encoding="utf-8")
    assert verify() == 0
    assert "和另存的 1 个链头都对得上" in capsys.readouterr().out


def test_one_line_for_the_first_that_is_wrong(verify: Verify, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(lived(file, 3))
    attacked(file, "UPDATE trail SET actor = 'lisi' WHERE id = 2", "DELETE FROM trail WHERE id = 3")
    assert verify() == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "审计记录被动过。第 2 条（记录号 2）：内容和当时记下的不一样，被改过。一共 2 处，用 --json 看全部。"
        "先别删也别改：停下机器人，留一份数据库的拷贝，再和备份比对。\n"
    )


def test_for_scripts(verify: Verify, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(lived(file, 3))
    attacked(file, "DELETE FROM trail WHERE id = 3")
    assert verify("--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["ok"], found["links"], found["head"]["seq"]) == (False, 4, 4)
    says = "第 3 条（记录号 3）：审计记录本身不见了，被删掉了。"
    assert found["breaks"] == [{"kind": "missing", "seq": 3, "entry": 3, "says": says}]


def test_a_cut_end_is_seen_by_a_head_that_lies_elsewhere(
    verify: Verify, file: Path, heads: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = asyncio.run(lived(file, 3))
    heads.write_text(f"2026-11-22T10:00:00+08:00 {head.replace(':', ' ')}\n", encoding="utf-8")
    attacked(file, "DELETE FROM chain WHERE seq > 2", "DELETE FROM trail WHERE id > 2")
    for arguments in ((), ("--head", head), ("--head", str(heads))):
        assert verify(*arguments) == 1
        assert "第 4 条：当时公布的这一条已经没有了，后面的记录被截掉了。" in capsys.readouterr().err


def test_a_file_that_is_none(verify: Verify, file: Path, heads: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(lived(file, 1))
    heads.write_text("hello\n", encoding="utf-8")
    assert verify() == 1
    assert "第 1 行不是链头" in capsys.readouterr().err
    assert verify("--head", str(heads) + ".gone") == 1
    assert "heads.txt.gone" in capsys.readouterr().err


def test_another_key(verify: Verify, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(lived(file, 1))
    key = file.with_name(f"{file.name}.audit.key")
    key.unlink()
    assert verify() == 1
    said = capsys.readouterr().err
    assert said.startswith("审计记录有的没法核对。第 1 条（记录号 1）：签名用的密钥不在这里")
    assert "先找回密钥：从备份恢复，或者加回 [audit] secret，新的在前。确实找不回，用 --lost-key" in said
    assert not key.exists()


def test_a_lost_key_is_put_down_once_and_said_each_time(
    verify: Verify, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asyncio.run(lived(file, 2))
    key = file.with_name(f"{file.name}.audit.key")
    key.unlink()
    assert verify("--json") == 1
    name = json.loads(capsys.readouterr().out)["breaks"][0]["says"].split("密钥 ")[1].split("，")[0]
    assert verify("--lost-key", name, "--why", "硬盘坏了，王强确认") == 1
    assert "先启动一次机器人" in capsys.readouterr().err
    asyncio.run(lived(file, 1))
    assert verify("--lost-key", name, "--why", "硬盘坏了，王强确认") == 0
    assert f"第 1 到 3 条的密钥（{name}）" in capsys.readouterr().out
    asyncio.run(lived(file, 1))
    assert verify() == 0
    assert "登记为丢失：硬盘坏了，王强确认；那之前的没法核对，之后没有变过" in capsys.readouterr().out
    attacked(file, "UPDATE trail SET action = 'x' WHERE id = 2")
    assert verify() == 1
    assert "登记密钥丢失以后，它签的记录被动过" in capsys.readouterr().err


def test_a_file_of_heads_that_is_gone(
    verify: Verify, file: Path, heads: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever cuts the end takes the file away as well."""
    asyncio.run(lived(file, 2))
    head = asyncio.run(lived(file, 1, at=NOW + timedelta(days=3)))
    assert verify() == 1
    assert "配置里另存链头的文件不见了" in capsys.readouterr().err
    heads.write_text(f"2026-11-25T10:00:00+08:00 {head.replace(':', ' ')}\n", encoding="utf-8")
    assert verify() == 0


def test_what_was_taken_in_without_a_key_is_said(
    verify: Verify, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also where somebody made all of it anew and had the bot begin once more."""
    asyncio.run(lived(file, 1))
    columns = "at, actor, action, subject, authority, cause, details, who_salt, whom_salt"
    attacked(
        file,
        "DELETE FROM chain",
        f"INSERT INTO trail ({columns}) SELECT {columns} FROM trail WHERE actor = 'zhangsan'",  # noqa: S608
        "DELETE FROM trail WHERE stamp IS NOT NULL",
    )
    assert verify() == 1
    assert "审计链还是空的，1 条记录没有密钥的签名" in capsys.readouterr().err
    asyncio.run(lived(file, 1))
    assert verify() == 0
    assert "1 条是有密钥以前写的" in capsys.readouterr().out
