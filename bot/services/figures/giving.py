"""Figures to whoever asks: the picture and the table, in private, and a line in the trail that he had them."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from bot.domain.figures.items import Item
from bot.domain.figures.periods import Period
from bot.domain.figures.scope import Scope
from bot.files.workbook import book
from bot.pictures.figures import Figures, figures_picture, wrapped
from bot.services.approvals.kinds import Desk
from bot.services.attaching import attach_file, attach_picture
from bot.services.figures.drawing import one, overview, overview_plain, plain
from bot.services.figures.exporting import pages
from bot.services.figures.making import Chapter, chapters
from bot.services.figures.waiting import todo
from bot.shapes.context import Context

USUAL = "日常管理"
OF_ALL = "统计"


async def give(ctx: Context, item: Item, period: Period, scope: Scope, purpose: str = "") -> str:
    """What was sent, in a sentence."""
    [chapter] = await chapters(ctx, {item: scope}, period)
    figures = one(chapter, period, _note(ctx, scope.label), await todo(ctx, [chapter]))
    return await _send(ctx, [chapter], period, figures, plain(chapter, period), purpose, f"{item}统计")


async def give_all(ctx: Context, scopes: Mapping[Item, Scope], period: Period, purpose: str = "") -> str:
    """Of everything that he may see, with the period before."""
    report = await report_of(ctx, scopes, period, ctx.company.told_apart(ctx.sender))
    return await _send(ctx, report.chapters, period, report.figures, report.plain, purpose, OF_ALL)


@dataclass(frozen=True, slots=True)
class Report:
    chapters: Sequence[Chapter]
    figures: Figures
    plain: str


async def report_of(desk: Desk, scopes: Mapping[Item, Scope], period: Period, whose: str, words: str = "") -> Report:
    """All items in one picture; `words`: what somebody has to say of them."""
    found = await chapters(desk, scopes, period, many=2)
    title = f"{OF_ALL} {period.name}"
    note = f"{labels(found)} · {whose} {desk.now:%Y-%m-%d %H:%M}"
    drawn = overview(found, period, title, note, await todo(desk, found))
    return Report(found, replace(drawn, facts=tuple(wrapped(words))), overview_plain(found, period, title))


def labels(found: Sequence[Chapter]) -> str:
    return "、".join(dict.fromkeys(each.scope.label for each in found))


def table_of(found: Sequence[Chapter], period: Period, who: str, now: datetime, why: str) -> bytes:
    """Call it in a thread."""
    return book(pages(found, period, f"导出人：{who}　时间：{now:%Y-%m-%d %H:%M}　用途：{why}"))


async def _send(
    ctx: Context, found: Sequence[Chapter], period: Period, drawn: Figures, said: str, purpose: str, name: str
) -> str:
    stem, why, who = f"{name}-{period.key}", purpose or USUAL, ctx.company.told_apart(ctx.sender)
    await attach_picture(ctx, stem, partial(figures_picture, drawn), plain=said)
    table = await asyncio.to_thread(table_of, found, period, who, ctx.now, why)
    await attach_file(ctx, f"{stem}.xlsx", table, plain=f"{name} {period.name}的表格。")
    about = name.removesuffix(OF_ALL) or name
    await ctx.store.figures.note_given(about, period.key, labels(found), why, by=ctx.act)
    return f"{said}图和表格已发你。"


def _note(ctx: Context, of: str) -> str:
    return f"{of} · {ctx.company.told_apart(ctx.sender)} {ctx.now:%Y-%m-%d %H:%M}"
