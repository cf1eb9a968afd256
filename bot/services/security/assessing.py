"""Who is told of a leak: whoever has it fills in what is known, somebody else decides (个人信息保护法 art. 57)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.domain.security.assessment import ASKED, Assessment
from bot.domain.security.incident import Finding, Incident, IncidentKind, Logged
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.security.telling import keep, tell
from bot.services.talking.listening import listen
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "leak-notice"
COMMAND: Final = "泄露评估"
AGREE, ALL, BACK = "agree", "all", "back"
FIRST: Final = "属实的泄露要先做通知评估：谁的什么信息、通不通知本人、报不报主管部门。发「/泄露评估 {number}」。"


def ensure_assessed(incident: Incident, finding: Finding) -> None:
    """Raises UserError for a leak that is to be closed as real, and nobody decided who is told."""
    needed = incident.kind is IncidentKind.LEAK and finding is Finding.REAL
    if needed and (incident.notice is None or incident.notice.decided_by is None):
        raise UserError(Code.BAD_STATE, f"还没有办结。{FIRST.format(number=incident.number)}", private=True)


async def ask(ctx: Context, incident: Incident) -> str:
    """What to fill in; the next thing he says here is the answer. Raises UserError."""
    _ensure_leak(incident)
    await listen(ctx, f"/{COMMAND} {incident.number}", ASKED, action=COMMAND)
    return ASKED


async def hand_in(ctx: Context, incident: Incident, written: str) -> str:
    """Somebody else decides; where there is nobody else, he does. Raises UserError."""
    _ensure_leak(incident)
    form = Assessment.read(written, ctx.sender.user_id, ctx.now)
    deciders = [user for user in ctx.company.serving(*ctx.company.security.deciders) if user != ctx.sender.user_id]
    if not deciders:
        return await _decide(ctx, incident, form.decided(ctx.sender.user_id))
    after = incident.assessed(form)
    await keep(ctx, incident, after, Logged.ASSESSED, form.summary)
    await _hand(ctx, after, form, deciders)
    return f"{incident.number} 的通知评估已交，等 {'、'.join(map(ctx.company.name_of, deciders))} 决定。"


async def _hand(ctx: Context, incident: Incident, form: Assessment, deciders: Sequence[UserId]) -> None:
    title = f"泄露要不要通知？{incident.number}"
    desc = f"{form.outline}\n填表：{ctx.company.name_of(form.by)}。请马上定，法律要求立即通知。"
    buttons = (Button("同意这样办", AGREE), Button("都要通知", ALL, style=2), Button("退回重填", BACK, style=3))
    card = Card(title, f"{title}\n{desc}", desc=desc, buttons=buttons)
    for user in deciders:
        await tell(ctx, user, Text(f"{incident.number} 通知评估\n{form.summary}"))
        task_id = await ctx.store.cards.issue(topic=TOPIC, subject=incident.number, holder=user)
        await tell(ctx, user, replace(card, task_id=task_id))


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Raises UserError."""
    await ctx.store.private_words.note(ctx.act.cause, ctx.sender.user_id, ctx.now)
    incident = await ctx.store.incidents.get(number, ctx.now)
    form = incident.notice if incident else None
    if (
        incident is None
        or form is None
        or ctx.sender.user_id not in ctx.company.serving(*ctx.company.security.deciders)
    ):
        raise UserError(Code.NO_PERMISSION, "这件事由法务或高管决定，没有改动。", private=True)
    incident.ensure_open()
    if form.decided_by:
        return outcome(number, f"{ctx.company.name_of(form.decided_by)} 已经定了：{form.outcome}。")
    if form.by == ctx.sender.user_id:
        raise UserError(Code.NO_PERMISSION, "自己填的要别人来定，没有改动。", private=True)
    if press.key == BACK:
        await keep(ctx, incident, incident.assessed(None), Logged.ASSESSED, "退回重填")
        await tell(ctx, form.by, Text(f"{number} 的通知评估退回了，请补全再交：发「/{COMMAND} {number}」。"))
        return outcome(number, f"已退回给 {ctx.company.name_of(form.by)}。")
    if press.key not in (AGREE, ALL):
        raise unknown_button()
    return outcome(number, await _decide(ctx, incident, form.decided(ctx.sender.user_id, all_told=press.key == ALL)))


async def _decide(ctx: Context, incident: Incident, form: Assessment) -> str:
    after = incident.assessed(form)
    await keep(ctx, incident, after, Logged.ASSESSED, f"决定{form.outcome}")
    said = f"{incident.number} 定了：{form.outcome}。"
    notice = f"通知本人可以这样写，看过再发：\n{form.notice}" if form.people else ""
    if form.by != ctx.sender.user_id:
        await tell(ctx, form.by, Text("\n".join(filter(None, [said, notice]))))
        return f"已定：{form.outcome}，告诉了 {ctx.company.name_of(form.by)}。"
    return "\n".join(filter(None, [said, notice]))


def _ensure_leak(incident: Incident) -> None:
    incident.ensure_open()
    if incident.kind is not IncidentKind.LEAK:
        raise UserError(
            Code.BAD_STATE, f"{incident.number} 是{incident.kind}，只有信息泄露要做通知评估。", private=True
        )
