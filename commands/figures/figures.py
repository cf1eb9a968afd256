"""The figures of a week, a month or a year about one matter: a picture for the phone, and a table behind it.

Management and the WeCom administrator see the whole company, who leads a department sees it, who looks after groups
sees them. By department or group, never by person: where fewer than five people stand behind a number, it isn't told,
and neither is what it would follow from. Departments come once the days are over. It may be asked for in a plain
sentence: 上个月请假的情况怎么样.

Example:
    吴管> /统计 上月 违规
    机器人→吴管> [图片] 违规统计 2026年10月：违规 0 条（和上月一样）、人数 0 人、推翻或免除 0 条。
    机器人→吴管> [文件 违规统计-2026-10.xlsx] 违规统计 2026年10月的表格。
    机器人> 违规统计 2026年10月：违规 0 条（和上月一样）、人数 0 人、推翻或免除 0 条。图和表格已发你。
"""

from bot.arguments.figure_questions import asks_figures
from bot.arguments.figures import FigureItem, FigurePeriod, FigurePurpose
from bot.domain.figures.items import Item
from bot.domain.figures.scope import Scope, readable, scope_of
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.services.figures.giving import give, give_all
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

NOT_YOURS = "统计由集团高管、企业微信管理员、部门负责人和群管理员看。看自己的，发 /我的请假、/我的数据。"


def _rules(scene: Scene, period: FigurePeriod, item: FigureItem | None = None, **_: object) -> None:
    if scene.sender is None or not readable(scene.sender, scene.company):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)
    if item:
        _scope(scene.sender, item.item, scene)


def _scope(person: Person, item: Item, scene: Scene | Context) -> Scope:
    scope = scope_of(person, item, scene.company)
    if scope is None:
        may = "、".join(readable(person, scene.company))
        raise UserError(Code.NO_PERMISSION, f"{item}的统计不归你看。你能看：{may}。")
    return scope


@command(
    "统计",
    aliases=("figures", "tj", "统计报表"),
    private=True,
    rules=_rules,
    hears=asks_figures,
    summary="看一段时间的数据：图和表格",
)
async def figures(
    ctx: Context, purpose: FigurePurpose | None = None, *, period: FigurePeriod, item: FigureItem | None = None
) -> Reply:
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    why = purpose.why if purpose else ""
    if item is None:
        return Reply(await give_all(ctx, readable(ctx.sender, ctx.company), period.period, why), private=True)
    scope = _scope(ctx.sender, item.item, ctx)
    return Reply(await give(ctx, item.item, period.period, scope, why), private=True)
