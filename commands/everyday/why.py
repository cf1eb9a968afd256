"""Explain the asker's own last refusal: when, by which rule, and who could do it; in a group only that he may ask.

Where a kind of leave is named, explain how much there is of it, entry by entry; HR may ask that of others.

Example:
    张三> /订阅 安全提醒
    机器人> 「订阅」要在群里 @我 使用，由群管理员发起。
    张三> /为什么
    机器人> 10:00 你私聊我用「订阅」，没有办成。
    规则：只给群管理员、安全管理员、企业微信管理员用。
    依据：《企业微信使用管理制度》四（二）：不得超越权限。
    可以找：陈安、吴管。
    张三> 我的年假为什么只有5天
    机器人> 2026年的年假：
    2026年1月1日(周四) 发放 5 天（累计工龄满 5 年，全年 5 天（《职工带薪年休假条例》第三条）），剩 5 天
    共 5 天，还剩 5 天。
"""

from collections.abc import Iterator

from bot.arguments.leave_kinds import NamedKind
from bot.arguments.leave_owner import LeaveOwner, ensure_may_see
from bot.arguments.leave_years import LeaveYear
from bot.domain.dates import clock_time
from bot.domain.groups.group import Group
from bot.domain.people import Person
from bot.domain.refusals import GROUNDS, Ground, Refusal
from bot.domain.rights import EVERYBODY, Audience, Role, audience_label, right_of
from bot.errors import Code
from bot.services.leave.ledgers.accounts import account
from bot.shapes.arguments import Scene
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

NEVER = "我还没有拒绝过你。没听懂的话，发 /帮助 看看我能做什么。"
IN_PRIVATE = "被拒绝的原因只告诉你本人，请私聊我发 /为什么。"
MOST_NAMES = 3
SPARED = EVERYBODY | {Role.INTERN, Role.EXECUTIVE}  # whom nobody is sent to by name


def _rules(
    scene: Scene, type: NamedKind | None = None, year: LeaveYear | None = None, target: LeaveOwner | None = None
) -> None:
    ensure_may_see(scene, target.person if type and target else None)


@command(
    "为什么",
    aliases=("why", "wsm"),
    whole=True,
    rules=_rules,
    summary="看刚才为什么没办成，或假期怎么算的",
    says=(
        "[刚才|刚刚](为什么|为啥|怎么)(不行|不让我用|不让用|不让|不能用|拒绝了我|拒绝我|被拒绝|没权限|不给用)[了]",
        "凭(什么|啥)(不行|不让我用|不让用|不让|拒绝我|不给用)",
        "(凭什么|凭啥|为什么|为啥|怎么)(扣|扣了|少了|少给)我[的]…(年假|年休假|调休|育儿假)",
        "(凭什么|凭啥|为什么|为啥|怎么)(扣|扣了|少了|少给)我[的](年假|年休假|调休|育儿假)[…]",
        "[…](年假|年休假|调休|育儿假)[今年](为什么|为啥|怎么|咋|凭什么)[今年|我|会|还|就|才|又](只|变|少|没了|没有)[…]",
        "[…](年假|年休假|调休|育儿假)[今年](为什么|为啥|怎么|咋)[会|还|就|才|又](是|这么少|那么少|不够|不对|对不上)[…]",
        "[…](年假|年休假|调休|育儿假)[余额|天数][今年](少了|没了|不对|对不上|扣了|少)[…]",
        "(为什么|为啥|怎么|咋|凭什么)[我|我的|我今年](只有|只剩|没有|才|少了)[…](年假|年休假|调休|育儿假)",
        "(为什么|为啥|怎么|咋)[我|今年|我的|我今年的](年假|年休假|调休|育儿假)(只|没|少|不|这么|才|变|是)[…]",
        "[…](年假|年休假|调休|育儿假)[余额|天数|时长](明细|流水|怎么算的|怎么来的|是怎么算的|怎么算出来的|去哪了|去哪儿了)",
    ),
)
async def why(
    ctx: Context,
    book: CommandBook,
    type: NamedKind | None = None,
    year: LeaveYear | None = None,
    target: LeaveOwner | None = None,
) -> Reply:
    if type:
        return await account(
            ctx, target.person if target else ctx.sender, type.kind, year.year if year else ctx.now.year
        )
    refusal = await ctx.store.refusals.latest(ctx.sender.user_id)
    if refusal is None:
        return Reply(NEVER)
    if ctx.chat.is_group:
        return Reply(IN_PRIVATE)
    return Reply("\n".join(_explained(ctx, book, refusal)))


def _explained(ctx: Context, book: CommandBook, refusal: Refusal) -> Iterator[str]:
    group = ctx.company.group_of_chat(refusal.chat)
    place = f"在{group.name if group else '一个没有登记的群'}" if refusal.chat else "私聊我"
    moment = clock_time(refusal.at.astimezone(ctx.now.tzinfo), ctx.now)
    yield f"{moment} 你{place}用「{refusal.command}」，没有办成。"
    ground = GROUNDS[refusal.code]
    refused = book.by_name.get(refusal.command.casefold())
    if refusal.code is not Code.NO_PERMISSION or refused is None:
        yield from _by_rule(ground)
        return
    yield f"规则：只给{audience_label(refused.audience)}用。"
    yield f"依据：{ground.clause}。"
    if right_of(ctx.sender, refused.audience, grants=ctx.company.grants, group=group):
        yield "现在你已经可以用了，再发一次就行。"
    else:
        yield _who_may(ctx, refused.audience, group)


def _by_rule(ground: Ground) -> Iterator[str]:
    yield f"规则：{ground.rule}。"
    if ground.clause:
        yield f"依据：{ground.clause}。"
    yield f"{ground.step}。"


def _who_may(ctx: Context, audience: Audience, group: Group | None) -> str:
    names = list(dict.fromkeys(person.name for person in _holders(ctx, audience, group)))[:MOST_NAMES]
    if names:
        return f"可以找：{'、'.join(names)}。"
    return "这个岗位现在还没有人，请找企业微信管理员。"


def _holders(ctx: Context, audience: Audience, group: Group | None) -> Iterator[Person]:
    """Administrators of that group first; others in the order of roles."""
    users = [*(group.admins if group and Role.GROUP_ADMIN in audience else ())]
    users += [user for role in Role if role in audience - SPARED for user in ctx.company.grants.get(role, ())]
    for user in users:
        person = ctx.company.person(user)
        if person and person.active and person != ctx.sender:
            yield person
