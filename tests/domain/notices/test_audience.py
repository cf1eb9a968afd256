"""Whom a notice is for: rooms and people, each once, as the company is at the moment."""

from dataclasses import replace

from bot.domain.company import Company
from bot.domain.groups.group import Group, GroupState
from bot.domain.notices.audience import Audience, named, readers
from bot.domain.notices.reader_kinds import ReaderKind
from bot.domain.notices.topics import Topic
from bot.domain.people import Department, Person
from bot.domain.rights import Role
from bot.identifiers import GroupId, UserId

ROOT, MAKING, SALES = Department(1, "公司"), Department(2, "生产部", 1), Department(3, "营销部", 1)


def person(name: str, department: int, **more: object) -> Person:
    return replace(Person(UserId(name), name, department, (department,)), **more)  # type: ignore[arg-type]


A, B, C = person("a", 2), person("b", 2, tags=("班组长",)), person("c", 3, position="总裁")
GONE = person("gone", 2, active=False)
ROOM = Group(GroupId("room"), "甲群", members=frozenset({A.user_id, GONE.user_id}), admins=frozenset({C.user_id}))
OTHER = Group(GroupId("other"), "乙群", subscribes=frozenset({Topic.SAFETY}))
COMPANY = Company((A, B, C, GONE), (ROOT, MAKING, SALES), (ROOM, OTHER))


def people(audience: Audience) -> list[str]:
    return list(readers(audience, COMPANY, {}).people)


def test_people_are_told_in_private_and_only_who_is_here() -> None:
    assert people(Audience(everybody=True)) == ["a", "b", "c"]
    assert people(Audience(departments=("生产部",))) == ["a", "b"]
    assert people(Audience(titles=("总裁",), tags=("班组长",))) == ["b", "c"]
    assert people(Audience(people=(A.user_id, GONE.user_id))) == ["a"]
    assert people(Audience(groups=(ROOM.id,))) == []


def test_direct_users_and_the_others_of_the_company() -> None:
    assert people(Audience(kinds=(ReaderKind.DIRECT,))) == ["c"]
    assert people(Audience(kinds=(ReaderKind.SUPPORTING,))) == ["a", "b"]
    assert people(Audience(kinds=(ReaderKind.DIRECT, ReaderKind.SUPPORTING))) == ["a", "b", "c"]
    assert people(Audience(kinds=(ReaderKind.OUTSIDE,))) == []
    assert named(Audience(kinds=(ReaderKind.DIRECT,)), COMPANY) == ("直接用户",)


def test_a_room_counts_its_members_and_keepers() -> None:
    found = readers(Audience(groups=(ROOM.id,), people=(A.user_id,)), COMPANY, {})
    assert found.groups == (ROOM,)
    assert found.heads == {A.user_id, C.user_id}


def test_a_topic_is_for_the_groups_that_subscribe_now() -> None:
    safety = Audience(topic=Topic.SAFETY)
    assert readers(safety, COMPANY, {}).groups == (OTHER,)
    assert readers(safety, COMPANY, {OTHER.id: False, ROOM.id: True}).groups == (ROOM,)


def test_a_closed_room_gets_nothing() -> None:
    closed = COMPANY.with_groups((replace(ROOM, state=GroupState.CLOSED),))
    assert readers(Audience(groups=(ROOM.id,)), closed, {}).groups == ()


def test_each_part_is_named_groups_first() -> None:
    wanted = Audience(
        (ROOM.id,), Topic.SAFETY, departments=("营销部",), titles=("总裁",), roles=(Role.HR,), people=(A.user_id,)
    )
    safety = f"订阅{Topic.SAFETY}的群"
    assert named(wanted, COMPANY) == ("甲群", safety, "营销部", "总裁", Role.HR.label, "a")
    assert named(Audience(groups=(GroupId("gone"),), everybody=True), COMPANY) == ("全员",)
