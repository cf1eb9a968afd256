"""Who may use which command where: every command × role × place, asked at the same door as a typed line.

tests/data/rights.txt says it for people to read. A new command, or a change of rights, changes that file, so that it
is seen in review. The file follows by itself; CI insists that it was committed.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Final

import pytest

from bot.discovery import find_commands
from bot.domain.company import Company
from bot.domain.granting import Rule
from bot.domain.groups.group import Group
from bot.domain.people import Department, Person
from bot.domain.rights import BY_ITSELF, Role
from bot.errors import Code, UserError
from bot.identifiers import GroupId, UserId
from bot.shapes.arguments import Scene
from bot.shapes.command import Command, CommandBook
from bot.understanding.understand import understand

PAGE: Final = Path(__file__).parent / "data" / "rights.txt"
BOOK: Final = CommandBook(tuple(find_commands()))
HEAD: Final = """\
# Who may use which command where. Written by tests/test_rights_matrix.py; don't edit it by hand.
# 全体员工: everybody in the directory, whatever his roles. Others may ask for help and report accidents, no more:
# 外部成员 are people of customer groups, 没有对上的人 speak under an encrypted id, 已离职 are still in the records.
"""
EVERYBODY: Final = "全体员工"
OUTSIDERS: Final[Mapping[str, Person | None]] = {
    "外部成员": None,
    "没有对上的人": None,
    "已离职": Person(UserId("gone"), "已离职", 2, active=False),
}
INSIDERS: Final = {role.label: Person(UserId(role), role.label, 2) for role in Role if role is not Role.ANYBODY}
OWN: Final = Group(
    GroupId("own"),
    "本群",
    "E4",
    admins=frozenset({UserId(Role.GROUP_ADMIN)}),
    members=frozenset(person.user_id for person in INSIDERS.values()),
)
OTHER: Final = Group(GroupId("other"), "他群", "E4")
COMPANY: Final = Company(
    people=(*INSIDERS.values(), *filter(None, OUTSIDERS.values())),
    departments=(Department(1, "公司"), Department(2, "生产部", 1)),
    groups=(OWN, OTHER),
    role_rules={role: Rule(people=frozenset({UserId(role)})) for role in Role if role not in BY_ITSELF},
)


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    in_group: bool = False
    group: Group | None = None


PLACES: Final = (Place("私聊"), Place("所在的群", True, OWN), Place("别的群", True, OTHER), Place("没有登记的群", True))


def may(command: Command, person: Person | None, place: Place) -> bool:
    """What the door says to the bare command: a refusal for lack of a right, or anything else."""
    scene = Scene(person, COMPANY, datetime(2026, 11, 23, 2, tzinfo=UTC), in_group=place.in_group, group=place.group)
    try:
        understand(f"/{command.name}", scene, BOOK)
    except UserError as error:
        return error.code is not Code.NO_PERMISSION
    return True


def who(command: Command, place: Place) -> list[str]:
    """Names of those who may."""
    inside = [name for name, person in INSIDERS.items() if may(command, person, place)]
    outside = [name for name, person in OUTSIDERS.items() if may(command, person, place)]
    return [*([EVERYBODY] if len(inside) == len(INSIDERS) else inside), *outside]


def page(commands: Iterable[Command]) -> str:
    return "\n".join([HEAD, *_lines(commands)]).rstrip() + "\n"


def _lines(commands: Iterable[Command]) -> Iterator[str]:
    """Places of the same people share a line."""
    for command in commands:
        yield f"/{command.name}"
        for people, places in groupby(PLACES, lambda place, command=command: who(command, place)):  # type: ignore[misc]
            yield f"    {'、'.join(place.name for place in places)}：{'、'.join(people) or '谁都不行'}"
        yield ""


def test_the_page_is_up_to_date() -> None:
    written = page(BOOK)
    if "CI" not in os.environ:
        PAGE.write_text(written, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == written, "run this test and commit tests/data/rights.txt"


@pytest.mark.parametrize("command", BOOK.commands, ids=lambda command: command.name)
def test_outsiders_may_ask_for_help_and_report_what_is_dangerous_and_nothing_else(command: Command) -> None:
    allowed = {(name, place.name) for place in PLACES for name in who(command, place) if name in OUTSIDERS}
    assert bool(allowed) == (Role.ANYBODY in command.audience)
    assert not allowed or command.name in ("帮助", "事故", "隐患", "转事故", "账号异常", "泄露", "钓鱼举报")


def test_who_has_left_hears_the_same_as_a_stranger() -> None:
    said = set()
    for person in OUTSIDERS.values():
        with pytest.raises(UserError) as refused:
            understand("/我的权限", Scene(person, COMPANY, datetime(2026, 11, 23, 2, tzinfo=UTC)), BOOK)
        said.add(refused.value.sentence)
    assert len(said) == 1


@pytest.mark.parametrize("command", BOOK.commands, ids=lambda command: command.name)
def test_no_role_takes_a_right_away(command: Command) -> None:
    """Whoever has a role is an employee still (D6§8)."""
    for place in PLACES:
        if Role.EMPLOYEE.label in who(command, place):
            pytest.fail(f"employees may in {place.name}, and somebody with a role may not: {who(command, place)}")
