"""Back at work before a leave is over: the rest of it is there again, and whoever agreed to it is told.

Example:
    张三> /销假
    机器人> 你现在没有休假中的申请，不用销假。发 /我的请假 看有哪些。
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from bot.arguments.return_days import Aside, ReturnDay
from bot.arguments.which_leave import LeaveUnderWay
from bot.domain.calendar.span import Half, TimeSpan
from bot.domain.dates import day
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.working_time.schedule import days_between
from bot.errors import Candidate, Code, UserError
from bot.services.leave.changes.changing import come_back
from bot.services.leave.requests.own import meant
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

NAME: Final = "销假"
KINDS: Final = "哺乳假|病假|年假|产假|事假|婚假|育儿假|调休|假|休假|假期"
NOTHING: Final = "你现在没有休假中的申请，不用销假。发 /我的请假 看有哪些。"
_RUNNING: Final = frozenset({LeaveState.RUNNING})


@command(
    NAME,
    aliases=("back", "提前销假"),
    says=(
        "[…]提前(回来|回公司|回单位|回来上班|上班|返岗|到岗|结束休假|结束假期)[…]",
        "[…]先(回来上班|回去上班|返岗)[…]",
        "[…](要|想|办|办理|需要|帮我|帮忙|给我)[提前|办|办理]销假[…]",
        "[…](销个假|销一下假|销下假)[…]",
        "[…](销假|忘了销假|忘记销假)",
        "[…]提前(一天|两天|三天|四天|1天|2天|3天|4天)(回来|回公司|回来上班|上班|返岗|到岗|结束)[…]",
        "[…](办完了|处理完了|忙完了|没事了|好了|退了)…(上班|返岗|到岗|回公司|回单位)[了]",
        "(剩下|后面|余下|剩余)…不(休|请|用|想休|用休)了[…]",
        "[我]不(等到|休到|待到|用等到|用休到)…了[，]…(回来|回去|上班|返岗|到岗|回公司)[了]",
        "我…(就|能|可以|会|想)(回来上班|回去上班|返岗|到岗|回公司上班)[…]",
        "[…](病好了|身体好了|好利索了|烧退了|退烧了|出院了)…(上班|返岗|到岗|回来)[了]",
        f"[…]<{KINDS}>[想|要|我想|我要|想要]提前(结束|休完|终止)[…]",
        f"[…]<{KINDS}>…提前(结束|终止)",
        f"[…]提前(结束|终止)[我的]<{KINDS}>[…]",
        "我[今天|明天|后天|现在|已经|今天就|明天就](回来上班|回来上班了|回岗了|返岗了|返岗|回公司上班)[…]",
        "[…]恢复上班[…]",
        "我[…](开始|恢复)正常上班[…]",
        "我[今天|明天|后天](正常|开始|开始正常)上班[…]",
    ),
    whole=True,
    summary="提前回来，退回没休的假",
    writes=True,
    private=True,
    nothing=NOTHING,
)
async def return_early(
    ctx: Context, which: LeaveUnderWay, back: ReturnDay | None = None, aside: Aside | None = None
) -> Reply:
    leave = await meant(ctx, which, _RUNNING, verb=NAME, nothing=NOTHING)
    if leave.state not in _RUNNING:
        raise UserError(Code.BAD_STATE, _not_running(leave), offer=_way_on(leave))
    if back is None:
        raise _when(leave, ctx)
    return await come_back(ctx, leave, back.day or _before_its_end(leave, back.early, ctx), back.half)


def _not_running(leave: LeaveRequest) -> str:
    if leave.state is LeaveState.PENDING:
        return f"{leave.number} 还没批，不用销假。不休了请发 /取消 {leave.number}。"
    if leave.state is LeaveState.APPROVED:
        return f"{leave.number} 还没开始，不用销假。不休了请发 /取消 {leave.number}。"
    return f"{leave.number} 现在是{leave.state}，只有休假中的才能销假。发 /我的请假 看有哪些。"


def _way_on(leave: LeaveRequest) -> Candidate | None:
    ahead = leave.state in (LeaveState.PENDING, LeaveState.APPROVED)
    return Candidate("取消", put=f"/取消 {leave.number}") if ahead else None


def _when(leave: LeaveRequest, ctx: Context) -> UserError:
    said = leave.number if ctx.chat.is_group else f"{leave.said(ctx.now.date())}（{leave.number}）"
    sentence = f"从哪天起上班？{said}还在休。"
    return UserError(Code.MISSING_ARG, sentence, tuple(_days(leave, ctx)), missing=("return_date",))


def _before_its_end(leave: LeaveRequest, early: int, ctx: Context) -> date:
    """The day of work with which so many of it are left."""
    schedule = ctx.company.schedule(leave.user)
    first, last = schedule.date_of(leave.begins), schedule.date_of(leave.ends - timedelta(minutes=1))
    worked = list(filter(schedule.is_worked, days_between(first, last)))
    return worked[-min(early, len(worked))] if worked else last


def _days(leave: LeaveRequest, ctx: Context) -> Iterator[Candidate]:
    """Today and the next days of work that would still be early."""
    schedule, today = ctx.company.schedule(leave.user), ctx.now.date()
    if isinstance(leave.when, TimeSpan) and leave.ends.date() == today:
        yield Candidate(today.isoformat(), label="现在")
        return
    if shift := schedule.shift_on(today):
        if shift.over_midnight:
            yield Candidate(today.isoformat(), label="今晚")
        elif ctx.now < shift.half(Half.AM, today, ctx.now.tzinfo)[1]:
            yield Candidate(today.isoformat(), label="今天", put=today.isoformat())
        if not shift.over_midnight and ctx.now < shift.ends(today, ctx.now.tzinfo):
            yield Candidate(f"{today.isoformat()}PM", label="今天下午", put=f"{today.isoformat()}下午")
    following = schedule.next_worked(today)
    last = schedule.date_of(leave.ends - timedelta(minutes=1))
    if following <= last:
        yield Candidate(following.isoformat(), label=day(following), put=following.isoformat())
