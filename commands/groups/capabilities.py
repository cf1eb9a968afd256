"""Tell honestly what the bot can do in a group by itself, what it asks a person for, and what WeCom lets no program do.

It depends on how the group was made and what it is joined to; the table for all kinds of groups is in docs/groups.md.

Example:
    郑群@项目A工作群> /群能力
    机器人@项目A工作群> 项目A工作群：
    我自己办：听群里 @我 的话、在群里发通知。
    我请人办（发卡片、催办、记下谁办的）：拉同事进群、移人出群、改群名、转让群主、解散群、拉外部联系人进群。
    要你们自己办：看谁在群里（群管理员把名单贴给我：/群名单）、…
"""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.arguments.groups import GroupTold
from bot.domain.groups.capabilities import Capability, Door, Way, doors_of, sorted_by_way
from bot.domain.groups.group import Group
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

BY_CARD: Final = "（发卡片、催办、记下谁办的）"
MADE_BY_APP: Final = "应用自己建的群，加人移人才不用请人：新群发 /建群 申请。"


@command(
    "群能力",
    aliases=("capabilities", "群功能"),
    says=(
        "[你|机器人](在这个群|在本群|在这里|在群里)(能|可以)(做|干|办)(什么|哪些事|啥)",
        "(这个群|本群)[里][你|机器人](能|可以)(做|干|办)(什么|哪些事|啥)",
        "[你|机器人]在…(能|可以)(做|干|办)(什么|哪些事|啥)",
        "[你|机器人](能不能|能|可以)(自己|直接)(拉人|加人|移人|踢人)[吗]",
    ),
    summary="看我在一个群里能自己办什么",
)
async def group_capabilities(ctx: Context, group: GroupTold) -> Reply:
    about = group.group
    return Reply("\n".join(_lines(about, ctx.company.bot_name)), private=about != ctx.chat.group)


def _lines(group: Group, bot_name: str) -> Iterator[str]:
    doors = doors_of(group)
    yield f"{group.name}："
    for way, known in sorted_by_way(doors).items():
        if known:
            yield f"{way}{BY_CARD if way is Way.CARD else ''}：{_listed(known, way)}。"
    yield from _how_to_more(group, doors, bot_name)


def _listed(capabilities: Sequence[Capability], way: Way) -> str:
    noted = way is Way.YOURSELVES
    return "、".join(f"{each.what}（{each.note}）" if noted and each.note else each.what for each in capabilities)


def _how_to_more(group: Group, doors: frozenset[Door], bot_name: str) -> Iterator[str]:
    """What would let it do more."""
    if group.has_customers:
        yield "客户群里加不了智能机器人，事情请私聊我办。"
    elif Door.BOT not in doors:
        how = f"发 /绑定 {group.name}" if Door.APP in doors else f"@{bot_name} 发 /登记群 {group.name}"
        yield f"想让我听得到 @我：把我加进群，再{how}。"
    if Door.APP not in doors and not group.has_customers:
        yield MADE_BY_APP
