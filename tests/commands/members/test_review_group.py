"""梳理 in chat: ticks, the yes to a removal, two keepers at once, words instead of cards, how all groups stand."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.groups.errands import Deed
from bot.domain.groups.group import Group, Guest
from bot.identifiers import GroupId, TaskId, UserId
from bot.shapes.incoming import Via
from bot.shapes.job import Job
from bot.shapes.outgoing import Card, Outcome, ToPerson, Verdict
from bot.storage.engine.database import Database
from scheduler.group_errands import run_errands
from tests.chat import Chat

ZHENG, WANG = UserId("zhengqun"), UserId("wangqiang")
A, N = "项目A工作群", "SL-20261122-001"
OPENED = f"""
    郑群> /梳理 {A}
    机器人→郑群> [卡片] 梳理{A}：谁留下？ …
    机器人> {N} 开始梳理{A}：3 人要核对，11月27日(周五) 18:00 前。名单发给了 郑群。"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return ()


def with_group(name: str, change: Callable[[Group], Group]) -> Callable[[Company], Company]:
    def changed(company: Company) -> Company:
        return replace(company, groups=tuple(change(g) if g.name == name else g for g in company.groups))

    return changed


def both_keep() -> Callable[[Company], Company]:
    return with_group(A, lambda group: replace(group, deputies=frozenset({WANG})))


async def errands(chat: Chat) -> list[tuple[Deed, tuple[str, ...], str]]:
    return [(each.deed, each.people, each.reason) for each in await chat.core.records.errands.of_cause(N)]


async def test_what_nobody_changed_follows_the_rule(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    郑群> 按 [核对好了]
    机器人> [卡片] 梳理{A} 已记下：移出 欧阳静，拉进群 李四、钱卫东，留下 5 人。这次梳理完成了。{N}
    郑群> 按 [核对好了]
    机器人> [卡片] 梳理{A} 郑群 已经核对过：移出 欧阳静，拉进群 李四、钱卫东，留下 5 人。{N}
    """)
    assert await errands(chat) == [
        (Deed.REMOVE, ("ouyangjing",), "不再符合成员范围"),
        (Deed.ADD, ("lisi", "qianweidong"), ""),
    ]


async def test_a_doubtful_one_may_stay_and_one_who_must_come_may_be_left_out(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    郑群> 勾 [其余|欧阳静|钱卫东|阿卜杜拉|何苗|刘洋|张三] 按 [核对好了]
    机器人> [卡片] 梳理{A} 已记下：拉进群 钱卫东，不进群 李四，留下 6 人。这次梳理完成了。{N}
    """)
    assert await errands(chat) == [(Deed.ADD, ("qianweidong",), "")]


async def test_whom_nobody_doubts_goes_only_after_a_yes(chat: Chat) -> None:
    said = "已记下：移出 欧阳静，拉进群 李四、钱卫东，留下 4 人。"
    asked = f"确定要移出 张三 吗？ {said}没有勾上的人里，这 1 位并没有疑问。{A}，{N}"
    unticked = f"""{OPENED}
    郑群> 勾 [其余|李四|钱卫东|阿卜杜拉|何苗|刘洋] 按 [核对好了]
    机器人> [卡片] {asked} [确认移出] [都留下]"""
    await chat.play(f"""{unticked}
    郑群> 按 [确认移出]
    机器人> [卡片] 梳理{A} 已记下：移出 张三。这次梳理完成了。{N}
    郑群> 按 [都留下]
    机器人> [卡片] 梳理{A} 郑群 已经核对过：移出 欧阳静、张三，拉进群 李四、钱卫东，留下 4 人。{N}
    """)
    assert (Deed.REMOVE, ("zhangsan",), "梳理时确认不用再在群里") in await errands(chat)


async def test_or_stays_after_a_no(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    郑群> 勾 [其余|李四|钱卫东|欧阳静] 按 [核对好了]
    机器人> [卡片] 确定要移出 阿卜杜拉·买买提、何苗、刘洋(0086)、刘洋(0213)、张三 吗？ …
    郑群> 按 [都留下]
    机器人> [卡片] 梳理{A} 已记下：留下 5 人。这次梳理完成了。{N}
    """)
    assert [deed for deed, *_ in await errands(chat)] == [Deed.ADD]


async def test_a_press_without_any_tick_changes_nothing(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    郑群> 勾 [] 按 [核对好了]
    机器人> [卡片] 梳理{A}：谁留下？ 请先勾上「其余 3 人没有疑问」再提交，刚才什么都没有改动。勾上的留下…
    """)
    assert not await errands(chat)


