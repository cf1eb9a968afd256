"""What the trail says, for those entitled: a short list, and a spreadsheet with all of it."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Final

from bot.domain.audit.queries import Found, Query
from bot.domain.data_views import What
from bot.domain.moderation.categories import categories, category
from bot.domain.people import Person
from bot.domain.rights import Role
from bot.identifiers import UserId
from bot.services.attaching import attach_table
from bot.services.privacy.viewing import note_view
from bot.shapes.context import Context

LISTED: Final = 8
MOST: Final = 2_000
HEADER: Final = ("时间", "谁", "命令", "改动", "对象", "凭什么", "说明", "消息", "链上第几条")
OF_CASES: Final = "case:"
UNSEEN: Final = "（不显示）"
REFUSED: Final = "command.refused"


async def audited(
    ctx: Context, person: Person | None, number: str | None, days: tuple[date, date] | None, command: str | None
) -> str:
    """`days`: the first and the last. In the transaction of the answer it is written down who looked for what."""
    begins = datetime.combine(days[0], time(), ctx.now.tzinfo) if days else None
    ends = datetime.combine(days[1] + timedelta(days=1), time(), ctx.now.tzinfo) if days else None
    query = Query(person.user_id if person else None, number, command, begins, ends)
    noted = "这次查看已记下"
    if person:
        await note_view(ctx, person.user_id, What.TRAIL)
        noted += f"，{ctx.company.told_apart(person)} 可以看到"
    found = await ctx.store.audit.search(query, ctx.now.tzinfo, most=MOST, by=ctx.act)
    found = await _fit_to_see(ctx, [each for each in found if not _is_this_look(each, ctx)], by_name=person is not None)
    if not found:
        return f"没有找到相关的操作记录。{noted}。"
    await attach_table(ctx, "审计", "审计", HEADER, [_row(ctx, each) for each in found], plain="操作记录的表格。")
    return "\n".join([_head(found), *_lines(ctx, found[:LISTED]), f"{noted}。"])


async def _fit_to_see(ctx: Context, found: Sequence[Found], *, by_name: bool) -> Sequence[Found]:
    """Of what only human resources handle others see that something was done, and not by or to whom; nothing, where
    they ask by a name (女职工劳动保护特别规定 art. 11)."""
    if ctx.sender.user_id in ctx.company.holders(Role.HR):
        return found
    numbers = {each.subject.removeprefix(OF_CASES) for each in found if each.subject.startswith(OF_CASES)}
    closed = {f"{OF_CASES}{each}" for each in await ctx.store.cases.of_hr_alone(numbers)}
    if by_name:
        return [each for each in found if not _is_closed(each, closed)]
    return [_nameless(each) if _is_closed(each, closed) else each for each in found]


def _is_closed(found: Found, closed: Collection[str]) -> bool:
    told = found.details.get("category")
    return found.subject in closed or (isinstance(told, str) and told in categories() and category(told).of_hr_alone)


def _nameless(found: Found) -> Found:
    subject = found.subject if found.subject.startswith(OF_CASES) else ""
    return replace(found, actor=UNSEEN, subject=subject, authority="", cause="", details={})


def _is_this_look(found: Found, ctx: Context) -> bool:
    return found.cause == ctx.act.cause and found.actor == ctx.act.actor


def _head(found: Sequence[Found]) -> str:
    many = f"最近 {MOST} 条操作记录" if len(found) == MOST else f"找到 {len(found)} 条操作记录"
    rest = f"，先列 {LISTED} 条" if len(found) > LISTED else ""
    return f"{many}{rest}，全部在表格里："


def _lines(ctx: Context, found: Sequence[Found]) -> Iterator[str]:
    """One act may have changed several things."""
    for line, same in groupby(_line(ctx, each) for each in found):
        number = len(list(same))
        yield f"{line}，{number} 处改动" if number > 1 else line


def _line(ctx: Context, found: Found) -> str:
    """`· 11-22 10:00 张三 /请假 QJ-20261122-001（员工）`"""
    what = "被拒绝" if found.change == REFUSED else _subject(ctx, found)
    right = f"（{found.authority}）" if found.authority else ""
    return f"· {found.at:%m-%d %H:%M} {_who(ctx, found)} /{found.command or '（不记名）'} {what}{right}"


def _row(ctx: Context, found: Found) -> Sequence[str]:
    details = json.dumps(dict(found.details), ensure_ascii=False) if found.details else ""
    link = str(found.link) if found.link else ""
    at = f"{found.at:%Y-%m-%d %H:%M:%S}"
    who, subject = _who(ctx, found), _subject(ctx, found)
    return at, who, found.command, found.change, subject, found.authority, details, found.cause, link


def _who(ctx: Context, found: Found) -> str:
    return ctx.company.name_of(UserId(found.actor)) if found.actor else "（不记名）"


def _subject(ctx: Context, found: Found) -> str:
    """The number, or the name of whom or what it is about."""
    kind, _, what = found.subject.partition(":")
    return ctx.company.name_of(UserId(what)) if what else kind
