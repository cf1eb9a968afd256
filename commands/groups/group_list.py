"""List the groups that I may hear of, by type. Who keeps the registry sees all, and what is amiss: groups without an
administrator, groups that the bot can't reach, chats that nobody registered; long ones also as a table; and those that
were given up, by `/群列表 已停用`.

Example:
    张三> /群列表
    机器人> 你能看到的群有 3 个：
    集团工作群 1 个：集团工作群
    项目公司工作群 2 个：项目A工作群、项目B工作群
    只看一类，例如：/群列表 E4，或群名里的几个字；看一个：/群信息 群名。
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.narrowing import Narrowing
from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.groups.knowing import keeps_registry, may_hear_of
from bot.domain.rights import REGISTRARS, audience_label
from bot.patterns import regex
from bot.services.groups.registry.report import attach, unpaired, without_keeper, without_way
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

LISTED: Final = 10  # names of one kind
LONG: Final = 20  # groups; of more there is a table
_NO_KEEPER: Final = regex(r"(没有|没|无)(群管理员|管理员|群管|人管)(的)?")
_NO_WAY: Final = regex(r"(没有|还没|没|未)(接通|绑定)(的)?")
_CLOSED: Final = regex(r"(已|已经)?(停用|解散)(了)?(的)?")
NARROWER: Final = "只看一类，例如：/群列表 E4，或群名里的几个字；看一个：/群信息 群名。"


@dataclass(frozen=True, slots=True)
class ClosedOnes:
    """Those that were given up."""

    wanted: ClassVar[str] = ""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        return cls() if words.take(_CLOSED) else None

    def explained(self) -> Mapping[str, Any]:
        return {"closed": True}


@dataclass(frozen=True, slots=True)
class Lacking:
    """Those without an administrator, or without a way for the bot to be heard: what is amiss, for who can mend it."""

    wanted: ClassVar[str] = ""

    keeper: bool

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if words.take(_NO_KEEPER):
            return cls(keeper=True)
        return cls(keeper=False) if words.take(_NO_WAY) else None

    def of(self, groups: Sequence[Group], company: Company) -> Sequence[Group]:
        if self.keeper:
            return without_keeper(groups, company)
        return [*without_way(groups), *unpaired(groups)]

    def explained(self) -> Mapping[str, Any]:
        return {"lacks": "群管理员" if self.keeper else "接通"}


@command(
    "群列表",
    aliases=("groups", "群清单", "所有群"),
    says=(
        "[公司|集团][都|一共|总共]有(哪些|什么|啥|多少|多少个|几个|哪几个)[工作]群",
        "(列一下|列出|看看|查看|查一下)(所有|全部|公司)[的][工作]群",
        "(哪些|哪个|有没有)群(没有管理员|没有群管理员|没人管|没有群管|还没接通|没接通|还没登记|没有登记|没登记)",
    ),
    summary="看登记了哪些群",
)
async def group_list(
    ctx: Context,
    closed: ClosedOnes | None = None,
    lacking: Lacking | None = None,
    narrowing: Narrowing | None = None,
) -> Reply:
    company, keeper = ctx.company, keeps_registry(ctx.sender, ctx.company)
    if closed:
        return await _closed(ctx, narrowing, keeper=keeper)
    groups = [
        group
        for group in company.groups
        if (narrowing is None or narrowing.takes(group)) and (keeper or may_hear_of(ctx.sender, group, company))
    ]
    if lacking and keeper:
        groups = list(lacking.of(groups, company))
    if not groups:
        what = f"{narrowing.shown}的群" if narrowing else "群"
        return Reply(f"没有找到{what}。{NARROWER}", private=True)
    lines = [f"{'登记' if keeper else '你能看到'}的群有 {len(groups)} 个：", *_by_type(groups, company)]
    if keeper:
        lines += _amiss(groups, company)
        lines += await _strangers(ctx) if narrowing is None else []
    if keeper and len(groups) > LONG and (ctx.chat.private_way or not ctx.chat.is_group):
        await attach(ctx, groups)
        lines.append("每个群的详情在表格里。")
    return Reply("\n".join([*lines, NARROWER]), private=True)


async def _closed(ctx: Context, narrowing: Narrowing | None, *, keeper: bool) -> Reply:
    if not keeper:
        who = audience_label(REGISTRARS)
        return Reply(f"停用的群由{who}查看。发 /我的群 看你在哪些群。", private=True)
    found = [each for each in await ctx.store.groups.closed() if narrowing is None or narrowing.takes(each)]
    if not found:
        return Reply("没有停用的群。", private=True)
    numbered = "\n".join(
        f"· {each.name}（{each.founding}）" if each.founding else f"· {each.name}" for each in found[:LONG]
    )
    more = f"\n还有 {len(found) - LONG} 个没有列出，写上群名里的几个字再查。" if len(found) > LONG else ""
    return Reply(f"停用的群有 {len(found)} 个：\n{numbered}{more}", private=True)


def _by_type(groups: Sequence[Group], company: Company) -> Iterator[str]:
    for type_ in company.group_types:
        if found := [group for group in groups if group.kind == type_.key]:
            yield f"{type_.name} {len(found)} 个：{_named(found)}"
    if others := [group for group in groups if company.group_type(group.kind) is None]:
        yield f"没有类型的 {len(others)} 个：{_named(others)}"


def _amiss(groups: Sequence[Group], company: Company) -> Iterator[str]:
    if found := without_keeper(groups, company):
        yield f"没有群管理员的 {len(found)} 个：{_named(found)}。任命发 /任命群管 群名 @同事"
    if found := without_way(groups):
        yield f"我听不到也发不进的 {len(found)} 个：{_named(found)}。接通发 /绑定 群名 看怎么做"
    if found := unpaired(groups):
        yield f"应用建的、我还听不到的 {len(found)} 个：{_named(found)}。接通发 /绑定 群名"


async def _strangers(ctx: Context) -> list[str]:
    """Who addressed the bot there knows which chat it is."""
    chats = [each for each in await ctx.store.unknown_chats.all() if not ctx.company.group_of_chat(each.chat)]
    if not chats:
        return []
    who = "、".join(
        f"{ctx.company.name_of(each.first_user)}（{each.hinted_at.astimezone(ctx.now.tzinfo):%m月%d日}）"
        for each in chats[:LISTED]
    )
    return [f"没有登记的群聊 {len(chats)} 个，问在里面 @ 过我的人是哪个群：{who}"]


def _named(groups: Sequence[Group]) -> str:
    names = "、".join(group.name for group in groups[:LISTED])
    return f"{names} 等" if len(groups) > LISTED else names
