"""The figures come out, and all that was written is linked and verified."""

from pathlib import Path

from bench.audit import figures


async def test_three_figures(tmp_path: Path) -> None:
    found = [figure async for figure in figures(250, tmp_path)]
    assert [figure["name"] for figure in found] == ["audit.written", "audit.linked", "audit.verified"]
    assert [figure["entries"] for figure in found] == [250, 251, 251]
