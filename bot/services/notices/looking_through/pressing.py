"""What an author does with a notice of his that hasn't gone out: by the buttons of its card, or by words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.domain.notices.checks.finding import ensure_none_stops
from bot.domain.notices.grounds import Need, is_a_rule
from bot.domain.notices.managing import may_plan
from bot.domain.notices.notice import OVER, Notice, NoticeState
from bot.errors import Code, UserError, unknown_button
from bot.services.approvals.approvals import Approvals
from bot.services.notices.looking_through.checking import look_at_readers, look_through
from bot.services.notices.looking_through.reviewing import submit, take_back
from bot.services.notices.looking_through.showing import BARE, DROP, EDIT, LATER, PAUSE, PUBLISH, RESUME, SUBMIT
from bot.services.notices.publishing.pausing import pause, resume
from bot.services.notices.wording import stands, text_of
from bot.services.notices.writing.drafting import drop, release, steps
from bot.services.notices.writing.editing import edit, put_off
from bot.services.notices.writing.readers import readers_of
from bot.services.talking.listening import listen
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.replies import Reply, outcome

CHANGE: Final = "改公告"  # a command
EXAMPLE: Final = "集团办〔2026〕12号，1月1日起生效"
CHANGED: Final = "这张卡片以后公告又动过，按最新的为准。"
_THEN: Final = "发 /我的公告 看你的公告。"
NOT_YOURS: Final = "没有这个编号的公告，或者不归你管。发 /我的公告 看你自己的。"


class Deciding:
    def __init__(self, approvals: Approvals) -> None:
        self._approvals = approvals

    async def pressed(self, ctx: Context, number: str, press: Press) -> Reply:
        """A button of the author's card. Raises UserError."""
        do, _, revision = press.key.partition(".")
        notice = await own(ctx, number)
        if revision != str(notice.revision):
            return outcome(number, f"{CHANGED}{stands(notice, ctx.now)}")
        if do == EDIT:
            return outcome(number, await _ask_for_words(ctx, notice))
        if do == BARE:
            return Reply(await edit(ctx, self._approvals, notice, replace(notice.draft, enclosure=None)))
        return outcome(number, f"{text_of(notice.draft)}\n{await self.do(ctx, notice, do)}")

    async def do(self, ctx: Context, notice: Notice, do: str) -> str:
        """What came of it, as a sentence. Raises UserError."""
        match do:
            case _ if do == PUBLISH:
                return await self._publish(ctx, notice)
            case _ if do.startswith(LATER):
                at = datetime.fromtimestamp(int(do.removeprefix(LATER)), ctx.now.tzinfo)
                return await self._publish(ctx, await put_off(ctx, notice, at))
            case _ if do == SUBMIT:
                return await self._submit(ctx, notice)
            case _ if do == DROP:
                return await self._drop(ctx, notice)
            case _ if do == PAUSE:
                return await pause(ctx, notice)
            case _ if do == RESUME:
                return await resume(ctx, notice)
        raise unknown_button(_THEN)

    async def _publish(self, ctx: Context, notice: Notice) -> str:
        """As it stands now: what was right on the card may be wrong by the time it is pressed."""
        _ensure_draft(ctx, notice)
        found = await readers_of(ctx, notice.draft)
        if steps(ctx, notice, found):
            return await self._submit(ctx, notice)
        looked = look_through(notice.draft, notice.author, ctx.company, ctx.now)
        ensure_none_stops([*looked, *look_at_readers(notice.draft, found, notice.author, ctx.company)])
        return f"好的，{stands(await release(ctx, notice), ctx.now)}"

    async def _submit(self, ctx: Context, notice: Notice) -> str:
        _ensure_draft(ctx, notice)
        found = await readers_of(ctx, notice.draft)
        ensure_none_stops(look_at_readers(notice.draft, found, notice.author, ctx.company))
        needs = ctx.company.notices.needs.get(notice.draft.category, frozenset())
        text = f"{notice.draft.title}{notice.draft.whole}"
        is_rule = notice.draft.of_case is None and is_a_rule(notice.draft.category, text)  # a 通报 makes none
        if lacking := notice.draft.grounds.lacks(needs, text) if is_rule else ():
            return await _ask_for_grounds(ctx, notice, lacking)
        _, said = await submit(ctx, self._approvals, notice, found)
        return said

    async def _drop(self, ctx: Context, notice: Notice) -> str:
        if notice.state in OVER or notice.state is NoticeState.POSTING:
            raise UserError(
                Code.BAD_STATE, f"{notice.number} {stands(notice, ctx.now)}要撤回请发 /取消公告 {notice.number}。"
            )
        await drop(ctx, notice)
        await take_back(ctx, self._approvals, notice)
        return "好的，不发了。"


async def own(ctx: Context, number: str) -> Notice:
    """Of the author himself. Raises UserError."""
    notice = await ctx.store.notices.get(number)
    if notice is None or notice.author != ctx.sender.user_id:
        raise UserError(Code.NOT_FOUND, NOT_YOURS)
    return notice


async def readable(ctx: Context, number: str) -> Notice:
    """The same for whoever is asked to let it pass, or may hold it back. Raises UserError."""
    notice, user = await ctx.store.notices.get(number), ctx.sender.user_id
    request = await ctx.store.requests.get(notice.request) if notice and notice.request else None
    sent_off = notice is not None and notice.state is not NoticeState.DRAFT
    reads = notice and (notice.author == user or (sent_off and may_plan(user, notice, ctx.company)))
    if notice is None or not (reads or (request and request.was_asked(user))):
        raise UserError(Code.NOT_FOUND, NOT_YOURS)
    return notice


def _ensure_draft(ctx: Context, notice: Notice) -> None:
    if notice.state is not NoticeState.DRAFT:
        raise UserError(Code.BAD_STATE, f"{notice.number} {stands(notice, ctx.now)}")


async def _ask_for_grounds(ctx: Context, notice: Notice, lacking: Sequence[Need]) -> str:
    """What others who are asked to let it pass want to know; the next thing he says here is it (D2§10.1)."""
    what = "和".join(lacking)
    question = f"{notice.draft.category}类的公告送审前写明{what}，例如：{EXAMPLE}。"
    await listen(ctx, f"/{CHANGE} {notice.number} 依据：", question)
    return f"{question}直接回复就补上，再按「送审」。"


async def _ask_for_words(ctx: Context, notice: Notice) -> str:
    """The next thing he says here is the new text."""
    await listen(ctx, f"/{CHANGE} {notice.number}", "改成什么？")
    return f"{text_of(notice.draft)}\n直接回复新的内容（时间、对象、图片、文件也行），我换上；不改了回「算了」。"
