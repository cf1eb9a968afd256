"""Say who the asker is to the bot, why, and what he may do: in private in full, in a group only what everybody knows.

Example:
    李四> /我的权限
    机器人> 你的身份：
    · 员工：在通讯录里
    私聊我可以用：…
"""

from collections.abc import Iterator, Mapping, Sequence

from bot.domain.granting import By, Grant
from bot.domain.groups.group import Group
from bot.domain.people import Person
from bot.domain.rights import Role
from bot.identifiers import UserId
from bot.shapes.command import Command, CommandBook, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.understand import usable

MORE = "被拒绝过、想知道为什么，发 /为什么；需要更多权限，请找企业微信管理员。"


@command(
    "我的权限",
    aliases=("rights", "wdqx"),
    summary="看我的身份和能用的命令",
    says=(
        "我[都](有|是)(什么|哪些|啥)权限",
        "[看看|查查]我的权限[是什么|有哪些]",
        "我[都](能|可以|有权)(做|用|办)(什么|哪些|啥)[操作|命令|功能|事]",
    ),
)
async def my_rights(ctx: Context, book: CommandBook) -> Reply:
    if ctx.chat.is_group:
        return Reply(_in_a_group(ctx, book))
    return Reply("\n".join([*_roles(ctx), *_commands(ctx, book), MORE]))


def _in_a_group(ctx: Context, book: CommandBook) -> str:
    group = ctx.chat.group
    if group is None:
        return "这个群还没有登记（@我 发 /登记群），群管理的命令都用不了。你的权限请私聊我发 /我的权限。"
    part = Role.GROUP_ADMIN.label if ctx.sender.user_id in group.admins else "群成员"
    return f"你在本群是{part}，可以用 {len(_usable(ctx, book, group))} 个命令。清单请私聊我发 /我的权限。"


def _roles(ctx: Context) -> Iterator[str]:
    yield "你的身份："
    yield "· 员工：在通讯录里"
    for role, grant in _granted(ctx.sender, ctx.company.grants):
        yield f"· {role.label}：{_because(grant)}"
    for group in _looked_after(ctx):
        yield f"· {Role.GROUP_ADMIN.label}：{group.name}"


def _granted(person: Person, grants: Mapping[Role, Mapping[UserId, Grant]]) -> Iterator[tuple[Role, Grant]]:
    for role in Role:
        if grant := grants.get(role, {}).get(person.user_id):
            yield role, grant


def _because(grant: Grant) -> str:
    match grant.by:
        case By.ACCOUNT:
            return "配置里写着你的账号"
        case By.LEADER:
            return f"通讯录里你负责{grant.what}"
        case By.ROLE:
            return f"随「{grant.what}」一起有的"
    return f"按{grant.by}「{grant.what}」给的"


def _commands(ctx: Context, book: CommandBook) -> Iterator[str]:
    alone = _usable(ctx, book, None)
    yield f"私聊我可以用：{_listed(alone)}"
    for group in _looked_after(ctx):
        if more := [each for each in _usable(ctx, book, group) if each not in alone]:
            yield f"在{group.name}还可以用：{_listed(more)}"


def _looked_after(ctx: Context) -> Sequence[Group]:
    return [group for group in ctx.company.groups if ctx.sender.user_id in group.admins]


def _usable(ctx: Context, book: CommandBook, group: Group | None) -> list[Command]:
    return [each for each in usable(book, ctx.sender, ctx.company, group) if not each.hidden]


def _listed(commands: Sequence[Command]) -> str:
    return " ".join(f"/{each.name}" for each in commands)
