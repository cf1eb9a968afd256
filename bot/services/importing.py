"""A table that somebody hands in: what was read of it is shown with a button, and it is read anew once he says yes."""

import asyncio
from collections.abc import Sequence
from typing import Final

from bot.errors import Code, UserError
from bot.files.handed_in import handed_rows
from bot.files.table import Row
from bot.identifiers import FileId
from bot.shapes.context import Context
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

YES, NO = "yes", "no"
LISTED: Final = 15  # problems


def tell_problems(ctx: Context, problems: Sequence[str]) -> None:
    """To him alone; of many the first."""
    if problems:
        more = [f"……还有 {len(problems) - LISTED} 行"] if len(problems) > LISTED else []
        ctx.tell(ToPerson(ctx.sender.user_id), Text("\n".join([*problems[:LISTED], *more])))


async def asked_first(ctx: Context, topic: str, file: FileId, title: str, desc: str) -> Reply:
    """The card with the button; the table is kept until he presses it."""
    task_id = await ctx.store.cards.issue(topic=topic, subject=file, holder=ctx.sender.user_id)
    buttons = (Button("确认导入", YES), Button("不导入", NO, style=3))
    return Reply(Card(title=title, desc=desc, plain=f"{title}。{desc}", buttons=buttons, task_id=task_id), private=True)


def not_imported(title: str) -> Reply:
    return outcome(title, "没有导入，什么都没有改动。")


async def rows_again(ctx: Context, subject: str) -> Sequence[Row]:
    """Raises UserError where the table is gone."""
    content = await ctx.store.files.read(FileId(subject))
    if not content:
        raise gone()
    return await asyncio.to_thread(handed_rows, content)


def gone() -> UserError:
    return UserError(Code.NOT_FOUND, "这个表格已经不在了，什么都没有改动。请重新发一次。")
