"""Who is in the app's groups by WeCom's own list: the registry follows, keepers are asked once, errands are checked."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.company import Company
from bot.domain.groups.doubts import DoubtKind
from bot.domain.groups.errands import Deed, Errand, ErrandState
from bot.domain.groups.group import Group, Guest
from bot.domain.groups.roster import BY_FILE, Roster
from bot.identifiers import ChatId, GroupId, UserId
from bot.services.groups.rosters.wanting import JOB
from bot.shapes.act import Act
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import CustomerGroup, CustomerGroupMember, Room, RoomRefused, Sources
from bot.storage.engine.database import Database
from scheduler.group_errands import run_errands
from scheduler.group_rosters import read_rosters
from tests.app_groups import AppGroups
from tests.chat import Chat

BY = Act("a", "入群", "群管理员", "test:1", datetime(2026, 11, 22, 2, tzinfo=UTC))
ROOM = ChatId("qwroom")
ID, CUSTOMERS = GroupId("projecta"), GroupId("marketinga")
WANGWU, MALI, HEMIAO = UserId("wangwu"), UserId("mali"), UserId("hemiao")


@dataclass
class Platform:
    groups: tuple[CustomerGroup, ...] = ()

    async def read(self) -> tuple[CustomerGroup, ...]:
        return self.groups


@dataclass
class Deaf(AppGroups):
    """WeCom does not answer."""

    async def room(self, chat: ChatId) -> Room:
        raise RoomRefused(Outcome(Verdict.REFUSED, errcode=60011))


@dataclass
class Slow(AppGroups):
    """Something happens while it is being asked, once."""

    meanwhile: Callable[[], Awaitable[None]] | None = None

    async def room(self, chat: ChatId) -> Room:
        room, meanwhile = await AppGroups.room(self, chat), self.meanwhile
        self.meanwhile = None
        if meanwhile:
            await meanwhile()
        return room


class Scene:
    """项目A工作群 is the app's own, kept by 郑群."""

    def __init__(self, chat: Chat, app: AppGroups, platform: Platform) -> None:
        self.chat, self.app, self.platform = chat, app, platform
        self.store = chat.core.records

    @classmethod
    async def open(cls, database: Database, app: AppGroups | None = None) -> "Scene":
        company = _with_room(Company())
        app, platform = app or AppGroups(), Platform()
        sources = Sources(rooms=app, customer_groups=platform)
        chat = await Chat.open(database, jobs=(read_rosters, run_errands), sources=sources, company=_with_room)
        company = chat.company
        app.rooms = AppGroups.of(company.groups).rooms
        return cls(chat, app, platform)

    async def group(self, id_: GroupId = ID) -> Group:
        group = await self.store.groups.get(id_)
        assert group
        return group

    async def done_by_hand(self, errand: Errand) -> Errand:
        """As after 完成 on its card, a minute ago."""

        async def work() -> Errand:
            added = await self.store.errands.add(replace(errand, by=UserId("zhengqun")), by=BY)
            await self.store.errands.save(replace(added, state=ErrandState.DONE), was=ErrandState.TO_DO, by=BY)
            await self.store.rosters.want([errand.group])
            await self.store.jobs.hasten(JOB, self.chat.clock.now())
            return added

        return await self.chat.core.database.transact(work)

    async def errand(self, number: int) -> Errand:
        errand = await self.store.errands.get(number)
        assert errand
        return errand


def _with_room(company: Company) -> Company:
    def own(group: Group) -> Group:
        return replace(group, app_chat=ROOM, owner=UserId("zhengqun")) if group.id == ID else group

    return replace(company, groups=tuple(map(own, company.groups)))


@pytest.fixture
async def scene(database: Database) -> AsyncIterator[Scene]:
    scene = await Scene.open(database)
    yield scene
    await scene.chat.close()


async def test_what_agrees_is_nothing_to_talk_of(scene: Scene) -> None:
    await scene.chat.play("⏰ 2026-11-24 18:00")
    reading = await scene.store.rosters.get(ID)
    assert reading.roster
    assert reading.roster.members == (await scene.group()).members


