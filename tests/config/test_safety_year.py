"""The safety calendar and the library as an operator changes them."""

from pathlib import Path

import pytest

from bot.config import loading
from bot.domain.safety.calendar.reading import shipped as shipped_entries
from bot.domain.safety.calendar.year import EXPOSED, SafetyYear
from bot.domain.safety.library.reading import shipped as shipped_library
from bot.domain.safety.library.topic import Site
from bot.errors import ConfigError
from bot.identifiers import GroupId
from tests.config.test_settings import MINIMAL

OWN_TEXT = """
type = "电气"
[[topics]]
title = "我们的电箱"
kind = "知识"
text = "看一眼。"
source = "公司惯例"
ask = "看吗？"
answers = ["看", "不看"]
right = 1
why = "要看。"
"""


def year(tmp_path: Path, written: str) -> SafetyYear:
    config = tmp_path / "config.toml"
    config.write_text(f"{MINIMAL}\n[safety]\n{written}\n", encoding="utf-8")
    return loading.load(config).configured_company().safety_year


def test_without_a_word_it_is_what_comes_along(tmp_path: Path) -> None:
    found = year(tmp_path, "")
    assert found.entries == shipped_entries()
    assert found.library == shipped_library()
    assert found.exposed == EXPOSED


def test_files_are_laid_over_it(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[[entries]]\nname = "周五收工"\non = false\n', encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.toml").write_text(OWN_TEXT, encoding="utf-8")
    found = year(
        tmp_path,
        f'calendar = "{tmp_path}/own.toml"\nlibrary = ["{tmp_path}/texts"]\nthemes = {{ 2027 = "人人讲安全" }}\n'
        'sites = { "G-A" = ["工地"] }\nexposed = ["台风"]',
    )
    assert set(shipped_entries()) - set(found.entries) == {"周五收工"}
    assert "电气/我们的电箱" in found.library
    assert found.themes == {2027: "人人讲安全"}
    assert found.sites == {GroupId("G-A"): {Site.BUILDING}}
    assert found.exposed == {"台风"}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('calendar = "{here}/none.toml"', "none.toml"),
        ('calendar = "{here}/bad.toml"', "「周五收工」：when 写了「周五」，看不懂是哪天几点"),
        ('library = ["{here}/bad.toml"]', "开头的 type只能写"),
        ('sites = {{ "G-A" = ["海上"] }}', "只能是 车间、仓库、工地、办公"),
        (f'themes = {{{{ 2027 = "{"长" * 41}" }}}}', "主题最多写 40 个字"),
    ],
)
def test_what_is_wrong_is_said_before_it_starts(tmp_path: Path, written: str, said: str) -> None:
    (tmp_path / "bad.toml").write_text('[[entries]]\nname = "周五收工"\nwhen = "周五"\n', encoding="utf-8")
    with pytest.raises(ConfigError) as refused:
        year(tmp_path, written.format(here=tmp_path))
    assert said in "\n".join(refused.value.problems)


def test_a_season_that_no_entry_names_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as refused:
        year(tmp_path, 'exposed = ["台风", "梅雨季"]')
    assert "exposed 里的「梅雨季」在安全日历里没有，可以写 " in str(refused.value)
