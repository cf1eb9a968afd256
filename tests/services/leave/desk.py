"""Commands that do what the services of leave do, read from plain words: `/试请 年假 2026-11-23PM`, `/试余额`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, Final, Self

from bot.discovery import find_commands
from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.leave.ledgers.explaining import summed
from bot.domain.leave.requests.wishes import Wanted
from bot.services.approvals.approvals import Approvals
from bot.services.leave.ledgers.balances import balances
from bot.services.leave.requests.asking import ask
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

_DAYS: Final = re.compile(r"([-\d]{10})(?:/([-\d]{10}))?(AM|PM)?")
_HOURS: Final = re.compile(r"([-\d]{10}T\d\d:\d\d)/([-\d]{10}T\d\d:\d\d)")


@dataclass(frozen=True, slots=True)
class Plain:
    wanted: ClassVar[str] = "什么假？"

    wish: Wanted

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        type_, period, reason, continues = [*words.rest().split(), "", ""][:4]
        retro = type_.startswith("补")
        number = continues or None
        if hours := _HOURS.fullmatch(period):
            start, end = (datetime.fromisoformat(each).replace(tzinfo=scene.now.tzinfo) for each in hours.groups())
            return cls(Wanted(type_.removeprefix("补"), TimeSpan(start, end), reason, retro=retro, continues=number))
        days = _DAYS.fullmatch(period)
        assert days
        half = Half[days[3]] if days[3] else None
        first = date.fromisoformat(days[1])
        span = Span(first, date.fromisoformat(days[2] or days[1]), half, half)
        return cls(Wanted(type_.removeprefix("补"), span, reason, retro=retro, continues=number))

    def explained(self) -> Mapping[str, Any]:
        return {}


@command("试请", summary="请假", writes=True)
async def try_asking(ctx: Context, approvals: Approvals, plain: Plain) -> Reply:
    return await ask(ctx, approvals, plain.wish)


@command("试余额", summary="年假余额")
async def try_balance(ctx: Context) -> Reply:
    found = await balances(ctx, ctx.sender.user_id, ctx.now.year)
    annual = next(each for each in found if each.kind.name == "年假")
    return Reply(summed(annual.tally, annual.kind.counting) if annual.tally else "没有登记。", private=True)


def book() -> CommandBook:
    return CommandBook((*find_commands(), try_asking, try_balance))
