"""What somebody wants to see of the trail is read in any order."""

from collections.abc import Mapping

import pytest

from bot.arguments.audit import AuditQuery
from bot.errors import UserError
from bot.shapes.arguments import Words
from tests.arguments.reading import scene


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("WG-20261122-001", {"id": "WG-20261122-001"}),
        ("wg20261122001 张三", {"id": "WG-20261122-001", "target": "张三"}),
        ("张三 11.20", {"target": "张三", "date": "2026-11-20"}),
        ("昨天 @张三", {"target": "张三", "date": "2026-11-21"}),
        ("张三 最近一周", {"target": "张三", "from": "2026-11-16", "to": "2026-11-22"}),
        ("近30天 张三的操作记录", {"target": "张三", "from": "2026-10-24", "to": "2026-11-22"}),
        ("查一下张三上周的操作", {"target": "张三", "from": "2026-11-09", "to": "2026-11-15"}),
        ("10月 /禁言", {"command": "禁言", "from": "2026-10-01", "to": "2026-10-31"}),
        ("/禁言 昨天", {"command": "禁言", "date": "2026-11-21"}),
    ],
)
def test_in_any_order(text: str, told: Mapping[str, str]) -> None:
    found = AuditQuery.read(Words(text), scene())
    assert found
    assert found.explained() == told


def test_nothing_is_asked_for() -> None:
    assert AuditQuery.read(Words(""), scene()) is None


def test_what_is_none_of_these() -> None:
    with pytest.raises(UserError, match="「天气」不是同事、编号、日期或命令"):
        AuditQuery.read(Words("天气"), scene())
