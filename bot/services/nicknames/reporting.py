"""How a group's nicknames stand, with the table and the picture of it."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Final

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.nicknames.known import Source
from bot.domain.nicknames.labels import label
from bot.domain.nicknames.matching import Matched
from bot.domain.nicknames.survey import Survey, survey
from bot.domain.rights import Role, right_of
from bot.files.workbook import workbook
from bot.identifiers import UserId
from bot.pictures.bars import Bar, bar_chart
from bot.pictures.png import render
from bot.services.nicknames.wording import by_label, detailed, in_numbers, why_unmatched
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Address, Attachment, Content, Media, Text, ToPerson
from bot.shapes.store import Store

KEEPERS: Final = frozenset({Role.GROUP_ADMIN, Role.HR, Role.WECOM_ADMIN})  # who may see who is called what
READING_JOB: Final = "nickname-reading"
DRAWN_FROM: Final = 12  # nicknames; of fewer a picture says less than a line
MOST_ROWS: Final = 5_000  # of a table; the wrong ones stand first
HEADER: Final = ("姓名", "部门", "现在的昵称", "来源", "结论", "建议改成")

Tell = Callable[[Address, Content], None]


async def surveyed(
    group: Group, company: Company, store: Store, now: datetime, *, unmatched: Sequence[Matched] = ()
) -> Survey:
    """Beside the loop: a group may hold everybody."""
    known = await store.nicknames.of_groups([group.id])
    reading = (await store.nicknames.readings()).get(group.id)
    judging = partial(survey, group, known, company.register, now, reading=reading, unmatched=unmatched)
    return await asyncio.to_thread(judging)


async def send_report(group: Group, user: UserId, ctx: JobContext) -> None:
    """What he asked for before it was known, if he may still know it."""
    person = ctx.company.person(user)
    if right_of(person, KEEPERS, grants=ctx.company.grants, group=group) is None:
        return
    found = await surveyed(group, ctx.company, ctx.store, ctx.now)
    await attach(found, ctx.company, ctx.store, ctx.tell, user)
    ctx.tell(ToPerson(user), Text(detailed(found)))


async def attach(
    found: Survey, company: Company, store: Store, tell: Tell, reader: UserId, *, most_rows: int = MOST_ROWS
) -> None:
    """The spreadsheet, and a picture where there is enough to see."""
    lines = list(islice(rows(found, company), most_rows))
    if not lines:
        return
    stem = f"昵称报告-{found.group.name}-{found.at:%Y-%m-%d}"
    table = await asyncio.to_thread(workbook, "昵称报告", HEADER, lines)
    file = await store.files.keep(table, at=found.at)
    tell(ToPerson(reader), Attachment(Media.FILE, file, f"{stem}.xlsx", plain="昵称报告的明细，每人一行。"))
    if found.audit.checked >= DRAWN_FROM and len(found.audit.counts) > 1:
        picture = await store.files.keep(await asyncio.to_thread(_drawn, found), at=found.at)
        tell(ToPerson(reader), Attachment(Media.IMAGE, picture, f"{stem}.png", plain=in_numbers(found)))


def rows(found: Survey, company: Company) -> Iterator[tuple[str, ...]]:
    """What is wrong first, then what is fine, then those of whom nothing is known, then what is nobody's of ours."""
    register = company.register
    for each in sorted(found.audit.judged, key=lambda each: each.verdict.is_fine):
        department, verdict = register.department(each.person) or "", each.verdict
        said = (each.known.nickname, each.known.source.value, label(verdict.outcome), verdict.suggest or "")
        yield (each.person.name, department, *said)
    for person in found.silent:
        yield (person.name, register.department(person) or "", "", "", "还不知道", register.proper(person))
    for nickname, fault in found.wrong_outsiders:
        yield ("外部成员", "", nickname, Source.READ.value, label(fault), "")
    for line in found.unmatched:
        yield ("对不上人", "", line.nickname, Source.PASTED.value, why_unmatched(line), "")
    for doubted in found.doubted:
        odd = company.person(doubted.user)
        name, department = (odd.name, register.department(odd) or "") if odd else (doubted.user, "")
        yield (name, department, "", "通讯录", f"{doubted.field}{doubted.doubt}，请核实", "")


def _drawn(found: Survey) -> bytes:
    numbers = by_label(found)
    if found.silent:
        numbers["还不知道"] = len(found.silent)
    bars = [Bar(name, number) for name, number in numbers.most_common()]
    return render(bar_chart(f"{found.group.name}的群昵称", bars, unit="人"))
