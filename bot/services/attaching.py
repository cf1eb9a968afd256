"""What is too long or too wide for a message: a table or a picture beside it, to the asker in private."""

import asyncio
from collections.abc import Callable, Iterable, Sequence

from bot.files.workbook import workbook
from bot.identifiers import FileId, UserId
from bot.pictures.png import render
from bot.services.approvals.kinds import Desk
from bot.shapes.context import Context
from bot.shapes.outgoing import Attachment, Media, ToPerson


async def attach_table(
    ctx: Context, stem: str, title: str, header: Sequence[str], rows: Iterable[Sequence[str]], *, plain: str
) -> None:
    """`stem`: the file's name without its end; `plain`: what stands for it where no file can be sent."""
    table = await asyncio.to_thread(workbook, title, header, list(rows))
    await attach_file(ctx, f"{stem}.xlsx", table, plain=plain)


async def attach_picture(ctx: Context, stem: str, draw: Callable[[], str], *, plain: str) -> None:
    """`draw` gives SVG; it and its rendering take a moment, which others needn't wait for."""
    await hand_picture(ctx, ctx.sender.user_id, stem, draw, plain=plain)


async def attach_file(ctx: Context, name: str, data: bytes, *, plain: str) -> None:
    """Anything else, called `name`."""
    await hand_file(ctx, ctx.sender.user_id, name, data, plain=plain)


async def hand_picture(desk: Desk, to: UserId, stem: str, draw: Callable[[], str], *, plain: str) -> None:
    """The same to somebody who hasn't asked."""
    drawn = await asyncio.to_thread(lambda: render(draw()))
    picture = await desk.store.files.keep(drawn, at=desk.now)
    desk.tell(ToPerson(to), Attachment(Media.IMAGE, picture, f"{stem}.png", plain=plain))


async def hand_file(desk: Desk, to: UserId, name: str, data: bytes, *, plain: str) -> FileId:
    file = await desk.store.files.keep(data, at=desk.now)
    desk.tell(ToPerson(to), Attachment(Media.FILE, file, name, plain=plain))
    return file