async def test_the_first_of_two_keepers_counts(database: Database, jobs: Sequence[Job]) -> None:
    chat = await Chat.open(database, jobs=jobs, company=both_keep())
    await chat.play(f"""
    郑群> /梳理 {A}
    机器人→郑群> …
    机器人→王强> [卡片] 梳理{A}：谁留下？ …
    机器人> {N} 开始梳理{A}：3 人要核对，11月27日(周五) 18:00 前。名单发给了 郑群、王强。
    王强> 按 [核对好了]
    机器人→郑群> {N} 梳理{A}：王强 已经核对过，不用再看。
    机器人> [卡片] 梳理{A} 已记下：移出 欧阳静，…
    郑群> 按 [核对好了]
    机器人> [卡片] 梳理{A} 王强 已经核对过：移出 欧阳静，…
    """)
    assert len(await errands(chat)) == 2
    await chat.close()


async def test_what_one_keeper_is_asked_back_another_may_answer(database: Database, jobs: Sequence[Job]) -> None:
    chat = await Chat.open(database, jobs=jobs, company=both_keep())
    await chat.play(f"""
    郑群> /梳理 {A}
    机器人→郑群> …
    机器人→王强> …
    机器人> …
    郑群> 勾 [其余|李四|钱卫东|阿卜杜拉|何苗|刘洋] 按 [核对好了]
    机器人→王强> {N} 梳理{A}：郑群 已经核对过，不用再看。
    机器人> [卡片] 确定要移出 张三 吗？ 已记下：…
    王强> 按 [核对好了]
    机器人> [卡片] 确定要移出 张三 吗？ 没有勾上的人里，这 1 位并没有疑问。{A}，{N} [确认移出] [都留下]
    郑群> /梳理 {A}
    机器人> [卡片] 确定要移出 张三 吗？ …
    王强> 按 [都留下]
    机器人> [卡片] 梳理{A} 已记下：留下 1 人。这次梳理完成了。{N}
    郑群> 按 [确认移出]
    机器人> [卡片] 梳理{A} 郑群 已经核对过：移出 欧阳静，拉进群 李四、钱卫东，留下 5 人。{N}
    """)
    await chat.close()


async def test_a_card_that_the_app_can_change_shows_who_was_first(database: Database, jobs: Sequence[Job]) -> None:
    chat = await Chat.open(database, jobs=jobs, company=both_keep())
    sent = [Outcome(Verdict.DONE, receipt={"response_code": f"RC{number}"}) for number in range(2)]
    chat.channels[Via.APP].outcomes = sent
    await chat.play(f"""
    郑群> /梳理 {A}
    机器人→郑群> …
    机器人→王强> …
    机器人> …
    王强> 按 [核对好了]
    机器人→郑群> [卡片] 梳理{A} 王强 已经核对过，不用再看。{N}
    机器人> [卡片] 梳理{A} 已记下：移出 欧阳静，…
    """)
    await chat.close()


async def test_of_two_at_the_same_moment_one_decides(postgres: Database, jobs: Sequence[Job]) -> None:
    chat = await Chat.open(postgres, jobs=jobs, company=both_keep())
    await chat.play(f"""
    郑群> /梳理 {A}
    机器人→郑群> …
    机器人→王强> …
    机器人> …
    """)
    cards = {
        parcel.address.user: parcel.content
        for parcel in chat.channels[Via.APP].sent
        if isinstance(parcel.content, Card) and isinstance(parcel.address, ToPerson)
    }
    await asyncio.gather(
        *[
            chat.press(name, cards[user].task_id or TaskId(""), "submit", selected={"stay": ("rest", *ticked)})
            for name, user, ticked in (("郑群", ZHENG, "1234567"), ("王强", WANG, "01234567"))
        ]
    )
    review = await chat.core.records.reviews.get(N)
    assert review
    assert len({entry.by for entry in review.entries}) == 1
    assert review.version == 2
    await chat.close()


async def test_in_words(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    郑群> 梳理 {A} 移出 1、张三
    机器人> [卡片] 确定要移出 欧阳静、张三 吗？ 已记下：拉进群 李四、钱卫东，留下 4 人。…
    郑群> /梳理 {A} 确认移出
    机器人> {N} 已记下：移出 欧阳静、张三。这次梳理完成了。
    郑群> /梳理 {A} 确认移出
    机器人> {A}现在没有进行中的梳理。要开始，发 /梳理 {A}。
    """)
    assert len(await errands(chat)) == 3


async def test_words_that_fit_nobody(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    郑群> /梳理 {A} 移出 王五
    机器人> 名单里没有「王五」，什么都没有改动。请按名单上的编号或姓名写。
    郑群> /梳理 {A} 移出 刘洋
    机器人> 名单里有几位「刘洋」，请写编号：6、7。什么都没有改动。
    郑群> /梳理 {A} 确认移出
    机器人> 没有等你确认的移出。发 /梳理 {A} 看现在的名单。
    郑群> /梳理 {A} 按建议办
    机器人> [卡片] 确定要移出 欧阳静 吗？ …
    郑群> /梳理 {A} 都留下
    机器人> {N} 已记下：留下 1 人。这次梳理完成了。
    """)


