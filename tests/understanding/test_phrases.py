"""How plain sentences are declared, and that each declared one is heard as its own command's."""

import re
from collections.abc import Iterator

import pytest

from bot.discovery import find_commands
from bot.errors import Defect
from bot.understanding.lookup import find_command
from bot.understanding.phrases import phrase

BOOK = find_commands()
_CHOICE = re.compile(r"[(<]([^()<>]*)[)>]")


@pytest.mark.parametrize(
    ("written", "line", "words"),
    [
        ("拉我进…", "拉我进项目B工作群", "项目B工作群"),
        ("[我]还(有|剩)(几天|多少)…", "我还有几天年假", "年假"),
        ("[我]还(有|剩)(几天|多少)…", "还剩多少调休", "调休"),
        ("…请…假", "我明天上午请半天假", "我明天上午 半天"),
        ("把…[也]拉进…", "把李四也拉进项目A群", "李四 项目A群"),
        ("…加(个|一个)<副管|群管>[，][…]", "项目A群加个副管", "项目A群 副管"),
        ("…加(个|一个)<副管|群管>[，][…]", "项目A群加一个副管，王强", "项目A群 副管 王强"),
        ("我的昵称对不对", "我的昵称对不对", ""),
    ],
)
def test_a_sentence_gives_what_stands_in_its_gaps(written: str, line: str, words: str) -> None:
    assert phrase(written).words(line) == words


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("拉我进…", "拉我进"),
        ("拉我进…", "别拉我进项目B工作群"),
        ("…拉我进…", "先别拉我进项目B工作群"),
        ("…请…假", "我不请假"),
        ("我的昵称对不对", "我的昵称对不对你看着办"),
    ],
)
def test_another_sentence_is_not_it(written: str, line: str) -> None:
    assert phrase(written).words(line) is None


@pytest.mark.parametrize("written", ["[我][要]", "(我|要", "…和…和…", ")"])
def test_a_phrase_that_can_not_be_read_is_a_defect(written: str) -> None:
    with pytest.raises(Defect):
        phrase(written)


def spoken() -> Iterator[tuple[str, str]]:
    """Each declared phrase as somebody would say it: in short, and in full."""
    for command in BOOK:
        for written in command.says:
            short = re.sub(r"\[[^\[\]]*\]", "", written)
            full = re.sub(r"\[([^\[\]|]*)[^\[\]]*\]", r"\1", written)
            for said in {short, full}:
                yield command.name, _CHOICE.sub(lambda found: found[1].split("|")[0], said).replace("…", "某某")


@pytest.mark.parametrize(("name", "line"), sorted(spoken()))
def test_a_declared_sentence_means_its_own_command(name: str, line: str) -> None:
    found = find_command(line, BOOK)
    assert found
    assert found.command.name == name
