"""What nobody understood and may still be a cry for help is asked about; what people only say is not."""

import json
from pathlib import Path

import pytest

from bot.understanding.emergency.doubt import is_grave, may_be_one
from bot.understanding.hazards.sentences import speaks_of_hazard

PHRASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "data" / "emergencies.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(
    "line",
    [
        "师傅的脚踝卡在踏板缝了",
        "小周从料车翻出去了",
        "铝屑喷了他一脸",
        "屋架裂开了 快跑",
        "他在池子边上歪倒了 嘴都紫了",
        "钢包漏了 铁水往外淌",
        "保安被人打得不动了",
        "高压水枪打穿了手",
        "储罐区有刺啦声 阀门在喷",
        "食堂好几桌人都吐了",
    ],
)
def test_somebody_may_need_help(line: str) -> None:
    assert may_be_one(line)


@pytest.mark.parametrize(
    "line",
    ["打卡机死机了", "部门要裁员 心态崩了", "今天真冷", "听说电影里车翻了", "/打卡 烫到手了", "他倒了杯水 " * 12],
)
def test_nobody_does(line: str) -> None:
    assert not may_be_one(line)


def test_hardly_any_talk_is_asked_about() -> None:
    talk = [each["text"] for each in PHRASES if each["heard"] is None and not each["text"].startswith("/")]
    asked = [text for text in talk if may_be_one(text) and not speaks_of_hazard(text)]
    assert len(asked) <= 0.02 * len(talk), asked


def test_half_of_all_cries_would_be_asked_about_if_nothing_else_heard_them() -> None:
    """The other net has to catch what this one lets through, and the other way round."""
    cries = [each["text"] for each in PHRASES if each["heard"] == "alarm"]
    assert sum(may_be_one(text) for text in cries) >= 0.5 * len(cries)


def test_somebody_came_to_harm_or_nobody_did() -> None:
    assert is_grave("小周从料车翻出去了")
    assert not is_grave("小周从料车翻出去了 没伤着")
    assert not is_grave("托盘倒了 车停了")
