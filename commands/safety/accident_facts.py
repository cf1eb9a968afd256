"""Look at an accident's case, or add to it: numbers of people, the loss, and what a report to the government holds.

Nothing is overwritten: a correction stands beside what it corrects. Whoever lowers a number says why, and somebody else
has to agree. What isn't known is 待核实 and holds up nothing. Names of victims are kept apart; each look at them is
written down.

Example:
    陈安> /事故资料 SG-20261122-001
    机器人> 没有编号是 SG-20261122-001 的事故。发 /事故进度 看有哪些。
    张三> /事故资料 SG-20261122-001 死亡0
    机器人> 「事故资料」由集团高管、人力资源、部门负责人、安全管理员、总裁办使用。发 /帮助 看看你能用什么。
"""

from collections.abc import Sequence

from bot.arguments.accident_numbers import AccidentNumber
from bot.arguments.accident_words import Added
from bot.domain.data_views import What
from bot.domain.rights import ACCIDENT_KEEPERS, Role
from bot.domain.safety.accidents.case import Case
from bot.domain.safety.accidents.statements import Topic
from bot.errors import Code, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.wording import waiting_names
from bot.services.privacy.viewing import note_view
from bot.services.safety.accidents.asking import FACTS
from bot.services.safety.accidents.cases import ensure_open, kept, seen, the_one
from bot.services.safety.accidents.clock import card_for
from bot.services.safety.accidents.correcting import draft
from bot.services.safety.accidents.stating import GRADED, Item, ensure_ours, keep, supplement, would_lower
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

OF_HR = frozenset({Topic.VICTIM, Topic.INJURY_FILED})


@command(
    FACTS,
    aliases=("accident-facts", "sgzl", "事故情况"),
    audience=ACCIDENT_KEEPERS,
    writes=True,
    private=True,
    summary="看一起事故的记录，补伤亡、经过等资料",
)
async def accident_facts(
    ctx: Context, approvals: Approvals, id: AccidentNumber | None = None, added: Added | None = None
) -> Reply:
    number = await the_one(ctx, id.number if id else None)
    if added is None:
        return Reply(await card_for(ctx, await seen(ctx, number)), private=True)
    items = [Item(topic, value) for topic, value in added.items]
    if Item(Topic.VICTIM, "") in items:
        return Reply(await _victims(ctx, await seen(ctx, number)), private=True)
    case, ctx = await kept(ctx, number, hr=True)
    _ensure_possible(ctx, case, items)
    graded = [item for item in items if item.topic in GRADED]
    lowers = would_lower(case, graded, ctx.sender.user_id, ctx)
    said = await _ask_second(ctx, approvals, case, graded, added.why) if lowers else ""
    rest = [item for item in items if item not in graded] if lowers else items
    after = await keep(ctx, case, rest, by=ctx.sender.user_id, why=added.why)
    first = "".join(filter(None, ("已记下。" if rest else "", said, supplement(case, after, ctx))))
    return Reply(await card_for(ctx, after, first=first), private=True)


def _ensure_possible(ctx: Context, case: Case, items: Sequence[Item]) -> None:
    """Raises UserError."""
    ensure_open(case)
    ensure_ours(case, items)
    if not items:
        raise UserError(Code.MISSING_ARG, f"要补什么？{Added.wanted}", missing=("text",))
    if ctx.act.authority == Role.HR.label and any(item.topic not in OF_HR for item in items):
        raise UserError(Code.NO_PERMISSION, f"{case.number} 的伤亡人员和工伤申请由你记，别的请找安全管理员。")


async def _ask_second(ctx: Context, approvals: Approvals, case: Case, items: Sequence[Item], why: str) -> str:
    if not why:
        words = "数字或等级要往下改，得写原因，再由另一个人同意。例如：重伤 0，原因 医院确认是轻伤。"
        raise UserError(Code.MISSING_ARG, words, missing=("reason",))
    request = await approvals.open(ctx, draft(case, items, why, ctx.sender.user_id, ctx))
    return f"往下改要另一个人同意：已提交 {request.number}，等 {waiting_names(request, ctx.company)}，同意前数字不变。"


async def _victims(ctx: Context, case: Case) -> str:
    """Names, to whom they are the business of; each look is written down."""
    for user in case.victims:
        await note_view(ctx, user, What.VICTIM, about=case.number)
    names = "、".join(map(ctx.company.name_of, case.victims))
    if not names:
        return f"{case.number} 还没有记伤亡人员。要记就发 /事故资料 {case.number} 伤者 姓名。"
    return f"{case.number} 伤亡人员：{names}。这次查看已记下，不要转发到群里。"
