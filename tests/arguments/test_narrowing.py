"""Which groups of many: a type, a part of a name, or all of them."""

import pytest

from bot.arguments.narrowing import Narrowing
from bot.errors import Code
from tests.arguments.reading import FILE, read, refused


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("E4", {"type": "E4"}),
        ("ｅ4", {"type": "E4"}),
        ("项目公司工作群", {"type": "E4"}),
        ("项目", {"name": "项目"}),
        ("项目Ａ", {"name": "项目a"}),
        ("项目 A 工作群", {"name": "项目a工作群"}),
    ],
)
def test_what_is_read(typed: str, expected: dict[str, str]) -> None:
    found, left = read(Narrowing, typed)
    assert (found.explained(), left) == (expected, "")


@pytest.mark.parametrize("typed", ["", "所有的群", "全部", "群"])
def test_all_of_them(typed: str) -> None:
    assert read(Narrowing, typed)[0] is None


@pytest.mark.parametrize(
    ("typed", "names"),
    [("项目A", ["项目A工作群", "项目A营销微信平台"]), ("E3", ["集团工作群"]), ("篮球", [])],
)
def test_which_it_takes(typed: str, names: list[str]) -> None:
    found, _ = read(Narrowing, typed)
    assert [group.name for group in FILE.company.groups if found.takes(group)] == names


def test_a_key_that_is_no_types() -> None:
    error = refused(Narrowing, "E9")
    assert error.code is Code.UNKNOWN_TYPE
    assert "E4 项目公司工作群" in error.sentence
