"""All checks in one go, in the order of the text."""

from bot.domain.moderation.content.checks import LONGEST, Checks
from bot.domain.moderation.content.word_index import WordIndex
from bot.domain.moderation.content.words import WordSet

CHECKS = Checks(WordIndex([WordSet("C05", "赌博", ("赌博",))]), ("oa.example.com",))
IDENTITY = "11010519491231002X"  # the example of the standard


def rules(text: str) -> list[tuple[str, str]]:
    return [(each.category, each.rule) for each in CHECKS.look(text)]


def test_in_the_order_of_the_text() -> None:
    text = f"赌博 {IDENTITY} 工资表.xls.exe http://t.cn/x"
    assert rules(text) == [("C05", "赌博"), ("C03", "身份证号"), ("C13", "可执行文件"), ("C13", "短链接")]


def test_one_number_is_a_colleagues_and_three_are_a_list() -> None:
    assert rules("找张三 13800001111，或李四 13900002222") == []
    assert rules("13800001111 138 0000 1111 13800001111") == []  # one person, said three times
    assert rules("13800001111 139-0000-2222 13700003333") == [("C03", "多个手机号")]


def test_what_nobody_reads_isnt_looked_at() -> None:
    assert rules("好" * LONGEST + "赌博") == []