async def test_who_came_in_without_an_approval_is_told_within_one_run_and_once(scene: Scene) -> None:
    scene.app.by_hand(ROOM, add=["wangwu", "mali"])
    await scene.chat.play("""
        ⏰ 2026-11-23 09:10
        机器人→郑群> [卡片] 梳理项目A工作群：谁留下？ 勾上的留下，没勾的移出。11月30日(周一) 18:00 前。SL-20261123-001 \
(☑其余 9 人没有疑问|☐马丽 没有审批，现在在财务部|☐王五 没有审批，现在在研发部) [核对好了]
        ⏰ 2026-11-23 18:10
    """)
    assert not {WANGWU, MALI} & (await scene.group()).members


async def test_a_stranger_is_put_out_by_the_app_or_stays(scene: Scene) -> None:
    """Who may stay is asked about no more, even where he doesn't fit; who is put out is out of WeCom's list."""
    scene.app.by_hand(ROOM, add=["wangwu", "mali"])
    await scene.chat.play("""
        ⏰ 2026-11-23 09:10
        机器人→郑群> [卡片] 梳理项目A工作群：谁留下？…
        郑群> 勾 [其余|马丽] 按 [核对好了]
        机器人> [卡片] 梳理项目A工作群 已记下：移出 王五，留下 1 人。…
        ⏰ 2026-11-23 12:10
        机器人→郑群> SL-20261123-001 王五 已移出项目A工作群，由应用办的。
        机器人→王五> 你已被移出项目A工作群，原因：没有入群审批（SL-20261123-001）。…
        ⏰ 2026-11-24 12:10
    """)
    assert MALI in (await scene.group()).members
    assert scene.app.members("项目A工作群") == (await scene.group()).members


async def test_gone_and_come_back_is_new(scene: Scene) -> None:
    room = scene.app.rooms[ROOM]
    for hour, there in ((9, True), (10, False), (11, True)):
        scene.app.rooms = {ROOM: replace(room, members=room.members | ({WANGWU} if there else set()))}
        await scene.chat.advance(datetime(2026, 11, 23, hour, 10, tzinfo=scene.chat.clock.time.tzinfo))
        known = {doubt.user for doubt in await scene.store.rosters.known_doubts(ID)}
        assert (WANGWU in known) is there


async def test_on_a_day_off_nobody_is_asked(scene: Scene) -> None:
    scene.app.by_hand(ROOM, add=["wangwu"])
    await scene.chat.play("⏰ 2026-11-22 20:00")
    assert (await scene.store.rosters.get(ID)).roster is None


async def test_who_has_to_be_in_it_is_no_stranger(scene: Scene) -> None:
    """李四 works in the department that the group is for."""
    scene.app.by_hand(ROOM, add=["lisi"])
    await scene.chat.play("⏰ 2026-11-23 09:10")
    assert UserId("lisi") in (await scene.group()).members


async def test_who_left_by_himself_is_gone_with_the_second_list(scene: Scene) -> None:
    scene.app.by_hand(ROOM, remove=["ouyangjing"])
    await scene.chat.play("⏰ 2026-11-23 09:10")
    assert UserId("ouyangjing") in (await scene.group()).members
    await scene.chat.play("""
        ⏰ 2026-11-23 10:10
        机器人→郑群> 企业微信的名单里，项目A工作群已经没有 欧阳静，登记也跟着改了。如果不该退出，发 /邀请 请回来。
        ⏰ 2026-11-23 18:10
    """)
    assert UserId("ouyangjing") not in (await scene.group()).members


async def test_name_and_owner_follow(scene: Scene) -> None:
    room = replace(scene.app.rooms[ROOM], name="项目A一线工作群", owner=UserId("wangqiang"))
    scene.app.rooms = {ROOM: room}
    await scene.chat.play("""
        ⏰ 2026-11-23 09:10
        机器人→郑群> 「项目A工作群」在企业微信里改名为「项目A一线工作群」，登记也跟着改了。
        ⏰ 2026-11-23 10:10
    """)
    group = await scene.group()
    assert (group.name, group.owner) == ("项目A一线工作群", UserId("wangqiang"))
    assert "项目A工作群" in group.aliases
    scene.app.rooms = {ROOM: replace(room, name="大家庭")}
    await scene.chat.play("""
        ⏰ 2026-11-23 11:10
        机器人→郑群> 「项目A一线工作群」在企业微信里被改名为「大家庭」，登记跟着改了，但「大家庭」不能作群名…
    """)


