"""What is read before a training or kept with it: words and links, pictures and files that its organiser sends."""

from datetime import timedelta
from typing import Final

from bot.domain.leave.requests.proofs import ending_of
from bot.domain.safety.training.training import Material, Training, TrainingState
from bot.domain.wording import quote_user, shown
from bot.errors import Code, UserError
from bot.services.safety.sign_in.sheets import attendance
from bot.services.safety.training.planning import get, manages
from bot.shapes.context import Context
from bot.shapes.incoming import Incoming
from bot.shapes.outgoing import Attachment, Media, ToPerson
from bot.shapes.replies import Reply

WITHIN: Final = timedelta(minutes=30)  # after the draft
MOST: Final = 20
_ZIPPED: Final = ((b"ppt/", "pptx"), (b"word/", "docx"))
_PICTURES: Final = ("jpg", "png")


async def take(ctx: Context, incoming: Incoming) -> Reply | None:
    """None: he has planned nothing just now, or what he sent is of use to others, as tables are. Raises UserError."""
    drafts = await ctx.store.trainings.drafts_of(ctx.sender.user_id, ctx.now, since=ctx.now - WITHIN)
    if not drafts:
        return None
    for each in (*incoming.pictures, *incoming.documents):
        data = await ctx.store.files.read(each.file) if each.file else None
        ending = file_ending(data) if data else None
        if each.file is None or ending is None:
            return None
        before = len(await ctx.store.trainings.materials(drafts[0].number))
        if before >= MOST:
            raise UserError(Code.LIMIT, f"一次培训最多收 {MOST} 份资料。")
        name = f"资料{before + 1}.{ending}"
        await ctx.store.trainings.keep(drafts[0].number, Material(file=each.file, name=name), by=ctx.act)
    count = len(await ctx.store.trainings.materials(drafts[0].number))
    return Reply(f"已收进培训「{shown(drafts[0].topic)}」（{drafts[0].number}）的资料，现在共 {count} 份。")


async def add(ctx: Context, training: Training, text: str) -> None:
    """Words or a link."""
    await ctx.store.trainings.keep(training.number, Material(text=text), by=ctx.act)


async def send(ctx: Context, number: str) -> str:
    """To whoever was asked to it, or manages it. Raises UserError."""
    training = await get(ctx, number)
    asked = ctx.sender.user_id in await attendance(ctx, number)
    if not (asked and training.state is TrainingState.PLANNED) and not manages(ctx, training):
        raise UserError(Code.NO_PERMISSION, "这次培训没有通知你，看不了资料。要参加请找组织的人。")
    materials = await ctx.store.trainings.materials(number)
    if not materials:
        return f"培训「{shown(training.topic)}」没有资料。"
    for each in materials:
        if each.file:
            media = Media.IMAGE if each.name.rpartition(".")[2] in _PICTURES else Media.FILE
            ctx.tell(ToPerson(ctx.sender.user_id), Attachment(media, each.file, each.name, plain=each.name))
    texts = [f"· {quote_user(each.text)}" for each in materials if not each.file]
    files = len(materials) - len(texts)
    head = f"培训「{shown(training.topic)}」的资料{f'，{files} 份文件已发你' if files else ''}："
    return "\n".join([head, *texts]) if texts else head.rstrip("：") + "。"


def file_ending(data: bytes) -> str | None:
    if ending := ending_of(data):
        return ending
    return next((ending for mark, ending in _ZIPPED if data.startswith(b"PK") and mark in data), None)
