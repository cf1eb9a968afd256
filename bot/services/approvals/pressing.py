"""A button of an approval card: decided at once, or asked for the reason. The card's new face is the answer."""

from typing import Final

from bot.domain.approvals.request import Power, Request
from bot.domain.dates import clock_time
from bot.errors import UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.wording import AGREE, CHOICES, REJECT, SPEAK, WHAT_WAITS, decided, face, read_key
from bot.services.talking.listening import listen
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.replies import Reply

_QUESTIONS: Final = {
    Power.DECIDES: "驳回的理由是什么？",
    Power.DATES: "想改到哪天，为什么？",
    Power.PAPERS: "缺什么材料？",
}
_HOW: Final = {
    Power.DECIDES: "驳回要写理由：直接回复理由就驳回，{until} 前有效；不驳回就回「算了」。现在还没有驳回。",
    Power.DATES: "想改到哪天、为什么，直接回复就转给申请人，{until} 前有效；不说了就回「算了」。申请还在等你审批。",
    Power.PAPERS: "缺什么材料，直接回复就转给申请人，{until} 前有效；不说了就回「算了」。申请还在等你核对。",
}


class Pressing:
    def __init__(self, approvals: Approvals) -> None:
        self._approvals = approvals

    async def pressed(self, ctx: Context, number: str, press: Press) -> Reply:
        """`number` is the request's. Raises UserError for a button that is none."""
        pressed = read_key(press.key)
        if pressed is None:
            raise unknown_button(WHAT_WAITS)
        answer, version = pressed
        request = await self._approvals.find(ctx, number)
        by = UserId(ctx.sender.user_id)
        try:
            await self._approvals.ensure_may_decide(ctx, request, by, version)
        except UserError as error:
            return Reply(face(request, ctx.company, error.sentence))
        if answer not in (AGREE, REJECT, SPEAK):
            return Reply(await self._approvals.look(ctx, request, answer))
        if answer != AGREE:
            return Reply(face(request, ctx.company, await _ask_why(ctx, request)))
        try:
            after = await self._approvals.decide(ctx, request, by, agree=True, version=version, card=press.task_id)
        except UserError as error:
            return Reply(face(request, ctx.company, error.sentence))
        mine = "你已同意。" if after.is_pending else ""
        return Reply(face(after, ctx.company, f"{mine}{decided(after, ctx.company, ctx.now)}"))


async def _ask_why(ctx: Context, request: Request) -> str:
    """The next thing he says here is the reason (`bot.services.talking.conversation` listens)."""
    power = request.step.power
    until = await listen(ctx, f"/{CHOICES[power].command} {request.number}", _QUESTIONS[power])
    return _HOW[power].format(until=clock_time(until, ctx.now))
