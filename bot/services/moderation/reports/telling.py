"""Who hears of a report: whoever may look into it, and its teller, of whom nothing is said to anybody.

What is said is forgotten like what is said to a private command (`bot.storage.privacy.private_words`).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from bot.domain.moderation.reports.report import OWN_CARDS, Report, Told
from bot.domain.moderation.reports.routing import handlers
from bot.errors import Code, Overtaken, UserError
from bot.identifiers import ANYBODY, TaskId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.moderation.reports import wording
from bot.services.moderation.reports.clock import say, wind
from bot.shapes.context import Context
from bot.shapes.outgoing import Content, ToPerson

TOPIC: Final = "report"
OWN_TOPIC: Final = OWN_CARDS
OWN_SINCE: Final = timedelta(days=800)  # older ones are gone anyway


async def able(desk: Desk, report: Report) -> tuple[UserId, ...]:
    """Who may look into it at this moment, whoever told of it left out."""
    teller = await desk.store.reports.teller(report.number)
    return handlers(report, desk.company, but=(teller,) if teller else ())


async def find(ctx: Context, number: str) -> Report:
    """For who may look into it; to anybody else there is none. Raises UserError."""
    report = await ctx.store.reports.get(number, ctx.now)
    if report is None or ctx.sender.user_id not in await able(ctx, report):
        sentence = f"没有要你处理的举报 {number}。发 /举报待办 看看有哪些。"
        raise UserError(Code.NOT_FOUND, sentence, denied=report is not None)
    return report


async def find_own(ctx: Context, number: str | None) -> Report:
    """One that he told himself; of several open ones the newest. Raises UserError."""
    own = await ctx.store.reports.filed_by(ctx.sender.user_id, since=ctx.now - OWN_SINCE)
    for each in own:
        report = await ctx.store.reports.get(each.number, ctx.now) if number in (None, each.number) else None
        if report and (number or report.state.is_open):
            return report
    said = f"没有你报的 {number}。请核对编号。" if number else "你没有还在处理的举报。要反映新的，发 /举报。"
    raise UserError(Code.NOT_FOUND, said)


async def keep(desk: Desk, before: Report, after: Report, kind: Told, text: str = "") -> None:
    """And have it said. Raises Overtaken where somebody was quicker."""
    if not await desk.store.reports.save(after, kind, text, was=before.version, by=desk.act):
        raise Overtaken(before.number)
    if (before.state, before.route) != (after.state, after.route):
        await wind(desk, after)
    await say(desk, after, kind)


async def ask_handlers(desk: Desk, report: Report, said: str = "") -> Sequence[UserId]:
    """`said`: why they have it once more. Who has the card."""
    users = await able(desk, report)
    files = len(await desk.store.reports.proofs(report.number))
    for user in users:
        await hand(desk, report, user, files, said)
    return users


async def hand(desk: Desk, report: Report, user: UserId, files: int, said: str = "") -> None:
    card = wording.for_handler(report, desk.company, desk.now, user, files, said)
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=report.number, holder=user)
    await tell(desk, user, replace(card, task_id=task_id))


async def tell(desk: Desk, user: UserId, content: Content) -> None:
    """It is forgotten in the outbox once it has arrived."""
    await desk.store.private_words.note(desk.act.cause, user, desk.now)
    desk.tell(ToPerson(user), content)


async def tell_teller(desk: Desk, report: Report, content: Callable[[TaskId], Content]) -> bool:
    """`content`: with the number of a card of his own. False: nobody knows any more who it is, or he has left."""
    teller = await desk.store.reports.teller(report.number)
    if teller is None or not desk.company.is_here(teller):
        return False
    await tell(desk, teller, content(await own_card(desk, report)))
    return True


async def own_card(desk: Desk, report: Report) -> TaskId:
    """Neither its subject nor its holder says anything to who reads the database: it is found among his own reports."""
    subject = desk.store.reports.tokens(report.number)[0]
    return await desk.store.cards.issue(topic=OWN_TOPIC, subject=subject, holder=ANYBODY)


async def own_by_token(ctx: Context, token: str) -> Report:
    """Raises UserError."""
    for each in await ctx.store.reports.filed_by(ctx.sender.user_id, since=ctx.now - OWN_SINCE):
        if token in ctx.store.reports.tokens(each.number):
            return await find_own(ctx, each.number)
    raise UserError(Code.NOT_FOUND, "这张卡片已经失效。发 /我的举报 看看进展。")
