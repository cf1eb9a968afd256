"""A report on a group of everybody: nobody waits for it, and its table has an end."""

import asyncio
import io
import time
from dataclasses import replace

from openpyxl import load_workbook

from bench.nicknames import company
from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.nicknames.known import Known, Source
from bot.identifiers import GroupId, UserId
from bot.services.nicknames.reporting import attach, surveyed
from bot.shapes.act import Act
from bot.shapes.outgoing import Address, Attachment, Content, Media
from bot.storage.engine.database import Database
from bot.storage.store import Records
from tests.domain.nicknames.company import NOW

SIZE, ROWS = 1_500, 100
BY = Act("lina", "昵称报告", "人力资源", "test", NOW)


def everybody() -> tuple[Company, Group, list[Known]]:
    _, used = company(SIZE)
    people = tuple(person for person, _ in used)
    group = Group(GroupId("all"), "全员群", members=frozenset(person.user_id for person in people))
    known = [replace(each, source=Source.PASTED, group=group.id) for _, each in used]
    return Company(people, groups=(group,)), group, known


async def test_the_loop_goes_on_meanwhile_and_the_table_ends(database: Database) -> None:
    whole, group, known = everybody()
    records, told = Records(), list[Content]()
    await records.nicknames.replace(group.id, Source.PASTED, known, by=BY)

    def tell(_: Address, content: Content) -> None:
        told.append(content)

    breaths, done = 0, asyncio.Event()

    async def breathe() -> None:
        nonlocal breaths
        while not done.is_set():
            await asyncio.sleep(0.001)
            breaths += 1

    breathing = asyncio.create_task(breathe())
    begun = time.monotonic()
    found = await surveyed(group, whole, records, NOW)
    await attach(found, whole, records, tell, UserId("lina"), most_rows=ROWS)
    done.set()
    await breathing
    assert found.people == SIZE
    assert breaths > 5 * (time.monotonic() - begun)
    (table,) = [each for each in told if isinstance(each, Attachment) and each.media is Media.FILE]
    data = await records.files.read(table.file)
    assert data
    assert sum(1 for _ in load_workbook(io.BytesIO(data), read_only=True).worksheets[0].rows) == 1 + ROWS
