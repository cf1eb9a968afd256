"""`qunwu parked` as an administrator and as a script see it."""

import asyncio
import json
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from bot.cli import main
from bot.cli.parked import RULES, _spooled
from bot.config.settings import Settings
from bot.doctor.parked import _spooled as in_doctor
from bot.identifiers import GroupId, UserId
from bot.shapes.incoming import Incoming, Kind, Via
from bot.shapes.outgoing import Text, ToGroup
from bot.shapes.queue import Said, Settlement
from bot.storage.engine.database import Database
from bot.storage.engine.diagnosis import Diagnosis
from bot.storage.queues.outbox import OutboxTable
from bot.storage.queues.spool import SpoolFile
from bot.storage.schema.upgrading import upgrade

Parked = Callable[..., int]


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/qunwu.sqlite3"


@pytest.fixture
def parked(tmp_path: Path, url: str) -> Parked:
    config = tmp_path / "config.toml"
    config.write_text(f'[database]\nurl = "{url}"\n[wecom.bot]\nid = "a"\nsecret = "s"\n', encoding="utf-8")
    return lambda *arguments: main(["parked", *arguments, "--config", str(config)])


async def unknown_parcel(url: str) -> None:
    database = await Database.open(url)
    try:
        await upgrade(database)
        table = OutboxTable(database)
        await table.put([Said(ToGroup(GroupId("G-A")), Text("悄悄话"))], cause="test", at=0)
        await table.settle([Settlement(1, "unknown", at=0, why="no answer within 10 s")])
    finally:
        await database.close()


def test_nothing_is_parked(parked: Parked, capsys: pytest.CaptureFixture[str]) -> None:
    assert parked() == 0
    assert capsys.readouterr().out == "nothing is parked\n"
    assert parked("--json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_for_scripts(parked: Parked, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(unknown_parcel(url))
    assert parked("--json") == 0
    expected: list[Mapping[str, object]] = [
        {
            "id": "p1",
            "what": "text",
            "to": "group:G-A",
            "outcome": "unknown",
            "rule": RULES["p", "unknown"],
            "why": "no answer within 10 s",
            "errcode": 0,
            "at": "1970-01-01T00:00:00+00:00",
            "ticket": None,
        }
    ]
    assert json.loads(capsys.readouterr().out) == expected


def test_for_people(parked: Parked, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(unknown_parcel(url))
    assert parked() == 0
    out = capsys.readouterr().out
    assert out.startswith("p1  1970-01-01 08:00:00  text for group:G-A: unknown\n    no answer within 10 s; it may")
    assert "悄悄话" not in out


def test_again(parked: Parked, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(unknown_parcel(url))
    assert parked("retry", "p9", "p1", "p1") == 1
    said = capsys.readouterr()
    assert said.out == "p1 will be tried again as soon as the bot runs.\n"
    assert said.err == "p9: nothing parked has this id\n"
    assert parked("retry", "p1") == 1
    assert capsys.readouterr().err == "p1: nothing parked has this id\n"


def test_let_go(parked: Parked, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(unknown_parcel(url))
    assert parked("drop", "p1") == 0
    assert parked("drop", "p1") == 1
    assert parked() == 0
    assert parked("drop", "s7") == 1
    said = capsys.readouterr()
    assert said.out == "p1 is let go: it is neither tried again nor listed.\nnothing is parked\n"
    assert said.err.startswith(
        "p1: nothing parked has this id\ns7: what lies on this machine's disk is deleted by itself"
    )


def test_retry_needs_an_id(parked: Parked, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        parked("retry")
    assert stopped.value.code == 2
    assert "qunwu parked lists the ids" in capsys.readouterr().err


async def test_beside_postgresql_what_lies_on_this_machines_disk(tmp_path: Path) -> None:
    said = Incoming("m1", Via.APP, Kind.TEXT, UserId("lisi"), datetime(2026, 11, 22, tzinfo=UTC), text="悄悄话")
    settings = Settings.model_validate(
        {"wecom": {"bot": {"id": "a", "secret": "s"}}, "spool": {"file": tmp_path / "spool"}}
    )
    with closing(SpoolFile(tmp_path / "spool", bot=settings.wecom.name)) as spool:
        await spool.put([(said, False)])
        await spool.set_aside(1, "DataError")
    for postgres, ids in ((True, ["s1"]), (False, [])):
        with _spooled(settings, cast("Database", SimpleNamespace(postgres=postgres))) as spooled:
            assert [each.id for each in await spooled.all()] == ids
        assert [
            each.number for each in await in_doctor(settings, cast("Diagnosis", SimpleNamespace(postgres=postgres)))
        ] == [1] * len(ids)
    assert RULES["s", "parked"]
