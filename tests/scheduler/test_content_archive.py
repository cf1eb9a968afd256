"""Scenes: what the archive brings is looked at like what is said to the bot; without one nothing happens."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from bot.domain.company import Company
from bot.domain.moderation.content.archived import Batch
from bot.domain.moderation.content.rules import ContentRules
from bot.files.archive import ArchiveFolder
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from bot.storage.models.content import ArchivePlaceRecord, ContentItemRecord
from scheduler.content_archive import read_archive
from tests.chat import Chat

NOON = datetime.fromisoformat("2026-11-23T00:10:30+08:00")
SAID = datetime.fromisoformat("2026-11-23T00:09:00+08:00")


def told(company: Company, folder: Path, since: date = date(2026, 11, 1)) -> Company:
    content = ContentRules(archive=folder, archive_since=since, rooms={"wr1": "项目A工作群", "wr2": "没有这个群"})
    return replace(company, moderation=replace(company.moderation, content=content))


def line(text: str, who: str = "zhangsan", *, room: str = "wr1", number: int = 1, at: datetime = SAID) -> str:
    raw = {"msgid": f"m{number}", "action": "send", "from": who, "roomid": room, "msgtype": "text"}
    return json.dumps({**raw, "msgtime": int(at.timestamp() * 1000), "text": {"content": text}}) + "\n"


async def cards(
    database: Database, folder: Path, lines: Sequence[str], *, since: date = date(2026, 11, 1)
) -> list[str]:
    (folder / "1.jsonl").write_text("".join(lines), encoding="utf-8")
    chat = await Chat.open(
        database,
        jobs=[read_archive],
        sources=Sources(archive=ArchiveFolder(folder)),
        company=lambda company: told(company, folder, since),
    )
    await chat.advance(NOON)
    said = [f"{each.to}: {each.words}" for each in chat.said()]
    await chat.close()
    return said


async def test_a_human_is_asked(database: Database, tmp_path: Path) -> None:
    (card,) = await cards(database, tmp_path, [line("李四你个傻逼")])
    assert card.startswith("郑群: [卡片] 请看一条内容：像是辱骂 NR-20261123-001；张三在项目A工作群说：「李四你个傻逼」")
    row = await ContentItemRecord.get()
    assert (row.source, row.at) == ("会话存档", SAID)
    assert (await ArchivePlaceRecord.get()).place.endswith(":1.jsonl")


async def test_what_isnt_the_bots_to_look_at(database: Database, tmp_path: Path) -> None:
    lines = [
        line("傻逼", room="wr2", number=1),
        line("傻逼", room="wr9", number=2),
        line("傻逼", "nobody", number=3),
        line("@小助手 你个傻逼", number=4),
        line("三号车间有人触电了，狗日的电闸没关", number=5),
        line("/举报 李四骂我傻逼", number=6),
        line("傻逼", number=7, at=SAID - timedelta(days=30)),
    ]
    assert await cards(database, tmp_path, lines) == []
    assert (await ArchivePlaceRecord.get()).place.endswith(":1.jsonl")


async def test_before_everybody_was_told(database: Database, tmp_path: Path) -> None:
    assert await cards(database, tmp_path, [line("傻逼")], since=date(2026, 11, 24)) == []


async def test_floods_and_the_same_again(database: Database, tmp_path: Path) -> None:
    same = [line("周年庆活动报名快来参加", number=each, at=SAID + timedelta(seconds=each)) for each in range(4)]
    flood = [line(f"{each}", "lisi", number=each + 9, at=SAID + timedelta(seconds=each)) for each in range(25)]
    found = await cards(database, tmp_path, [*same, *flood])
    assert [each.split("像是")[1].split(" ")[0] for each in found] == ["重复刷屏", "刷屏"]


async def test_who_leaks_a_number_may_take_it_back(database: Database, tmp_path: Path) -> None:
    said = await cards(database, tmp_path, [line("李四的身份证 11010519491231002X")])
    assert any(each.startswith("张三: 你刚才在项目A工作群发的内容里像有身份证号。") for each in said)
    assert not any("11010519491231002X" in each for each in said)


@dataclass(slots=True)
class Broken:
    asked: list[str] = field(default_factory=list)

    async def read(self, after: str) -> Batch:
        self.asked.append(after)
        raise PermissionError


async def test_one_that_cant_be_read_is_tried_again(database: Database, tmp_path: Path) -> None:
    archive = Broken()
    sources = Sources(archive=archive)
    chat = await Chat.open(
        database, jobs=[read_archive], sources=sources, company=lambda company: told(company, tmp_path)
    )
    await chat.advance(NOON + timedelta(minutes=1))
    assert len(archive.asked) >= 2
    assert chat.said() == []
    await chat.close()


async def test_without_one_nothing_happens(database: Database) -> None:
    chat = await Chat.open(database, jobs=[read_archive])
    await chat.advance(NOON)
    assert chat.said() == []
    assert not await ArchivePlaceRecord.exists()
    await chat.close()
