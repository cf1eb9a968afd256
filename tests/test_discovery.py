"""Commands are found by their folders."""

from pathlib import Path
from types import ModuleType

import pytest

from bot.discovery import find_commands
from bot.errors import Defect


def test_a_folder_without_a_title_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "who.py").touch()
    package = ModuleType("commands")
    package.__path__ = [str(tmp_path)]
    with pytest.raises(Defect, match=r"people has no __init__\.py"):
        find_commands(package)
