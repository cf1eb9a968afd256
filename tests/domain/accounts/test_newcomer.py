"""Real names, and accounts that nobody has."""

import pytest

from bot.domain.accounts.newcomer import account_for, same_name, why_no_name
from bot.files.company import load
from tests.chat import SAMPLE_COMPANY

REGISTER = load(SAMPLE_COMPANY).company.register


@pytest.mark.parametrize(
    "name",
    [
        "王小明",
        "欧阳静",
        "司马相如",
        "阿卜杜拉·买买提",
        "阿卜杜拉•买买提",
        "David Chen",
        "Jean-Luc O'Brien",
        "𠮷田健一",
    ],
)
def test_a_real_name(name: str) -> None:
    assert why_no_name(name, REGISTER) == ""


@pytest.mark.parametrize(
    "name",
    [
        "",
        "王",
        "张总",
        "王师傅",
        "小D",
        "王小明😀",
        "13800001111",
        "生产部-王小明",
        "王小明[x](y)",
        "<@all>",
        "王\n明",
        "A" * 40,
    ],
)
def test_no_real_name(name: str) -> None:
    assert why_no_name(name, REGISTER)


@pytest.mark.parametrize(
    ("name", "taken", "account"),
    [
        ("王小明", [], "wangxiaoming"),
        ("王小明", ["WangXiaoMing"], "wangxiaoming2"),
        ("王小明", ["wangxiaoming", "wangxiaoming2"], "wangxiaoming3"),
        ("阿卜杜拉·买买提", [], "abodulamaimaiti"),
        ("David Chen", [], "davidchen"),
        ("Jean-Luc O'Brien", [], "jeanlucobrien"),
        ("···", [], "member"),
    ],
)
def test_an_account_that_nobody_has(name: str, taken: list[str], account: str) -> None:
    assert account_for(name, taken) == account


def test_names_are_the_same_however_they_are_written() -> None:
    assert same_name("阿卜杜拉·买买提", "阿卜杜拉•买买提")
    assert same_name("david chen", "David  Chen")
    assert not same_name("王小明", "王晓明")