async def test_wecom_refuses_and_everything_stays(database: Database) -> None:
    scene = await Scene.open(database, Deaf())
    before = await scene.group()
    await scene.chat.play("⏰ 2026-11-23 12:00")
    assert await scene.group() == before
    assert (await scene.store.rosters.get(ID)).refused == "企业微信返回错误 60011"
    assert not await scene.store.rosters.wanted()
    await scene.chat.close()


async def test_done_by_hand_is_checked(scene: Scene) -> None:
    asker = UserId("zhoumin")
    scene.app.by_hand(ROOM, remove=["ouyangjing"])
    gone = await scene.done_by_hand(Errand(ID, Deed.REMOVE, "RQ-1", asker, (UserId("ouyangjing"),)))
    await scene.store.groups.leave(ID, [UserId("ouyangjing")], cause="RQ-1", by=BY)
    await scene.chat.play("⏰ 2026-11-22 10:05")
    assert (await scene.errand(gone.number)).checked
    assert not await scene.store.errands.done_unchecked(ID)


async def test_said_to_be_done_and_is_not(scene: Scene) -> None:
    """Whom it is about was told when it was said first, and isn't told again."""
    await scene.store.groups.leave(ID, [HEMIAO], cause="RQ-1", by=BY)
    said = await scene.done_by_hand(Errand(ID, Deed.REMOVE, "RQ-1", UserId("zhoumin"), (HEMIAO,)))
    await scene.chat.play("""
        ⏰ 2026-11-22 10:05
        机器人→郑群> [卡片] 请把 何苗 移出项目A工作群 RQ-1；明天 18:00 前 [完成] [做不到]
        机器人→郑群> RQ-1 我核对了企业微信的名单，何苗 还在项目A工作群里，可能是没有点成，请再办一次，新的卡片已发给你。
        机器人→周敏> RQ-1 我核对了企业微信的名单，何苗 还在项目A工作群里，可能是没有点成，已请 郑群 再办一次。
        ⏰ 2026-11-23 10:10
    """)
    assert (await scene.errand(said.number)).state is ErrandState.ASKED
    scene.app.by_hand(ROOM, remove=["hemiao"])
    await scene.chat.play("""
        郑群> 按 [完成]
        机器人→周敏> RQ-1 何苗 已移出项目A工作群，由 郑群 办的。
        机器人> [卡片] 请把 何苗 移出项目A工作群 已记下：已办好，已告诉 周敏。
        ⏰ 2026-11-23 10:15
    """)
    assert (await scene.errand(said.number)).checked


async def test_whom_an_errand_is_about_is_left_alone(scene: Scene) -> None:
    await scene.store.errands.add(Errand(ID, Deed.ADD, "RQ-1", WANGWU, (WANGWU,), state=ErrandState.ASKED), by=BY)
    scene.app.by_hand(ROOM, add=["wangwu"])
    await scene.chat.play("⏰ 2026-11-23 12:00")


async def test_customers(scene: Scene) -> None:
    """The first list is taken over; who comes later is asked about, and who is gone is gone."""
    await scene.store.groups.dismiss(CUSTOMERS, "恒远置业-李总", cause="x", by=BY)
    staff = CustomerGroupMember(UserId("fengxiao"), "营销部-冯销")
    customer = CustomerGroupMember(UserId("wm1"), "恒远置业-李总", outsider=True)
    other = CustomerGroupMember(UserId("wm2"), "恒远置业-陈工", outsider=True)
    scene.platform.groups = (CustomerGroup("项目A营销微信平台", (staff, customer)),)
    await scene.chat.play("⏰ 2026-11-23 09:10")
    group = await scene.group(CUSTOMERS)
    assert group.members == {UserId("fengxiao")}
    assert group.guests == (Guest("恒远置业-李总"),)
    scene.platform.groups = (CustomerGroup("项目A营销微信平台", (staff, other)),)
    await scene.chat.play("""
        ⏰ 2026-11-23 10:10
        机器人→冯销> [卡片] 梳理项目A营销微信平台：谁留下？ 勾上的留下，没勾的移出。…
        ⏰ 2026-11-23 11:10
        机器人→冯销> 企业微信的名单里，项目A营销微信平台已经没有 恒远置业-李总，登记也跟着改了…
        ⏰ 2026-11-23 18:10
    """)
    assert (await scene.group(CUSTOMERS)).guests == ()


