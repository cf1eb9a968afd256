import pytest

from bot.discovery import find_commands
from bot.understanding.lookup import find_command

BOOK = find_commands()


@pytest.mark.parametrize(
    ("line", "name", "words"),
    [
        ("/帮助", "帮助", ""),
        ("帮助", "帮助", ""),
        ("/HELP 昵称检查", "帮助", "昵称检查"),
        ("/ＮＣＪＣ 生产部-张三", "昵称检查", "生产部-张三"),
        ("/昵称检查生产部-张三", "昵称检查", "生产部-张三"),
        ("昵称检查 生产部-张三", "昵称检查", "生产部-张三"),
        ("/昵称检查：生产部-张三", "昵称检查", "生产部-张三"),
        ("/?", "帮助", ""),
    ],
)
def test_a_command_is_found_by_any_of_its_names(line: str, name: str, words: str) -> None:
    found = find_command(line, BOOK)
    assert found
    assert (found.command.name, found.words, found.guessed) == (name, words, False)


@pytest.mark.parametrize("line", ["/昵称检察 张三", "/昵称检 张三", "/昵称的检查 张三", "/称昵检查 张三"])
def test_one_slip_is_forgiven_as_a_guess(line: str) -> None:
    found = find_command(line, BOOK)
    assert found
    assert found.command.name == "昵称检查"
    assert found.guessed


@pytest.mark.parametrize(
    "line", ["/报销 打车费", "/讨债 打卡不准", "/置顶 张三", "/QQ 年假 11-30", "/helpme", "今天天气不错", "/", ""]
)
def test_another_word_is_not_a_slip(line: str) -> None:
    assert find_command(line, BOOK) is None
