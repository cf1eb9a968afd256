"""What a group's keeper says of it: it is needed, it may go, ask again. To let it go is asked for in the usual way."""

from dataclasses import dataclass
from typing import Final

from bot.domain.groups.changing import ensure_may_change
from bot.domain.groups.errands import Deed
from bot.domain.groups.idling import Answer
from bot.errors import Code, UserError
from bot.identifiers import GroupId
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.wording import waiting_names
from bot.services.groups.cleaning.asking import KEYS
from bot.services.groups.registry.holding import held, waiting
from bot.services.groups.requests.dissolving import draft
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.replies import Reply, outcome

TITLE: Final = "这个群还用吗？"
REASON: Final = "长期没有人用，每月清理"


@dataclass(frozen=True, slots=True)
class Cleaning:
    """Serves the buttons."""

    approvals: Approvals

    async def pressed(self, ctx: Context, subject: str, press: Press) -> Reply:
        """Raises UserError."""
        month, _, number = subject.partition(":")
        known, answer = ctx.company.group(GroupId(number)), KEYS.get(press.key)
        if known is None or answer is None:
            raise UserError(Code.BAD_STATE, "这个群已经停用了，什么都没有改动。")
        group = await held(ctx, known)
        ensure_may_change(ctx.sender.user_id, group, ctx.company)
        if not await ctx.store.group_watches.answer(group.id, month, answer, by=ctx.act):
            raise UserError(Code.BAD_STATE, f"{group.name}已经有人答过了，什么都没有改动。")
        if answer is Answer.KEEP:
            days = ctx.company.grooming.idle_days
            return outcome(TITLE, f"{group.name}留着，{days} 天内不再问。")
        if answer is Answer.LATER:
            return outcome(TITLE, f"{group.name}先留着，下个月再看。")
        if before := await waiting(ctx, group, Deed.DISSOLVE):
            raise UserError(Code.DUPLICATE, f"{group.name}已经批准解散（{before.cause}），正等人在企业微信里操作。")
        request = await self.approvals.open(ctx, draft(ctx.sender.user_id, group, REASON, ctx.company))
        waits = waiting_names(request, ctx.company)
        return outcome(TITLE, f"已提交 {request.number}：{request.text}。等 {waits} 审批。")
