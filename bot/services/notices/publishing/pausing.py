"""A planned notice is held back, and goes on (D11§二.1)."""

from dataclasses import replace

from bot.domain.notices.notice import Approval, Notice, NoticeState
from bot.domain.notices.reach import reviews
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.notices.faces import called
from bot.services.notices.publishing.planning import keep, nobody_answers_for, plan, wind
from bot.services.notices.wording import stands
from bot.shapes.outgoing import Text, ToPerson


async def pause(desk: Desk, notice: Notice) -> str:
    """What came of it, as a sentence. Raises UserError."""
    if notice.state is not NoticeState.SCHEDULED:
        raise UserError(Code.BAD_STATE, f"{notice.number} {stands(notice, desk.now)}没有什么要暂停的。")
    after = replace(notice, state=NoticeState.PAUSED, next_at=None)
    await wind(desk, await keep(desk, after, was=notice, change="paused"))
    _tell_author(desk, notice, f"暂停了，恢复前不发。要接着发请回「/推送计划 恢复 {notice.number}」")
    return f"{notice.number} 暂停了，恢复前不发。"


async def resume(desk: Desk, notice: Notice) -> str:
    """Raises UserError; a moment that has passed meanwhile is said by who resumes."""
    if notice.state is not NoticeState.PAUSED:
        raise UserError(Code.BAD_STATE, f"{notice.number} {stands(notice, desk.now)}没有暂停。")
    if not notice.is_approved:
        raise UserError(Code.APPROVAL_REQUIRED, f"{notice.number} 改过以后没有重新审核，请作者先送审。")
    if notice.draft.at and notice.draft.at <= desk.now and not notice.recurs:
        raise UserError(
            Code.PAST_DATE, f"{notice.number} 原定的时间已经过了。请作者发 /改公告 {notice.number} 新时间。"
        )
    resumed = _taken_on(desk, notice) if nobody_answers_for(notice, desk.company) else notice
    after = await plan(desk, resumed, was=notice, change="resumed", may_wait=True)
    _tell_author(desk, notice, f"恢复了，{stands(after, desk.now)}不要发请回「/取消公告 {notice.number}」")
    return f"{notice.number} 恢复了，{stands(after, desk.now)}"


def _tell_author(desk: Desk, notice: Notice, what: str) -> None:
    """Unless he has done it himself."""
    actor = UserId(desk.act.actor)
    if actor != notice.author and desk.company.is_here(notice.author):
        words = f"{desk.company.name_of(actor)} 把你的公告 {called(notice)}{what}，有疑问直接问他。"
        desk.tell(ToPerson(notice.author), Text(words))


def _taken_on(desk: Desk, notice: Notice) -> Notice:
    """Who could have let it pass himself answers for it from now on. Raises UserError."""
    user, company, audience = UserId(desk.act.actor), desk.company, notice.draft.audience
    groups = [group for each in audience.groups if (group := company.group(each))]
    if reviews(user, audience, company, groups):
        sentence = f"{notice.number} 的发布人已经不在公司，这个范围要审核。要接着发，请重新发一条公告。"
        raise UserError(Code.APPROVAL_REQUIRED, sentence)
    return replace(notice, approval=Approval(notice.draft.digest, (user,), desk.now))
