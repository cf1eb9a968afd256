"""The lines that the second ear learns from."""

import json
from collections import Counter
from pathlib import Path

from bench.hearing.lines import Label, Line, fingerprint, read


def test_there_are_enough_of_each() -> None:
    found = Counter(each.label for each in read())
    assert found[Label.CRY] > 1000
    assert found[Label.HAZARD] > 300
    assert found[Label.CHATTER] > 2000


def test_the_same_text_counts_once(tmp_path: Path) -> None:
    row = json.dumps({"text": "救命", "label": "cry"})
    for name in ("b", "a"):
        (tmp_path / f"{name}.jsonl").write_text(f"{row}\n{row}\n", encoding="utf-8")
    assert read(tmp_path) == [Line("救命", Label.CRY, "a")]


def test_another_line_is_another_fingerprint() -> None:
    first, second = Line("救命", Label.CRY, "a"), Line("救命", Label.CHATTER, "a")
    assert fingerprint([first]) != fingerprint([second])
    assert fingerprint([first]) == fingerprint([first])
