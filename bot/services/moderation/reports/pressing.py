"""The buttons of who looks into a report: each is asked anew whether he may."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from bot.domain.moderation.pack import StepKind
from bot.domain.moderation.reports.report import Follows, Report
from bot.errors import unknown_button
from bot.services.approvals.approvals import Approvals
from bot.services.moderation.reports import wording
from bot.services.moderation.reports.deciding import look, pass_on, take, uphold
from bot.services.moderation.reports.telling import find, tell
from bot.services.talking.listening import listen
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Text
from bot.shapes.replies import Reply, outcome

_ASKED: Final[Mapping[str, tuple[str, str]]] = {
    wording.ASK: ("追问举报", "想问举报人什么？直接回我，我转过去，看不到是谁。"),
    wording.UNFOUNDED: ("举报不成立", "怎么查的，为什么没有查实？直接回我，会转给举报人。"),
}
_FOLLOWS: Final = {wording.WARN: Follows(StepKind.WARNING), wording.RECORD: Follows(None)}


class Handling:
    """`approvals`: for what somebody else has to agree to."""

    def __init__(self, approvals: Approvals) -> None:
        self._approvals = approvals

    async def pressed(self, ctx: Context, number: str, press: Press) -> Reply:
        """What a card says is forgotten like what is said to a private command. Raises UserError."""
        await ctx.store.private_words.note(ctx.act.cause, ctx.sender.user_id, ctx.now)
        report = await find(ctx, number)
        if follows := _FOLLOWS.get(press.key):
            return outcome("举报已办结", await uphold(ctx, self._approvals, report, follows))
        if press.key in _ASKED:
            report.ensure_open()
            return outcome(f"举报 {number}", await _ask(ctx, report, *_ASKED[press.key]))
        if serve := _SIMPLE.get(press.key):
            return await serve(ctx, report)
        raise unknown_button()


async def _take(ctx: Context, report: Report) -> Reply:
    return await face(ctx, await take(ctx, report))


async def _look(ctx: Context, report: Report) -> Reply:
    words, _ = await look(ctx, report)
    await tell(ctx, ctx.sender.user_id, Text(words))
    return await face(ctx, report)


async def _pass(ctx: Context, report: Report) -> Reply:
    return outcome(f"举报 {report.number}", await pass_on(ctx, report))


async def face(ctx: Context, report: Report) -> Reply:
    files = len(await ctx.store.reports.proofs(report.number))
    return Reply(wording.for_handler(report, ctx.company, ctx.now, ctx.sender.user_id, files))


async def _ask(ctx: Context, report: Report, command: str, question: str) -> str:
    """The next thing he says here is the answer; the card's buttons come back with /举报待办."""
    await listen(ctx, f"/{command} {report.number}", question)
    return f"{question}不办了回「算了」。"


_SIMPLE: Final[Mapping[str, Callable[[Context, Report], Awaitable[Reply]]]] = {
    wording.TAKE: _take,
    wording.LOOK: _look,
    wording.PASS: _pass,
}
