"""What a department wants others to know this week: its head tells it, who edits gets it at once and puts it on the
editorial board by a button (D11§二.8). With `[notices] collect_on` heads are asked for it each week by a card.

Example:
    王强> /部门动态 周五下午三点2号车间开放参观，找李四
    机器人→小运营> 【生产部 本周动态】周五下午三点2号车间开放参观，找李四
    ——王强
    要让大家知道，请发 /公告。
    机器人> 已告诉小运营，由宣传小组安排发布。要改，再发一次 /部门动态。
    小运营> /部门动态 汇总
    机器人> 11月16日(周一)这一周的部门动态：报了 1 个，没有的 0 个。…
"""

from bot.arguments.publishing import NewsSaid
from bot.domain.notices.news import week_of
from bot.domain.notices.reach import has_role
from bot.domain.people import Department
from bot.domain.rights import PUBLISHERS, Role
from bot.errors import Code, UserError
from bot.services.department_heads import led_by
from bot.services.notices.editorial.collected import overview
from bot.services.notices.editorial.collecting import COMMAND, form, tell
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.outgoing import Card, ToPerson
from bot.shapes.replies import Reply


@command(
    COMMAND,
    aliases=("dept-news", "bmdt"),
    summary="报部门这周要让大家知道的事，看谁报了",
    audience=PUBLISHERS | {Role.DEPT_HEAD},
    private=True,
    instead="部门动态由部门负责人来报。有要让大家知道的事，请告诉他。",
)
async def dept_news(ctx: Context, said: NewsSaid) -> Reply:
    led = led_by(ctx.sender.user_id, ctx.company)
    mine = [each for each in led if said.department in (None, each)]
    if not said.kept and (said.overview or not mine) and has_role(ctx.sender.user_id, PUBLISHERS, ctx.company):
        return Reply(await overview(ctx), private=True)
    if said.overview or not mine:
        raise UserError(Code.NO_PERMISSION, "部门动态由这个部门的负责人报，汇总由宣传小组看。")
    if said.kept:
        return Reply(await tell(ctx, _only(mine), said.words, week=said.week), private=True)
    return Reply(await _forms(ctx, mine), private=True)


def _only(mine: list[Department]) -> Department:
    if len(mine) > 1:
        names = "、".join(each.name for each in mine)
        raise UserError(Code.CLARIFY, f"你负责 {names}，报哪个部门？例如：/{COMMAND} {mine[0].name} 内容。")
    return mine[0]


async def _forms(ctx: Context, mine: list[Department]) -> Card:
    """A card for each department."""
    week, user = week_of(ctx.now.date()), ctx.sender.user_id
    first, *others = [await form(ctx, each, week, user) for each in mine]
    for card in others:
        ctx.tell(ToPerson(user), card)
    return first
