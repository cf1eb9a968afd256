"""Which topics may reach whom, read from the configuration."""

from pathlib import Path

import pytest

from bot.config import loading
from bot.domain.notices.reader_kinds import MatrixRules, ReaderKind
from bot.errors import ConfigError
from tests.config.test_settings import MINIMAL


def rules(tmp_path: Path, text: str) -> MatrixRules:
    file = tmp_path / "config.toml"
    file.write_text(MINIMAL + text, encoding="utf-8")
    return loading.load(file).configured_company().notices.matrix


def test_nothing_is_refused_unless_somebody_says_so(tmp_path: Path) -> None:
    assert rules(tmp_path, "") == MatrixRules()


def test_it_reaches_the_rules(tmp_path: Path) -> None:
    found = rules(tmp_path, '[notices.matrix]\nsales = ["供销处"]\n[notices.matrix.allowed]\n"财务" = ["直接用户"]\n')
    assert found.allowed == {"财务": {ReaderKind.DIRECT}}
    assert found.sales == ("供销处",)


@pytest.mark.parametrize("line", ['"天气" = ["外部"]', '"财务" = ["领导"]'])
def test_what_can_not_be(tmp_path: Path, line: str) -> None:
    with pytest.raises(ConfigError):
        rules(tmp_path, f"[notices.matrix.allowed]\n{line}\n")
