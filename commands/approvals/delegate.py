"""Let a colleague decide in my place for some days; it counts once he has accepted.

Three at most may wait for their answer at a time, and nobody is asked by the same person twice within an hour.

Example:
    王强> /委托 11.23-11.27 @李四
    机器人→李四> [卡片] 王强 请你代为审批 11月23日(周一)至11月27日(周五) [接受] [谢绝]
    机器人> 已请 李四 在11月23日(周一)至11月27日(周五)代你审批。对方接受后才生效，接受了我会告诉你。
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, Self

from bot.arguments.people import PersonNamed
from bot.arguments.reason import Reason
from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.span import Span, TimeSpan
from bot.domain.calendar.statutory import HOLIDAYS
from bot.domain.dates import days
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.services.approvals.delegating import offer
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.when.read_period import read_period
from bot.when.results.outcomes import Taken
from bot.when.results.period import Period

_WHO_IS_AWAY: Final = regex(r"^我\s+(?=\S)")  # 明天我请假，请郑群替我批


@dataclass(frozen=True, slots=True)
class DaysAway:
    """From one day to another, both included."""

    wanted: ClassVar[str] = "从哪天到哪天？例如 11.23-11.27。"

    start: date
    end: date
    guess: str | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        taken = read_period(words.left, scene.now, scene.company.pace.calendar, by_calendar=True)
        if taken is None:
            return None
        start, end = _days(taken.settled())
        words.left = taken.rest
        if end < scene.now.date():
            raise UserError(Code.PAST_DATE, f"{days(start, end)}已经过去了。请写今天或以后的日期。")
        return cls(start, end, _guess(taken, start, end, scene.company.pace.calendar))

    @property
    def echo(self) -> str:
        return "" if self.guess else days(self.start, self.end)

    def explained(self) -> Mapping[str, Any]:
        return {"start": self.start.isoformat(), "end": self.end.isoformat()}


@dataclass(frozen=True, slots=True)
class Deputy(PersonNamed):
    wanted: ClassVar[str] = "请谁代你审批？写上姓名，或 @ 对方。"
    key: ClassVar[str] = "deputy"
    asked_first: ClassVar[bool] = True

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        words.take(_WHO_IS_AWAY)
        found = PersonNamed.read(words, scene)
        if found is None:
            return None
        if scene.sender and found.person.user_id == scene.sender.user_id:
            raise UserError(Code.SELF_TARGET, "不能委托给自己。换一位同事，例如：/委托 11.23-11.27 @李四")
        if scene.company.named(words.left.strip(" ，,、和与@")):
            raise UserError(Code.CLARIFY, "一次只能委托一位同事，请只写一位，例如：/委托 11.23-11.27 @李四")
        return cls(found.person, found.name, found.guess)


def _guess(taken: Taken[Period], start: date, end: date, calendar: Calendar) -> str | None:
    """What has to be asked back: a default decided, or a holiday whose year is not published yet may last longer."""
    if calendar.is_provisional(start, end) and any(name.removesuffix("节") in taken.typed for name in HOLIDAYS):
        return f"{end.year}年的放假安排还没公布，先按{days(start, end)}算"
    return f"时间是{days(start, end)}" if taken.assumed else None


def _days(period: Period) -> tuple[date, date]:
    match period:
        case Span():
            return period.start, period.end
        case TimeSpan():
            return period.start.date(), period.end.date()
    raise UserError(Code.MISSING_ARG, "到哪天为止？例如：/委托 11.23-11.27 @李四", missing=("end",))


@command(
    "委托",
    aliases=("delegate",),
    says=(
        "…[，](让|请|由|叫)…(代我|替我|帮我)(审批|批|批一下|审)",
        "[我不在期间|我不在的时候|我不在时|期间][，](让|请|由|叫)…(代我|替我|帮我)(审批|批|批一下|审)[，]…",
        "(让|请|由|叫)…(代我|替我|帮我)(审批|批|批一下|审)[，]…",
        "…[，](代我|替我|帮我)(审批|批|审|签)[一下|下](单子|假|假条|申请|单|文件)",
        "…[，]审批[就|先](让|请|叫|由)…(代|代一下|代批|代审|代理|来批|批|批一下|处理)",
        "…[，]审批(委托给|交给|找|由)…",
        "委托…(审批|代我审批|替我审批)",
    ),
    summary="我不在时，请同事代我审批",
    writes=True,
)
async def delegate(ctx: Context, start: DaysAway, deputy: Deputy, reason: Reason | None = None) -> Reply:
    given = await offer(ctx, deputy.person.user_id, start.start, start.end, reason.text if reason else "")
    name = ctx.company.name_of(given.deputy)
    return Reply(f"已请 {name} 在{given.period}代你审批。对方接受后才生效，接受了我会告诉你。", private=True)
