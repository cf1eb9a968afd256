"""A year is taken on from the notice's text or from a file, and refused if anything in it can't be."""

import json
from datetime import timedelta
from time import monotonic

import pytest

from bot.domain.calendar.notice import from_json, from_notice, from_text
from bot.domain.calendar.official import official_years, read_year
from bot.domain.calendar.year_table import UnreadableYear, YearTable
from tests.domain.calendar.days import d
from tests.domain.calendar.notices import BODIES, PAPER_2027, imported_2027, whole

PAPER = "https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm"
NOTICE = """国务院办公厅关于2026年部分节假日安排的通知

  一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
  二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
  三、清明节：4月4日（周六）至6日（周一）放假，共3天。
  四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
  五、端午节：6月19日（周五）至21日（周日）放假，共3天。
  六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
  七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
"""
QINGMING = "  三、清明节：4月4日（周六）至6日（周一）放假，共3天。\n"
NOTICE_2025 = """关于2025年部分节假日安排的通知
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
"""


@pytest.mark.parametrize(("text", "year"), [(NOTICE, 2026), (NOTICE_2025, 2025)])
def test_the_notice_reads_as_the_table_that_comes_along(text: str, year: int) -> None:
    assert from_notice(text, official_years()[year].papers[0]) == official_years()[year]


@pytest.mark.parametrize(
    ("year", "off", "work"),
    [(2019, 21, 5), (2020, 27, 7), (2021, 31, 7), (2022, 31, 7), (2023, 27, 7), (2024, 28, 8), (2027, 27, 4)],
)
def test_notices_of_other_years_and_wordings(year: int, off: int, work: int) -> None:
    for text in (
        whole(year),
        whole(year).replace("\n", "\r\n"),
        whole(year).replace("月", " 月 ").replace("至", " — "),
    ):
        table = from_notice(text, PAPER)
        assert (table.year, len(table.off), len(table.work)) == (year, off, work)


def test_a_notice_that_begins_in_the_year_before() -> None:
    table = from_notice(whole(2023), PAPER)
    assert [f"{day:%Y-%m-%d}" for day in sorted(table.off)][:4] == [
        "2022-12-31",
        "2023-01-01",
        "2023-01-02",
        "2023-01-21",
    ]


def test_what_is_only_encouraged_is_no_day_off() -> None:
    assert d("2024-02-09") not in from_notice(whole(2024), PAPER).off


def test_anything_is_read_in_a_moment() -> None:
    for text in ("一、元旦:1月1日放假" * 2000, "关于2026年部分节假日安排\n" + "一、" * 9000, "2026年" * 5000):
        begun = monotonic()
        with pytest.raises(UnreadableYear):
            from_notice(f"关于2026年部分节假日安排{text}", PAPER)
        assert monotonic() - begun < 1


def test_a_headline_of_its_own_is_enough() -> None:
    assert (
        from_notice(f"现将2024年元旦、春节、清明节放假调休日期的具体安排通知如下。\n{BODIES[2024]}", PAPER).year == 2024
    )


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("关于2026年部分节假日安排", "放假", "没找到「关于××××年部分节假日安排的通知」这个标题。请把通知全文贴过来。"),
        ("1月4日（周日）", "1月4日（周六）", "1月4日(周日)，原文写的是周六。请核对年份和日期。"),
        ("共9天", "共8天", "春节写着共8天，我读出来 9 天。请核对原文。"),
        (QINGMING, "", "4月5日(周日)是法定节假日，原文里却没有放假。请核对是不是漏了一段。"),
        ("5月9日（周六）上班", "5月8日（周五）上班", "5月8日(周五)写成了调休上班，但它不是休息日。请核对原文。"),
        ("10月10日（周六）", "10月32日（周六）", "没有 10月32日 这一天。请核对原文。"),
        ("9月20日（周日）", "20日（周日）", "没有 0月20日 这一天。请核对原文。"),
        ("至3日（周六）放假调休", "错峰。", "元旦有一句看不出放假还是上班：1月1日(周四)错峰。请核对原文。"),
        ("21日（周日）放假，共3天", "30日（周二）放假", "从 6月19日(周五)起连放 12 天，太长了。请核对原文。"),
        ("1月4日（周日）", "2025年1月4日（周六）", "2025年1月4日(周六)不在2026年前后。请核对年份。"),
    ],
)  # fmt: skip
def test_a_notice_that_can_not_be_right(old: str, new: str, sentence: str) -> None:
    with pytest.raises(UnreadableYear) as refusal:
        from_notice(NOTICE.replace(old, new), PAPER)
    assert str(refusal.value) == sentence


def test_a_notice_is_kept_with_its_address() -> None:
    assert from_text(f"{PAPER}\n{NOTICE}") == official_years()[2026]
    with pytest.raises(UnreadableYear, match="没有写通知的网址"):
        from_text(NOTICE)


def test_the_address_may_stand_anywhere_and_json_may_bring_its_own() -> None:
    pasted = from_text(imported_2027())
    assert pasted.papers == (PAPER_2027,)
    body = json.dumps(as_json(pasted), ensure_ascii=False)
    assert from_text(body) == pasted
    unsigned = json.dumps(as_json(pasted) | {"papers": []})
    assert from_text(f"{unsigned}\n{PAPER_2027}") == pasted
    with pytest.raises(UnreadableYear, match="还没有通知和日期"):
        from_text(unsigned)


def as_json(table: YearTable) -> dict[str, object]:
    days = [
        {"name": n, "date": str(w), "isOffDay": off}
        for off, t in ((True, table.off), (False, table.work))
        for w, n in t.items()
    ]
    return {"year": table.year, "papers": list(table.papers), "days": days}


def test_the_same_from_json() -> None:
    table = official_years()[2026]
    assert from_json(json.dumps(as_json(table))) == table
    unsigned = as_json(table) | {"papers": []}
    assert from_json(json.dumps(unsigned), PAPER) == table


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[", "这个文件读不懂：要有 year、papers 和 days，日期写成 2027-01-01。"),
        ("[]", "这个文件读不懂：要有 year、papers 和 days，日期写成 2027-01-01。"),
        (
            '{"year": 2027, "papers": [], "days": []}',
            "2027年的文件里还没有通知和日期，说明放假安排还没公布。公布后再导入。",
        ),
        (
            '{"year": 2027, "papers": ["x"], "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}',
            "2月5日(周五)是法定节假日，原文里却没有放假。请核对是不是漏了一段。",
        ),
    ],
)
def test_json_that_is_no_year(text: str, sentence: str) -> None:
    with pytest.raises(UnreadableYear) as refusal:
        from_json(text)
    assert str(refusal.value) == sentence


def test_our_own_files() -> None:
    assert d("2026-01-01") + timedelta(days=1) in official_years()[2026].off
    with pytest.raises(UnreadableYear):
        read_year("year = 2026")
    with pytest.raises(UnreadableYear):
        read_year("year = ")
