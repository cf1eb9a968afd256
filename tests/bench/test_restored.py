"""A backup and its way back, measured in small."""

from contextlib import closing
from itertools import islice

import pytest

from bench import old, restored
from bench.trials import Opened, UntrustworthyError


def none_here() -> Opened:
    raise AssertionError("not asked for")


def test_both_ways_are_measured() -> None:
    with closing(restored.figures(20, none_here)) as figures:
        there, back = islice(figures, 2)
    assert (there.name, back.name) == ("backup.sqlite", "restore.sqlite")
    assert min(there.ratio, back.ratio) > 0
    assert back.more["rows"] == 20


def test_a_backup_that_lacks_rows_is_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    write = old.write
    monkeypatch.setattr(old, "write", lambda file, rows: write(file, rows - 5))
    with closing(restored.figures(20, none_here)) as figures, pytest.raises(UntrustworthyError):
        list(islice(figures, 2))
