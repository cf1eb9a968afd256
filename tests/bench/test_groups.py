"""The measuring itself, with a company of a hundred."""

import json
from pathlib import Path

import pytest

from bench.groups import measure


async def test_a_small_company_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    await measure(tmp_path, 100, 21)
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("{")]
    figures = {each["name"]: each for each in map(json.loads, lines)}
    assert figures["groups.round"]["reviews"] == 21
    assert {"groups.my_groups", "groups.join", "groups.change.everybody", "groups.start"} <= figures.keys()
