"""What somebody said he did, against WeCom's list: so, not so, or not to be told."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.company import Company
from bot.domain.groups.errands import Deed, Errand, ErrandState
from bot.domain.groups.group import Group, Guest
from bot.domain.groups.roster import Roster
from bot.identifiers import GroupId, UserId
from bot.services.groups.rosters.checking import unfounded
from bot.shapes.act import Act
from bot.shapes.context import JobContext
from bot.storage.engine.database import Database
from bot.storage.store import Records

A, B, C = UserId("a"), UserId("b"), UserId("c")
BY = Act("a", "test", "测试", "test:1", datetime(2026, 11, 22, 2, tzinfo=UTC))
ID = GroupId("x")
GROUP = Group(ID, "新名", owner=A, members=frozenset({A, B}), guests=(Guest("李总"),))
ROSTER = Roster(GROUP.members, frozenset({"李总"}), A, "新名")


def errand(deed: Deed, *people: UserId, guest: str = "", wish: str = "") -> Errand:
    return Errand(ID, deed, "RQ-1", A, people, guest, wish, by=B)


@pytest.mark.parametrize(
    ("done", "roster", "so"),
    [
        (errand(Deed.ADD, B), ROSTER, True),
        (errand(Deed.ADD, B), replace(ROSTER, members=frozenset({A})), False),
        (errand(Deed.ADD, C), ROSTER, None),  # who went again since
        (errand(Deed.REMOVE, C), ROSTER, True),
        (errand(Deed.REMOVE, C), replace(ROSTER, members=frozenset({A, B, C})), False),
        (errand(Deed.REMOVE, B), ROSTER, None),  # who came back since
        (errand(Deed.RENAME, wish="新名"), ROSTER, True),
        (errand(Deed.RENAME, wish="新名"), replace(ROSTER, name="旧名"), False),
        (errand(Deed.RENAME, wish="更旧"), ROSTER, None),
        (errand(Deed.RENAME, wish="新名"), replace(ROSTER, name=None), None),
        (errand(Deed.HAND_OVER, A), ROSTER, True),
        (errand(Deed.HAND_OVER, A), replace(ROSTER, owner=B), False),
        (errand(Deed.HAND_OVER, A), replace(ROSTER, owner=None), None),
        (errand(Deed.ADD, guest="李总"), ROSTER, True),
        (errand(Deed.ADD, guest="李总"), replace(ROSTER, guests=frozenset()), False),
        (errand(Deed.ADD, guest="李总"), replace(ROSTER, guests=None), None),
        (errand(Deed.REMOVE, guest="陈工"), ROSTER, True),
        (errand(Deed.REMOVE, guest="陈工"), replace(ROSTER, guests=frozenset({"陈工"})), False),
        (errand(Deed.DISSOLVE), ROSTER, None),
    ],
)
async def test_against_the_list(database: Database, done: Errand, roster: Roster, so: bool | None) -> None:
    store = Records()
    desk = JobContext(BY.at, BY.at, Company(), store, BY, lambda address, content: None)
    added = await store.errands.add(done, by=BY)
    await store.errands.save(replace(added, state=ErrandState.DONE), was=ErrandState.TO_DO, by=BY)
    wrong = await unfounded(desk, GROUP, roster)
    assert [each.number for each in wrong] == ([added.number] if so is False else [])
    after = await store.errands.get(added.number)
    assert after
    assert after.checked is (True if so else None)
