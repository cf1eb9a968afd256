"""/群名单: a list that a keeper copied, compared with the registry; the first one of a group is taken over."""

from dataclasses import replace

from bot.domain.company import Company
from bot.domain.groups.roster import Roster
from bot.identifiers import ChatId, GroupId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from tests.chat import Chat

ALL = "张三、何苗、王强、郑群、赵国强、欧阳静、阿卜杜拉·买买提、刘洋(0086)、刘洋(0213)"


def empty(company: Company) -> Company:
    """Nobody is registered in 项目A工作群."""
    groups = (replace(each, members=frozenset()) if each.id == "projecta" else each for each in company.groups)
    return replace(company, groups=tuple(groups))


def apps(company: Company) -> Company:
    groups = (replace(each, app_chat=ChatId("qw1")) if each.id == "projecta" else each for each in company.groups)
    return replace(company, groups=tuple(groups))


async def members(chat: Chat) -> set[UserId]:
    group = await chat.core.records.groups.get(GroupId("projecta"))
    assert group
    return set(group.members)


async def test_the_first_list_is_taken_over(database: Database) -> None:
    chat = await Chat.open(database, company=empty)
    await chat.play("""
        郑群> /群名单
        机器人> 把群成员贴给我，一行一个姓名或群昵称。…
        郑群> 生产部-张三
        马丽
        刘洋
        机器人> 登记好了：项目A工作群成员 2 人。要核对谁该留下，发 /梳理 项目A工作群。
        「刘洋」有 2 位：刘洋(0086)、刘洋(0213)，分不清是哪一位。
        写清楚再发：/群名单 项目A工作群 补充 部门-姓名
        郑群> /群名单 项目A工作群 补充 刘洋(0213)
        机器人> 收到项目A工作群的名单，对上 3 人。
        · 不再符合成员范围 1 人：马丽（现在在财务部）。
        · 应在群里，还没进 7 人：…
    """)
    assert await members(chat) == {"zhangsan", "mali", "liuyang0213"}
    await chat.close()


async def test_a_list_that_agrees(chat: Chat) -> None:
    """Those who had to be in it before the bot came are on the list, and nobody is told of them."""
    await chat.play(f"""
        郑群@项目A工作群> 成员名单 {ALL}、李四、钱卫东
        机器人@项目A工作群> 已私聊你。
        机器人→郑群> 收到项目A工作群的名单，对上 11 人。
        · 不再符合成员范围 1 人：欧阳静（现在在财务部）。
        要处理，发 /梳理 项目A工作群。
        郑群> /群巡检 项目A工作群
        机器人> 项目A工作群巡检：登记 11 人，郑群 给的名单 11 人（10:00）。…
    """)
    assert {"lisi", "qianweidong"} <= await members(chat)


async def test_who_is_not_on_it_is_asked_about(chat: Chat) -> None:
    await chat.play(f"""
        郑群> /群名单 项目A工作群 {ALL.replace("何苗、", "")}
        机器人→郑群> [卡片] 梳理项目A工作群：谁留下？ 勾上的留下，没勾的移出；「已不在群里」的…
        机器人> 收到项目A工作群的名单，对上 8 人。…
        郑群> 按 [核对好了]
        机器人> [卡片] 梳理项目A工作群 已记下：从名单去掉 何苗。…
    """)
    assert "hemiao" not in await members(chat)


async def test_a_part_of_a_list(chat: Chat) -> None:
    await chat.play("""
        郑群> /群名单 项目A工作群 张三、何苗
        机器人> 项目A工作群登记了 9 人，名单里只对上 2 人，差得太多，我先没有动。…
        郑群> /群名单 项目A工作群 张三、何苗
        就这些
        机器人→郑群> [卡片] 梳理项目A工作群：谁留下？…
        机器人> 收到项目A工作群的名单，对上 2 人。…
    """)


async def test_nobody_is_recognised(chat: Chat) -> None:
    await chat.play("""
        郑群> /群名单 项目A工作群 小甲、小乙
        机器人> 这些名字一个都没对上项目A工作群。写姓名或「部门-姓名」，一行一个。
    """)


async def test_what_wecom_tells_needs_no_pasting(database: Database) -> None:
    chat = await Chat.open(database, company=apps)
    by = Act("a", "test", "测试", "test:1", chat.clock.now())
    await chat.core.records.rosters.keep(GroupId("projecta"), Roster(frozenset()), by=by)
    await chat.play("""
        郑群> /群名单 项目A工作群 张三
        机器人> 项目A工作群的名单我能直接从企业微信读，不用贴。看结果发 /群巡检 项目A工作群。
    """)
    await chat.close()


async def test_who_may(chat: Chat) -> None:
    await chat.play("""
        张三> /群名单 项目A工作群 张三
        机器人> 「群名单」由…
        郭涛> /群名单 项目A工作群 张三
        机器人> 「群名单」要由那个群的群管理员使用。…
    """)
