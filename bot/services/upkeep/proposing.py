"""A change of the configuration is a request: a leader lets it pass, who neither proposed it nor gains by it."""

import json
from typing import Final

from bot.domain.approvals.request import Details, Draft, Request, RequestState, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.company import Company
from bot.domain.upkeep.changing import given_by, new_conflicts
from bot.domain.upkeep.configuration import PREFIX, Configuration, Overlay, Plain, SettingChange
from bot.domain.upkeep.parameters import Parameter
from bot.domain.upkeep.typed_values import moved
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.kinds import Desk
from bot.services.approvals.wording import waiting_names
from bot.services.upkeep.taking_on import take_on
from bot.services.upkeep.weighing import NOTHING, as_it_would_be, both, known, now_and_then
from bot.shapes.context import Context

KIND: Final = "改参数"
MOST: Final = 90  # characters of what is added to a list, and taken away
_WIDE: Final = 26  # characters of a detail on a card
OVERTAKEN: Final = f"提出以后这个参数又改过，{NOTHING}要改请重新提出。"


async def propose(
    ctx: Context, approvals: Approvals, parameter: Parameter, value: Plain | None, overlay: Overlay, undoes: str = ""
) -> str:
    request = await approvals.open(ctx, _draft(ctx, parameter, value, overlay, undoes))
    return f"已提交 {request.number}：{request.text}。等 {waiting_names(request, ctx.company)} 同意，同意了才生效。"


def _draft(ctx: Context, parameter: Parameter, value: Plain | None, overlay: Overlay, undoes: str) -> Draft:
    before, after = both(ctx, overlay, parameter, value)
    old, new = now_and_then(parameter, before, after, ctx.company)
    back = f"撤回 {undoes}，" if undoes else ""
    change = moved(parameter, before.value(parameter.key), after.value(parameter.key), ctx.company.name_of)
    if len(change) > MOST:
        raise UserError(Code.LIMIT, f"一次改的太多，领导在卡片上看不全。{NOTHING}请分几次改。")
    how = shown(change, MOST) if change else f"从 {shown(old)} 改成 {shown(new)}"
    return Draft(
        kind=KIND,
        applicant=ctx.sender.user_id,
        text=f"{back}「{parameter.label}」{how}",
        steps=(Step((Selector.role(before.signer),)),),
        payload={
            "key": parameter.key,
            "value": json.dumps(value, ensure_ascii=False),
            "before": json.dumps(overlay.get(parameter.key), ensure_ascii=False),
            "undoes": undoes,
        },
        concerned=tuple(sorted(given_by(ctx.company, as_it_would_be(ctx.company, after)) - {ctx.sender.user_id})),
        details=_details(ctx, parameter, old, new, after),
    )


def _details(ctx: Context, parameter: Parameter, old: str, new: str, after: Configuration) -> Details:
    clash = new_conflicts(ctx.company, as_it_would_be(ctx.company, after))
    found = (
        ("现在", old),
        ("改成", new),
        ("说明", parameter.means),
        ("生效", "下次重启" if parameter.at_restart else "同意后马上"),
        ("留意", "、".join(f"{ctx.company.name_of(each.user)}：{each.why}" for each in clash)),
    )
    return tuple((name, shown(value, _WIDE)) for name, value in found if value)


class ChangeKind:
    """`bot.services.approvals.kinds.Kind`, and Watched: what was let pass must still hold."""

    name = KIND
    prefix = PREFIX

    async def details(self, desk: Desk, request: Request) -> Details:
        return request.draft.details

    async def ensure_possible(self, desk: Desk, request: Request) -> str:
        await desk.store.settings.hold()
        parameter, value, before = _wanted(desk.company, request)
        overlay = await desk.store.settings.overlay()
        if overlay.get(parameter.key) != before:
            raise UserError(Code.BAD_STATE, OVERTAKEN)
        both(desk, overlay, parameter, value)
        return ""

    async def settled(self, desk: Desk, request: Request) -> str:
        decision = request.last_decision
        if request.state is not RequestState.APPROVED or decision is None:
            return ""
        parameter, value, before = _wanted(desk.company, request)
        kept, _ = both(desk, await desk.store.settings.overlay(), parameter, value)
        undoes = request.draft.payload["undoes"]
        change = SettingChange(
            request.number, parameter.key, value, before, request.applicant, desk.now, decision.by, undoes
        )
        await take_on(desk, change, parameter, kept)
        when = "下次重启生效" if parameter.at_restart else "已经生效"
        return f"{when}；不对可以发 /参数 撤回 {request.number}。"


def _wanted(company: Company, request: Request) -> tuple[Parameter, Plain | None, Plain | None]:
    payload = request.draft.payload
    return known(company, payload["key"]), json.loads(payload["value"]), json.loads(payload["before"])
