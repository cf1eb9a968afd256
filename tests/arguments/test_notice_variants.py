"""Lines of a notice that are for a part of its readers."""

import pytest

from bot.arguments.notice_variants import read_variants
from bot.errors import UserError
from tests.arguments.reading import scene


def said(text: str) -> tuple[str, dict[str, str]]:
    left, variants = read_variants(text, scene())
    return left, {each.name: each.text for each in variants}


def test_a_line_for_each_part() -> None:
    text = "明天停电\n给生产部：先停机\n再拉闸\n对财务部、研发部说：仪器关好"
    assert said(text) == ("明天停电", {"生产部": "先停机\n再拉闸", "财务部、研发部": "仪器关好"})


@pytest.mark.parametrize(
    "text",
    [
        "给生产部：先停机",
        "明天停电\n给大家：注意安全",
        "明天停电\n给全员：注意安全",
        "明天停电\n给客户打电话：先预约",
        "明天停电\n时间：9点",
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    assert said(text) == (text, {})


def test_a_group_that_isnt_there() -> None:
    with pytest.raises(UserError):
        said("明天停电\n给火星工作群：先停机")
