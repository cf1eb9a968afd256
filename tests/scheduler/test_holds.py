"""Whatever deletes leaves alone what is held for a dispute: each call that deletes says what is held."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
EXEMPT = {
    "private_words": "words of private commands, after an hour; what they were about is a record of its own",
    "files": "bytes that no record names any more, and nothing that is held is without a record",
    "digests": "how many notices somebody had in a day, for some days",
    "group_watches": "when a group was last used, of groups that are no more",
    "unkept_groups": "groups that have a keeper again",
}


def calls() -> Iterator[tuple[str, str, set[str]]]:
    """Where, of which part of the store, with which names."""
    for folder in ("scheduler", "bot/services", "commands"):
        for path in sorted(ROOT.glob(f"{folder}/**/*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _deletes(node.func):
                    names = {str(each.arg) for each in node.keywords}
                    yield str(path.relative_to(ROOT)), _part(node.func.value), names


def _deletes(called: ast.Attribute) -> bool:
    return called.attr == "forget" or called.attr.startswith("forget_")


def _part(value: ast.expr) -> str:
    return value.attr if isinstance(value, ast.Attribute) else ast.unparse(value)


# One case at a time, of which each is asked about before it goes.
ONE_BY_ONE = {"reports", "enquiries", "incidents", "accounts"}


def test_who_deletes_says_what_is_held() -> None:
    found = list(calls())
    assert len(found) > 10
    bare = [(where, part) for where, part, names in found if "held" not in names]
    assert [each for each in bare if each[1] not in EXEMPT and each[1] not in ONE_BY_ONE] == []
