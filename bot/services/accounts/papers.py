"""Papers that an account needs (S45): what somebody sends after he applied goes on to who decides, and is kept no
longer than any other picture. Only where the company says that it looks at papers."""

from datetime import timedelta
from typing import Final

from bot.domain.approvals.request import Request
from bot.domain.leave.requests.proofs import ending_of
from bot.domain.wording import shown
from bot.identifiers import FileId
from bot.services.accounts.applying import KIND
from bot.services.photos import bared
from bot.shapes.context import Context
from bot.shapes.incoming import Incoming
from bot.shapes.outgoing import Attachment, Media, Text, ToPerson
from bot.shapes.replies import Reply

WITHIN: Final = timedelta(hours=2)  # after the application
_MOST: Final = 20  # requests of one person


async def take(ctx: Context, incoming: Incoming) -> Reply | None:
    """None: he applied for nobody lately."""
    sent = [(each.file, False) for each in incoming.pictures if each.file]
    sent += [(each.file, True) for each in incoming.documents if each.file]
    request = await _lately(ctx) if sent and ctx.company.accounts.materials and not incoming.in_group else None
    if request is None:
        return None
    await ctx.store.private_words.note(ctx.act.cause, ctx.sender.user_id, ctx.now)
    deciders = [each.user for each in request.waits_for]
    head = f"{request.number} {shown(ctx.company.name_of(ctx.sender.user_id))} 送来 {len(sent)} 份材料："
    for user in deciders:
        ctx.tell(ToPerson(user), Text(f"{head}{request.text}。请和原件核对。"))
    for page, (file, is_file) in enumerate(sent, 1):
        paper = await _attachment(ctx, request, file, page, is_file=is_file)
        for user in deciders:
            ctx.tell(ToPerson(user), paper)
    names = "、".join(shown(ctx.company.name_of(user)) for user in deciders)
    return Reply(f"{len(sent)} 份材料已转给 {names}（{request.number}）。")


async def _attachment(ctx: Context, request: Request, file: FileId, page: int, *, is_file: bool) -> Attachment:
    plain = f"{request.number} 的第 {page} 份材料，这里发不了，请找申请人看原件。"
    if is_file:
        data = await ctx.store.files.read(file)
        ending = (ending_of(data) if data else None) or ""
        return Attachment(Media.FILE, file, f"{request.number}-{page}{ending}", plain=plain)
    return Attachment(Media.IMAGE, await bared(ctx, file), f"{request.number}-{page}.jpg", plain=plain)


async def _lately(ctx: Context) -> Request | None:
    waiting = await ctx.store.requests.of(ctx.sender.user_id, pending=True, most=_MOST)
    mine = [each for each in waiting if each.kind == KIND and each.opened_at >= ctx.now - WITHIN]
    return max(mine, key=lambda each: each.opened_at, default=None)
