"""Pictures and files that go with a report, sent along with it or after it; whoever looks into it asks for them.

A picture goes on without what the phone wrote into it: where it was, and whose phone.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.domain.leave.requests.proofs import ending_of
from bot.domain.moderation.reports.report import MORE_WITHIN, MOST_FILES, Proof, Report, Told
from bot.identifiers import FileId
from bot.services.moderation.reports.telling import keep, tell
from bot.services.photos import bared
from bot.shapes.context import Context
from bot.shapes.incoming import Incoming
from bot.shapes.outgoing import Attachment, Media
from bot.shapes.replies import Reply

BEFORE_WITHIN: Final = timedelta(minutes=30)  # a picture, and the words for it
FULL: Final = "材料已经有 {most} 份，这次没有放进去。更多的等处理人来要。"


async def add_waiting(ctx: Context, report: Report) -> int:
    """The pictures that came along, or just before: how many."""
    waiting = await ctx.store.hazard_drafts.take(ctx.sender.user_id, ctx.chat.id, since=ctx.now - BEFORE_WITHIN)
    return await _add(ctx, report, [(file, False) for file in waiting])


async def of_report(ctx: Context, incoming: Incoming) -> Reply | None:
    """What follows a report; None: he told nothing lately."""
    sent = [(each.file, False) for each in incoming.pictures if each.file]
    sent += [(each.file, True) for each in incoming.documents if each.file]
    report = await _lately(ctx) if sent else None
    if report is None:
        return None
    await ctx.store.private_words.note(ctx.act.cause, ctx.sender.user_id, ctx.now)
    await ctx.store.private_words.unsay(ctx.act.cause)
    many = await _add(ctx, report, sent)
    if not many:
        return Reply(FULL.format(most=MOST_FILES))
    await keep(ctx, report, report.gone_on(), Told.PROVED, str(many))
    return Reply(f"{many} 份材料已放进 {report.number}。")


async def show(ctx: Context, report: Report) -> int:
    """To who looks into it, in private; how many there are."""
    proofs = await ctx.store.reports.proofs(report.number)
    for page, proof in enumerate(proofs, 1):
        name = f"{report.number}-{page}{proof.name or '.jpg'}"
        media = Media.FILE if proof.name else Media.IMAGE
        plain = f"{report.number} 的第 {page} 份材料，这里发不了。"
        await tell(ctx, ctx.sender.user_id, Attachment(media, proof.file, name, plain=plain))
    return len(proofs)


async def _lately(ctx: Context) -> Report | None:
    for each in await ctx.store.reports.filed_by(ctx.sender.user_id, since=ctx.now - MORE_WITHIN):
        report = await ctx.store.reports.get(each.number, ctx.now)
        if report and report.state.is_open:
            return report
    return None


async def _add(ctx: Context, report: Report, sent: Sequence[tuple[FileId, bool]]) -> int:
    """`sent`: each with whether it is a file and no picture."""
    room = max(MOST_FILES - len(await ctx.store.reports.proofs(report.number)), 0)
    proofs = [await _proof(ctx, file, is_file=is_file) for file, is_file in sent[:room]]
    return sum([await ctx.store.reports.prove(report.number, each, by=ctx.act) for each in proofs])


async def _proof(ctx: Context, file: FileId, *, is_file: bool) -> Proof:
    if not is_file:
        return Proof(await bared(ctx, file), "", ctx.now)
    data = await ctx.store.files.read(file)
    return Proof(file, f".{ending_of(data or b'') or 'bin'}", ctx.now)
