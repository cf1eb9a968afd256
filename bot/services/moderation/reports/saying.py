"""What is said of a report, line by line of its log: to who looks into it, or to who told it.

A job says it. Told in the transaction of a message, it would stand in the outbox beside the name of whoever wrote that
message: who told of something would stand beside the card of who looks into it, and the other way round.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Final

from bot.domain.moderation.reports.report import Line, Report, Told
from bot.domain.moderation.reports.routing import MGMT, label
from bot.domain.wording import shown
from bot.services.moderation.reports import wording
from bot.services.moderation.reports.telling import able, ask_handlers, tell, tell_teller
from bot.services.moderation.wording import GIVEN
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Text

TAKEN: Final = "已经有人在处理。有要问的会通过我问你。"
UPHELD: Final = "核实属实，已按制度处理，怎么处理不便公开。谢谢你。"
RECORDED: Final = "核实属实，已记录在案，这次没有另外处理。谢谢你。"
MOST: Final = 500  # characters of an addition

Say = Callable[[JobContext, Report, str], Awaitable[None]]


async def say_line(ctx: JobContext, report: Report, line: Line) -> None:
    if serve := _BY_KIND.get(line.kind):
        await serve(ctx, report, line.text or "")


async def _filed(ctx: JobContext, report: Report, _: str) -> None:
    await ask_handlers(ctx, report)


async def _taken(ctx: JobContext, report: Report, _: str) -> None:
    await _to_teller(ctx, report, TAKEN)


async def _asked(ctx: JobContext, report: Report, text: str) -> None:
    await tell_teller(ctx, report, lambda task_id: replace(wording.question(report, text), task_id=task_id))


async def _added(ctx: JobContext, report: Report, text: str) -> None:
    await _to_handlers(ctx, report, f"{report.number} 举报人补充：{shown(text, MOST)}")


async def _proved(ctx: JobContext, report: Report, text: str) -> None:
    await _to_handlers(ctx, report, f"{report.number} 又收到 {text} 份材料，点「看详情」就能看。")


async def _withdrawn(ctx: JobContext, report: Report, _: str) -> None:
    await _to_handlers(ctx, report, f"{report.number} 已由举报人撤回，不用办了。")


async def _passed(ctx: JobContext, report: Report, _: str) -> None:
    await ask_handlers(ctx, report)
    await _to_teller(ctx, report, f"转给了{label(MGMT)}处理。")


async def _upheld(ctx: JobContext, report: Report, text: str) -> None:
    await _to_teller(ctx, report, f"{UPHELD if text else RECORDED}{wording.AFRAID}")


async def _unfounded(ctx: JobContext, report: Report, text: str) -> None:
    words = f"核实过了，没有查实：{shown(text, GIVEN)}。有新的情况再发 /举报。{wording.AFRAID}"
    await _to_teller(ctx, report, words)


async def _to_handlers(ctx: JobContext, report: Report, words: str) -> None:
    users = await able(ctx, report)
    for user in [report.taken_by] if report.taken_by in users else users:
        if user:
            await tell(ctx, user, Text(words))


async def _to_teller(ctx: JobContext, report: Report, words: str) -> None:
    await tell_teller(ctx, report, lambda _: wording.to_teller(report, words))


_BY_KIND: Final[Mapping[Told, Say]] = {
    Told.FILED: _filed,
    Told.TAKEN: _taken,
    Told.ASKED: _asked,
    Told.ADDED: _added,
    Told.PROVED: _proved,
    Told.WITHDRAWN: _withdrawn,
    Told.PASSED: _passed,
    Told.UPHELD: _upheld,
    Told.UNFOUNDED: _unfounded,
}
