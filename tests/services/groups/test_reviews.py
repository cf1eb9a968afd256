"""Reviews that a changed list opens, and what their ticks do to the registry; pages; what a keeper can't decide."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.groups.doubts import Doubt, DoubtKind
from bot.domain.groups.errands import Deed
from bot.domain.groups.group import Guest
from bot.domain.groups.reviews import Review, ReviewCause
from bot.domain.groups.rules import Way
from bot.identifiers import GroupId, UserId
from bot.services.groups.reviews.opening import open_review
from bot.shapes.act import Act
from bot.shapes.context import JobContext
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from tests.chat import Chat

A, N = "项目A工作群", "SL-20261122-001"
LISI, LEFT = UserId("lisi"), UserId("ouyangjing")


@pytest.fixture
def jobs() -> Sequence[Job]:
    return ()


def by(chat: Chat) -> Act:
    return Act("job:group-rosters", "group-rosters", "定时任务", "test:1", chat.clock.now())


async def raise_(chat: Chat, *doubts: Doubt, room: str = A) -> Review | None:
    """As a job does it, without its messages."""
    now = chat.clock.now()
    ctx = JobContext(now, now, chat.company, chat.core.records, by(chat), lambda *_: None)
    group = next(each for each in chat.company.groups if each.name == room)
    return await chat.core.database.transact(lambda: open_review(ctx, group, doubts, ReviewCause.ROSTER))


async def members(chat: Chat) -> frozenset[UserId]:
    group = await chat.core.records.groups.get(GroupId("projecta"))
    assert group
    return group.members


async def test_only_what_is_new_is_asked(chat: Chat) -> None:
    assert await raise_(chat) is None
    review = await raise_(chat, Doubt(DoubtKind.STRANGER, LISI))
    assert review
    assert [entry.user for entry in review.entries] == [LISI]
    assert review.others == 9
    how = "勾上的留下，没勾的移出。11月27日(周五) 18:00 前。"
    await chat.play(f"""
    郑群> /梳理 {A}
    机器人> [卡片] 梳理{A}：谁留下？ {how}{N} (☑其余 9 人没有疑问|☐李四 没有审批) [核对好了]
    """)


async def test_a_stranger_who_stays_is_a_member_by_that(chat: Chat) -> None:
    await raise_(chat, Doubt(DoubtKind.STRANGER, LISI), Doubt(DoubtKind.STRANGER, guest="恒远置业-李总"))
    await chat.play(f"""
    郑群> /梳理 {A}
    机器人> …
    郑群> 勾 [其余|李四|恒远置业] 按 [核对好了]
    机器人> [卡片] 梳理{A} 已记下：留下 2 人。这次梳理完成了。{N}
    """)
    found = {each.user: each.cause for each in await chat.core.records.groups.memberships(GroupId("projecta"))}
    assert found[LISI] == N
    group = await chat.core.records.groups.get(GroupId("projecta"))
    assert group
    assert group.guests == (Guest("恒远置业-李总", UserId("zhengqun")),)


async def test_who_is_out_already_is_struck_and_who_is_wanted_is_fetched(chat: Chat) -> None:
    gone, back = UserId("hemiao"), UserId("zhangsan")
    await raise_(chat, Doubt(DoubtKind.MISSING, gone), Doubt(DoubtKind.MISSING, back))
    await chat.play(f"""
    郑群> /梳理 {A}
    机器人> …
    郑群> 勾 [其余|张三] 按 [核对好了]
    机器人> [卡片] 梳理{A} 已记下：从名单去掉 何苗，拉进群 张三。这次梳理完成了。{N}
    """)
    assert gone not in await members(chat)
    (errand,) = await chat.core.records.errands.of_cause(N)
    assert (errand.deed, errand.people) == (Deed.ADD, (back,))


async def test_a_list_without_a_keeper_takes_no_post(chat: Chat) -> None:
    """Else a deputy could be rid of the administrator by a list that he wrote himself."""
    await chat.play(f"""
    李娜> /任命群管 {A} 副管 @张三
    机器人→张三> …
    机器人→{A}> …
    机器人> …
    """)
    await raise_(chat, Doubt(DoubtKind.MISSING, UserId("zhengqun")))
    await chat.play(f"""
    张三> /梳理 {A} 都留下
    机器人→郑群> …
    机器人> …
    """)
    group = await chat.core.records.groups.get(GroupId("projecta"))
    assert group
    assert (group.admins, UserId("zhengqun") in group.members) == ({UserId("zhengqun")}, False)


async def test_what_is_new_joins_and_is_asked_on_a_card_of_its_own(chat: Chat) -> None:
    await raise_(chat, Doubt(DoubtKind.STRANGER, LISI))
    joined = await raise_(chat, Doubt(DoubtKind.STRANGER, LISI), Doubt(DoubtKind.MOVED, LEFT))
    assert joined
    assert [(entry.user, entry.page) for entry in joined.entries] == [(LISI, 1), (LEFT, 2)]
    assert (joined.number, joined.sent) == (N, (1, 2))
    await chat.play(f"""
    郑群> /梳理 {A}
    机器人> [卡片] …
    郑群> 按 [核对好了]
    机器人> [卡片] 梳理{A} 已记下：移出 李四。还有第 2/2 页要核对。{N}
    郑群> /梳理 {A}
    机器人> [卡片] …
    郑群> 按 [核对好了]
    机器人> [卡片] 梳理{A} 已记下：移出 欧阳静。这次梳理完成了。{N}
    """)


async def test_many_go_page_by_page(chat: Chat) -> None:
    users = [UserId(f"u{number:02}") for number in range(21)]
    await raise_(chat, *[Doubt(DoubtKind.STRANGER, user) for user in users])
    how = "勾上的留下，没勾的移出。11月27日(周五) 18:00 前"
    many = "、".join(users[:10])
    await chat.play(f"""
    郑群> /梳理 {A}
    机器人> [卡片] 梳理{A}：谁留下？ {how}，第 1/2 页。{N} (☑其余 9 人没有疑问|☐u00 没有审批|…
    郑群> 按 [核对好了]
    机器人→郑群> [卡片] 梳理{A}：谁留下？ {how}，第 2/2 页。{N} (☑其余 9 人没有疑问|☐u19 没有审批|☐u20 …
    机器人> [卡片] 梳理{A} 已记下：移出 {many} 等 19 人。还有第 2/2 页要核对。{N}
    郑群> 按 [核对好了]
    机器人> [卡片] 梳理{A} 已记下：移出 u19、u20。这次梳理完成了。{N}
    """)


async def test_what_a_keeper_can_not_decide_goes_to_who_appoints_him(database: Database, jobs: Sequence[Job]) -> None:
    def owned(company: Company) -> Company:
        groups = [replace(each, owner=LEFT) if each.name == A else each for each in company.groups]
        return replace(company, groups=tuple(groups))

    chat = await Chat.open(database, jobs=jobs, company=owned)
    await raise_(chat, Doubt(DoubtKind.MOVED, LEFT))
    raised = f"{N} 梳理{A}：欧阳静（不再符合成员范围）是群主，要先转让：/转让群主。"
    await chat.play(f"""
    郑群> /梳理 {A}
    机器人> …
    郑群> 按 [核对好了]
    机器人→李娜> {raised}
    机器人→周敏> {raised}
    机器人> [卡片] 梳理{A} 已记下：转任命部门 欧阳静。这次梳理完成了。{N}
    """)
    assert await chat.core.records.errands.of_cause(N) == []
    await chat.close()


async def test_nobody_is_removed_by_whom_he_stands_above_or_beside(chat: Chat) -> None:
    """A keeper who can't remove them by a command can't by leaving their boxes empty."""
    raised = f"{N} 梳理{A}：孙丽（没有入群审批）不由核对人移出，去留请你们定。"
    beside = f"{N} 梳理{A}：张三（没有同意群规）不由核对人移出，去留请你们定。"
    await chat.play(f"""
    李娜> /任命群管 {A} 副管 @张三
    机器人→张三> …
    机器人→{A}> …
    机器人> …
    """)
    await raise_(chat, Doubt(DoubtKind.STRANGER, UserId("sunli")), Doubt(DoubtKind.UNCONFIRMED, UserId("zhangsan")))
    await chat.play(f"""
    郑群> /梳理 {A}
    机器人> …
    郑群> 勾 [其余] 按 [核对好了]
    机器人→李娜> {raised}
    机器人→周敏> {raised}
    机器人→李娜> {beside}
    机器人→周敏> {beside}
    机器人→张三> …
    机器人> [卡片] 梳理{A} 已记下：转任命部门 孙丽、张三。这次梳理完成了。{N}
    """)
    assert await chat.core.records.errands.of_cause(N) == []


async def test_who_looks_after_a_group_need_not_fit_it(chat: Chat) -> None:
    assert await raise_(chat, Doubt(DoubtKind.MOVED, UserId("zhengqun"))) is None


async def test_who_was_made_no_keeper_any_more_decides_nothing(chat: Chat) -> None:
    await raise_(chat, Doubt(DoubtKind.STRANGER, LISI))
    await chat.play(f"""
    郑群> /梳理 {A}
    机器人> …
    """)
    group = await chat.core.records.groups.get(GroupId("projecta"))
    assert group
    new = replace(group, admins=frozenset({UserId("wangqiang")}))
    await chat.core.database.transact(lambda: chat.core.records.groups.save(new, change="appointed", by=by(chat)))
    await chat.play("""
    郑群> 按 [核对好了]
    机器人> [卡片] 没有办成 这个群现在不归你管，什么都没有改动。
    """)


async def test_where_no_keeper_is_left_the_office_decides(database: Database, jobs: Sequence[Job]) -> None:
    def orphaned(company: Company) -> Company:
        groups = [replace(each, admins=frozenset()) if each.name == A else each for each in company.groups]
        return replace(company, groups=tuple(groups))

    chat = await Chat.open(database, jobs=jobs, company=orphaned)
    await raise_(chat, Doubt(DoubtKind.STRANGER, LISI))
    await chat.play(f"""
    李娜> /梳理 {A}
    机器人> [卡片] 梳理{A}：谁留下？ …
    李娜> 按 [核对好了]
    机器人→周敏> {N} 梳理{A}：李娜 已经核对过，不用再看。
    机器人> [卡片] 梳理{A} 已记下：移出 李四。这次梳理完成了。{N}
    """)
    await chat.close()


async def test_names_and_rules_are_asked_about_too(chat: Chat) -> None:
    """A wrong nickname or a no to the rules costs nobody his place unless a keeper says so."""
    records, act = chat.core.records, by(chat)

    async def prepare() -> None:
        version = await records.rules.publish(GroupId("projecta"), "文明用语。", ask=False, by=act)
        await records.consents.refuse(UserId("zhangsan"), version, by=act)
        await records.consents.agree(UserId("hemiao"), version, Way.TYPED, by=act)

    await chat.core.database.transact(prepare)
    await chat.play(f"""
    郑群> /梳理 {A}
    机器人→郑群> [卡片] 梳理{A}：谁留下？ …
    机器人> {N} 开始梳理{A}：4 人要核对，…
    """)
    review = await records.reviews.get(N)
    assert review
    asked = {entry.user: entry for entry in review.entries if entry.doubt is DoubtKind.UNCONFIRMED}
    assert [(user, entry.why, entry.is_ticked_at_first) for user, entry in asked.items()] == [
        ("zhangsan", "说了不同意", True)
    ]
