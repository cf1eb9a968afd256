"""What the human resources do with what proves a leave: they are told that it is there, look, and say that it will do.

Each look is written down and shown to whose it is. Who may is asked anew at every press: a card outlives a post.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.domain.approvals.request import Power, Request
from bot.domain.company import Company
from bot.domain.data_views import What
from bot.domain.leave.requests.request import LeaveRequest
from bot.domain.leave.seeing.sight import is_of_the_office
from bot.domain.rights import Role
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk, Look
from bot.services.leave.private.reasons import NOTED, reason_of
from bot.services.privacy.viewing import note_view
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Attachment, Button, Card, Media, Text, ToPerson
from bot.shapes.replies import Reply

TOPIC: Final = "leave-proof-office"
SEE, WHY, DONE = "see", "why", "done"
LOOKS: Final = (Look(SEE, "看材料", "看材料"), Look(WHY, "看原因", "请假原因"))


async def tell_office(ctx: Context, leave: LeaveRequest) -> None:
    for user in ctx.company.serving(Role.HR):
        if user != leave.user:
            task_id = await ctx.store.cards.issue(topic=TOPIC, subject=leave.number, holder=user)
            ctx.tell(ToPerson(user), replace(_card(leave, ctx.company, ctx), task_id=task_id))


async def show(ctx: Context, leave: LeaveRequest, *, why: str = "") -> str:
    """Send what there is to whoever asks, and write the look down. Raises UserError where there is nothing."""
    proofs = await ctx.store.leave_proofs.of(leave.number, ctx.now)
    if not proofs:
        raise UserError(Code.NOT_FOUND, f"{leave.number} 还没有交材料。")
    await note_view(ctx, leave.user, What.PAPERS, about=leave.number, why=why)
    for page, proof in enumerate(proofs, 1):
        name = f"{leave.number}-{page}.{proof.ending}"
        plain = f"{leave.number} 的材料第 {page} 张，这里发不了文件，请换能收文件的客户端。"
        ctx.tell(ToPerson(ctx.sender.user_id), Attachment(Media.FILE, proof.file, name, plain=plain))
    own = "" if leave.user == ctx.sender.user_id else NOTED
    return f"{leave.number} 的材料共 {len(proofs)} 张，已私聊发给你。{own}"


async def check(ctx: Context, leave: LeaveRequest) -> str:
    """Raises UserError where there is nothing to check any more."""
    if leave.user == ctx.sender.user_id:
        raise UserError(Code.SELF_TARGET, "自己的材料不能自己核对，请人力资源的同事来核对。")
    if not await ctx.store.leave_proofs.check(leave.number, ctx.sender.user_id, by=ctx.act):
        raise UserError(Code.BAD_STATE, f"{leave.number} 没有等着核对的材料。")
    ctx.tell(ToPerson(leave.user), Text(f"{leave.number} 的材料人力资源已核对，一年后删除。"))
    return f"{leave.number} 的材料已核对，一年后自动删除。"


async def checked_with(desk: Desk, request: Request) -> None:
    """Whoever said on the request that the papers will do has checked what was handed in."""
    for step in request.steps:
        for seat in step.seats:
            if step.power is Power.PAPERS and seat.decision:
                await desk.store.leave_proofs.check(request.number, seat.decision.by, by=desk.act)


def looks_of(company: Company, user: UserId) -> Sequence[Look]:
    """What who checks the papers may look at; nothing, where he only stands in for somebody of the office."""
    person = company.person(user)
    return LOOKS if person and is_of_the_office(person, company) else ()


async def look(ctx: Context, number: str, key: str) -> str:
    """At the papers or the reason of anybody's leave, by a button. Raises UserError."""
    leave = await of_office(ctx, number)
    await ctx.store.private_words.note(ctx.act.cause, ctx.sender.user_id, ctx.now)
    if key == SEE:
        return await show(ctx, leave)
    if key != WHY:
        raise unknown_button(f"看材料发 /看材料 {number}。")
    ctx.tell(ToPerson(ctx.sender.user_id), Text(await reason_of(ctx, leave)))
    return f"{number} 的原因已私聊发给你。"


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Raises UserError."""
    leave = await of_office(ctx, number)
    said = await check(ctx, leave) if press.key == DONE else await look(ctx, number, press.key)
    return Reply(replace(_card(leave, ctx.company, ctx), desc=said, plain=said))


async def of_office(ctx: Context, number: str) -> LeaveRequest:
    """Anybody's leave, for who is of the office by now. Raises UserError, for the others the same as for none."""
    leave = await ctx.store.leaves.get(number, ctx.now)
    if leave is None or not is_of_the_office(ctx.sender, ctx.company):
        raise UserError(Code.NOT_FOUND, f"没有编号是 {number} 的假。请核对编号。")
    return leave


def _card(leave: LeaveRequest, company: Company, ctx: Context) -> Card:
    whose: UserId = leave.user
    title = f"{company.name_of(whose)} 交来请假材料"
    about = f"{leave.number}：{leave.said(ctx.now.date())}"
    return Card(
        title=title,
        desc=f"{about}\n每次查看都会记下，本人可以看到。",
        plain=f"{title}。{about}。看材料发 /看材料 {leave.number}，核对好了发 /核对材料 {leave.number}。",
        buttons=(Button("看材料", SEE), Button("看原因", WHY, style=4), Button("已核对", DONE, style=4)),
    )
