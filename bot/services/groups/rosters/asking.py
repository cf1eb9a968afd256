"""Asks WeCom for the lists that are wanted, a few at a time, outside of any transaction.

A group may change between the question and the moment when its answer is worked on: how it stood before goes along, so
that an answer that is too old is thrown away and asked for again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.groups.errands import Errand
from bot.domain.groups.group import Group
from bot.domain.groups.roster import Roster
from bot.identifiers import GroupId
from bot.services.groups.rosters.wanting import is_readable
from bot.shapes.ports import CustomerGroup, RoomRefused, Rooms, Sources
from bot.shapes.store import Store

AT_ONCE: Final = 20  # groups; WeCom lets an app change 1000 an hour, and says nothing of reading
NO_APP: Final = "没有配置自建应用"
NOT_LISTED: Final = "企业微信的客户群里没有同名的，或者有几个同名的"

Told = Sequence[CustomerGroup] | str  # or why there is nothing


@dataclass(frozen=True, slots=True)
class Seen:
    """What WeCom said of a group: a list, or why there is none. `group` and `errands` as they were before."""

    group: Group
    errands: Sequence[Errand]
    roster: Roster | None = None
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """`gone`: groups of which there is nothing to be read any more."""

    seen: Sequence[Seen] = ()
    gone: Sequence[GroupId] = ()


async def ask_for_lists(sources: Sources, store: Store) -> Round:
    seen: list[Seen] = []
    gone: list[GroupId] = []
    told: Told | None = None
    for id_ in (await store.rosters.wanted())[:AT_ONCE]:
        group = await store.groups.get(id_)
        if group is None or not is_readable(group):
            gone.append(id_)
            continue
        before = Seen(group, await store.errands.open_ones(id_))
        if group.app_chat:
            seen.append(await _of_the_app(sources.rooms, before))
            continue
        if told is None:
            told = await _customer_groups(sources)
        seen.append(_of_customers(told, before))
    return Round(seen, gone)


async def _of_the_app(rooms: Rooms | None, before: Seen) -> Seen:
    if rooms is None or before.group.app_chat is None:
        return _without(before, NO_APP)
    try:
        room = await rooms.room(before.group.app_chat)
    except RoomRefused as refused:
        return _without(before, _why(refused))
    roster = Roster(room.members, owner=room.owner or None, name=room.name or None)
    return Seen(before.group, before.errands, roster)


async def _customer_groups(sources: Sources) -> Told:
    if sources.customer_groups is None:
        return NO_APP
    try:
        return await sources.customer_groups.read()
    except RoomRefused as refused:
        return _why(refused)


def _of_customers(told: Told, before: Seen) -> Seen:
    if isinstance(told, str):
        return _without(before, told)
    named = [each for each in told if each.name in before.group.names]
    if len(named) != 1:
        return _without(before, NOT_LISTED)
    members = frozenset(each.id for each in named[0].members if not each.outsider)
    guests = frozenset(each.nickname for each in named[0].members if each.outsider and each.nickname)
    return Seen(before.group, before.errands, Roster(members, guests, name=named[0].name))


def _without(before: Seen, why: str) -> Seen:
    return Seen(before.group, before.errands, refused=why)


def _why(refused: RoomRefused) -> str:
    """The code where there is one: what WeCom says beside it may name people and addresses."""
    code = refused.outcome.errcode
    return f"企业微信返回错误 {code}" if code else "企业微信没有回答"
