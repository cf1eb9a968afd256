"""What somebody else has to agree to: a request until then, a case with the yes, if all of it still holds."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from bot.domain.approvals.request import Details, Draft, Request, RequestState, Step
from bot.domain.dates import clock_time
from bot.domain.guards import ensure_may_act_on
from bot.domain.moderation.cases.case import MADE, Charge, Evidence
from bot.domain.moderation.cases.gate import MODERATORS, said_length
from bot.domain.moderation.pack import StepKind
from bot.domain.rights import Role, right_of
from bot.domain.wording import shown
from bot.errors import UserError
from bot.identifiers import GroupId, UserId
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.kinds import Desk
from bot.services.moderation import muting, suspending, wording
from bot.services.moderation.carrying_out import carry_out
from bot.services.moderation.charging import ensure_new, impose, standing_of
from bot.services.moderation.hinting import lacking
from bot.services.moderation.reasons import UNOPENED, keeping, reason_of, with_reason
from bot.services.moderation.second_say import Second
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson

KIND: Final = "群管处理"
_WIDE: Final = 24  # characters of a detail on a card


async def ask(ctx: Context, approvals: Approvals, charge: Charge, second: Second) -> str:
    wanted = await _draft(ctx, charge, second.steps)
    request = await approvals.open(ctx, wanted, keep=keeping(ctx, charge.reason))
    if charge.quote:
        quoted = Evidence(request.number, charge.act, ctx.sender.user_id, ctx.now, charge.quote)
        await ctx.store.cases.prove(quoted, by=ctx.act)
    names = "、".join(ctx.company.name_of(each.user) for each in request.waits_for)
    return f"{second.why}已提交 {request.number}：{request.text}，等 {names} 决定。决定之前什么都没有改动。"


async def _draft(ctx: Context, charge: Charge, steps: tuple[Step, ...]) -> Draft:
    name, group = ctx.company.name_of(charge.target), ctx.company.group(charge.group) if charge.group else None
    lasts = charge.until - ctx.now if charge.until else None
    stands = await standing_of(ctx, charge)
    details: Details = (
        ("群", shown(group.name, _WIDE) if group else "公司"),
        ("类别", charge.about.name),
        ("次数", f"{stands.pack.window.days} 天内第 {stands.count} 次"),
        *((("多久", said_length(lasts)),) if lasts else ()),
    )
    what = f"{MADE[charge.kind]} {name}" + (f" {said_length(lasts)}" if lasts else "")
    return Draft(
        kind=KIND,
        applicant=ctx.sender.user_id,
        text=what,
        steps=steps,
        payload=_payload(charge, lasts, stands.at),
        concerned=(charge.target,),
        details=details,
    )


def _payload(charge: Charge, lasts: timedelta | None, acted_at: datetime) -> Mapping[str, str]:
    """Without why, and what was quoted: both are under seal, by the request's number."""
    return {
        "target": charge.target,
        "group": charge.group or "",
        "kind": charge.kind,
        "category": charge.category,
        "minutes": str(int(lasts.total_seconds()) // 60) if lasts else "",
        "acted_at": acted_at.isoformat(),
    }


class SanctionKind:
    """`bot.services.approvals.kinds.Kind`: what somebody else has to agree to before it is a case. Sealed."""

    name = KIND
    prefix = "RQ"

    async def unsealed(self, desk: Desk, request: Request) -> Details:
        return await with_reason(desk, request, _WIDE)

    async def settled(self, desk: Desk, request: Request) -> str:
        if request.state is not RequestState.APPROVED:
            return "没有处理，什么都没有改动。"
        quoted = await desk.store.cases.evidence(request.number)
        reason = await reason_of(desk, request) or UNOPENED
        charge = charge_of(desk, request, reason, quoted[0].text or "" if quoted else "")
        if not desk.company.is_here(charge.target):
            return "不过对方已经不在公司，不用办了。"
        approver = request.last_decision.by if request.last_decision else None
        if lost := lost_his_post(desk, request, charge.kind, charge.group):
            return lost
        try:
            ensure_still_may(desk, charge.target, charge.group, approver)
            await ensure_new(desk, charge)
        except UserError as error:
            return f"不过{error.sentence}"
        if stands := await _in_force_already(desk, charge):
            return stands
        if lack := lacking(await standing_of(desk, charge), charge.kind):
            return f"不过{lack}，没有办。"
        imposed = await impose(desk, charge, request.applicant, approver=approver, quoted=quoted)
        await carry_out(desk, imposed.case)
        return wording.for_maker(imposed.case, imposed.standing, desk.company, desk.now)


async def _in_force_already(desk: Desk, charge: Charge) -> str:
    """Of two who asked for it apart the second has nothing left to do: nobody is put under the same thing twice."""
    if charge.kind is StepKind.SUSPEND_ACCOUNT and (now := await suspending.suspended(desk, charge.target)):
        return f"不过对方已经停用了（{now.case}），没有再办。"
    if charge.kind is StepKind.MUTE and (now := await muting.in_force(desk, charge.target, charge.group)):
        until = f"到 {clock_time(now.until, desk.now)}" if now.until else ""
        return f"不过对方已经禁言{until}（{now.case}），没有再办。还要更久，发 /禁言 @对方 延长多久 原因。"
    return ""


def lost_his_post(desk: Desk, request: Request, kind: StepKind, room: GroupId | None) -> str:
    """Whoever asked for it looks after that no more: nothing is done in his name, and he learns no more of it. Whoever
    agreed reads that it has to be asked for anew. Empty: he may."""
    asker, group = desk.company.person(request.applicant), desk.company.group(room) if room else None
    wanted = frozenset({Role.MGMT_GROUP}) if kind is StepKind.SUSPEND_ACCOUNT else MODERATORS
    is_here = asker is not None and desk.company.decides(asker.user_id)
    if is_here and right_of(asker, wanted, grants=desk.company.grants, group=group):
        return ""
    name = desk.company.name_of(request.applicant)
    if request.last_decision:
        words = f"{request.number} 没有办：{name} 现在不管这件事了。确实要办，请你或现在的管理员再发一次命令。"
        desk.tell(ToPerson(request.last_decision.by), Text(words))
    return "不过你现在不管这件事了，没有办。"


def ensure_still_may(desk: Desk, user: UserId, room: GroupId | None, approver: UserId | None) -> None:
    """Days may have passed: he may have left the group, or stand higher than whoever says yes. Raises UserError."""
    person, target = (desk.company.person(each) if each else None for each in (approver, user))
    group = desk.company.group(room) if room else None
    if person and target:
        by = right_of(person, MODERATORS, grants=desk.company.grants, group=group)
        ensure_may_act_on(person, target, by=by, company=desk.company, group=group)


def charge_of(desk: Desk, request: Request, reason: str, quote: str) -> Charge:
    """As it is imposed now: what lasts begins with the yes, what was done was done before."""
    payload = request.draft.payload
    until = desk.now + timedelta(minutes=int(payload["minutes"])) if payload["minutes"] else None
    return Charge(
        UserId(payload["target"]),
        GroupId(payload["group"]) if payload["group"] else None,
        StepKind(payload["kind"]),
        payload["category"],
        reason,
        until,
        quote,
        datetime.fromisoformat(payload["acted_at"]).astimezone(desk.now.tzinfo),
    )
