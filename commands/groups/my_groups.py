"""List the groups that I am in, and my part in each; those that I look after; those that have a place for me; and what
I asked for and wait for. Only of groups that I may hear of; always in private.

Example:
    郑群> /我的群
    机器人> 你在 2 个群里：
    · 项目A工作群：群管理员
    · 集团工作群
    按规定你还能进 1 个群，发 /入群 群名 申请：
    · 项目B工作群
    查一个群的详情：/群信息 群名。
"""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.arguments.narrowing import Narrowing
from bot.domain.approvals.request import Request
from bot.domain.groups.group import Group
from bot.domain.groups.knowing import has_a_place
from bot.identifiers import UserId
from bot.services.approvals.choosing import MOST_SHOWN
from bot.services.approvals.wording import stands
from bot.services.groups.registry.describing import part_of
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

LISTED: Final = 20  # groups of one kind; more are counted
MORE: Final = "只看一部分，例如：/我的群 E4，或群名里的几个字。"


@command(
    "我的群",
    aliases=("mygroups", "我的群聊", "我在哪些群"),
    says=(
        "[帮我|请|麻烦][看看|查查|看一下|查一下|看下|查下]我[都|现在](在|加了|加入了|进了)(哪些|哪几个|什么|几个|多少|多少个)[工作]群[里|聊]",
        "我都在(哪些|什么)群[里]",
        "[帮我|请|麻烦](看|看看|查查|看一下|查一下|看下|查下)我的群[聊]",
        "我(管|负责|管理|管着)[的](哪些|哪几个|什么|几个|多少个)群",
        "我的群[聊][都](有|是)(哪些|哪几个|什么|几个)",
        "我(能|可以|还能|还可以)(进|加|加入|入)(哪些|哪几个|什么)[工作]群",
        "(哪些|什么)群(我能进|我可以进|我能加入|我可以加入|我可以加)",
        "[看看|查查|看一下|查一下]我(加入的|所在的|在的|管的|管理的)群[有哪些]",
        "我是(哪些|哪几个|什么|几个)群的(管理员|群管理员|群主|群管)",
        "我有(哪些|哪几个|几个|多少个)群",
    ),
    summary="看我在哪些群、管哪些、能进哪些",
)
async def my_groups(ctx: Context, narrowing: Narrowing | None = None) -> Reply:
    groups = [group for group in ctx.company.groups if narrowing is None or narrowing.takes(group)]
    user = ctx.sender.user_id
    inside = [group for group in groups if group.has(user) or user == group.owner]
    mine = sorted(inside, key=lambda group: (part_of(user, group) is None, group.name))
    known = {group.id for group in mine}
    open_to_me = [each for each in groups if each.id not in known and has_a_place(ctx.sender, each, ctx.company)]
    waiting = await ctx.store.requests.of(user, pending=True, most=MOST_SHOWN)
    lines = [*_mine(mine, user), *_open(open_to_me), *_waiting(ctx, [each for each in waiting if _is_of_groups(each)])]
    if max(len(mine), len(open_to_me)) > LISTED:
        lines.append(MORE)
    return Reply("\n".join([*lines, "查一个群的详情：/群信息 群名。"]), private=True)


def _mine(groups: Sequence[Group], user: UserId) -> Iterator[str]:
    if not groups:
        yield "我的登记里，你还不在哪个群。"
        return
    yield f"你在 {len(groups)} 个群里："
    for group in groups[:LISTED]:
        part = part_of(user, group)
        yield f"· {group.name}：{part}" if part else f"· {group.name}"
    yield from _rest(groups)


def _open(groups: Sequence[Group]) -> Iterator[str]:
    if groups:
        yield f"按规定你还能进 {len(groups)} 个群，发 /入群 群名 申请："
        yield from (f"· {group.name}" for group in groups[:LISTED])
        yield from _rest(groups)


def _waiting(ctx: Context, requests: Sequence[Request]) -> Iterator[str]:
    if requests:
        yield "在等审批的："
        yield from (f"· {each.number} {each.text}：{stands(each, ctx.company, ctx.now)}" for each in requests)


def _rest(groups: Sequence[Group]) -> Iterator[str]:
    if len(groups) > LISTED:
        yield f"还有 {len(groups) - LISTED} 个没有列出。"


def _is_of_groups(request: Request) -> bool:
    return "群" in request.kind or "group" in request.draft.payload
