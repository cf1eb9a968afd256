"""Whoever it was stands nowhere in it, it goes out once, and not to the whole company."""

from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.notices.audience import Audience
from bot.domain.notices.checks.of_case import of_case
from bot.domain.notices.notice import Draft, OfCase
from bot.domain.people import Person
from bot.errors import Code
from bot.identifiers import GroupId, UserId

COMPANY = Company((Person(UserId("zhangsan"), "张三", 2, staff_no="10077"),))
DRAFT = Draft("近日有人刷屏", Audience(groups=(GroupId("a"),)), of_case=OfCase("WG-1", UserId("zhangsan")))


def found(draft: Draft) -> list[Code | None]:
    return [each.code for each in of_case(draft, COMPANY)]


@pytest.mark.parametrize("text", ["张三刷屏", "工号10077刷屏", "工号１００７７刷屏", "ZhangSan 刷屏"])
def test_whoever_it_was_is_not_said(text: str) -> None:
    assert found(replace(DRAFT, text=text)) == [Code.SECRET_IN_TEXT]
    assert found(replace(DRAFT, title=text)) == [Code.SECRET_IN_TEXT]
    assert found(replace(DRAFT, text=text, of_case=None)) == []


def test_it_goes_out_once_to_whom_it_concerns() -> None:
    assert found(DRAFT) == []
    assert found(replace(DRAFT, recurrence="WEEKLY;MO;08:00")) == [Code.LIMIT]
    assert found(replace(DRAFT, audience=Audience(everybody=True))) == [Code.LIMIT]
    assert found(replace(DRAFT, audience=Audience(departments=("生产部",)))) == []


def test_an_approval_is_bound_to_whose_it_was() -> None:
    assert DRAFT.digest != replace(DRAFT, of_case=None).digest
    assert DRAFT.digest != replace(DRAFT, of_case=OfCase("WG-1", UserId("lisi"))).digest
