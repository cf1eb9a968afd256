"""The desk as a card: what waits, and a button for each list and picture behind it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Final

from bot.domain.dates import day
from bot.domain.rights import Role, right_of
from bot.domain.safety.training.audience import ASSIGNERS
from bot.errors import Code, UserError, unknown_button
from bot.services.attaching import attach_picture
from bot.services.safety.accidents.cases import open_ones
from bot.services.safety.accidents.wording import line
from bot.services.safety.dept_reports.showing import overview
from bot.services.safety.dept_reports.telling import usual_period
from bot.services.safety.drills.showing import lacking, lines, listed
from bot.services.safety.equipment.showing import listed as equipment_listed
from bot.services.safety.hazards.looking import listed as hazards_listed
from bot.services.safety.hazards.showing import drawn_board, in_area
from bot.services.safety.training.certificates import listed as certificates_listed
from bot.services.safety.workspace.gathering import waiting
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply

TOPIC: Final = "safety-workspace"
TITLE: Final = "安全工作台"
AGAIN: Final = "again"
ROOM: Final = 300  # characters of a card
MOST: Final = 12  # of a list
NOT_YOURS: Final = "安全工作台由安全管理员和集团高管用。你的隐患发 /我的隐患 看。"
READERS: Final = frozenset({Role.SAFETY_ADMIN, Role.EXECUTIVE})

Shown = Callable[[Context], Awaitable[str]]


async def workspace(ctx: Context) -> Card:
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=ctx.sender.user_id, holder=ctx.sender.user_id)
    return replace(await _face(ctx), task_id=task_id)


async def pressed(ctx: Context, _: str, press: Press) -> Reply:
    """What a button shows comes beside the card, which stays, with what waits by now. Raises UserError."""
    if ctx.sender.user_id not in ctx.company.serving(*READERS):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)
    if press.key != AGAIN:
        shown = _SHOWN.get(press.key)
        if shown is None:
            raise unknown_button()
        ctx.tell(ToPerson(ctx.sender.user_id), Text(await shown(ctx)))
    return Reply(await _face(ctx))


async def _face(ctx: Context) -> Card:
    found = await waiting(ctx)
    title = f"{TITLE} {day(ctx.now.date())}"
    if not found:
        words = "现在没有等你办的事。"
        return Card(title=title, desc=words, plain=f"{title}：{words}", buttons=_BUTTONS)
    words = "\n".join(found)
    seen = words if len(words) <= ROOM else f"{words[:ROOM].rpartition(chr(10))[0]}\n· 后面还有，按下面的按钮看。"
    return Card(title=title, desc=seen, plain=f"{title}\n{words}", buttons=_BUTTONS)


async def _accidents(ctx: Context) -> str:
    cases = await open_ones(ctx)
    if not cases:
        return "现在没有在处理的事故。"
    said = [line(each, ctx.company.safety.accidents, ctx.now) for each in cases[:MOST]]
    return "\n".join([f"正在处理 {len(cases)} 起事故：", *said, "看一起：/事故进度 加编号。"])


async def _hazards(ctx: Context) -> str:
    picture = await drawn_board(ctx)
    await attach_picture(ctx, f"隐患看板-{ctx.now:%Y-%m-%d}", picture.draw, plain=picture.plain)
    return "\n".join([picture.plain, *hazards_listed(await in_area(ctx, ""), ctx.now, MOST)])


async def _drills(ctx: Context) -> str:
    drills = await listed(ctx, ctx.now.year)
    head = f"{ctx.now.year}年的演练 {len(drills)} 次：" if drills else f"{ctx.now.year}年没有演练。"
    return "\n".join([head, *lines(drills, ctx.now), *await lacking(ctx)])


async def _equipment(ctx: Context) -> str:
    return "\n".join([await equipment_listed(ctx, ""), await certificates_listed(ctx, everybody=_of_office(ctx))])


def _of_office(ctx: Context) -> bool:
    """Whose licence ends is the office's to know; who only looks on sees his own."""
    return right_of(ctx.sender, ASSIGNERS, grants=ctx.company.grants, group=None) is not None


async def _reports(ctx: Context) -> str:
    return await overview(ctx, usual_period(ctx))


_BUTTONS: Final = (
    Button("事故", "accidents"),
    Button("隐患看板", "hazards"),
    Button("演练", "drills"),
    Button("设备和证件", "equipment"),
    Button("部门报告", "reports"),
    Button("刷新", AGAIN, style=3),
)
_SHOWN: Final[Mapping[str, Shown]] = {
    "accidents": _accidents,
    "hazards": _hazards,
    "drills": _drills,
    "equipment": _equipment,
    "reports": _reports,
}
