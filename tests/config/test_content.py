"""[moderation.content]: a company's own words, looked over when the bot starts."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.config.content import ContentSection


def test_by_default_it_is_on_and_the_archive_is_not() -> None:
    rules = ContentSection().rules()
    assert (rules.on, rules.words, rules.archive) == (True, (), None)


def test_files_and_a_folder(tmp_path: Path) -> None:
    file = tmp_path / "own.txt"
    file.write_text("# C02 代号\n天狼计划\n", encoding="utf-8")
    rules = ContentSection(words=[str(file)], archive=str(tmp_path), archive_since=date(2026, 12, 1)).rules()
    assert (rules.words, rules.archive) == ((file,), tmp_path)


def test_a_file_that_is_wrong_is_said_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text('[[sets]]\ncategory = "C99"\nwords = "天狼"\n', encoding="utf-8")
    with pytest.raises(ValidationError, match="第 1 组写了「C99」"):
        ContentSection(words=[str(file)])


def test_the_archive_takes_the_day_by_which_everybody_was_told(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="archive_since"):
        ContentSection(archive=str(tmp_path))
    rules = ContentSection(archive=str(tmp_path), archive_since=date(2026, 12, 1), rooms={"wr1": "项目A工作群"}).rules()
    assert (rules.archive_since, rules.rooms) == (date(2026, 12, 1), {"wr1": "项目A工作群"})
