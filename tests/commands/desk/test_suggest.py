"""Each step of a suggestion comes back; who doesn't look at them decides on none."""

from collections.abc import Sequence

import pytest

from bot.explaining import Utterance, explain
from bot.shapes.job import Job
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
