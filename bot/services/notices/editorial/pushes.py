"""Everything that isn't urgent is held back, and let go on (S212, D11§二.1)."""

from dataclasses import replace
from typing import Final

from bot.domain.dates import clock_time
from bot.domain.notices.notice import Notice, NoticeState
from bot.domain.notices.reach import has_role
from bot.domain.rights import PLANNERS
from bot.errors import Code, UserError, unknown_button
from bot.services.approvals.kinds import Desk
from bot.services.notices.editorial.holding import JOB as DIGESTS
from bot.services.notices.faces import called
from bot.services.notices.publishing.planning import keep, plan
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "pushes"
PAUSE, RESUME = "pause", "resume"
TITLE: Final = "推送管理"
NOT_YOURS: Final = "推送由运营和企业微信管理员来管。要停一条公告请发 /推送计划。"


async def card(ctx: Context) -> Card:
    """How it stands, and the button that changes it."""
    paused = await ctx.store.pushes.paused()
    waiting = len(await ctx.store.notices.in_state(NoticeState.SCHEDULED))
    if paused:
        at = clock_time(paused.since.astimezone(ctx.now.tzinfo), ctx.now)
        words = f"{ctx.company.name_of(paused.by)} 在 {at} 暂停了全部推送，{waiting} 条公告等着。"
        button, way = Button("恢复全部", RESUME), "恢复请回「/推送管理 恢复」。"
    else:
        caps = ctx.company.notices.caps
        limits = f"每人每天 {caps.person or '不限'} 条、每群 {caps.group or '不限'} 条，多出来的并进汇总。"
        words = f"推送正常，{waiting} 条公告排着。{limits}"
        button, way = Button("暂停全部", PAUSE, style=2), "暂停请回「/推送管理 暂停」，加急的照发。"
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=TOPIC, holder=ctx.sender.user_id)
    return Card(title=TITLE, desc=words, plain=f"{TITLE}\n{words}\n{way}", buttons=(button,), task_id=task_id)


async def pressed(ctx: Context, _: str, press: Press) -> Reply:
    """Raises UserError."""
    ensure_may(ctx)
    if press.key not in (PAUSE, RESUME):
        raise unknown_button("发 /推送管理 再看一遍。")
    return outcome(TITLE, await (pause_all if press.key == PAUSE else resume_all)(ctx))


def ensure_may(ctx: Context) -> None:
    if not has_role(ctx.sender.user_id, PLANNERS, ctx.company):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)


async def pause_all(desk: Desk) -> str:
    """Raises UserError."""
    if not await desk.store.pushes.pause(by=desk.act):
        raise UserError(Code.BAD_STATE, "全部推送已经是暂停的。恢复请发 /推送管理 恢复。")
    return "全部推送暂停了：公告和汇总都先不发，加急的照发。恢复请发 /推送管理 恢复。"


async def resume_all(desk: Desk) -> str:
    """What was missed isn't sent in a heap: whose chosen time has passed is asked for anew. Raises UserError."""
    if not await desk.store.pushes.resume(by=desk.act):
        raise UserError(Code.BAD_STATE, "推送没有暂停，不用恢复。")
    missed = [each for each in await desk.store.notices.in_state(NoticeState.SCHEDULED) if _is_missed(each, desk)]
    stopped = sum([await _go_on(desk, each) for each in missed])
    await desk.store.jobs.hasten(DIGESTS, desk.now)
    left = f"{stopped} 条过了原定的时间，没有补发，已请作者另定。" if stopped else ""
    return f"全部推送恢复了。{left}"


def _is_missed(notice: Notice, desk: Desk) -> bool:
    return notice.next_at is not None and notice.next_at <= desk.now


async def _go_on(desk: Desk, notice: Notice) -> bool:
    """Whether its time is over, so that its author has to say another one."""
    if notice.recurs or notice.draft.at is None:
        await plan(desk, notice, was=notice, change="resumed", may_wait=True)
        return False
    await keep(desk, replace(notice, state=NoticeState.PAUSED, next_at=None), was=notice, change="missed")
    if desk.company.is_here(notice.author):
        words = f"{called(notice)}原定的时间正好在全部推送暂停的时候，没有发。要发请发 /改公告 {notice.number} 新时间。"
        desk.tell(ToPerson(notice.author), Text(words))
    return True
