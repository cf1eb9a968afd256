"""Heads of departments are asked once a quarter what they need; each need is a task somebody answers (D11§三.3)."""

from hashlib import sha256
from typing import Final

from bot.domain.rights import Role
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.department_heads import led_by
from bot.services.notices.replies.taking import NEED, card, take
from bot.services.talking.listening import listen
from bot.shapes.context import Context, JobContext
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "dept-needs"
COMMAND: Final = "报需求"
WRITE, NOTHING = "write", "nothing"
TITLE: Final = "这个季度，你部门要我们做什么？"
ASKED: Final = "哪件事办起来费劲、缺什么、想要什么功能？一条一条说，每条都会有人答复你。"
NOT_YOURS: Final = "部门需求由部门负责人报。你自己的想法发 /建议，或告诉你的负责人。"


async def ask(ctx: JobContext) -> None:
    """On the first working day of a quarter."""
    today = ctx.slot.date()
    first = ctx.company.pace.calendar.nth_workday(today.year, today.month, 1)
    if not ctx.company.notices.ask_needs or today.month not in (1, 4, 7, 10) or today != first:
        return
    for user in ctx.company.in_office(Role.DEPT_HEAD):
        if led_by(user, ctx.company):
            ctx.tell(ToPerson(user), await _form(ctx, user))


async def pressed(ctx: Context, _: str, press: Press) -> Reply:
    """Raises UserError."""
    if press.key == NOTHING:
        return outcome(TITLE, f"好的。以后有了，发 /{COMMAND} 内容 就行。")
    if press.key != WRITE:
        raise unknown_button()
    await listen(ctx, f"/{COMMAND}", ASKED)
    return outcome(TITLE, f"{ASKED}直接回我就行；不说了回「算了」。")


async def tell(ctx: Context, words: str) -> str:
    """Raises UserError."""
    led = led_by(ctx.sender.user_id, ctx.company)
    if not led:
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)
    owners = [each for each in _answering(ctx) if each != ctx.sender.user_id]
    if not owners:
        raise UserError(
            Code.BAD_STATE, "现在没有人接需求，没有登记。请先找总裁办，也请企业微信管理员用 /参数 运营 定一位来接。"
        )
    item = await take(ctx, _about(ctx.act.cause, ctx.company.finder.departments.path(led[0])), words, owners)
    for user in owners:
        ctx.tell(ToPerson(user), await card(ctx, item, user))
    names = "、".join(ctx.company.name_of(each) for each in owners[:2])
    return f"记下了（{item.number}），{names}{'等' if owners[2:] else ''}会答复你。还有就再发一条。"


def _about(cause: str, department: str) -> str:
    """Each message is a task of its own."""
    return f"{NEED} {sha256(cause.encode()).hexdigest()[:12]} {department}"


def _answering(desk: Desk) -> tuple[UserId, ...]:
    return desk.company.in_office(Role.OPS) or desk.company.in_office(Role.PRESIDENT_OFFICE)


async def _form(desk: Desk, holder: UserId) -> Card:
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=f"{desk.now:%Y-%m}", holder=holder)
    return Card(
        title=TITLE,
        desc=ASKED,
        plain=f"{TITLE}{ASKED}发 /{COMMAND} 内容 告诉我。",
        buttons=(Button("写一条", WRITE), Button("没有", NOTHING, style=3)),
        task_id=task_id,
    )
