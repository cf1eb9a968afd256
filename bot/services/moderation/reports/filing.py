"""Somebody tells of a violation: it has its number at once, and goes to who may look into it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.arguments.reports import ReportTold
from bot.domain.company import Company
from bot.domain.moderation.reports.report import (
    MOST_AN_HOUR,
    PREFIX,
    TWICE_WITHIN,
    Filed,
    Report,
    Told,
)
from bot.domain.moderation.reports.routing import handlers
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.services.moderation.reports import wording
from bot.services.moderation.reports.clock import say, wind
from bot.services.moderation.reports.proofs import add_waiting
from bot.services.moderation.reports.telling import own_card
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.emergency.heed import Cry, heed

MYSELF: Final = "这里写的是你自己，没有登记。要反映别人，写上对方的名字；对处理不服，发 /申诉 编号 理由。"
NOBODY: Final = (
    "公司里能处理的人都在对方之下，我转不出去，所以没有登记。可以向监事会、工会，或 12345、劳动监察（12333）反映。"
)


def ensure_may_report(sender: Person, told: ReportTold, company: Company, now: datetime) -> None:
    """Raises UserError for oneself, and where everybody stands below whom it is about."""
    if told.target == sender:
        raise UserError(Code.SELF_TARGET, MYSELF)
    if not handlers(told.report("", now), company, but=(sender.user_id,)):
        raise UserError(Code.NOT_ELIGIBLE, NOBODY)


async def file(ctx: Context, told: ReportTold) -> Reply:
    """Its receipt. Raises UserError for what was told a moment ago, and for too many at once."""
    user, store = ctx.sender.user_id, ctx.store.reports
    ensure_may_report(ctx.sender, told, ctx.company, ctx.now)
    await store.hold(user)
    lately = await store.filed_by(user, since=ctx.now - timedelta(hours=1))
    for each in lately:
        await _ensure_another(ctx, told, each)
    if len(lately) >= MOST_AN_HOUR:
        sentence = f"一小时内已经收到你 {len(lately)} 条，这条没有登记。急的话直接打电话给人力资源。"
        raise UserError(Code.LIMIT, sentence)
    report = told.report(await ctx.store.numbers.next(PREFIX, ctx.now.date()), ctx.now)
    await store.add(report, user, by=ctx.act)
    files = await add_waiting(ctx, report)
    await wind(ctx, report)
    await say(ctx, report, Told.FILED)
    heard = heed(told.text)
    danger = heard is not None and heard.cry is Cry.ALARM
    card = wording.receipt(report, told.whose, files, danger=danger)
    return Reply(replace(card, task_id=await own_card(ctx, report)), private=True)


async def _ensure_another(ctx: Context, told: ReportTold, filed: Filed) -> None:
    report = await ctx.store.reports.get(filed.number, ctx.now) if ctx.now - filed.at < TWICE_WITHIN else None
    if report and report.state.is_open and _same(report, told):
        sentence = f"这条刚刚已经收到（{report.number}），没有再登记。要补充发 /补充举报 {report.number} 内容。"
        raise UserError(Code.DUPLICATE, sentence)


def _same(report: Report, told: ReportTold) -> bool:
    target = told.target.user_id if told.target else None
    return (report.text, report.target) == (told.text, target)
