"""Customer groups are read at night; what WeCom does not grant is noted, and what it told before stays."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from bot.core import build_core
from bot.domain.nicknames.known import Source
from bot.files.company import load
from bot.identifiers import GroupId, UserId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import CustomerGroup, CustomerGroupMember, RoomRefused, Sources
from bot.storage.engine.database import Database
from scheduler.nickname_reading import keep_nicknames
from tests.chat import SAMPLE_COMPANY, Recorder, StoppedClock

FILE = load(SAMPLE_COMPANY)
GROUP = GroupId("marketinga")
STAFF = CustomerGroupMember(UserId("fengxiao"), "营销部-冯销")
CUSTOMER = CustomerGroupMember(UserId("wm1"), "恒远置业-李总", outsider=True)
PLATFORM = CustomerGroup("项目A营销微信平台", (STAFF, CUSTOMER))


@dataclass
class Platform:
    groups: Sequence[CustomerGroup] = field(default_factory=lambda: [PLATFORM])
    refuses: Verdict | None = None

    async def read(self) -> tuple[CustomerGroup, ...]:
        if self.refuses:
            raise RoomRefused(Outcome(self.refuses, why="48002"))
        return tuple(self.groups)


class Night:
    def __init__(self, database: Database, platform: Platform | None) -> None:
        self.clock = StoppedClock(FILE.now)
        sources = Sources(customer_groups=platform)
        self.app = Recorder(Via.APP)
        self.core = build_core(FILE.company, database, self.clock, {Via.APP: self.app}, sources, jobs=[keep_nicknames])

    async def passes(self) -> None:
        self.clock.time += timedelta(days=1)
        await self.core.settle()

    async def known(self) -> set[tuple[str, str, bool]]:
        known = await self.core.records.nicknames.of_groups([GROUP])
        assert all(each.source is Source.READ for each in known)
        return {(each.holder, each.nickname, each.outsider) for each in known}

    async def granted(self) -> bool:
        return (await self.core.records.nicknames.readings())[GROUP].granted


async def test_what_is_told_is_kept_and_replaced(database: Database) -> None:
    platform = Platform()
    night = Night(database, platform)
    await night.core.start()
    await night.passes()
    assert await night.known() == {("fengxiao", "营销部-冯销", False), ("wm1", "恒远置业-李总", True)}
    assert await night.granted()
    platform.groups = [CustomerGroup(PLATFORM.name, (STAFF,))]
    await night.passes()
    assert await night.known() == {("fengxiao", "营销部-冯销", False)}
    await night.core.stop()


async def test_what_is_not_granted_is_noted_and_hides_nothing(database: Database) -> None:
    platform = Platform()
    night = Night(database, platform)
    await night.core.start()
    await night.passes()
    platform.refuses = Verdict.MISCONFIGURED
    await night.passes()
    assert not await night.granted()
    assert len(await night.known()) == 2
    await night.core.stop()


async def test_a_bad_moment_is_no_answer(database: Database) -> None:
    night = Night(database, Platform(refuses=Verdict.RETRY))
    await night.core.start()
    await night.passes()
    assert await night.core.records.nicknames.readings() == {}
    await night.core.stop()


async def test_two_groups_of_one_name_are_not_mistaken_for_each_other(database: Database) -> None:
    night = Night(database, Platform([PLATFORM, PLATFORM]))
    await night.core.start()
    await night.passes()
    assert not await night.granted()
    assert await night.known() == set()
    await night.core.stop()


async def test_without_an_app_nothing_can_be_read(database: Database) -> None:
    night = Night(database, None)
    await night.core.start()
    await night.passes()
    assert not await night.granted()
    await night.core.stop()


async def test_whoever_waits_for_it_gets_his_report_if_he_may_still(database: Database) -> None:
    night = Night(database, Platform())
    await night.core.start()
    for user in ("fengxiao", "zhangsan"):
        await night.core.records.nicknames.wish(GROUP, UserId(user))
    await night.passes()
    await night.passes()
    sent = night.app.sent
    assert [type(parcel.content).__name__ for parcel in sent] == ["Attachment", "Text"]
    assert {parcel.address.user for parcel in sent} == {"fengxiao"}  # type: ignore[union-attr]
    await night.core.stop()
