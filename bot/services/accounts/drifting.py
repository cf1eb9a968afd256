"""Human resources hand in their list of the staff, or it lies where the configuration says: what differs from WeCom's
directory is shown once, with what is right as it is and what is being put right left out."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Final

from bot.domain.accounts.account import Account
from bot.domain.accounts.drift import Difference, Gap, differences
from bot.domain.accounts.leaving import OFFICE
from bot.domain.accounts.newcomer import Employment
from bot.domain.accounts.staff_list import StaffRows, read
from bot.domain.accounts.works import Deed
from bot.domain.rights import Role
from bot.domain.wording import shown
from bot.files.handed_in import handed_rows
from bot.files.table import Row
from bot.files.workbook import workbook
from bot.identifiers import FileId, TaskId, UserId
from bot.services.approvals.kinds import Desk
from bot.shapes.context import Context
from bot.shapes.outgoing import Attachment, Button, Card, Media, Select, Text, ToPerson
from bot.shapes.replies import Reply

TOPIC: Final = "staff-drift"
CHOICE, MEND, SKIP = "choice", "mend", "skip"
TITLE: Final = "花名册和通讯录核对"
MOST: Final = 10  # of a drop-down
WIDE: Final = 16
LISTED: Final = 6
HEADER: Final = ("行", "姓名", "账号", "差别", "花名册", "通讯录")
LONG: Final = timedelta(days=365 * 5)
UNREADABLE: Final = "花名册文件读不了，没有核对。请看配置 [accounts] staff_list 指的文件在不在，是不是 .xlsx 或 .csv。"


async def offered(ctx: Context, rows: Sequence[Row], file: FileId) -> Reply | None:
    """None where it is a table of something else. Raises UserError."""
    found = read(rows)
    return await _answered(ctx, found, file) if found else None


async def beside(ctx: Context, rows: Sequence[Row], file: FileId) -> None:
    """Of a table that is for something else as well: what differs, where it has the telephone numbers of the staff."""
    found = read(rows)
    if found and found.sure and await seen_in(ctx, found):
        ctx.tell(ToPerson(ctx.sender.user_id), (await _answered(ctx, found, file)).parcel_content)


async def _answered(ctx: Context, found: StaffRows, file: FileId) -> Reply:
    seen = await seen_in(ctx, found)
    if not seen:
        return Reply(f"{TITLE}：{len(found.listed)} 人，没有不同。", private=True)
    await _attach(ctx, seen, (ctx.sender.user_id,))
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=file, holder=ctx.sender.user_id)
    await ctx.store.differences.note([each.key for each in seen], by=ctx.act)
    return Reply(drift_card(seen, task_id), private=True)


async def compare_nightly(desk: Desk) -> None:
    """The file that the configuration names: whoever looks after it is told when there is something new."""
    path = Path(desk.company.accounts.staff_list)
    if not desk.company.accounts.staff_list or not desk.company.people:
        return
    content = await asyncio.to_thread(path.read_bytes)
    found = read(await asyncio.to_thread(handed_rows, content))
    seen = await seen_in(desk, found) if found else ()
    told = await desk.store.differences.told()
    users = desk.company.in_office(*OFFICE)
    if not users or all(each.key in told for each in seen):
        return
    file = await desk.store.files.keep(content, at=desk.now)
    await _attach(desk, seen, users)
    for user in users:
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=file, holder=user)
        desk.tell(ToPerson(user), drift_card(seen, task_id))
    await desk.store.differences.note([each.key for each in seen], by=desk.act)


async def tell_unreadable(desk: Desk) -> None:
    """The administrators, once a week: else a list that nobody reads would look like one without any."""
    week = f"week:{desk.now:%G-%V}"
    if week in await desk.store.differences.told():
        return
    await desk.store.differences.note([week], by=desk.act)
    for user in desk.company.in_office(Role.WECOM_ADMIN):
        desk.tell(ToPerson(user), Text(UNREADABLE))


async def seen_in(desk: Desk, found: StaffRows) -> Sequence[Difference]:
    """Without what is right as it is, and without what is being put right."""
    apart = frozenset(each.user for each in await _for_a_time(desk) if each.employment is Employment.EXTERNAL)
    seen = [*differences(found, desk.company, apart=apart), *await _numbers(desk, found)]
    skipped = await desk.store.differences.skipped()
    works = await desk.store.account_works.open_ones(desk.now)
    busy = {(work.user, key) for work in works for key in (*work.change, work.deed)}
    leaving = {each.user for each in await desk.store.leavings.open_ones(desk.now)}
    names = {work.newcomer.name for work in works if work.newcomer}
    return [each for each in seen if each.key not in skipped and not _is_busy(each, busy, leaving, names)]


async def _for_a_time(desk: Desk) -> Sequence[Account]:
    today = desk.now.date()
    return await desk.store.accounts.ending(today - LONG, today + LONG)


async def _numbers(desk: Desk, found: StaffRows) -> Sequence[Difference]:
    """WeCom tells no app what number somebody has: the list is compared with those that accounts were opened with."""
    rows = {
        person.user_id: row
        for row in found.listed
        if row.mobile and not row.gone and row.account and (person := desk.company.person(UserId(row.account.lower())))
    }
    for row in found.listed:
        if row.mobile and not row.gone and not row.account and len(named := desk.company.named(row.name)) == 1:
            rows.setdefault(named[0].user_id, row)
    wrong = await desk.store.account_works.misfits({user: row.mobile for user, row in rows.items()})
    return [Difference(Gap.MOBILE, desk.company.name_of(user), user, row=rows[user]) for user in sorted(wrong)]


def _is_busy(each: Difference, busy: set[tuple[UserId, str]], leaving: set[UserId], names: set[str]) -> bool:
    match each.gap:
        case Gap.MISSING:
            return each.name in names
        case Gap.EXTRA | Gap.LEFT:
            return each.user in leaving
        case Gap.OFF:
            return (each.user, Deed.ENABLE) in busy
    return (each.user, _CHANGED[each.gap]) in busy


_CHANGED: Final = {Gap.RENAMED: "name", Gap.MOVED: "department", Gap.POST: "position", Gap.MOBILE: "mobile"}


def drift_card(seen: Sequence[Difference], task_id: TaskId | None, *, head: str = "") -> Card:
    counts = {gap: sum(each.gap is gap for each in seen) for gap in Gap}
    title = f"{TITLE}：{len(seen)} 处不同"
    sums = "，".join(f"{gap} {count}" for gap, count in counts.items() if count)
    lines = [f"· {shown(each.said, 60)}" for each in seen[:LISTED]]
    more = [f"……另有 {len(seen) - LISTED} 处，见表格"] if len(seen) > LISTED else []
    desc = "\n".join(filter(None, [head, f"{sums}。选一条，再按按钮：", *lines, *more]))
    options = {each.key: shown(f"{each.name} {_SHORT[each.gap]}", WIDE) for each in seen[:MOST]}
    buttons = (Button("处理这一条", MEND), Button("不用管", SKIP, style=4))
    select = Select(CHOICE, "处理哪一条", options)
    return Card(title, f"{title}\n{desc}", desc=desc, buttons=buttons, select=select, task_id=task_id)


_SHORT: Final = {
    Gap.MISSING: "缺账号",
    Gap.OFF: "停用着",
    Gap.EXTRA: "册上没有",
    Gap.LEFT: "已离职",
    Gap.RENAMED: "改姓名",
    Gap.MOVED: "改部门",
    Gap.POST: "改职务",
    Gap.MOBILE: "改手机号",
}


async def _attach(desk: Desk, seen: Sequence[Difference], users: Sequence[UserId]) -> None:
    rows = [
        (str(each.row.line) if each.row else "", each.name, each.user or "", str(each.gap), each.listed, each.known)
        for each in seen
    ]
    table = await asyncio.to_thread(workbook, TITLE, HEADER, rows)
    file = await desk.store.files.keep(table, at=desk.now)
    plain = f"{TITLE}：{len(seen)} 处不同。"
    for user in users:
        desk.tell(ToPerson(user), Attachment(Media.FILE, file, f"{TITLE}.xlsx", plain=plain))
