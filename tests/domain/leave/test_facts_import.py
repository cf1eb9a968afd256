"""Rows of HR's tables: whose they are, and why some can't be read."""

import pytest

from bot.domain.company import Company
from bot.domain.leave.facts.fact import What, day_fact
from bot.domain.leave.facts.facts_import import Rows, news, read
from bot.domain.people import Department, Person
from bot.identifiers import UserId
from tests.domain.calendar.days import d

TODAY, HR = d("2026-11-22"), UserId("hr")
A, B, C = UserId("zhangsan"), UserId("liuyang1"), UserId("liuyang2")
COMPANY = Company(
    people=(
        Person(A, "张三", 2, staff_no="1001"),
        Person(B, "刘洋", 2, staff_no="0086"),
        Person(C, "刘洋", 3, staff_no="0213"),
        Person(HR, "李娜", 3),
    ),
    departments=(Department(1, "公司"), Department(2, "生产部", 1), Department(3, "研发部", 1)),
)


def rows(*lines: str) -> Rows:
    return [line.split("|") for line in lines]


def test_titles_above_the_header_are_passed_over() -> None:
    found = read(
        rows("花名册", "", "工号|姓名|入职日期|参加工作日期|依据", "1001|张三|2024-03-01|2010-07-01|社保"),
        COMPANY,
        TODAY,
        HR,
    )
    assert found
    assert [(line.number, line.person.user_id) for line in found.lines] == [(4, A)]
    assert found.lines[0].facts == (
        day_fact(A, What.JOINED, d("2024-03-01"), "社保"),
        day_fact(A, What.BEGAN, d("2010-07-01"), "社保"),
    )


@pytest.mark.parametrize(
    ("header", "row", "user"),
    [
        ("账号|入职日期", "ZhangSan|2020-01-01", A),
        ("工号|入职日期", "0213|2020-01-01", C),
        ("姓名|部门|入职日期", "刘洋|生产部|2020-01-01", B),
        ("姓名|部门|入职日期", "刘洋|公司/研发部|2020-01-01", C),
        ("姓名|入职日期", "刘洋（0213）|2020-01-01", C),
    ],
)
def test_whose_it_is(header: str, row: str, user: UserId) -> None:
    found = read(rows(header, row), COMPANY, TODAY, HR)
    assert found
    assert [line.person.user_id for line in found.lines] == [user]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("|刘洋||2020-01-01", "第 2 行，叫「刘洋」的有 2 人，请写上账号或工号"),
        ("|王麻子||2020-01-01", "第 2 行，通讯录里没有「王麻子」"),
        ("nobody|||2020-01-01", "第 2 行，通讯录里没有「nobody」"),
        ("zhangsan|李四||2020-01-01", "第 2 行，「zhangsan」是张三，不是李四"),
        ("|||2020-01-01", "第 2 行，没有填姓名"),
        ("|张三||去年", "第 2 行，入职日期「去年」读不懂，要写成 2010-07-01 这样"),
        ("|张三||无", "第 2 行，张三这一行没有填内容"),
        ("|李娜||2020-01-01", "第 2 行，是你自己，要由别的同事登记"),
    ],
)
def test_rows_that_cant_be_read(row: str, why: str) -> None:
    found = read(rows("账号|姓名|部门|入职日期", row), COMPANY, TODAY, HR)
    assert found
    assert (found.lines, found.problems) == ((), (why,))


def test_one_person_has_one_row() -> None:
    found = read(rows("姓名|入职日期", "张三|2020-01-01", "张三|2021-01-01"), COMPANY, TODAY, HR)
    assert found
    assert found.problems == ("第 3 行，和第 2 行是同一个人，请合成一行",)


def test_other_tables_are_none() -> None:
    assert read(rows("姓名|手机", "张三|139"), COMPANY, TODAY, HR) is None
    assert read(rows("日期|入职日期"), COMPANY, TODAY, HR) is None
    assert read([], COMPANY, TODAY, HR) is None


def test_only_news_are_news() -> None:
    found = read(rows("姓名|入职日期|子女出生日期", "张三|2020-01-01|2024-05-01；2025-08-01"), COMPANY, TODAY, HR)
    assert found
    known = day_fact(A, What.JOINED, d("2019-01-01"))
    new = news(found, {A: [known, day_fact(A, What.CHILD, d("2024-05-01"))]})
    assert [(each.fact.what, each.fact.value, each.before) for each in new] == [
        (What.JOINED, "2020-01-01", known),
        (What.CHILD, "2025-08-01", None),
    ]
