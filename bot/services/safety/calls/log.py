"""How it stands with an accident, to the minute: for whoever reported it, and for those in charge."""

from collections.abc import Mapping
from typing import Final

from bot.domain.safety.accidents.reports import Accident, AccidentState, Note, NoteKind
from bot.domain.safety.calls.turns import Act, Step
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.services.safety.calls.deciding import may_decide
from bot.services.safety.calls.tree import JOB
from bot.services.safety.emergencies.cards import standing, time_said
from bot.shapes.context import Context

MOST: Final = 40  # lines; the newest are what matters
_SAID: Final[Mapping[NoteKind, str]] = {
    NoteKind.REPEAT: "{who} 也报告：{text}",
    NoteKind.MORE: "{who} 补充：{text}",
    NoteKind.TOLD: "通知 {who}",
    NoteKind.CALLED: "给 {who} 打电话",
    NoteKind.ANSWERED: "{who} 接了电话，还没按收到",
    NoteKind.NOT_ANSWERED: "{who} 没接电话",
    NoteKind.NOT_CALLED: "没给 {who} 打电话：{text}",
    NoteKind.TAKEN: "{who} 收到",
    NoteKind.PASSED_ON: "{who} 处理不了，转给下一位",
    NoteKind.NOBODY: "一轮通知完，没有人确认，已提醒报告人",
    NoteKind.CLOSED: "{who} 关闭：{text}",
    NoteKind.REOPENED: "{who} 重新打开",
}
_NEXT: Final[Mapping[Act, str]] = {Act.TELL: "通知下一位", Act.CALL: "打电话", Act.END: "提醒报告人，没有人确认"}


async def how_it_stands(ctx: Context, number: str) -> str:
    """Raises UserError, by the same words whether there is no such accident or it isn't his to read of."""
    accident = await ctx.store.accidents.get(number)
    if accident is None or not (ctx.sender.user_id == accident.reporter or may_decide(ctx, accident)):
        raise UserError(
            Code.NOT_FOUND, f"没有你能看的事故 {number}。看看编号对不对；要报告事故，发「/事故 地点 情况」。"
        )
    notes = [line for note in await ctx.store.accidents.notes(number) if (line := _line(ctx, note))]
    at, reporter = time_said(ctx, accident.reported_at), ctx.company.name_of(accident.reporter)
    first = f"{at} {reporter} 报告：{shown(accident.facts.text)}"
    left_out = [f"（中间 {len(notes) - MOST} 条没有列出）"] if len(notes) > MOST else []
    how = f"{number} {accident.facts.kind}：{standing(ctx, accident)}"
    return "\n".join([how, first, *left_out, *notes[-MOST:], *await _what_follows(ctx, accident)])


def _line(ctx: Context, note: Note) -> str:
    said = _SAID.get(note.kind)
    if said is None:
        return ""
    text = said.format(who=ctx.company.name_of(note.by), text=shown(note.text))
    return f"{time_said(ctx, note.at)} {text.removesuffix('：')}"


async def _what_follows(ctx: Context, accident: Accident) -> list[str]:
    """The next step of the tree, as long as nobody has it."""
    if accident.state is not AccidentState.OPEN:
        return []
    waiting = [timer for timer in await ctx.store.timers.of(JOB, accident.number) if timer.waits]
    step = Step.of(waiting[0].kind) if waiting else None
    return [f"下一步 {time_said(ctx, waiting[0].due)} {_NEXT[step.act]}"] if step else []
