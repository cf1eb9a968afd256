"""The rules of groups in the configuration: the text itself or a file, of everybody, a type or one group."""

from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.config.company import GroupSection
from bot.config.group_rules import LONGEST, GroupRulesSection
from bot.domain.groups.rules import USUAL, RuleTexts
from bot.identifiers import GroupId


def test_nothing_said_is_the_usual_text() -> None:
    assert GroupRulesSection().texts({}) == RuleTexts(USUAL, {}, {}, timedelta(days=7))


def test_a_text_for_all_for_a_type_for_a_group() -> None:
    section = GroupRulesSection(text="公司的", by_type={"E5": "营销的"}, by_group={"RQ-20261122-001": "项目C的"})
    own = GroupSection(id="pa", name="项目A工作群", rules="\n本群的\n").rules
    assert own
    texts = section.texts({GroupId("pa"): own})
    assert (texts.usual, texts.by_type["E5"]) == ("公司的", "营销的")
    assert texts.by_group == {"pa": "本群的", "RQ-20261122-001": "项目C的"}


def test_one_line_that_names_a_file_is_the_file(tmp_path: Path) -> None:
    file = tmp_path / "rules.txt"
    file.write_text("\ufeff1. 不发广告。\n", encoding="utf-8")
    assert GroupRulesSection(text=str(file)).text == "1. 不发广告。"
    assert GroupRulesSection(text="按 rules.txt\n办。").text == "按 rules.txt\n办。"


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match=r"群规文件 .*没有这个文件"):
        GroupRulesSection(text=str(tmp_path / "none.txt"))


def test_what_nobody_would_read_to_the_end_is_refused() -> None:
    with pytest.raises(ValidationError, match=f"最多 {LONGEST} 字"):
        GroupRulesSection(by_type={"E4": "长" * (LONGEST + 1)})


def test_silence_may_count_for_nothing() -> None:
    assert GroupRulesSection(deemed_after_days=0).texts({}).deemed_after is None


def test_a_group_may_have_no_rules() -> None:
    assert GroupSection(id="pa", name="项目A工作群").rules is None
    assert GroupSection(id="pa", name="项目A工作群", rules="").rules == ""
