"""What is too long or too wide for a message: a table or a picture beside it, to the asker in private."""

import asyncio
from collections.abc import Callable, Iterable, Sequence

from bot.files.workbook import workbook
from bot.pictures.png import render
from bot.shapes.context import Context
from bot.shapes.outgoing import Attachment, Media, ToPerson


async def attach_table(
    ctx: Context, stem: str, title: str, header: Sequence[str], rows: Iterable[Sequence[str]], *, plain: str
) -> None:
    """`stem`: the file's name without its end; `plain`: what stands for it where no file can be sent."""
    table = await asyncio.to_thread(workbook, title, header, list(rows))
    file = await ctx.store.files.keep(table, at=ctx.now)
    ctx.tell(ToPerson(ctx.sender.user_id), Attachment(Media.FILE, file, f"{stem}.xlsx", plain=plain))


async def attach_picture(ctx: Context, stem: str, draw: Callable[[], str], *, plain: str) -> None:
    """`draw` gives SVG; it and its rendering take a moment, which others needn't wait for."""
    drawn = await asyncio.to_thread(lambda: render(draw()))
    picture = await ctx.store.files.keep(drawn, at=ctx.now)
    ctx.tell(ToPerson(ctx.sender.user_id), Attachment(Media.IMAGE, picture, f"{stem}.png", plain=plain))


async def attach_file(ctx: Context, name: str, data: bytes, *, plain: str) -> None:
    """Anything else, called `name`."""
    file = await ctx.store.files.keep(data, at=ctx.now)
    ctx.tell(ToPerson(ctx.sender.user_id), Attachment(Media.FILE, file, name, plain=plain))
