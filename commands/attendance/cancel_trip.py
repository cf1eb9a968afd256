"""Take back a trip or an outing: one that waits is withdrawn, one that was agreed to doesn't take place.

Who decided on it is told.

Example:
    张三> /取消出差
    机器人> 你没有报过还没结束的出差或外出，没有可以取消的。
"""

from collections.abc import Sequence

from bot.arguments.requests import RequestNumber
from bot.domain.attendance.filings import Filed
from bot.domain.attendance.trips import Trip
from bot.errors import Candidate, Code, Overtaken, UserError
from bot.services.approvals.approvals import Approvals
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply

NOTHING = "你没有报过还没结束的出差或外出，没有可以取消的。"


@command(
    "取消出差",
    aliases=("cancel-trip", "取消外出", "撤销出差", "撤销外出"),
    says=(
        "[我的|我|明天的|今天的|下午的](出差|外出)(取消|取消了|不去了|撤了)[吧]",
        "[我]不(出差|外出)了",
        "(取消|撤掉|撤销)[我的|明天的|今天的|下午的|这次](出差|外出)",
    ),
    summary="取消报过的出差或外出",
    writes=True,
    private=True,
    nothing=NOTHING,
)
async def cancel_trip(ctx: Context, approvals: Approvals, id: RequestNumber | None = None) -> Reply:
    trip = _chosen(await _open_ones(ctx), id.number if id else None, ctx)
    request = await approvals.find(ctx, trip.number)
    if trip.state is Filed.PENDING:
        await approvals.withdraw(ctx, request, ctx.sender.user_id)
    elif not await ctx.store.trips.move(trip, Filed.CANCELLED, by=ctx.act):
        raise Overtaken(trip.number)
    else:
        words = f"{ctx.company.name_of(trip.user)} 取消了{trip.said(ctx.now.date())}（{trip.number}）。"
        for user in dict.fromkeys(each.by for each in request.decisions):
            if ctx.company.is_here(user):
                ctx.tell(ToPerson(user), Text(words))
    return Reply(f"已取消 {trip.number}：{trip.said(ctx.now.date())}。", private=True)


async def _open_ones(ctx: Context) -> Sequence[Trip]:
    mine = await ctx.store.trips.of(ctx.sender.user_id, ctx.now, since=ctx.now)
    return [each for each in mine if each.state.stands]


def _chosen(mine: Sequence[Trip], number: str | None, ctx: Context) -> Trip:
    """Raises UserError, the same for another's as for none."""
    if number:
        mine = [each for each in mine if each.number == number]
    if not mine:
        raise UserError(Code.BAD_STATE, NOTHING)
    if len(mine) > 1:
        candidates = [Candidate(each.number) for each in mine]
        listed = "、".join(f"{each.number} {each.said(ctx.now.date())}" for each in mine)
        raise UserError(Code.AMBIGUOUS_TARGET, f"取消哪一条？{listed}。", candidates=candidates)
    return mine[0]
