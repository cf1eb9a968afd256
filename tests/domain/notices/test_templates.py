"""Templates: what comes along, what a company puts over it, and blanks that nobody filled in."""

import pytest

from bot.domain.notices.checks.secrets import secrets
from bot.domain.notices.checks.style import length, style
from bot.domain.notices.templates import LONGEST, LONGEST_NAME, Template, blanks, built_in, together, unfilled


@pytest.mark.parametrize("template", built_in(), ids=lambda each: each.name)
def test_what_comes_along_could_go_out_once_it_is_filled_in(template: Template) -> None:
    assert len(template.name) <= LONGEST_NAME
    assert len(template.text) <= LONGEST
    assert blanks(template.text)
    filled = template.words
    for blank in blanks(filled):
        filled = filled.replace(blank, "三号楼")
    assert unfilled(filled) is None
    assert [*secrets(filled), *style(filled), length(filled, 1900)] == [None]


def test_names_are_unique() -> None:
    assert len({each.name for each in built_in()}) == len(built_in())


def test_a_companys_own_counts_before_what_comes_along() -> None:
    own = Template("停电通知", "停电")
    found = together(built_in(), [own], [Template("食堂", "换菜单")])
    assert list(found)[:2] == ["食堂", "停电通知"]
    assert found["停电通知"] is own
    assert len(found) == len(built_in()) + 1


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("〔几月几日〕停电，〔地点〕，〔几月几日〕来电", ["〔几月几日〕", "〔地点〕"]),
        ("时间：＿＿＿，地点：____", ["＿＿＿", "____"]),
        ("按国发〔2026〕3号执行", []),
        ("明天停电", []),
        ("变量 a_b", []),
    ],
)
def test_blanks(text: str, left: list[str]) -> None:
    assert blanks(text) == left
    assert (unfilled(text) is None) is not bool(left)


def test_many_blanks_are_not_all_named() -> None:
    found = unfilled("".join(f"〔空{chr(0x4E00 + number)}〕" for number in range(7)))
    assert found
    assert found.sentence.endswith("等 7 处。请填好，或者删掉，再发一次。")


def test_with_a_title_of_its_own() -> None:
    assert Template("停电", "【停电通知】明天停电").words == "【停电通知】明天停电"
    assert Template("停电", "明天停电").words == "【停电】\n明天停电"
