"""What no real name holds, and what real names hold although it looks odd."""

import pytest

from bot.domain.nicknames.folding import fold
from bot.domain.nicknames.forms import has_address, has_number, is_decorated, is_title


@pytest.mark.parametrize(
    "name",
    [
        "张三",
        "王䶮",
        "㛃晓东",
        "阿卜杜拉·买买提",
        "José",
        "Nguyễn Văn Ánh",
        "བསྒྲུབས",
        "ئابدۇللا",
        "〇一",
        "O'Neil-Smith",
        "𠮷田",
    ],
)
def test_names_of_every_script_are_plain(name: str) -> None:
    assert not is_decorated(name)
    assert not has_number(fold(name))
    assert not has_address(name)


@pytest.mark.parametrize(
    "text", ["💥", "a\u200d", "a\ufe0f", "\ue001", "Z\u0301\u0302\u0303\u0304", "\u3164", "™", "$", "\U0001fae9"]
)
def test_decoration(text: str) -> None:
    assert is_decorated(text)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("张总", True),
        ("欧阳师傅", True),
        ("经理", True),
        ("三哥", False),
        ("张三", False),
        ("工", False),
        ("总", False),
        ("阿强", False),
    ],
)
def test_titles(written: str, *, title: bool) -> None:
    assert is_title(written) is title


@pytest.mark.parametrize("text", ["1380013800", "138-0013-8000", "一三八〇〇一三八〇〇〇", "qq 1234567"])
def test_numbers(text: str) -> None:
    assert has_number(fold(text))


@pytest.mark.parametrize("text", ["0086", "123456", "一二三", "刘洋10213"])
def test_short_numbers_tell_namesakes_apart(text: str) -> None:
    assert not has_number(fold(text))
