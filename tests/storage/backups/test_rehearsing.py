"""What a rehearsal restored lies open beside its keys, so nothing of it may be left behind."""

import os
from pathlib import Path

from bot.storage.backups.rehearsing import LONGEST, PREFIX, sweep

NOW = 1_800_000_000.0


def lying(folder: Path, name: str, age: float) -> Path:
    left = folder / name
    left.mkdir()
    (left / "rehearsed.sqlite3").write_text("张三 病假")
    os.utime(left, (NOW - age, NOW - age))
    return left


def test_what_a_killed_one_left_goes_and_nothing_else(tmp_path: Path) -> None:
    killed = lying(tmp_path, f"{PREFIX}a", LONGEST + 1)
    at_work, others = lying(tmp_path, f"{PREFIX}b", 60.0), lying(tmp_path, "backups", LONGEST * 9)
    (tmp_path / f"{PREFIX}c").symlink_to(others)
    sweep(tmp_path, NOW)
    assert not killed.exists()
    assert (at_work / "rehearsed.sqlite3").exists()
    assert (others / "rehearsed.sqlite3").exists()
