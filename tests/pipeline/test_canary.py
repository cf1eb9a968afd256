"""A password, a code or a token that somebody types is nowhere afterwards: not in the database, its log of writes or a
copy of it, not in the log, not in what is counted, not in what anybody is told, not in a table or a copy of his data
that somebody takes along, and not in a backup, neither in its bytes nor in what they hold."""

import io
import zipfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import structlog

from bot import logs
from bot.cli._exports import EXPORTS, Wish
from bot.domain.credentials import MASK
from bot.meters.text import exposition
from bot.services.security.warning import WHAT_NOW
from bot.shapes.act import Act
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Attachment, Outcome, Verdict
from bot.storage.backups.reading import Content, pages_of
from bot.storage.backups.writing import back_up
from bot.storage.engine.database import Database
from bot.storage.privacy.sealing import Seal
from bot.storage.schema.upgrading import upgrade
from tests.chat import Chat

CANARY = "Qw7-canary-Zebra"
KEY = b"k" * 32
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
A = "项目A工作群"
SAID = (
    ("张三", None, f"密码是{CANARY}"),
    ("张三", None, f"/请假 事假 明天 系统密码 {CANARY} 登不上"),
    ("张三", None, f"/账号异常 我的密码{CANARY}被人知道了"),
    ("李四", A, f"客户库的密码是 {CANARY}"),
    ("郑群", None, f"/公告 {A} 明天9:30 密码：{CANARY}"),
    ("王五", None, f"token={CANARY}1234 怎么用"),
    ("王五", None, f"{CANARY}@99"),
    ("王五", None, f"/隐患 3号车间 门禁密码是{CANARY} 谁都能进"),
    ("陈安", None, f"仓库着火了 门禁密码{CANARY}"),
    ("nobody9", None, f"我的企业微信密码 {CANARY} 被盗了"),
    ("欧阳静", None, f"/举报 何苗 在{A}发我的密码 {CANARY}"),
)


@pytest.fixture
async def output() -> AsyncIterator[io.StringIO]:
    before = structlog.get_config()
    output = io.StringIO()
    logs.configure("debug", output)
    yield output
    structlog.configure(**before)


class Overheard(Seal):
    """What is sealed isn't found by looking: it is listened to before it is."""

    def __init__(self) -> None:
        super().__init__([KEY])
        self.heard: list[bytes] = []

    def seal(self, data: bytes, about: str) -> bytes:
        self.heard.append(data)
        return super().seal(data, about)


async def talk(database: Database, seal: Seal | None = None) -> Chat:
    """Sends fail, too: what is parked, or of which nobody knows whether it arrived, is kept for long."""
    chat = await Chat.open(database, seal=seal)
    for who, room, words in SAID:
        chat.channels[Via.APP].outcomes.append(Outcome(Verdict.UNKNOWN, why="timeout"))
        await chat.say(who, words, room=room, quote=f"密码：{CANARY}")
    return chat


async def taken_along(chat: Chat) -> list[str]:
    """All that can be exported, and all files that the bot has made for anybody, unpacked."""
    day = chat.clock.time.date()
    for who in ("张三", "王五", "欧阳静"):
        await chat.say(who, "/导出我的数据")
    for line in ("/统计 服务台", "/统计 隐患", "/统计 违规", "/统计 请假"):
        await chat.say("周敏", line)
    act = Act("cli", "export", "运维", "export", chat.clock.time)
    wish = Wish(chat.core.records, chat.company, act, day - timedelta(days=30), day + timedelta(days=30))
    found = [str(await export(wish)) for export in EXPORTS.values()]
    for parcel in (parcel for channel in chat.channels.values() for parcel in channel.sent):
        if isinstance(parcel.content, Attachment):
            data = await chat.core.records.files.read(parcel.content.file)
            assert data
            found += [repr(data), *_unpacked(data)]
    return found


def _unpacked(data: bytes) -> list[str]:
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return []
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return [book.read(name).decode(errors="replace") for name in book.namelist()]


async def backed_up(database: Database, path: Path) -> list[str]:
    """What whoever has the key reads in a backup; its bytes lie in the folder with the others."""
    await back_up(database, f"sqlite:///{path.parent}/bot.sqlite3", path, KEY, {}, at=NOW)
    rows = [str(page.values) for page in pages_of(path, KEY, Content())]
    assert any(MASK in row for row in rows)
    return rows


def written(directory: Path) -> dict[str, int]:
    """Every file, and how often the canary is in it."""
    return {each.name: each.read_bytes().count(CANARY.encode()) for each in directory.iterdir() if each.is_file()}


async def test_in_no_file_no_log_no_figure(tmp_path: Path, output: io.StringIO) -> None:
    database = await Database.open(f"sqlite:///{tmp_path}/bot.sqlite3")
    await upgrade(database)
    seal = Overheard()
    chat = await talk(database, seal)
    await database.execute("VACUUM INTO ?1", str(tmp_path / "backup.sqlite3"))
    found = written(tmp_path)
    assert {"bot.sqlite3", "bot.sqlite3-wal", "backup.sqlite3"} <= set(found)
    assert not any(found.values()), found
    assert (tmp_path / "bot.sqlite3-wal").stat().st_size > 0
    await chat.advance(chat.clock.now() + timedelta(hours=2))
    assert CANARY not in exposition(chat.core.meters.families())
    said = [parcel for channel in chat.channels.values() for parcel in channel.sent]
    assert CANARY not in str(said)
    taken = await taken_along(chat)
    assert len(seal.heard) > 5
    assert CANARY not in str(seal.heard)
    assert sum("xl/worksheets" in each or "<worksheet" in each for each in taken) >= 3
    assert not [each for each in taken if CANARY in each]
    assert not [each for each in await backed_up(database, tmp_path / "bot.qunwu") if CANARY in each]
    assert sum(WHAT_NOW in str(parcel) for parcel in said) >= 5
    await chat.close()
    await database.close()
    assert not any(written(tmp_path).values())
    assert CANARY not in output.getvalue()


@pytest.mark.postgres
async def test_in_no_table_of_postgresql(postgres: Database) -> None:
    chat = await talk(postgres)
    tables = await postgres.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    rows = [str(dict(row)) for each in tables for row in await postgres.fetch(f'SELECT * FROM "{each["tablename"]}"')]  # noqa: S608
    assert not [row for row in rows if CANARY in row]
    assert any(MASK in row for row in rows)
    await chat.close()
