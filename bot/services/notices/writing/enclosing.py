"""A picture or a document that goes along with a notice: found beside its words, shown to who decides on it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from bot.domain.notices.audience import Readers
from bot.domain.notices.enclosing import enclosure_of, shown_as_file
from bot.domain.notices.notice import Draft, Notice
from bot.errors import Code, UserError
from bot.identifiers import FileId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.notices.faces import enclosed
from bot.services.photos import bared
from bot.shapes.context import Context
from bot.shapes.outgoing import ToPerson

BEFORE: Final = timedelta(minutes=10)  # the words, or with them
LOST: Final = "图片或文件没有收到，请再发一次。"
GONE: Final = "附件已经不在了，请再发一次图片或文件。"


async def along(ctx: Context, draft: Draft) -> Draft:
    """With the picture that came along with its words, or just before. Raises UserError."""
    files = await ctx.store.hazard_drafts.take(ctx.sender.user_id, ctx.chat.id, since=ctx.now - BEFORE)
    return await with_file(ctx, draft, files[0]) if files else draft


async def with_file(desk: Desk, draft: Draft, file: FileId | None) -> Draft:
    """Raises UserError for what can't go along. Of a photo many see only the picture: not where it was taken."""
    data = await desk.store.files.read(file) if file else None
    if file is None or data is None:
        raise UserError(Code.NOT_FOUND, LOST)
    enclosure = enclosure_of(data, file, draft)
    shown = await bared(desk, file) if enclosure.is_picture else file
    return replace(draft, enclosure=replace(enclosure, file=shown))


def send_along(desk: Desk, notice: Notice, reader: UserId) -> None:
    """To somebody who decides on it, as its readers will get it."""
    for content in enclosed(notice.draft, desk.company.name_of(notice.author)):
        desk.tell(ToPerson(reader), content)


async def hints(desk: Desk, draft: Draft, found: Readers) -> Sequence[str]:
    """What a channel can't carry as it is."""
    if draft.enclosure is None:
        return ()
    data = await desk.store.files.read(draft.enclosure.file)
    if data is None:
        return (GONE,)
    names = "、".join(room.name for room in shown_as_file(draft.enclosure, len(data), found.groups))
    return (f"图片超过 2 MB，在{names}里会变成一个文件，要点开才看得到。",) if names else ()
