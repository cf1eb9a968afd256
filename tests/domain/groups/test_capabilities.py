"""What the bot can do in which kind of group; the documentation says the same."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.groups.capabilities import (
    CAPABILITIES,
    DOORS,
    Capability,
    Door,
    Made,
    Way,
    doors_of,
    sorted_by_way,
    way,
)
from bot.domain.groups.group import Group
from bot.domain.groups.types import D7_TYPES
from bot.identifiers import ChatId, GroupId

DOC = (Path(__file__).parents[3] / "docs" / "groups.md").read_text(encoding="utf-8")
PLAIN = Group(GroupId("x"), "项目C工作群", "E4")
MARKS = {
    Way.ITSELF: "by itself",
    Way.CARD: "asks a person",
    Way.YOURSELVES: "people do it",
    Way.NEVER: "no program may",
}


def named(what: str) -> Capability:
    return next(each for each in CAPABILITIES if each.what == what)


@pytest.mark.parametrize(
    ("group", "doors"),
    [
        (PLAIN, set()),
        (replace(PLAIN, bot_chat=ChatId("b")), {Door.BOT}),
        (replace(PLAIN, app_chat=ChatId("a"), webhook="w"), {Door.APP, Door.WEBHOOK}),
        (replace(PLAIN, kind="E5"), {Door.CUSTOMERS}),
    ],
)
def test_what_a_group_is_joined_to(group: Group, doors: set[Door]) -> None:
    assert doors_of(group) == doors


@pytest.mark.parametrize(
    ("what", "made", "expected"),
    [
        ("拉同事进群", Made.BY_APP, Way.ITSELF),
        ("拉同事进群", Made.BY_PEOPLE, Way.CARD),
        ("移人出群", Made.WITH_CUSTOMERS, Way.CARD),
        ("看谁在群里", Made.BY_PEOPLE, Way.YOURSELVES),
        ("看谁在群里", Made.WITH_CUSTOMERS, Way.ITSELF),
        ("看群昵称", Made.BY_APP, Way.YOURSELVES),
        ("解散群", Made.BY_APP, Way.CARD),
        ("听群里 @我 的话", Made.WITH_CUSTOMERS, Way.NEVER),
        ("听没有 @我 的话", Made.BY_APP, Way.NEVER),
    ],
)
def test_by_whom(what: str, made: Made, expected: Way) -> None:
    assert way(named(what), DOORS[made]) is expected


def test_everything_is_done_in_one_way() -> None:
    found = sorted_by_way(frozenset({Door.APP}))
    assert sorted(each.what for known in found.values() for each in known) == sorted(each.what for each in CAPABILITIES)


def capability_rows() -> Iterator[str]:
    for each in CAPABILITIES:
        ways = [MARKS[way(each, DOORS[made])] for made in Made]
        yield f"| {' | '.join((each.english, each.what, *ways))} |"


def type_rows() -> Iterator[str]:
    for each in D7_TYPES:
        appointed = each.appointed_by.label if each.appointed_by else "–"
        filed = each.filed_with.label if each.filed_with else "–"
        says = each.composition.says
        yield f"| {each.key} | {each.name} | {says} | {each.approver or 'undecided'} | {appointed} | {filed} |"


@pytest.mark.parametrize("rows", [capability_rows, type_rows])
def test_the_documentation_says_the_same(rows) -> None:  # type: ignore[no-untyped-def]
    assert "\n".join(rows()) in DOC
