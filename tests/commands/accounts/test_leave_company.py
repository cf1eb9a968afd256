"""Somebody leaves: who may say so, what is read, what ticks itself, and that nobody hears of it who needn't."""

from dataclasses import replace

import pytest

from bot.arguments.leavers import tells_of_leaving
from bot.discovery import find_commands
from bot.domain.accounts.rules import SharedAccount
from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.errors import Code, UserError
from bot.files.company import load
from bot.identifiers import UserId
from bot.shapes.arguments import Scene
from bot.storage.engine.database import Database
from bot.storage.models.accounts import LeavingRecord
from bot.understanding.understand import Understood, understand
from tests.chat import SAMPLE_COMPANY, Chat

BOOK = find_commands()
FILE = load(SAMPLE_COMPANY)
HE = UserId("hemiao")
TOLD = """
    机器人→周敏> [卡片] LZ-20261122-001 离职办理：何苗 …
    机器人→吴管> [卡片] LZ-20261122-001 离职办理：何苗 …"""


def read(line: str, sender: str = "李娜") -> Understood:
    (person,) = FILE.company.named(sender)
    understood = understand(line, Scene(person, FILE.company, FILE.now), BOOK)
    assert isinstance(understood, Understood)
    return understood


@pytest.mark.parametrize(
    ("line", "last_day", "needs_confirm"),
    [
        ("/离职 @何苗 11月30日", "2026-11-30", False),
        ("/离职 何苗 最后工作日是11月30日", "2026-11-30", False),
        ("/离职 11月30日 何苗", "2026-11-30", False),
        ("/离职 @何苗 今天", "2026-11-22", False),
        ("何苗月底要离职", "2026-11-30", True),
        ("帮我给何苗办一下离职 最后一天11月30日", "2026-11-30", True),
        ("何苗11月30日正式离职了", "2026-11-30", True),
        ("何苗月底离职", "2026-11-30", True),
        ("何苗11月30号离职，走一下流程", "2026-11-30", True),
    ],
)
def test_who_and_until_when(line: str, last_day: str, needs_confirm: bool) -> None:
    found = read(line)
    assert (found.explained(), found.needs_confirm) == ({"target": "何苗", "last_day": last_day}, needs_confirm)


@pytest.mark.parametrize(
    "line", ["离职证明怎么开", "谁月底离职", "我月底离职", "如果何苗月底离职怎么办", "离职后几天停用账号"]
)
def test_a_question_is_no_order(line: str) -> None:
    assert not tells_of_leaving(line)


@pytest.mark.parametrize(
    ("line", "sender", "code"),
    [
        ("/离职 @何苗", "李娜", Code.MISSING_ARG),
        ("/离职", "李娜", Code.MISSING_ARG),
        ("/离职 @何苗 昨天", "李娜", Code.PAST_DATE),
        ("/离职 @何苗 11月31日", "李娜", Code.INVALID_DATE),
        ("/离职 @何苗 2028年1月1日", "李娜", Code.LIMIT),
        ("/离职 @刘洋 11月30日", "李娜", Code.AMBIGUOUS_PERSON),
        ("/离职 @李娜 11月30日", "李娜", Code.SELF_TARGET),
        ("/离职 @何苗 11月30日", "王强", Code.NO_PERMISSION),
        ("/离职 @何苗 11月30日", "何苗", Code.NO_PERMISSION),
    ],
)
def test_what_can_not_be(line: str, sender: str, code: Code) -> None:
    with pytest.raises(UserError) as error:
        read(line, sender)
    assert error.value.code is code


async def test_it_is_moved_by_saying_it_again(chat: Chat) -> None:
    await chat.play(f"""
    李娜> /离职 @何苗 11月30日{TOLD}
    机器人> [卡片] LZ-20261122-001 离职办理：何苗 …
    李娜> /离职 @何苗 11月30日
    机器人> LZ-20261122-001 已经登记，最后工作日就是11月30日(周一)，没有再登记。
    周敏> 按 [改日期]
    机器人> [卡片] LZ-20261122-001 离职办理：何苗 最后工作日改到哪天？直接回复日期就行。
    周敏> 12月4日
    机器人→李娜> LZ-20261122-001 何苗：最后工作日改到12月4日(周五)（周敏）。
    机器人→吴管> LZ-20261122-001 何苗：最后工作日改到12月4日(周五)（周敏）。
    机器人> [卡片] LZ-20261122-001 离职办理：何苗 最后工作日改到12月4日(周五)。…
    吴管> /离职 @何苗 12月5日
    机器人> 日期由人力资源改，没有改动。
    吴管> /撤回离职 LZ-20261122-001
    机器人> 没有这个编号的离职办理，什么都没有改动。
    """)
    assert [row.state for row in await LeavingRecord.all()] == ["OPEN"]