async def test_a_list_that_is_older_than_the_registry_counts_for_nothing(database: Database) -> None:
    """Somebody is added while WeCom is being asked."""
    slow = Slow()
    scene = await Scene.open(database, slow)

    async def added() -> None:
        slow.by_hand(ROOM, add=["wangwu"])
        await scene.store.groups.join(ID, [WANGWU], cause="RQ-1", exempt=True, by=BY)

    slow.meanwhile = added
    await scene.chat.play("⏰ 2026-11-23 09:10")
    assert WANGWU in (await scene.group()).members
    assert WANGWU not in {doubt.user for doubt in await scene.store.rosters.known_doubts(ID)}
    assert not await scene.store.rosters.wanted()
    await scene.chat.close()


async def test_a_list_from_a_file_is_compared(scene: Scene) -> None:
    """As `qunwu import --group` leaves it, for a group that WeCom doesn't let anybody read."""
    await scene.chat.play("⏰ 2026-11-23 09:10")
    other = await scene.group(GroupId("projectb"))
    roster = Roster(other.members | {MALI})
    await scene.store.rosters.keep(other.id, roster, told_by=BY_FILE, is_new=True, by=BY)
    await scene.store.rosters.look([other.id])
    await scene.store.jobs.hasten(JOB, scene.chat.clock.now())
    await scene.chat.play("""
        ⏰ 2026-11-23 09:15
        机器人→郭涛> [卡片] 梳理项目B工作群：谁留下？…
        ⏰ 2026-11-23 18:15
    """)


async def test_the_customers_of_the_first_list_are_no_strangers(scene: Scene) -> None:
    """Of whom of the company is in it, the registry knows."""
    await scene.store.groups.dismiss(CUSTOMERS, "恒远置业-李总", cause="x", by=BY)
    await scene.store.groups.join(CUSTOMERS, [UserId("fengxiao")], cause="x", by=BY)
    staff = CustomerGroupMember(UserId("fengxiao"), "营销部-冯销")
    customer = CustomerGroupMember(UserId("wm1"), "恒远置业-李总", outsider=True)
    scene.platform.groups = (CustomerGroup("项目A营销微信平台", (staff, customer)),)
    await scene.chat.play("⏰ 2026-11-23 10:10")
    assert (await scene.group(CUSTOMERS)).guests == (Guest("恒远置业-李总"),)


async def test_who_was_missing_on_a_day_off_is_missed_once(scene: Scene) -> None:
    """A keeper asked on Sunday; on Monday the second list says it again."""
    scene.app.by_hand(ROOM, remove=["ouyangjing"])
    await scene.store.rosters.want([ID])
    await scene.store.jobs.hasten(JOB, scene.chat.clock.now())
    await scene.chat.play("""
        ⏰ 2026-11-22 10:05
        ⏰ 2026-11-23 09:10
        机器人→郑群> 企业微信的名单里，项目A工作群已经没有 欧阳静…
        ⏰ 2026-11-23 18:10
    """)


async def test_how_long_guests_stay_is_looked_after_elsewhere(scene: Scene) -> None:
    guest = Guest("恒远置业-陈工", UserId("fengxiao"), date(2026, 11, 1))
    await scene.store.groups.join(CUSTOMERS, [UserId("fengxiao")], cause="x", by=BY)
    await scene.store.groups.admit(CUSTOMERS, guest, cause="x", by=BY)
    await scene.chat.play("⏰ 2026-11-23 12:10")
    assert DoubtKind.EXPIRED in {doubt.kind for doubt in await scene.store.rosters.known_doubts(CUSTOMERS)}
