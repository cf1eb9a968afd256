"""A chat becomes a group of the registry: by whom, as what, and what is refused."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.arguments.registration import Registration
from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.errors import Code
from bot.identifiers import GroupId
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from tests.arguments.reading import FILE, refused, scene
from tests.chat import Chat

ROOM = "项目Z大群"
TEXT = "登记群：项目Z工作群（项目公司工作群，研发部的人），群管理员 王五"
TYPES = "集团高管工作群|计划运营推动群|集团工作群|项目公司工作群|项目营销微信平台|部门工作群|都不是"
HOW = "或@我 回复序号、名称，10:10 前有效"
CAN = "发 /群能力 看我在这里能做什么。"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return ()


async def with_waiting(database: Database, *names: str) -> Chat:
    """郑群 looks after groups that wait for their chat."""
    waiting = tuple(
        Group(
            GroupId(name),
            name,
            "E4",
            departments=("研发部",),
            admins=frozenset({FILE.company.named("郑群")[0].user_id}),
        )
        for name in names
    )

    def changed(company: Company) -> Company:
        return replace(company, groups=(*company.groups, *waiting))

    return await Chat.open(database, jobs=(), company=changed)


async def test_an_office_registers_at_once(chat: Chat) -> None:
    await chat.play(f"""
    李娜@{ROOM}> /登记群 E4 项目Z工作群 用途：项目Z的日常沟通 部门：研发部 群管 @郭涛
    机器人→郭涛> 你现在是项目Z工作群的群管理员（DJ-20261122-001）。发 /群信息 项目Z工作群 看看。
    机器人@{ROOM}> 登记好了：项目Z工作群（项目公司工作群），编号 DJ-20261122-001，群管理员 郭涛。
    {CAN}
    郭涛@{ROOM}> /群信息
    机器人@{ROOM}> 项目Z工作群（项目公司工作群）
    用途：项目Z的日常沟通
    谁能进：成员限总裁、常务副总裁和这个项目公司的员工（研发部）。依据：《企业微信工作群管理办法》第四条
    群管理员：郭涛
    成员名单还不知道。
    """)


async def test_others_ask_the_office(chat: Chat) -> None:
    await chat.play(f"""
    王五@{ROOM}> /登记群 项目公司工作群 项目Z工作群 部门：研发部
    机器人→李娜> [卡片] 王五 申请{TEXT} RQ-20261122-001 [同意] [驳回]
    机器人→周敏> [卡片] 王五 申请{TEXT} RQ-20261122-001 [同意] [驳回]
    机器人@{ROOM}> 已提交 RQ-20261122-001：{TEXT}。等 李娜 或 周敏 审批。
    李娜> 按 [同意]
    机器人→周敏> RQ-20261122-001 李娜同意了。
    机器人→王五> RQ-20261122-001 {TEXT}：已同意（李娜，10:00）。项目Z工作群登记好了，以后在群里 @我 就行。
    机器人> [卡片] 王五 申请{TEXT} 已同意（李娜，10:00）。
    王五@{ROOM}> /登记群
    机器人@{ROOM}> 这个群已经登记：项目Z工作群。…
    """)


async def test_meanwhile_somebody_registered_it(chat: Chat) -> None:
    await chat.play(f"""
    王五@{ROOM}> /登记群 项目公司工作群 项目Z工作群 部门：研发部
    机器人→李娜> …
    机器人→周敏> …
    机器人@{ROOM}> 已提交 RQ-20261122-001：…
    周敏@{ROOM}> /登记群 项目公司工作群 项目Z工作群
    机器人@{ROOM}> 登记好了：…
    李娜> 按 [同意]
    机器人→周敏> …
    机器人→王五> RQ-20261122-001 {TEXT}：已同意（李娜，10:00）。没有登记成：这个群已经登记：…
    机器人> …
    """)


async def test_who_may_register_but_not_appoint_leaves_that_to_the_office(chat: Chat) -> None:
    await chat.play(f"""
    吴管@{ROOM}> /登记群 高管群 集团高管二群
    机器人→林宓> 吴管 登记了集团高管二群（DJ-20261122-001），还没有群管理员。请发：/任命群管 集团高管二群 @同事
    机器人@{ROOM}> 登记好了：集团高管二群（集团高管工作群），编号 DJ-20261122-001，群管理员由总裁办任命，我已通知他们。
    {CAN}
    """)


async def test_naming_somebody_is_the_offices_say(chat: Chat) -> None:
    await chat.play(f"""
    吴管@{ROOM}> /登记群 高管群 集团高管二群 群管 吴管
    机器人→林宓> [卡片] 吴管 申请登记群：集团高管二群（集团高管工作群），群管理员 吴管 RQ-20261122-001 [同意] [驳回]
    机器人@{ROOM}> 已提交 RQ-20261122-001：…
    """)


async def test_type_and_name_are_asked_for(chat: Chat) -> None:
    await chat.play(f"""
    周敏@{ROOM}> /登记群 新群
    机器人@{ROOM}> [卡片] 这里是哪一类群？ 选一个再按「就选它」，{HOW} ({TYPES}) [就选它] [算了]
    周敏@{ROOM}> 选 [项目公司工作群] 按 [就选它]
    机器人@{ROOM}> [卡片] 已选：项目公司工作群 这个群叫什么名字？@我 回复就行，10:10 前有效；不办了就回「算了」。
    周敏@{ROOM}> 项目Z工作群
    机器人@{ROOM}> 登记好了：项目Z工作群（项目公司工作群），编号 DJ-20261122-001，群管理员 周敏。
    谁能进要看部门，补一句：/登记群 部门：生产部。
    {CAN}
    """)


async def test_a_group_without_a_type(chat: Chat) -> None:
    await chat.play(f"""
    周敏@{ROOM}> /登记群 其他 篮球俱乐部群
    机器人@{ROOM}> 登记好了：篮球俱乐部群（没有类型），编号 DJ-20261122-001，群管理员 周敏。
    {CAN}
    """)


async def test_what_was_left_out_is_added_later(chat: Chat) -> None:
    await chat.play(f"""
    周敏@{ROOM}> /登记群 E4 项目Z工作群
    机器人@{ROOM}> 登记好了：项目Z工作群（项目公司工作群），编号 DJ-20261122-001，群管理员 周敏。
    谁能进要看部门，补一句：/登记群 部门：生产部。
    {CAN}
    周敏@{ROOM}> /登记群 部门：研发部、生产部
    机器人@{ROOM}> 记下了。发 /群信息 看项目Z工作群现在的登记。
    张三@{ROOM}> /登记群 用途：聊天
    机器人@{ROOM}> 项目Z工作群的登记由它的群管理员来改。请找他们。
    """)
    (group,) = [each for each in chat.company.groups if each.name == "项目Z工作群"]
    assert (group.departments, group.purpose) == (("研发部", "生产部"), "")


async def test_who_may_enter_is_no_affair_of_the_keepers(chat: Chat) -> None:
    await chat.play("""
    郑群@项目A工作群> /登记群 用途：项目A的日常沟通
    机器人@项目A工作群> 记下了。发 /群信息 看项目A工作群现在的登记。
    郑群@项目A工作群> /登记群 部门：财务部
    机器人@项目A工作群> 谁能进项目A工作群，由集团行政人事部定。请让他们在群里发这一句。
    """)


async def test_a_group_that_waits_for_its_chat(database: Database) -> None:
    chat = await with_waiting(database, "项目C工作群")
    await chat.play(f"""
    郑群@{ROOM}> /登记群
    机器人@{ROOM}> [卡片] 这里是哪个群？ 按一个，{HOW} [项目C工作群] [都不是，新登记] [算了]
    郑群@{ROOM}> 按 [项目C工作群]
    机器人→项目C工作群> 群规（第 1 版）：…
    机器人@{ROOM}> [卡片] 已选：项目C工作群 接通了：这里就是项目C工作群，以后在群里 @我 就行。{CAN}
    郑群@第二个群> /登记群 项目C工作群
    机器人@第二个群> 项目C工作群已经接通了另一个群聊。这里是新的群就换个名字；接错了就先发 /绑定 项目C工作群 解除。
    """)
    await chat.close()


async def test_only_who_looks_after_it_says_where_it_is(database: Database) -> None:
    chat = await with_waiting(database, "项目C工作群")
    await chat.play(f"""
    王五@{ROOM}> /登记群 项目C工作群
    机器人@{ROOM}> 项目C工作群已经登记。说这里就是它，要由它的群管理员来发 /登记群。
    李娜@{ROOM}> 把这个群登记成 E4 项目C工作群
    机器人@{ROOM}> [卡片] 你是想「登记群 E4 项目C工作群」吗？ 10:30 前有效 [确认] [算了]
    李娜@{ROOM}> /登记群 E4 项目C工作群
    机器人→郑群> 李娜 在一个群聊里说，那里就是项目C工作群。不对的话，发 /绑定 项目C工作群 看怎么改。
    机器人→项目C工作群> 群规（第 1 版）：…
    机器人@{ROOM}> 接通了：这里就是项目C工作群，以后在群里 @我 就行。{CAN}
    """)
    await chat.close()


async def test_a_name_of_a_group_he_may_not_know_of(chat: Chat) -> None:
    await chat.play(f"""
    张三@{ROOM}> /登记群 集团高管工作群
    机器人@{ROOM}> 「集团高管工作群」这个群名用不了。换一个名字再发一次。
    张三@{ROOM}> /登记群 E4 项目А工作群
    机器人@{ROOM}> 「项目А工作群」…
    """)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("E9 项目Z工作群", Code.UNKNOWN_TYPE),
        ("项目Z工作群", Code.MISSING_ARG),
        ("E4", Code.MISSING_ARG),
        ("项目A工作群", Code.NO_PERMISSION),
    ],
)
def test_what_can_not_be(words: str, code: Code) -> None:
    where = replace(scene("张三"), in_group=True)
    assert refused(Registration, words, where).code is code


async def test_only_in_a_group(chat: Chat) -> None:
    await chat.play("""
    周敏> /登记群 E4 项目Z工作群
    机器人> 看不出是哪个群。请到那个群里 @我 发 /登记群。
    """)


async def test_what_it_is_for_can_be_said_in_private(chat: Chat) -> None:
    """In a customer group nobody could say it to the bot."""
    await chat.play("""
    冯销> /登记群 项目A营销微信平台 用途：项目A的客户服务
    机器人> 记下了。发 /群信息 看项目A营销微信平台现在的登记。
    冯销> /群信息 项目A营销微信平台
    机器人> 项目A营销微信平台（项目营销微信平台）
    用途：项目A的客户服务…
    张三> /登记群 项目A工作群 用途：聊天
    机器人> 项目A工作群的登记由它的群管理员来改。请找他们。
    张三> /登记群 集团高管工作群 用途：聊天
    机器人> 看不出是哪个群。请到那个群里 @我 发 /登记群。
    郑群> /登记群 项目A工作群
    机器人> 看不出是哪个群。请到那个群里 @我 发 /登记群。
    """)
