"""Something is handed over: kept under seal, held where that is needed, and asked of whoever decides on it.

The bot never carries anything of it out. A yes only says that human resources, or the lawyers, take it up.
"""

from dataclasses import dataclass
from typing import Final

from bot.domain.approvals.request import Details, Draft, Request, RequestState, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.moderation.history import PastState
from bot.domain.moderation.matters.matter import PREFIX, About, Matter, MatterState, Told
from bot.domain.rights import Role
from bot.errors import Code, Defect, Overtaken, UserError
from bot.identifiers import UserId
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.kinds import Desk, Look
from bot.services.approvals.wording import waiting_names
from bot.services.moderation.matters.showing import shown_to
from bot.services.safety.protecting import protection_of
from bot.shapes.context import Context

KIND: Final = "移交处理"
PAPERS: Final = "papers"


@dataclass(frozen=True, slots=True)
class Handed:
    """What somebody wants to hand over; `guest`: from outside, where there is no `target`."""

    about: About
    target: UserId
    reason: str
    guest: str = ""
    amount: str = ""
    cases: tuple[str, ...] = ()


async def hand_over(ctx: Context, approvals: Approvals, handed: Handed) -> tuple[Matter, str]:
    """With who decides on it, by their names. Raises UserError for what waits already."""
    request = await approvals.open(ctx, await _draft(ctx, handed))
    cases = handed.cases or await _cases_of(ctx, handed.target)
    matter = Matter(
        request.number,
        handed.about,
        handed.target,
        ctx.sender.user_id,
        ctx.now,
        guest=handed.guest,
        cases=cases,
        amount=handed.amount,
    )
    await ctx.store.matters.add(matter, handed.reason, Told.OPENED, by=ctx.act)
    if handed.about.is_legal:
        await ctx.store.holds.keep(matter, by=ctx.act)
        await ctx.store.matters.note(matter.number, Told.HELD, by=ctx.act)
    return matter, waiting_names(request, ctx.company)


async def _draft(ctx: Context, handed: Handed) -> Draft:
    """Without a word of why: that is under seal, and looked at by who decides."""
    name = handed.guest or ctx.company.name_of(handed.target)
    steps = [Step((Selector.role(role),)) for role in handed.about.deciders]
    if handed.target and await protection_of(ctx, handed.target):
        steps.append(Step((Selector.role(Role.EXECUTIVE),)))
    return Draft(
        kind=KIND,
        applicant=ctx.sender.user_id,
        text=f"移交{'法务' if handed.about.is_legal else '人力资源'}：{name}，{handed.about}",
        steps=tuple(steps),
        concerned=(handed.target,) if handed.target else (),
        details=(("说明", "同意只表示受理，怎么办由人定"), ("机器人", "不办理，不公布")),
        at_post=True,
    )


async def _cases_of(desk: Desk, target: UserId) -> tuple[str, ...]:
    """What of his still stands: it is what the papers are made of."""
    if not target:
        return ()
    return tuple(each.number for each in await desk.store.cases.of(target, desk.now) if each.stands)


class MatterKind:
    """`bot.services.approvals.kinds.Kind`; Shown: why, and what proves it, is a look of its own; Watched: what can't be
    undone waits while somebody appeals against what it rests on."""

    name = KIND
    prefix = PREFIX

    async def settled(self, desk: Desk, request: Request) -> str:
        matter = await _of(desk, request)
        agreed = request.state is RequestState.APPROVED
        after = matter.now(MatterState.CONFIRMED if agreed else MatterState.DECLINED)
        if not await desk.store.matters.save(
            after, Told.CONFIRMED if agreed else Told.DECLINED, was=matter.version, by=desk.act
        ):
            raise Overtaken(matter.number)
        if agreed:
            return f"怎么办由他们在系统外定，机器人不办。办完由他们发 /处分登记 {matter.number} 结果。"
        await desk.store.holds.let_go(matter, by=desk.act)
        return "没有采纳，什么都没有办。"

    async def details(self, desk: Desk, request: Request) -> Details:
        return request.draft.details

    async def ensure_possible(self, desk: Desk, request: Request) -> str:
        matter = await _of(desk, request)
        if matter.about.is_legal:  # lawyers look at it; nothing is done to anybody by that
            return ""
        cases = [await desk.store.cases.get(number, desk.now) for number in matter.cases]
        if waits := [each.number for each in cases if each and each.state is PastState.APPEALED]:
            sentence = f"{'、'.join(waits)} 还在申诉，有结果以前不办。结果出来再定，什么都没有改动。"
            raise UserError(Code.BAD_STATE, sentence, private=True)
        gone = "、".join(f"{each.number} {each.state}" for each in cases if each and not each.stands)
        return f"{gone}，不再算数。" if gone else ""

    def looks(self, desk: Desk, request: Request, user: UserId) -> tuple[Look, ...]:
        return (Look(PAPERS, "看材料", "移交单"),)

    async def look(self, ctx: Context, request: Request, key: str) -> str:
        return await shown_to(ctx, await _of(ctx, request))


async def _of(desk: Desk, request: Request) -> Matter:
    matter = await desk.store.matters.get(request.number, desk.now)
    if matter is None:
        raise Defect(f"{request.number} has no matter")
    return matter
