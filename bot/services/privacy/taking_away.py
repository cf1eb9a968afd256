"""Somebody's own copy of what is kept about him (个人信息保护法 art. 45): a sheet for each table that has something."""

import asyncio
from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo
from decimal import Decimal
from typing import Any, Final

from bot.domain.privacy.columns import TITLES
from bot.domain.privacy.keeping import How
from bot.domain.privacy.register import REGISTER
from bot.files.workbook import Page, book
from bot.identifiers import UserId
from bot.services.attaching import hand_file
from bot.services.timers import set_timers
from bot.shapes.context import Context

JOB: Final = "own-copies"
KEPT: Final = timedelta(days=3)
MOST: Final = 2_000  # rows of one table
_PEOPLE: Final = ("viewer",)


async def take_away(ctx: Context) -> str:
    """In private, with a line on the trail. What was sent, in a sentence."""
    user, found = ctx.sender.user_id, []
    for table, rows in (await ctx.store.own_rows.of(user, most=MOST)).items():
        entry = REGISTER[table]
        cells = [[_said(value, name, ctx) for name, value in zip(entry.gives, row, strict=True)] for row in rows]
        found.append((entry.kept, Page(entry.what, [TITLES[name] for name in entry.gives], cells, _above(ctx))))
    pages = [_first(ctx), *(page for _, page in found)]
    name = f"我的数据-{ctx.now:%Y-%m-%d}.xlsx"
    file = await hand_file(ctx, user, name, await asyncio.to_thread(book, pages), plain="你的数据。")
    await set_timers(ctx, JOB, file, {"drop": ctx.now + KEPT})
    await ctx.store.own_rows.note_taken(user, by=ctx.act)
    kinds = "、".join(dict.fromkeys(kept for kept, _ in found)) or "通讯录"
    return f"已发你：{kinds}里的记录。这份文件 {KEPT.days} 天后从这里删除，请自己收好，别转发。"


def _first(ctx: Context) -> Page:
    """What else is kept, and why it isn't in the file."""
    retention = ctx.company.retention
    rows = [
        [str(entry.kept), entry.what or entry.why, entry.kept.until(retention)]
        for entry in REGISTER.values()
        if entry.how in (How.TOLD, How.EXEMPT, How.COUNTED, How.SHOWN)
    ]
    return Page("说明", ["类别", "内容，或者不在这份文件里的原因", "保存到什么时候"], rows, _above(ctx))


def _above(ctx: Context) -> Sequence[str]:
    return (f"{ctx.company.told_apart(ctx.sender)}本人的数据，{ctx.now:%Y-%m-%d %H:%M} 导出，只给本人",)


def _said(value: Any, column: str, ctx: Context) -> str:
    if column in _PEOPLE:
        return ctx.company.name_of(UserId(value))
    return _text(value, ctx.now.tzinfo)


def _text(value: Any, zone: tzinfo | None) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case datetime():
            return f"{value.astimezone(zone):%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value.normalize():f}"
    return str(value)
