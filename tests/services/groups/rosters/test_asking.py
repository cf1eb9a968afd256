"""WeCom is asked for the lists that are wanted; whatever it refuses is said, and holds up no other group."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.domain.groups.group import Group, GroupState
from bot.identifiers import ChatId, GroupId, UserId
from bot.services.groups.rosters.asking import AT_ONCE, NO_APP, NOT_LISTED, Round, ask_for_lists
from bot.shapes.act import Act
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import CustomerGroup, CustomerGroupMember, RoomRefused, Sources
from bot.storage.engine.database import Database
from bot.storage.store import Records
from tests.app_groups import AppGroups

BY = Act("a", "test", "测试", "test:1", datetime(2026, 11, 22, 2, tzinfo=UTC))
STORE = Records()
OURS = Group(GroupId("a"), "项目A工作群", app_chat=ChatId("qwa"), members=frozenset(map(UserId, ("x", "y"))))
GONE = Group(GroupId("b"), "项目B工作群", app_chat=ChatId("qwb"))
CUSTOMERS = Group(GroupId("c"), "项目C营销平台", "E5")
BY_PEOPLE = Group(GroupId("d"), "篮球群")
STAFF = CustomerGroupMember(UserId("x"), "营销部-小甲")
GUEST = CustomerGroupMember(UserId("wm1"), "李总", outsider=True)
NAMELESS = CustomerGroupMember(UserId("wm2"), "", outsider=True)
FOUND = CustomerGroup("项目C营销平台", (STAFF, GUEST, NAMELESS))


@dataclass
class Platform:
    groups: tuple[CustomerGroup, ...] = (FOUND,)
    refuses: Outcome | None = None
    asked: list[str] = field(default_factory=list)

    async def read(self) -> tuple[CustomerGroup, ...]:
        self.asked.append("read")
        if self.refuses:
            raise RoomRefused(self.refuses)
        return self.groups


async def wanted(*groups: Group) -> None:
    for group in groups:
        await STORE.groups.add(group, cause="x", by=BY)
    await STORE.rosters.want([group.id for group in groups])


def refusals(told: Round) -> dict[str, str]:
    return {seen.group.id: seen.refused for seen in told.seen if seen.roster is None}


async def test_each_gets_its_answer(database: Database) -> None:
    await wanted(OURS, GONE, CUSTOMERS, BY_PEOPLE)
    told = await ask_for_lists(Sources(rooms=AppGroups.of([OURS]), customer_groups=Platform()), STORE)
    rosters = {seen.group.id: seen.roster for seen in told.seen}
    assert refusals(told) == {"b": "企业微信返回错误 86003"}
    assert told.gone == ["d"]
    ours, customers = rosters[OURS.id], rosters[CUSTOMERS.id]
    assert ours
    assert (ours.members, ours.guests) == (OURS.members, None)
    assert customers
    assert (customers.members, customers.guests) == (frozenset({UserId("x")}), frozenset({"李总"}))


async def test_without_an_app_nothing_can_be_read(database: Database) -> None:
    await wanted(OURS, CUSTOMERS)
    assert refusals(await ask_for_lists(Sources(), STORE)) == {"a": NO_APP, "c": NO_APP}


async def test_customer_groups_are_asked_for_once(database: Database) -> None:
    other = Group(GroupId("e"), "项目E营销平台", "E5")
    await wanted(CUSTOMERS, other)
    platform = Platform(refuses=Outcome(Verdict.RETRY))
    told = await ask_for_lists(Sources(customer_groups=platform), STORE)
    assert refusals(told) == {"c": "企业微信没有回答", "e": "企业微信没有回答"}
    assert platform.asked == ["read"]


async def test_two_of_one_name_are_not_mistaken_for_each_other(database: Database) -> None:
    await wanted(CUSTOMERS)
    told = await ask_for_lists(Sources(customer_groups=Platform((FOUND, FOUND))), STORE)
    assert refusals(told) == {"c": NOT_LISTED}


async def test_a_portion_and_what_is_no_more(database: Database) -> None:
    many = [Group(GroupId(f"g{n:02}"), f"群{n}", app_chat=ChatId(f"q{n}")) for n in range(AT_ONCE)]
    closed = Group(GroupId("a0"), "旧群", app_chat=ChatId("old"), state=GroupState.CLOSED)
    await wanted(closed, *many, OURS)
    told = await ask_for_lists(Sources(rooms=AppGroups.of(many)), STORE)
    assert told.gone == ["a0"]
    assert len(told.seen) == AT_ONCE - 1
