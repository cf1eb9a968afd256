"""Go on with the leave that is under way: the new one begins where it ends, and is confirmed with its dates first.

Example:
    张三> /续假 两天
    机器人> 你现在没有在休的假，没有可以续的。要请假，发 /请假 加上种类和日期。
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar, Final, Self

from bot.arguments.leave_reasons import LeaveReason
from bot.arguments.requests import RequestNumber
from bot.domain.leave.counting.recurring import Daily
from bot.domain.leave.requests.checks import FILED_WITHIN, late_by
from bot.domain.leave.requests.request import LeaveRequest
from bot.errors import Code, UserError
from bot.services.leave.requests.own import numbered
from bot.services.talking.acting import scene_of
from bot.services.talking.confirming import Confirming
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.small_talk import SmallTalk
from bot.understanding.understand import understand
from bot.when.read_duration import read_duration
from bot.when.read_until import read_until

ASK: Final = "请假"
LATE: Final = "补假"  # the same, said after it has begun
JUST_OVER: Final = timedelta(days=20)  # as long as any holiday: who is still ill after it goes on with the leave before
NONE_RUNS: Final = "你现在没有在休的假，没有可以续的。要请假，发 /请假 加上种类和日期。"


@dataclass(frozen=True, slots=True)
class Longer:
    """How it goes on behind its first day: `起两天`, `到2026-11-27`."""

    wanted: ClassVar[str] = "续几天，或续到哪天？"

    put: str

    @property
    def looked_up(self) -> bool:
        """Which leave it goes on with, only the handler knows."""
        return True

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if until := read_until(words.left, scene.now, scene.calendar):
            day, words.left = until.settled(), until.rest
            return cls(f"到{day.isoformat()}")
        if lasting := read_duration(words.left):
            lasting.settled()
            words.left = lasting.rest
            return cls(f"起{lasting.typed}")
        return None

    def explained(self) -> Mapping[str, Any]:
        return {}


@command(
    "续假",
    aliases=("extend", "续请"),
    says=(
        "[…](想|要|需要|申请|得|还要)[再]续[假]…",
        "[…]再续…",
        "[…]续假[…]",
        "[再]续<一天|两天|三天|四天|五天|1天|2天|3天|4天|5天>[假]",
        "[…](假期|假|病假|年假)[想|要|需要|再]延长…",
        "[…](延长|延)<一天|两天|三天|四天|五天|几天|一周|1天|2天|3天|4天|5天>[的](假|假期|病假|年假|事假)",
        "…假[还|还得|还要|要|想|得|再|需要](延长|延)<一天|两天|三天|四天|五天|几天|一周|1天|2天|3天|4天|5天>",
        "[…]延长[一下]假期[到]…",
    ),
    summary="接着正在休的假再请几天",
    writes=True,
    private=True,
    nothing=NONE_RUNS,
)
async def extend_leave(
    ctx: Context,
    book: CommandBook,
    confirming: Confirming,
    id: RequestNumber | None = None,
    *,
    longer: Longer,
    reason: LeaveReason | None = None,
) -> Reply:
    leave = await numbered(ctx, id.number) if id else await _under_way(ctx)
    if leave.state.is_off:
        raise UserError(Code.BAD_STATE, f"{leave.number} {leave.state}，不能续。请发 /请假 重新请。")
    first = _goes_on(leave, ctx)
    why = reason.text if reason else ""
    ask = LATE if first < ctx.now.date() else ASK
    line = f"/{ask} {leave.type} {first.isoformat()}{longer.put} 续{leave.number} {why}".strip()
    understood = understand(line, scene_of(ctx), book, guessed=True)
    if isinstance(understood, SmallTalk):
        raise UserError(Code.CLARIFY, f"没看懂要续多久。{Longer.wanted}")
    return await confirming.ask(ctx, understood, about=f"接着 {leave.number} {leave.said(ctx.now.date())}")


async def _under_way(ctx: Context) -> LeaveRequest:
    """The one that ends last of those that have begun, and over which no more work has gone than may be filed late.

    Raises UserError.
    """
    recent = await ctx.store.leaves.of(ctx.sender.user_id, ctx.now, since=ctx.now - JUST_OVER)
    begun = [each for each in recent if each.took_place and each.begins <= ctx.now and not isinstance(each.when, Daily)]
    found = max(begun, key=lambda each: each.ends, default=None)
    schedule = ctx.company.schedule(ctx.sender.user_id)
    if found is None or late_by(_goes_on(found, ctx), ctx.now.date(), schedule) > FILED_WITHIN:
        raise UserError(Code.BAD_STATE, NONE_RUNS)
    return found


def _goes_on(leave: LeaveRequest, ctx: Context) -> date:
    """The first day of work after it."""
    schedule = ctx.company.schedule(ctx.sender.user_id)
    return schedule.next_worked(schedule.date_of(leave.ends - timedelta(minutes=1)))
