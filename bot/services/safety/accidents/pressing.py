"""A button of a case's card. Its new face is the answer; what needs words is asked for."""

from bot.domain.safety.accidents.access import unit_heads
from bot.domain.safety.accidents.case import Case
from bot.domain.safety.accidents.duty import head_knew
from bot.domain.safety.accidents.statements import Topic
from bot.errors import Code, UserError, unknown_button
from bot.services.safety.accidents import wording
from bot.services.safety.accidents.asking import FACTS, FILED, FILING, QUESTIONS, WHY_NOT, ask
from bot.services.safety.accidents.cases import ensure_open, kept, state
from bot.services.safety.accidents.filing import decide_duty, hand_draft
from bot.services.safety.accidents.lessons import lesson_card
from bot.services.safety.accidents.stating import follow
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Raises UserError."""
    case, ctx = await kept(ctx, number)
    ensure_open(case)
    key, _, more = press.key.partition(".")
    match key:
        case wording.ASK if more in Topic.__members__ and Topic[more] in QUESTIONS:
            said = await ask(ctx, f"/{FACTS} {number} {Topic[more]}", QUESTIONS[Topic[more]])
        case wording.FILE:
            said = await ask(ctx, f"/{FILING} {number}", FILED)
        case wording.NOT_NEED:
            said = await ask(ctx, f"/{FILING} {number} 不需上报", WHY_NOT)
        case wording.NEED:
            case, said = await decide_duty(ctx, case, needed=True)
        case wording.DRAFT:
            ctx.tell(ToPerson(ctx.sender.user_id), Text(await hand_draft(ctx, case)))
            said = "草稿已私聊发你。"
        case wording.KNEW:
            case, said = await _knows(ctx, case)
        case wording.LESSONS:
            return Reply(await lesson_card(ctx, case))
        case _:
            raise unknown_button()
    return Reply(wording.bulletin(case, ctx.company.safety.accidents, ctx.now, None, first=said))


async def _knows(ctx: Context, case: Case) -> tuple[Case, str]:
    """The second stamp: who heads the unit has the report."""
    if ctx.sender.user_id not in unit_heads(ctx.company):
        raise UserError(Code.NO_PERMISSION, "这个按钮由单位负责人按。")
    known = head_knew(case)
    if known:
        return case, f"负责人 {known:%H:%M} 已经知道。"
    after = await state(ctx, case, Topic.HEAD_KNEW, ctx.now.isoformat(), by=ctx.sender.user_id)
    await follow(ctx, case, after, by=ctx.sender.user_id)
    return after, f"已记下你 {ctx.now:%H:%M} 接报。"
