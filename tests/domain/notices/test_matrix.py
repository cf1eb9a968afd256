"""What a notice is about, and whom it reaches."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from bot.domain.notices.audience import Audience, readers
from bot.domain.notices.categories import category_of
from bot.domain.notices.direct import direct_users
from bot.domain.notices.matrix import not_for_them
from bot.domain.notices.notice import Category, Draft
from bot.domain.notices.reader_kinds import MatrixRules, ReaderKind
from bot.errors import Code
from bot.identifiers import GroupId, UserId
from tests.arguments.reading import FILE

ALLOWED = {
    "营销": frozenset({ReaderKind.DIRECT, ReaderKind.OUTSIDE}),
    "安全": frozenset({ReaderKind.DIRECT, ReaderKind.SUPPORTING}),
    "财务": frozenset[ReaderKind](),
}
MATRIX = MatrixRules(allowed=MappingProxyType(ALLOWED))
COMPANY = replace(FILE.company, notices=replace(FILE.company.notices, matrix=MATRIX))
HEAD, SALES, WORKER = UserId("wangqiang"), UserId("sunli"), UserId("zhangsan")


def said(category: Category, audience: Audience) -> str:
    draft = Draft("一句话", audience, category=category)
    finding = not_for_them(draft, readers(audience, COMPANY, {}), COMPANY)
    if finding is None:
        return ""
    assert finding.code is Code.UNSUPPORTED
    return finding.sentence


def test_heads_supervisors_and_sales_are_direct_users() -> None:
    direct = direct_users(COMPANY)
    assert {HEAD, SALES} <= direct
    assert WORKER not in direct


def test_who_is_below_gets_no_marketing() -> None:
    assert said(Category.MARKETING, Audience(people=(HEAD, SALES))) == ""
    assert said(Category.MARKETING, Audience(people=(HEAD, WORKER))) == (
        "「营销」这类内容只发给直接用户、外部，请换对象；这里面还有配套用户（主管以下的同事，1 人）。"
    )


def test_safety_stays_inside() -> None:
    assert said(Category.SAFETY, Audience(groups=(GroupId("projecta"),))) == ""
    outside = next(group for group in COMPANY.groups if group.kind in COMPANY.notices.outside)
    assert "外部（公司以外的人，1 个群）" in said(Category.SAFETY, Audience(groups=(outside.id,)))


def test_what_nobody_may_be_told_is_not_announced() -> None:
    assert "不发公告，请单独告诉要知道的人" in said(Category.FINANCE, Audience(people=(HEAD,)))


def test_a_topic_that_is_not_named_reaches_everybody() -> None:
    assert said(Category.ACTIVITY, Audience(everybody=True)) == ""


@pytest.mark.parametrize(
    ("text", "category"),
    [("新品推广方案今天发布", Category.MARKETING), ("喜报：我司中标城南项目", Category.NEWS)],
)
def test_marketing_and_news_are_told_by_their_words(text: str, category: Category) -> None:
    assert category_of(text, Audience(everybody=True)) is category
