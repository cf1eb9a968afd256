from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from bot.domain.safety.training.training import Training, TrainingKind, hours_said, kind_of
from bot.identifiers import UserId

STARTS = datetime(2026, 11, 27, 14, 0, tzinfo=timezone(timedelta(hours=8)))
TRAINING = Training(
    "PX-20261122-001",
    TrainingKind.SPECIAL,
    "消防",
    UserId("a"),
    UserId("b"),
    "生产部",
    STARTS,
    "二楼会议室",
    90,
    exam=True,
)


@pytest.mark.parametrize(
    ("topic", "kind"),
    [
        ("新员工三级安全教育", TrainingKind.NEWCOMERS),
        ("叉车转岗培训", TrainingKind.OTHER_WORK),
        ("春节后复工教育", TrainingKind.BACK),
        ("焊接特种作业证复审", TrainingKind.LICENCE),
        ("班组安全活动", TrainingKind.TEAM),
        ("消防器材使用", TrainingKind.SPECIAL),
    ],
)
def test_the_topic_tells_the_kind(topic: str, kind: TrainingKind) -> None:
    assert kind_of(topic) is kind


def test_when_and_how_long() -> None:
    assert TRAINING.ends == STARTS + timedelta(minutes=90)
    assert TRAINING.said(STARTS - timedelta(days=2)) == "11月27日(周五) 14:00 二楼会议室"
    assert replace(TRAINING, place="").said(STARTS) == "14:00"
    assert [hours_said(each) for each in (60, 90, 480)] == ["1 小时", "1.5 小时", "8 小时"]