async def test_what_is_open_is_shown_again_and_in_a_group_privately(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    郑群> /梳理
    机器人> [卡片] 梳理{A}：谁留下？ …
    郑群@{A}> /梳理
    机器人@{A}> 已私聊你。
    机器人→郑群> [卡片] 梳理{A}：谁留下？ …
    郑群> 按 [核对好了]
    机器人> [卡片] 梳理{A} 已记下：…
    """)


async def test_who_may(chat: Chat) -> None:
    await chat.play(f"""
    张三> /梳理 {A}
    机器人> 「梳理」由人力资源、管理小组、企业微信管理员、群管理员、总裁办、集团行政人事部、营销经理使用。…
    郑群> /梳理 项目B工作群
    机器人> 项目B工作群的成员由它的群管理员核对，请找他们。
    """)


async def test_somebody_from_outside_may_stay_with_a_keeper_who_answers_for_him(chat: Chat) -> None:
    await chat.play(f"""
    冯销> /梳理
    机器人→冯销> [卡片] 梳理项目A营销微信平台：谁留下？ …
    机器人> {N} 开始梳理项目A营销微信平台：1 人要核对，…
    冯销> 按 [核对好了]
    机器人> [卡片] 梳理项目A营销微信平台 已记下：留下 1 人。这次梳理完成了。{N}
    """)
    group = chat.company.group(GroupId("marketinga"))
    assert group
    assert group.guests == (Guest("恒远置业-李总", UserId("fengxiao")),)


async def test_a_group_of_which_nobody_is_known(database: Database, jobs: Sequence[Job]) -> None:
    empty = with_group(A, lambda group: replace(group, members=frozenset()))
    chat = await Chat.open(database, jobs=jobs, company=empty)
    await chat.play(f"""
    郑群> /梳理 {A}
    机器人> {A}还没有成员名单，没法梳理。请先把名单发我：/群名单 {A}，下面一行一个姓名。
    """)
    await chat.close()


async def test_who_oversees_sees_how_all_stand(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    李娜> /梳理
    机器人→李娜> [文件 梳理进度-2026-11-22.xlsx] 梳理进度，每个群一行。
    机器人→李娜> [图片] 进行中 1，还没开始 4，没有成员名单 1
    机器人> 11月归你管的 6 个群：进行中 1，还没开始 4，没有成员名单 1。
    · 项目A营销微信平台：没有成员名单（冯销）
    李娜> /梳理 {A}
    机器人> {A}：进行中，{N}，期限 11月27日(周五) 18:00。由 郑群 核对。
    ⏰ 2026-11-28 09:00
    李娜> /梳理 {A}
    机器人> {A}：已过期限，{N}，期限 11月27日(周五) 18:00。由 郑群 核对。
    """)


async def test_history(chat: Chat) -> None:
    await chat.play(f"""
    郑群> /梳理 {A} 历史
    机器人> {A}还没有梳理过。要开始，发 /梳理 {A}。{OPENED}
    郑群> 按 [核对好了]
    机器人> …
    李娜> /梳理 历史 {A}
    机器人→李娜> [文件 梳理记录-{A}-2026-11-22.xlsx] 每个人的去留，每人一行。
    机器人> {A}最近 1 次梳理：
    · {N} 临时梳理，11月22日(周日)开始，已完成，移出 1 人，拉进群 2 人
    """)


async def test_who_went_is_told_and_the_registry_follows(database: Database) -> None:
    chat = await Chat.open(database, jobs=(run_errands,))
    await chat.play(f"""{OPENED}
    郑群> 勾 [其余|阿卜杜拉|何苗|刘洋|张三] 按 [核对好了]
    机器人> [卡片] …
    ⏰ 2026-11-22 10:00
    机器人→郑群> [卡片] 请把 欧阳静 移出{A} {N}；原因：不再符合成员范围；明天 18:00 前 [完成] [做不到]
    郑群> 按 [完成]
    机器人→欧阳静> 你已被移出{A}，原因：不再符合成员范围（{N}）。…
    机器人> [卡片] …
    """)
    group = chat.company.group(GroupId("projecta"))
    assert group
    assert "ouyangjing" not in group.members
    await chat.close()
