"""Each step of a suggestion comes back; who doesn't look at them decides on none."""

from collections.abc import Sequence

import pytest

from bot.domain.desk.idea import Idea
from bot.explaining import Utterance, explain
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.job import Job
from bot.storage.desk.ideas import IdeaTable
from scheduler.desk_clock import desk_clock
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE

SUGGESTED = """
    张三> /建议 食堂晚上加一个面食窗口
    机器人→小运营> [卡片] 建议 XJ-20261122-001：行政 …
    机器人> XJ-20261122-001 收到，小运营会看。有结果我告诉你。"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (desk_clock,)


async def test_nobody_moves_it(chat: Chat) -> None:
    await chat.play(f"""{SUGGESTED}
    ⏰ 2026-11-25 10:00
    机器人→小运营> [卡片] 建议 XJ-20261122-001：行政 有些日子没有动了。张三：食堂晚上加一个面食窗口 …
    小运营> 按 [采纳]
    机器人> [卡片] 建议 XJ-20261122-001 打算怎么做、大概什么时候？…
    小运营> 算了
    机器人> 好的，「回复建议」先不办了。
    小运营> 按 [考虑]
    机器人→张三> 你的建议 XJ-20261122-001「食堂晚上加一个面食窗口」考虑中。
    机器人> [卡片] 建议 XJ-20261122-001：行政 张三：食堂晚上加一个面食窗口 [采纳] [不采纳]
    """)


async def test_only_who_looks_at_them(chat: Chat) -> None:
    await chat.play(f"""{SUGGESTED}
    张三> /回复建议 XJ-20261122-001 采纳 我同意
    机器人> 没有要你看的建议 XJ-20261122-001。发 /建议看板 看看有哪些。
    """)


@pytest.mark.parametrize(
    ("line", "text", "guessed"),
    [
        ("建议食堂加一个面食窗口", "食堂加一个面食窗口", False),
        ("我想提个建议，茶水间放个微波炉", "茶水间放个微波炉", True),
        ("我建议把早会改到九点", "把早会改到九点", True),
    ],
)
def test_plain_sentences(line: str, text: str, guessed: bool) -> None:
    """One that begins with the command's name is no guess."""
    said = explain(Utterance(line, "张三"), FILE, BOOK)
    assert (said["command"], said["args"], said["needs_confirm"]) == ("建议", {"text": text}, guessed)


def test_who_asks_for_some_suggests_nothing() -> None:
    assert explain(Utterance("有什么建议吗", "张三"), FILE, BOOK).get("command") is None


async def test_a_day_brings_so_many_and_no_more_but_danger_passes(chat: Chat) -> None:
    """Whose an unnamed one is isn't counted; of those the whole company has so many a day."""
    ideas = IdeaTable()
    by = Act("zhangsan", "test", "测试", "test", chat.clock.time)
    for number in range(30):
        idea = Idea(f"XJ-20261122-1{number:02}", UserId("zhangsan"), "行政", "加一个面食窗口", chat.clock.time)
        await ideas.add(idea, by=by)
    await chat.play("""
    张三> /建议 茶水间放个微波炉
    机器人> 今天已经收到你 30 条，都在办，这条没有登记。其余的明天接着说，或者并成一条。…
    张三> /求助 领导加我微信让我转账，怎么办
    机器人→张三> 先这样做：…
    机器人→小运营> [卡片] …
    机器人> [卡片] 已转给小运营 …
    李四> /建议 茶水间放个微波炉
    机器人→小运营> [卡片] …
    机器人> XJ-20261122-001 收到，…
    张三> /匿名建议 茶水间放个微波炉
    机器人> XJ-20261122-002 收到，…
    """)
    for number in range(50):
        await ideas.add(Idea(f"XJ-20261122-2{number:02}", None, "行政", "加一个窗口", chat.clock.time), by=by)
    await chat.play("""
    李四> /匿名建议 茶水间放个烤箱
    机器人> 今天匿名建议收得很多了，这条没有登记。请明天再发，或者用 /建议 记名提。…
    """)
