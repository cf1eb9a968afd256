"""A directory in which far too many are missing is not believed before an administrator says that they have left.

Else a visible range that somebody made smaller, or one empty answer, would take everybody's rights away, and leave a
cry for help without anybody to hear it.
"""

from collections.abc import Sequence
from typing import Final

import structlog

from bot.domain.people import Person
from bot.domain.rights import Role
from bot.domain.vanishing import Vanished, vanished
from bot.errors import Code, UserError, unknown_button
from bot.shapes.context import Context, JobContext
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, ToPerson
from bot.shapes.replies import Reply, outcome

log = structlog.get_logger()

TOPIC: Final = "directory"
DIRECTORY_JOB: Final = "directory-sync"
TITLE: Final = "通讯录少了很多人"
LEFT: Final = "left"
NOT_YOURS: Final = "通讯录由企业微信管理员来管。"
HINT: Final = "多半是应用的可见范围变小了，或通讯录没有读全：请到企业微信后台核对。确实都离职了，再按「确实走了」。"


async def is_believed(ctx: JobContext, read: Sequence[Person]) -> bool:
    """Whether the directory may say what was read. Administrators are asked once a day where it may not."""
    known = [each.user_id for each in await ctx.store.directory.people() if each.active]
    found = vanished(known, {each.user_id for each in read})
    if not found.is_odd or await ctx.store.directory.is_believed(ctx.now):
        return True
    log.error("directory.doubted", known=found.here, gone=found.gone)
    if await ctx.store.directory.doubt(found.gone, by=ctx.act):
        await _ask(ctx, found)
    return False


async def pressed(ctx: Context, _: str, press: Press) -> Reply:
    """Raises UserError."""
    if ctx.sender.user_id not in ctx.company.serving(Role.WECOM_ADMIN):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)
    if press.key != LEFT:
        raise unknown_button("通讯录没有改动。")
    await ctx.store.directory.believe(by=ctx.act)
    await ctx.store.jobs.hasten(DIRECTORY_JOB, ctx.now)
    return outcome(TITLE, "好的，马上重新读一遍通讯录，这次照读到的办。")


async def _ask(ctx: JobContext, found: Vanished) -> None:
    read = "一个人都没有读到" if found.nobody else f"有 {found.gone} 个不在了"
    words = f"原来 {found.here} 个人，这次{read}。我没有照办，先按原来的。{HINT}"
    for user in ctx.company.serving(Role.WECOM_ADMIN):
        task_id = await ctx.store.cards.issue(topic=TOPIC, subject=TOPIC, holder=user)
        button = Button("确实走了", LEFT)
        ctx.tell(ToPerson(user), Card(TITLE, desc=words, plain=f"{TITLE}。{words}", buttons=(button,), task_id=task_id))
