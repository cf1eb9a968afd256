"""What proves why somebody was off: a photo that he sends in private goes to the human resources once he says so.

His word is asked for: a photo may be of anything, and health wants a consent of its own (个人信息保护法 art. 29).
"""

from collections.abc import Sequence
from typing import Final

from bot.domain.leave.requests.proofs import LOOKS_BACK, Proof, candidates, ending_of, goes_on, wanted
from bot.domain.leave.requests.request import LeaveRequest
from bot.errors import Code, UserError
from bot.identifiers import FileId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.leave.private.proof_office import tell_office
from bot.shapes.context import Context
from bot.shapes.incoming import Incoming, Picture, Press
from bot.shapes.outgoing import Button, Card
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "leave-proof"
NO: Final = "no"
MOST: Final = 3  # leaves to choose from
ONLY: Final = "证明只收照片（JPG、PNG）或 PDF，请转成这样的再发一次。"
NOT_THERE: Final = "照片没有收到，请再发一次。"
NOTHING_WAITS: Final = "没有等着交的照片。把照片或 PDF 私聊发给我，我会问你交给哪一条。"


async def take(ctx: Context, incoming: Incoming) -> Reply | None:
    """None where none of his leaves wants to be proved, and for what may be of use to others. Raises UserError."""
    handed = await ctx.store.leave_proofs.of_person(ctx.sender.user_id, ctx.now)
    leaves = await _candidates(ctx, handed)
    if not leaves:
        return None
    pages = [await _page(ctx, each) for each in (*incoming.pictures, *incoming.documents)]
    if any(ending is None for _, ending in pages):
        if incoming.documents:
            return None
        raise UserError(Code.UNSUPPORTED, ONLY)
    number = goes_on(handed, ctx.now)
    if number and number not in {each.number for each in leaves}:
        number = None
    for file, ending in pages:
        await ctx.store.leave_proofs.add(number or "", ctx.sender.user_id, file, ending or "", by=ctx.act)
    if number:
        return Reply(f"收到，和刚才的一起交给了人力资源（{number}）。")
    return Reply("又收到了，按上面的卡片一起交。" if number == "" else await _question(ctx, leaves[:MOST]))


async def hand_in(ctx: Context, number: str) -> str:
    """What waits goes to the leave of that number: what came of it, as a sentence. Raises UserError."""
    handed = await ctx.store.leave_proofs.of_person(ctx.sender.user_id, ctx.now)
    leave = next((each for each in await _candidates(ctx, handed) if each.number == number), None)
    drafts = [each for each in handed if not each.number]
    if leave is None:
        raise UserError(Code.NOT_FOUND, f"你没有编号是 {number}、等着交材料的假。发 /我的请假 看有哪些。")
    if not drafts:
        raise UserError(Code.BAD_STATE, NOTHING_WAITS)
    await ctx.store.leave_proofs.move(drafts, number, by=ctx.act)
    await tell_office(ctx, leave)
    return f"已把 {len(drafts)} 张交给人力资源（{number}），加密保存，只有他们能看，每次看都会记下。"


async def pressed(ctx: Context, _subject: str, press: Press) -> Reply:
    """A button of the question: which leave it is for, or none. Raises UserError."""
    if press.key != NO:
        return outcome("已交", await hand_in(ctx, press.key))
    handed = await ctx.store.leave_proofs.of_person(ctx.sender.user_id, ctx.now)
    if drafts := [each for each in handed if not each.number]:
        await ctx.store.leave_proofs.drop(drafts, by=ctx.act)
        return outcome("没有交", f"{len(drafts)} 张照片已经删除，没有给任何人看。")
    return outcome("没有交", NOTHING_WAITS)


async def wants(ctx: Context) -> Sequence[LeaveRequest]:
    """His leaves for which something can be handed in."""
    return await _candidates(ctx, await ctx.store.leave_proofs.of_person(ctx.sender.user_id, ctx.now))


def named(desk: Desk, leave: LeaveRequest) -> str:
    """What is wanted: 医院证明."""
    papers = wanted(leave, desk.company.leave.types)
    return papers.what if papers else "证明"


async def _candidates(ctx: Context, handed: Sequence[Proof]) -> Sequence[LeaveRequest]:
    user: UserId = ctx.sender.user_id
    mine = await ctx.store.leaves.of(user, ctx.now, since=ctx.now - LOOKS_BACK)
    return candidates(mine, handed, ctx.company.leave.types)


async def _page(ctx: Context, picture: Picture) -> tuple[FileId, str | None]:
    """(where it is kept, how its name ends; None: it is no page). Raises UserError."""
    data = await ctx.store.files.read(picture.file) if picture.file else None
    if picture.file is None or data is None:
        raise UserError(Code.NOT_FOUND, NOT_THERE)
    return picture.file, ending_of(data)


async def _question(ctx: Context, leaves: Sequence[LeaveRequest]) -> Card:
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject="draft", holder=ctx.sender.user_id)
    listed = "\n".join(f"{each.number}：{each.said(ctx.now.date())}，{named(ctx, each)}" for each in leaves)
    title = "把它作为请假材料交给人力资源吗？"
    return Card(
        title=title,
        desc=f"{listed}\n健康等信息只有人力资源能看；不交就删除。",
        plain=f"{title}\n{listed}\n要交就回「/交材料 编号」。不回，一天后删除。",
        buttons=(*(Button(f"交 {each.number[-3:]}", each.number) for each in leaves), Button("不交", NO, style=3)),
        task_id=task_id,
    )
