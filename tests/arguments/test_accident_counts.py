"""Numbers of an accident, however they are written, and whatever they stand before or behind."""

import pytest

from bot.arguments.accident_counts import read_counts
from bot.domain.safety.accidents.statements import Topic

D, S, M, X, T, L = Topic.DEATHS, Topic.SERIOUS, Topic.MINOR, Topic.MISSING, Topic.TRAPPED, Topic.LOSS


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("死亡0 重伤1", {D: "0", S: "1"}),
        ("死亡：2人；重伤：3人", {D: "2", S: "3"}),
        ("3人死亡 10人重伤 损失五千万", {D: "3", S: "10", L: "50000000"}),
        ("1死2重伤", {D: "1", S: "2"}),
        ("死亡1，2人重伤", {D: "1", S: "2"}),
        ("死0重1轻2", {D: "0", S: "1", M: "2"}),
        ("没有死亡 重伤1", {D: "0", S: "1"}),
        ("重伤三人 轻伤两人 下落不明1人", {S: "3", M: "2", X: "1"}),
        ("没有人员伤亡", {D: "0", S: "0", M: "0"}),
        ("无人被困", {T: "0"}),
        ("死亡待核实 急性中毒5人", {D: "", S: "5"}),
        ("损失约3.5万元", {L: "35000"}),
        ("直接经济损失 1,200,000 元", {L: "1200000"}),
        ("损失 1.2 亿", {L: "120000000"}),
        ("损失不明", {L: ""}),
        ("明天下午三点", {}),
    ],
)
def test_what_is_said_of_numbers(words: str, expected: dict[Topic, str]) -> None:
    assert dict(read_counts(words)[0]) == expected


@pytest.mark.parametrize("words", ["死亡 99999", "损失 9999999 亿"])
def test_what_no_accident_can_be(words: str) -> None:
    with pytest.raises(ValueError, match="9999"):
        read_counts(words)
