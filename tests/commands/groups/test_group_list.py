"""Which groups there are: those that one may hear of; for who keeps the registry all of them, and what is amiss."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.groups.group import Group, GroupState
from bot.identifiers import ChatId, GroupId
from bot.shapes.act import Act
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from tests.chat import Chat

END = "只看一类，例如：/群列表 E4，或群名里的几个字；看一个：/群信息 群名。"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return ()


async def test_who_keeps_the_registry_sees_all_and_what_is_amiss(database: Database) -> None:
    def changed(company: Company) -> Company:
        more = (
            Group(GroupId("C"), "项目C工作群", "E4", app_chat=ChatId("qwC")),
            Group(GroupId("D"), "篮球俱乐部群"),
        )
        return replace(company, groups=(*company.groups, *more))

    chat = await Chat.open(database, jobs=(), company=changed)
    await chat.play(f"""
    张三@街坊群> 今天吃什么
    机器人@街坊群> …
    李娜> /群列表
    机器人> 登记的群有 8 个：
    集团高管工作群 1 个：集团高管工作群
    计划运营推动群 1 个：计划运营推动群
    集团工作群 1 个：集团工作群
    项目公司工作群 3 个：项目C工作群、项目A工作群、项目B工作群
    项目营销微信平台 1 个：项目A营销微信平台
    没有类型的 1 个：篮球俱乐部群
    没有群管理员的 2 个：项目C工作群、篮球俱乐部群。任命发 /任命群管 群名 @同事
    我听不到也发不进的 1 个：篮球俱乐部群。接通发 /绑定 群名 看怎么做
    应用建的、我还听不到的 1 个：项目C工作群。接通发 /绑定 群名
    没有登记的群聊 1 个，问在里面 @ 过我的人是哪个群：张三（11月22日）
    {END}
    李娜> /群列表 没接通的 E4
    机器人> 登记的群有 1 个：
    项目公司工作群 1 个：项目C工作群
    没有群管理员的 1 个：…
    """)
    await chat.close()


async def test_others_see_what_they_may_hear_of(chat: Chat) -> None:
    await chat.play(f"""
    小运营@项目A工作群> /群列表 项目A
    机器人@项目A工作群> 已私聊你。
    机器人→小运营> 你能看到的群有 2 个：
    项目公司工作群 1 个：项目A工作群
    项目营销微信平台 1 个：项目A营销微信平台
    {END}
    张三> /群列表 高管群
    机器人> 没有找到「集团高管工作群」这一类的群。{END}
    张三> /群列表 高管们
    机器人> 没有找到群名里有「高管们」的群。{END}
    """)


async def test_many_come_as_a_table_too(database: Database) -> None:
    def changed(company: Company) -> Company:
        many = tuple(Group(GroupId(f"P{n:02}"), f"项目{n:02}工作群", "E4") for n in range(30))
        return replace(company, groups=many)

    chat = await Chat.open(database, jobs=(), company=changed)
    names = "、".join(f"项目{n:02}工作群" for n in range(10))
    await chat.play(f"""
    李娜> /群列表
    机器人→李娜> [文件 群列表-2026-11-22.xlsx] 登记的群，每个一行。
    机器人> 登记的群有 30 个：
    项目公司工作群 30 个：{names} 等
    没有群管理员的 30 个：{names} 等。任命发 /任命群管 群名 @同事
    我听不到也发不进的 30 个：{names} 等。接通发 /绑定 群名 看怎么做
    每个群的详情在表格里。
    {END}
    张三> /群列表
    机器人> 你能看到的群有 30 个：
    项目公司工作群 30 个：{names} 等
    {END}
    """)
    await chat.close()


async def test_those_that_were_given_up(chat: Chat) -> None:
    group = chat.company.groups[0]
    by = Act("linmi", "解散群", "总裁办", "test", chat.clock.now())
    after = replace(group, state=GroupState.CLOSED, bot_chat=None)
    await chat.core.database.transact(lambda: chat.core.records.groups.save(after, change="closed", by=by))
    await chat.core.book.refresh()
    await chat.play(f"""
    李娜> /群列表 已停用
    机器人> 停用的群有 1 个：
    · {group.name}
    李娜> /群列表 已停用 项目
    机器人> 没有停用的群。
    张三> /群列表 停用的群
    机器人> 停用的群由人力资源、管理小组、企业微信管理员、总裁办、集团行政人事部查看。发 /我的群 看你在哪些群。
    """)
