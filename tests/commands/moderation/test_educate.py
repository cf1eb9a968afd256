"""A talk before any warning (D15§九.1): on record, put right until a day, and nothing milder than it."""

import pytest

from bot.domain.company import Company
from bot.errors import Code
from bot.explaining import Utterance, explain
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE
from tests.commands.moderation.warnings import A, binding


def by_d15(company: Company) -> Company:
    return binding(company, "D15")


async def test_he_reads_the_rule_and_what_comes_next_is_a_warning(database: Database) -> None:
    chat = await Chat.open(database, company=by_d15)
    await chat.play("""
    郑群@项目A工作群> /批评教育 @张三 发私事
    机器人→张三> 你在项目A工作群受到批评教育，编号 WG-20261122-001。…
    机器人→张三> [卡片] 学一小课，答一道题 WG-20261122-001。…
    机器人→张三> [卡片] 请改正：闲聊和私事 WG-20261122-001。《企业微信使用管理制度》不许：和工作无关的内容。…
    机器人→郑群> WG-20261122-001 张三 批评教育，180 天内第 1 次「闲聊和私事」。…
    机器人@项目A工作群> 已办，编号 WG-20261122-001，详情私聊你了。
    """)
    await chat.say("张三", "/申诉 WG-20261122-001 是工作")
    chat.said()
    await chat.play("""
    王强> /裁定 WG-20261122-001 减轻 初犯
    机器人> WG-20261122-001 是批评教育，没有更轻的了，什么都没有改动。请选 维持 或 撤销。
    """)
    await chat.close()


@pytest.mark.parametrize(
    ("who", "line", "expected"),
    [
        ("张三", "/批评教育 @何苗 刷屏", Code.NO_PERMISSION),
        ("郑群", "/批评教育 @张三", Code.MISSING_ARG),
        ("郑群", "/批评教育 @王强 刷屏", Code.HIGHER_ROLE),
        ("郑群", "/批评教育 @郑群 刷屏", Code.SELF_TARGET),
        ("郑群", "/批评教育 @何苗 骚扰女同事", Code.NO_PERMISSION),
    ],
)
def test_who_may_not_and_what_can_not_be(who: str, line: str, expected: Code) -> None:
    said = explain(Utterance(line, sender=who, group=A), FILE, BOOK)
    assert (said["command"], said["error"]) == ("批评教育", expected)


@pytest.mark.parametrize("line", ["对何苗批评教育一下，上班炒股", "麻烦给何苗批评教育，上班炒股"])
def test_how_people_say_it(line: str) -> None:
    said = explain(Utterance(line, sender="郑群", group=A), FILE, BOOK)
    assert (said["command"], said["args"]["target"], said["args"]["category"]) == ("批评教育", "何苗", "C11")
    assert said["needs_confirm"]
