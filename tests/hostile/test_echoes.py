"""Words of somebody in words of ours: they mention nobody, link nowhere and format nothing, by any channel; and no cell
of a table that they get into is carried out."""

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Final

import pytest

from bot.domain.wording import quote_user, shown
from bot.files.workbook import FORMULA, harmless
from bot.shapes.outgoing import Card, Markdown, Text
from bot.wecom.aibot import wording
from bot.wecom.app import channel
from bot.wecom.groups import appchat, webhook
from sandbox.mentions import MENTION
from tests.chat import Chat

from .letters import dice_of

HERE, SOAKED = 2_000, 100_000
CELLS_HERE, CELLS_SOAKED = 10_000, 100_000
BITS: Final = (
    *("<@all>", "<@zhangsan>", "@all", "<", ">", "@", "all", "[", "]", "(", ")", "](", "http://evil.example", "://"),
    *("&lt;", "&#60;", "<font color='warning'>", "</font>", '<a href="http://evil.example">', "</a>", "**", "`", "#"),
    *("> ", "\n", "\\", "\u202e", "\u200b", "\x00", "\ufeff", "＜", "﹤", "‹", "＠", "张三", " ", "\u3000", "\t"),
    *("=", "+", "-", "'", '"', "x"),
)
CELLS: Final = (
    *(
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "\x00",
        " ",
        "\u3000",
        "\ufeff",
        "\u200b",
        "'",
        "1",
        "cmd|' /C calc'!A0",
        "张",
    ),
)
MARK: Final = re.compile(r"\]\(|<font|<a\b|</|\[[^\]]*\]\s*\(")
COMMANDS: Final = (
    "/昵称检查 {}",
    "/隐患 {}",
    "/请假 年假 {}",
    "/公告 {}",
    "/建议 {}",
    "/帮助 {}",
    "{}",
    "/举报 {}",
    "/入群 {}",
)


def written(dice: Random, bits: tuple[str, ...]) -> str:
    return "".join(dice.choices(bits, k=dice.randrange(1, 9)))


def bodies(words: str) -> Iterator[tuple[str, bool]]:
    """What goes over the wire, and whether its place reads markdown. A text is made plain by its channel, in markdown
    whoever writes it quotes."""
    text, quoted = Text(words), Markdown(f"**{quote_user(words)}**\n> {shown(words)}", plain=words)
    for writer in (appchat._content, webhook._content, lambda said: channel._content(said, None)):
        yield json.dumps(writer(text), ensure_ascii=False), False
        yield json.dumps(writer(quoted), ensure_ascii=False), True
    yield wording.markdown(text), True
    yield wording.markdown(quoted), True
    yield json.dumps(wording.welcome(quoted), ensure_ascii=False), False
    card = Card(shown(words), plain=quote_user(words), desc=quote_user(words), fields=(("说", shown(words)),))
    yield json.dumps(wording.card_body(card), ensure_ascii=False), False


def echoed(count: int) -> None:
    for number in range(count):
        words = written(dice_of(number), BITS)
        for body, is_markdown in bodies(words):
            assert not MENTION.search(body), number
            assert "mentioned_" not in body, number
            assert not (is_markdown and MARK.search(body)), number


def filled(count: int) -> None:
    for number in range(count):
        cell = harmless(written(dice_of(number), CELLS))
        assert not FORMULA.match(cell), number
        assert cell.lstrip()[:1] not in ("=", "+", "-", "@"), number


def test_two_thousand_echoes_mention_nobody() -> None:
    echoed(HERE)


def test_ten_thousand_cells_are_carried_out_by_nobody() -> None:
    filled(CELLS_HERE)


@pytest.mark.soak
def test_many_more_of_both() -> None:
    echoed(SOAKED)
    filled(CELLS_SOAKED)


async def test_no_command_says_it_for_him(chat: Chat) -> None:
    """Whatever it answers, what is meant for others included."""
    dice = dice_of("commands")
    for line in COMMANDS:
        for _ in range(4):
            await chat.say("张三", line.format(f"<@all>[x](http://evil.example){written(dice, BITS)}"))
    sent = [parcel for each in chat.channels.values() for parcel in each.sent]
    assert len(sent) >= len(COMMANDS)
    for parcel in sent:
        said = str(parcel.content) if not isinstance(parcel.content, Text) else wording.markdown(parcel.content)
        assert not MENTION.search(said), said
        assert "](http://evil" not in said, said
