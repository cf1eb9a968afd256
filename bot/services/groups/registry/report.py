"""The whole registry as a table, for who keeps it; and what is amiss in it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.identifiers import GroupId, UserId
from bot.services.attaching import attach_table
from bot.services.groups.registry.describing import bindings
from bot.shapes.context import Context

HEADER: Final = (
    "群名",
    "类型",
    "用途",
    "部门",
    "群主",
    "群管理员",
    "副群管理员",
    "成员数",
    "外部成员",
    "接通",
    "编号",
    "没办完的事",
)


async def attach(ctx: Context, groups: Sequence[Group]) -> None:
    """To the sender, in private."""
    open_ones = Counter(each.group for each in await ctx.store.errands.open_ones())
    rows = _rows(groups, ctx.company, open_ones)
    await attach_table(ctx, f"群列表-{ctx.now:%Y-%m-%d}", "群列表", HEADER, rows, plain="登记的群，每个一行。")


def without_keeper(groups: Sequence[Group], company: Company) -> Sequence[Group]:
    return [group for group in groups if not any(map(company.is_here, group.admins))]


def without_way(groups: Sequence[Group]) -> Sequence[Group]:
    """The bot neither hears them nor can say anything there; of customer groups nobody expects it."""
    deaf = [group for group in groups if not (group.bot_chat or group.app_chat or group.webhook)]
    return [group for group in deaf if not group.has_customers]


def unpaired(groups: Sequence[Group]) -> Sequence[Group]:
    """Those of the app whose chat the AI bot doesn't know."""
    return [group for group in groups if group.app_chat and not group.bot_chat]


def _rows(groups: Sequence[Group], company: Company, open_ones: Counter[GroupId]) -> Iterator[tuple[str, ...]]:
    for group in groups:
        type_ = company.group_type(group.kind)
        yield (
            group.name,
            type_.name if type_ else "",
            group.purpose,
            "、".join(group.departments),
            company.name_of(group.owner) if group.owner else "",
            _names(group.admins, company),
            _names(group.deputies, company),
            str(len(group.insiders)) if group.members else "",
            str(len(group.guests)),
            bindings(group),
            group.founding,
            str(open_ones[group.id] or ""),
        )


def _names(users: frozenset[UserId], company: Company) -> str:
    return "、".join(company.name_of(user) for user in sorted(users))
