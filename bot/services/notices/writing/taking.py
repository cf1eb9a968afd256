"""A picture or a document that somebody sends who has just written a notice: it goes along, if it hasn't gone out.

It is a change like any other: what was agreed to is void, and its author decides anew on a card that shows it.
"""

from datetime import timedelta
from typing import Final

from bot.domain.dialogues import Dialogue, DialogueState
from bot.domain.notices.enclosing import is_table
from bot.domain.notices.notice import Notice, NoticeState
from bot.domain.safety.exchange.experience import ExperienceState
from bot.errors import Code, UserError
from bot.identifiers import FileId
from bot.services.approvals.approvals import Approvals
from bot.services.documents import hands_in_tables
from bot.services.notices.faces import called
from bot.services.notices.looking_through.pressing import CHANGE, own
from bot.services.notices.wording import stands
from bot.services.notices.writing.editing import edit
from bot.services.notices.writing.enclosing import LOST, with_file
from bot.shapes.context import Context
from bot.shapes.incoming import Incoming, Press
from bot.shapes.outgoing import Button, Card
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "notice-file"
YES, NO = "yes", "no"
WITHIN: Final = timedelta(minutes=30)  # after its words
ONE: Final = "一条公告只带一张图或一个文件，这次有 {count} 个。请选一个发给我，别的放进网盘，公告里写链接。"
_OPEN: Final = (NoticeState.DRAFT, NoticeState.IN_REVIEW, NoticeState.APPROVED, NoticeState.SCHEDULED)


class Enclosing:
    def __init__(self, approvals: Approvals) -> None:
        self._approvals = approvals

    async def take(self, ctx: Context, incoming: Incoming) -> Reply | None:
        """None: he has written no notice just now, or something else since. Raises UserError."""
        dialogue = await _asked_for_change(ctx)
        asked = await ctx.store.notices.get(_number(dialogue)) if dialogue else None
        notice = asked or await _latest(ctx)
        if notice is None:
            return None
        sent = [each.file for each in (*incoming.pictures, *incoming.documents)]
        if not asked and hands_in_tables(ctx.sender, ctx.company) and await _is_table(ctx, sent[0]):
            return None
        if len(sent) > 1:
            raise UserError(Code.LIMIT, ONE.format(count=len(sent)))
        if not asked and notice.state is not NoticeState.DRAFT:
            return Reply(await _whether(ctx, notice, sent[0]))
        if dialogue:
            await ctx.store.dialogues.close(dialogue, DialogueState.ANSWERED, by=ctx.act)
        return Reply(await self._put(ctx, notice, sent[0]))

    async def pressed(self, ctx: Context, number: str, press: Press) -> Reply:
        """Whether it is to go along. Raises UserError."""
        files = await ctx.store.hazard_drafts.take(ctx.sender.user_id, ctx.chat.id, since=ctx.now - WITHIN)
        notice = await own(ctx, number)
        if press.key != YES:
            return outcome(number, f"没有放进去，公告照旧：{stands(notice, ctx.now)}")
        if not files:
            return outcome(number, "图片过了半小时，没有放进去，请再发一次。")
        return Reply(await self._put(ctx, notice, files[-1]))

    async def _put(self, ctx: Context, notice: Notice, file: FileId | None) -> Card:
        return await edit(ctx, self._approvals, notice, await with_file(ctx, notice.draft, file))


async def _asked_for_change(ctx: Context) -> Dialogue | None:
    """He was asked for the new words, and a picture is an answer too."""
    dialogue = await ctx.store.dialogues.waiting(ctx.sender.user_id, ctx.chat.via, ctx.chat.id)
    wanted = dialogue and dialogue.line.startswith(f"/{CHANGE} ") and dialogue.is_open(ctx.now)
    return dialogue if wanted else None


def _number(dialogue: Dialogue) -> str:
    return dialogue.line.removeprefix(f"/{CHANGE} ").strip()


async def _latest(ctx: Context) -> Notice | None:
    """His own of just now, unless he has begun something since that pictures go with as well."""
    user, since = ctx.sender.user_id, ctx.now - WITHIN
    notice = next(iter(await ctx.store.notices.of(user, most=1, states=_OPEN)), None)
    if notice is None or notice.created_at < since:
        return None
    if await ctx.store.hazards.reported_by(user, since=notice.created_at):
        return None
    if await ctx.store.trainings.drafts_of(user, ctx.now, since=notice.created_at):
        return None
    written = await ctx.store.experiences.latest_of(user, ExperienceState.DRAFT, ctx.now)
    return None if written and written.written_at > notice.created_at else notice


async def _is_table(ctx: Context, file: FileId | None) -> bool:
    data = await ctx.store.files.read(file) if file else None
    return data is not None and is_table(data)


async def _whether(ctx: Context, notice: Notice, file: FileId | None) -> Card:
    if file is None:
        raise UserError(Code.NOT_FOUND, LOST)
    await ctx.store.hazard_drafts.add(ctx.sender.user_id, ctx.chat.id, [file], ctx.now)
    title = f"刚发的要放进公告 {notice.number} 吗？"
    said = f"{called(notice)}{stands(notice, ctx.now)}放进去以后要重新{'送审' if notice.request else '发布'}。"
    return Card(
        title=title,
        desc=said,
        plain=f"{title}{said}要放请发「/{CHANGE} {notice.number}」，再发一次图片或文件。",
        buttons=(Button("放进去", YES), Button("不放", NO, style=3)),
        task_id=await ctx.store.cards.issue(topic=TOPIC, subject=notice.number, holder=ctx.sender.user_id),
    )
