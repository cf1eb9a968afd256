"""A month after a hazard was closed somebody looks whether it stayed away; if it came back, it is opened again."""

from typing import Final

from bot.domain.dates import day
from bot.domain.safety.hazards.hazard import Hazard, HazardState, StepKind
from bot.domain.safety.hazards.moves import reopened
from bot.domain.wording import shown
from bot.errors import Code, UserError, unknown_button
from bot.services.approvals.kinds import Desk
from bot.services.safety.hazards import whom
from bot.services.safety.hazards.telling import keep, tell_reporters
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "hazard-look-back"
GONE, BACK = "gone", "back"


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Raises UserError."""
    hazard = await ctx.store.hazards.get(number)
    if hazard is None or press.key not in (GONE, BACK):
        raise unknown_button()
    if ctx.sender.user_id not in whom.verifiers(hazard, ctx.company):
        raise UserError(Code.NO_PERMISSION, f"{number} 的回头看现在不由你办，请找安全管理员。")
    title = f"{number} 回头看"
    if hazard.state is not HazardState.CLOSED or await looked(ctx, hazard):
        return outcome(title, "已经有人看过了，没有改动。")
    if press.key == GONE:
        await ctx.store.hazards.note(number, StepKind.LOOKED_BACK, "没有复发", by=ctx.act)
        return outcome(title, "记下了：没有复发。谢谢。")
    return outcome(title, await _reopen(ctx, hazard))


async def _reopen(ctx: Context, hazard: Hazard) -> str:
    again = reopened(hazard, ctx.now)
    await keep(ctx, hazard, again, StepKind.REOPENED, "回头看发现复发")
    await tell_reporters(ctx, again, "回头看时又出现了，已经重开。")
    for user in whom.concerned(again, ctx.company):
        if user != ctx.sender.user_id:
            ctx.tell(ToPerson(user), Text(f"{hazard.number} {_what(hazard)}：回头看时又出现了，已经重开，请重新整改。"))
    return "已经重开，责任人已通知。"


async def looked(desk: Desk, hazard: Hazard) -> bool:
    """Whether somebody has since it was closed."""
    steps = await desk.store.hazards.steps(hazard.number)
    since = hazard.closed_at or hazard.reported_at
    return any(each.kind is StepKind.LOOKED_BACK and each.at >= since for each in steps)


def _what(hazard: Hazard) -> str:
    return f"{shown(hazard.facts.place)}：{shown(hazard.facts.text, 60)}"


def card(desk: Desk, hazard: Hazard) -> Card:
    """For those who verify, never for who put it right."""
    closed = hazard.closed_at.astimezone(desk.now.tzinfo).date() if hazard.closed_at else desk.now.date()
    title = f"隐患回头看：{hazard.number}"
    desc = f"{_what(hazard)}。{day(closed)}销的号，请到现场看一看，有没有再出现。"
    return Card(
        title=title,
        desc=desc,
        plain=f"{title}。{desc}又出现了，发 /隐患 加地点和情况。",
        buttons=(Button("没有复发", GONE), Button("又出现了", BACK, style=2)),
    )
