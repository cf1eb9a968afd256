import pytest

from bot.domain.notices.checks.plainness import hard_to_read


def test_a_long_sentence_is_counted() -> None:
    (said,) = hard_to_read("各部门" * 21 + "。")
    assert said == "有一句 63 个字，断成两三句更好读。"


def test_marks_of_another_width() -> None:
    (said,) = hard_to_read("明天停电,请保存资料")
    assert said == "中文里用了半角的「,」，换成「，」更清楚。"


def test_an_end_that_is_missing() -> None:
    (said,) = hard_to_read("因为线路检修，3号车间明天上午停电两个小时，请各班组提前保存好资料并且关")
    assert said == "最后一句没有句号，看看是不是没写完。"


@pytest.mark.parametrize(
    "text",
    [
        "明天下午2:30开会",
        "明天停电，请保存资料",
        "详情看 https://oa.example.com/a?b=1,2 。",
        "一、带工牌\n二、带水杯\n三、提前十分钟到场，从东门进，不要停车在消防通道上（保卫联系电话见群公告）",
    ],
)
def test_what_reads_well_is_left_alone(text: str) -> None:
    assert list(hard_to_read(text)) == []