async def test_in_a_group_nothing_of_it_is_said(chat: Chat) -> None:
    await chat.play(f"""
    李娜@项目A工作群> /离职 @何苗 11月30日{TOLD}
    机器人@项目A工作群> 已私聊你。
    机器人→李娜> [卡片] LZ-20261122-001 离职办理：何苗 …
    """)


async def test_he_and_his_head_are_asked_to_pass_on_what_is_his_when_human_resources_say_so(chat: Chat) -> None:
    await chat.play(f"""
    李娜> /离职 @何苗 11月30日{TOLD}
    机器人> [卡片] …
    李娜> 按 [请本人交接]
    机器人→何苗> 你的最后工作日是 11月30日(周一)，当天结束后企业微信账号停用。之前请办好：…
    机器人→王强> 何苗 最后工作日 11月30日(周一)，请安排工作、客户和文件的交接人。这件事请先不要在群里说。
    机器人> [卡片] LZ-20261122-001 离职办理：何苗 已请本人和王强交接。…
    """)


async def test_who_leaves_and_works_in_human_resources_doesn_t_see_his_own(chat: Chat) -> None:
    await chat.play("""
    周敏> /离职 @李娜 11月30日
    机器人→吴管> [卡片] LZ-20261122-001 离职办理：李娜 …
    机器人> [卡片] LZ-20261122-001 离职办理：李娜 …
    李娜> /离职列表
    机器人> 现在没有正在办的离职。要登记，发「/离职 @同事 最后工作日」。
    李娜> /撤回离职 LZ-20261122-001
    机器人> 没有这个编号的离职办理，什么都没有改动。
    李娜> /离职 @李娜 12月30日
    机器人> 自己的离职请另一位同事来登记，什么都没有改动。
    """)
    card = chat.newest_card
    await chat.press("李娜", card, "back")
    assert [row.state for row in await LeavingRecord.all()] == ["OPEN"]


async def test_lines_tick_themselves_where_the_bot_can_see(database: Database) -> None:
    def busy(company: Company) -> Company:
        def owned(group: Group) -> Group:
            mine = group.name == "项目A工作群"
            return replace(group, owner=HE, admins=group.admins | {HE}) if mine else group

        shared = SharedAccount("公众号后台", HE)
        accounts = replace(company.accounts, shared=(shared,), items=("工作交接",))
        return replace(company, groups=tuple(map(owned, company.groups)), accounts=accounts)

    chat = await Chat.open(database, company=busy)
    await chat.play(f"""
    李娜> /离职 @何苗 11月30日{TOLD}
    机器人> [卡片] …
    李娜> 按 [怎么办]
    机器人→李娜> LZ-20261122-001 清单：
    ☐ 工作交接
    ☐ 公众号后台 改密码，换保管人
    ☐ 本人当群主的群 项目A工作群：发「/转让群 群名 @接手人」
    ☐ 本人管理的群 项目A工作群：发「/任命群管 群名 @接手人」
    ☑ 本人负责的外部成员
    ☑ 等本人审批的申请
    ☑ 本人提交还没批的申请
    ☑ 委托本人审批的人
    ☑ 本人负责整改的隐患
    ☑ 本人接手的事故
    ☑ 本人负责的检查计划
    ☑ 本人在答的求助
    ☑ 本人名下还没发的公告
    ☑ 本人发起还没结束的征集和活动
    ☑ 本人讲或本人安排的培训
    ☑ 最后工作日之后的值班
    ☑ 最后工作日之后的排班
    ☑ 本人在处理的保密事项
    ☑ 按账号给本人的角色
    ☐ 假期结算：发「/假期资料 何苗 离职 2026-11-30」，剩余年假自动折算
    机器人> [卡片] …
    李娜> 选 [公众号后台 改密码，换保管人] 按 [办好了]
    机器人> [卡片] LZ-20261122-001 离职办理：何苗 已记下：公众号后台 改密码，换保管人。…
    周敏> 按 [怎么办]
    机器人→周敏> LZ-20261122-001 清单：
    ☐ 工作交接
    ☑ 公众号后台 改密码，换保管人（李娜）
    ☐ 本人当群主的群 项目A工作群：…
    机器人> [卡片] …
    """)
    await chat.close()


async def test_a_hazard_that_is_his_to_fix_stands_on_it(chat: Chat) -> None:
    await chat.say("张三", "/隐患 二车间配电箱门坏了")
    await chat.say("陈安", "/整改 YH-20261122-001 何苗 11月27日 换门")
    chat.said()
    await chat.say("李娜", "/离职 @何苗 11月30日")
    cards = [line.words for line in chat.said() if line.words.startswith("[卡片] LZ")]
    assert all("☐ 本人负责整改的隐患 YH-20261122-001" in card for card in cards)
    assert len(cards) == 3
