"""Between whoever looks into a report and its teller: both write to the bot, and neither sees the other."""

from datetime import timedelta
from typing import Final

from bot.domain.moderation.reports.report import Report, ReportState, Told
from bot.errors import Code, UserError, unknown_button
from bot.services.moderation.reports import wording
from bot.services.moderation.reports.telling import find_own, keep, own_by_token
from bot.services.talking.listening import listen
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.replies import Reply, outcome

MOST_AN_HOUR: Final = 20  # additions to one report
GONE: Final = "现在转不过去：报的人已经不在公司，或者没有留下联系的办法。"
_REPLY: Final = "补充举报"


async def ask(ctx: Context, report: Report, asked: str) -> str:
    """Raises UserError."""
    report.ensure_open()
    teller = await ctx.store.reports.teller(report.number)
    if teller is None or not ctx.company.is_here(teller):
        raise UserError(Code.BAD_STATE, f"{GONE}什么都没有改动。")
    await keep(ctx, report, report.gone_on(), Told.ASKED, asked)
    return f"已转给 {report.number} 的举报人，回答我会转给你。"


async def add(ctx: Context, number: str | None, text: str) -> str:
    """By its teller. Raises UserError."""
    report = await find_own(ctx, number)
    report.ensure_open()
    since = ctx.now - timedelta(hours=1)
    lines = await ctx.store.reports.lines(report.number)
    if sum(each.kind is Told.ADDED and each.at > since for each in lines) >= MOST_AN_HOUR:
        raise UserError(Code.LIMIT, f"{report.number} 一小时内已经补充了 {MOST_AN_HOUR} 次，这次没有转。请过会儿再发。")
    await keep(ctx, report, report.gone_on(), Told.ADDED, text)
    return f"已转给处理 {report.number} 的人，没有写你的名字。"


async def withdraw(ctx: Context, report: Report) -> str:
    """As long as nobody has begun. Raises UserError."""
    if report.state is not ReportState.WAITING:
        sentence = f"{report.number} {report.state}，不能撤回了。有要说明的发 /补充举报 {report.number} 内容。"
        raise UserError(Code.BAD_STATE, sentence)
    await keep(ctx, report, report.closed(ReportState.WITHDRAWN, ctx.now), Told.WITHDRAWN)
    return f"{report.number} 已撤回。以后要说随时再发 /举报。"


async def pressed(ctx: Context, token: str, press: Press) -> Reply:
    """A card of who told something. Raises UserError."""
    await ctx.store.private_words.note(ctx.act.cause, ctx.sender.user_id, ctx.now)
    await ctx.store.private_words.unsay(ctx.act.cause)
    report = await own_by_token(ctx, token)
    if press.key == wording.BACK:
        return outcome(f"举报 {report.number}", await withdraw(ctx, report))
    if press.key != wording.ADD:
        raise unknown_button()
    report.ensure_open()
    question = "要补充什么？直接回我就行。"
    await listen(ctx, f"/{_REPLY} {report.number}", question)
    return outcome(f"补充 {report.number}", f"{question}我转给处理的人，不写你的名字；不说了回「算了」。")
