"""How much of each kind of leave with a balance I have this year: what is left, what waits, what is used.

HR may look at another's, and that is recorded, for him to see (`/我的数据`). Why it is so much: `/为什么 年假`.

Example:
    张三> /假期余额
    机器人> 2026年的假期余额：
    年假：还能用 5 天，已休 0 天。
    调休：还没有；休息日加班批准后才有。
    没有登记：育儿假。请人力资源补上资料。
    为什么是这么多，发 /为什么 年假。
"""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.arguments.leave_kinds import NamedKind
from bot.arguments.leave_owner import LeaveOwner, ensure_may_see
from bot.arguments.leave_years import LeaveYear
from bot.domain.data_views import What
from bot.domain.dates import day_seen
from bot.domain.leave.types.leave_type import Kept
from bot.services.leave.ledgers.balances import Balance, balances
from bot.services.privacy.viewing import note_view
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


def _rules(
    scene: Scene, type: NamedKind | None = None, year: LeaveYear | None = None, target: LeaveOwner | None = None
) -> None:
    ensure_may_see(scene, target.person if target else None)


@command(
    "假期余额",
    aliases=("leave-balance", "jqye", "余额", "余额查询", "查余额"),
    whole=True,
    private=True,
    rules=_rules,
    says=(
        "[我][今年](还有|还剩|剩|还能休|还能请|能休|能请|可以休|有)[下](几天|多少天|多少|几个小时|多少小时)[的][可以休的|没休的](假|假期)",
        "(查|看|查询|查看|查一下|看一下|看看|查查)[我的|我][的]…余额",
        "[我的|我](年假|病假|调休|假期|年休假)[的](余额|剩余|剩多少|还有吗|天数|剩余天数)",
        "[我的](年假|调休)[还](够不够|够吗)",
        "(查|查查|查一下|看看|看一下|查询)[我的|我](年假|调休|假期)",
        "我的(年假|调休|年休假)",
        "[我|我的](年假|调休|年休假|育儿假)[今年|还](能|可以)(用|休|请)(几天|多少天|多少|多久)",
        "[我][今年]还(能休|能请|可以休|可以请)(几天|多少天|多久)",
        "(看|看看|看一下|查|查查|查一下)[我]还有(啥|什么|哪些)假[期][可以休|可以请|能休|能请|没休]",
        "[我]还有(啥|什么|哪些)假[期][可以休|可以请|能休|能请|没休]",
        "[我的|我|看看|查下|查一下](剩余|剩下|剩的)[的](年假|调休|年休假|假期|假)[…]",
        "[我的|我](假|假期)还(有|剩|剩下)(多少|几天|多少天)",
        "[我|我的](病假|事假|婚假|产假|陪产假|丧假)[今年]还(有|剩|能请|能休)(几天|多少天|多少)",
        "[我|我的][今年](年假|年休假|调休|育儿假)(用|休|请)了(几天|多少天|多少|多少小时|几个小时)[了]",
        "[我][今年]还(能|可以)(请|休)(几天|多少天|多少)[的](年假|病假|事假|婚假|调休|丧假)",
        "[我]还(有|剩|有没有)(年假|年休假|调休|育儿假)(吗|么|没|没有)",
        "[我]还有没有(年假|年休假|调休|育儿假|假)",
        "[我|我的](年假|年休假|调休|育儿假|假)还有没有[了]",
        "[我|我的]加班[已经|一共|总共](换|攒)[了|成|成了](多少|多少小时|几个小时|几天)[的]调休",
        "[…](还有|还剩|剩|有|能休|能请|可以休)[下](几天|多少天|多少|多少小时|几个小时|几小时)[的](年假|年休假|调休|育儿假)…",
        "[…](还有|还剩|剩|有|能休|能请|可以休)[下](几天|多少天|多少|多少小时|几个小时|几小时)[的](年假|年休假|调休|育儿假)",
        "[…](年假|年休假|调休|育儿假)[还|一共|总共](有|剩|剩下|还剩)(几天|多少天|多少|多少小时|几个小时|几小时)[…]",
        "[…](年假|年休假|调休|育儿假|假期)(还剩吗|用完了吗|休完了吗|用完了没|休完了没|用完没有|剩几天|剩多少|余额)",
    ),
    summary="看我还有多少假",
)
async def leave_balance(
    ctx: Context, type: NamedKind | None = None, year: LeaveYear | None = None, target: LeaveOwner | None = None
) -> Reply:
    if type and not type.kind.has_balance:
        return Reply(
            f"{type.kind.name}不设余额，按每次的申请来定。发 /请假 {type.kind.name} 加上日期就可以请。", private=True
        )
    owner = target.person if target else ctx.sender
    await note_view(ctx, owner.user_id, What.BALANCE)
    of = year.year if year else ctx.now.year
    found = await balances(ctx, owner.user_id, of)
    shown = [each for each in found if type is None or each.kind == type.kind]
    whose = "" if owner == ctx.sender else ctx.company.told_apart(owner)
    lines = [f"{whose}{of}年的假期余额：", *_lines(shown, ctx.now.date())]
    if owner == ctx.sender and any(each.tally for each in shown):
        lines.append(f"为什么是这么多，发 /为什么 {next(each.kind.name for each in shown if each.tally)}。")
    return Reply("\n".join(lines), private=True)


def _lines(found: Sequence[Balance], today: date) -> Iterator[str]:
    for each in found:
        if each.tally:
            yield f"{each.kind.name}：{_said(each, today)}。"
        elif each.kind.kept is Kept.OVERTIME:
            yield f"{each.kind.name}：还没有；休息日加班批准后才有。"
    if unknown := [each.kind.name for each in found if each.tally is None and each.kind.kept is not Kept.OVERTIME]:
        yield f"没有登记：{'、'.join(unknown)}。请人力资源补上资料。"


def _said(each: Balance, today: date) -> str:
    said, tally = each.kind.counting.said, each.tally
    if tally is None:
        return ""
    held = f"，待审批和未开始的占 {said(tally.held)}" if tally.held else ""
    expired = f"，过期 {said(tally.expired)}" if tally.expired else ""
    early = [(until, left) for until, left in each.ends if (until.month, until.day) != (12, 31)]
    ends = "".join(f"，其中 {said(left)}用到{day_seen(until, today)}" for until, left in early)
    return f"还能用 {said(tally.left)}{held}，已休 {said(tally.used)}{expired}{ends}"
