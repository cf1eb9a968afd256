"""A line of chat becomes a command, or a sentence that says why not."""

import time
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.discovery import find_commands
from bot.domain.company import Company
from bot.errors import Code, UserError
from bot.files.company import load
from bot.identifiers import UserId
from bot.shapes.arguments import Scene
from bot.understanding.small_talk import SmallTalk
from bot.understanding.understand import may_use, understand, usable
from tests.chat import SAMPLE_COMPANY

FILE = load(SAMPLE_COMPANY)
BOOK = find_commands()
ZHANG = FILE.company.person(UserId("zhangsan"))
SCENE = Scene(sender=ZHANG, company=FILE.company, now=FILE.now)


def test_a_stranger_may_ask_for_help_and_nothing_else() -> None:
    stranger = Scene(sender=None, company=FILE.company, now=FILE.now)
    assert not isinstance(understand("/帮助", stranger, BOOK), SmallTalk)
    with pytest.raises(UserError) as refused:
        understand("/昵称检查 张三", stranger, BOOK)
    assert refused.value.code is Code.NO_PERMISSION


def test_what_somebody_may_use_is_the_same_asked_of_all_or_of_each() -> None:
    """Those who left and strangers too, in each group and in private."""
    gone = replace(ZHANG, active=False) if ZHANG else None
    lengths = set()
    for person in (None, gone, *FILE.company.people):
        for group in (None, *FILE.company.groups):
            mine = usable(BOOK, person, FILE.company, group)
            assert list(mine) == [each for each in BOOK if may_use(each, person, FILE.company, group)]
            lengths.add(len(mine))
    assert len(lengths) > 5


def test_before_the_directory_was_read_nobody_is_called_a_stranger() -> None:
    scene = Scene(sender=None, company=Company(), now=FILE.now)
    with pytest.raises(UserError, match="我还没有读到通讯录") as refused:
        understand("/昵称检查", scene, BOOK)
    assert refused.value.code is Code.NO_PERMISSION


def test_rights_come_before_missing_words() -> None:
    with pytest.raises(UserError) as refused:
        understand("/退订", SCENE, BOOK)
    assert refused.value.code is Code.NO_PERMISSION


def test_what_is_missing_is_asked_for_with_an_example() -> None:
    admin = Scene(sender=FILE.company.person(UserId("chenan")), company=FILE.company, now=FILE.now)
    with pytest.raises(UserError) as refused:
        understand("/订阅", admin, BOOK)
    assert refused.value.code is Code.MISSING_ARG
    assert list(refused.value.missing) == ["topic"]
    assert "/订阅 安全提醒" in refused.value.sentence


@given(st.text(max_size=700))
@example("@" * 2000)
@example("/" + "昵称检查" * 100)
@example("谢" * 2000)
@example("谢" * 6000 + "x")
@example("哈" * 6000 + "x")
@example("-" * 2048)
@example("啊，" * 680)
def test_it_answers_any_text_at_once(text: str) -> None:
    sentence_for(f"{text}。")  # patterns are compiled at their first use
    started = time.thread_time()
    sentence = sentence_for(text)
    assert time.thread_time() - started < 0.05
    assert sentence.endswith(("。", "？", *(command.usage for command in BOOK)))


def sentence_for(text: str) -> str:
    """What is refused, or a full stop where nothing is."""
    try:
        understand(text, SCENE, BOOK)
    except UserError as error:
        return error.sentence
    return "。"
