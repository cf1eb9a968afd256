"""Each question has somebody, who isn't its asker."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.desk.enquiry import Enquiry, Kind
from bot.domain.desk.routing import able, above
from bot.domain.desk.rules import DeskRules
from bot.domain.desk.topics import Topic, shipped, with_own
from bot.files.company import load
from bot.identifiers import UserId
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company
NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)


def enquiry(topic: str, kind: Kind = Kind.HELP, asker: str = "zhangsan", holder: str | None = None) -> Enquiry:
    held = UserId(holder) if holder else None
    return Enquiry("QZ-1", kind, UserId(asker), "生产部", topic, NOW, holder=held)


@pytest.mark.parametrize(
    ("topic", "kind", "users"),
    [
        ("技术", Kind.HELP, {"wuguan"}),
        ("人事", Kind.HELP, {"lina", "zhoumin"}),
        ("财务", Kind.HELP, {"mali"}),
        ("安全", Kind.HELP, {"chenan"}),
        ("其他", Kind.HELP, {"xiaoyunying"}),
        ("没有这一类", Kind.HELP, {"xiaoyunying"}),
        ("其他", Kind.FACT, {"linmi"}),
        ("技术", Kind.FACT, {"linmi"}),
        ("人事", Kind.FACT, {"lina", "zhoumin"}),
    ],
)
def test_whose_it_is(topic: str, kind: Kind, users: set[str]) -> None:
    assert set(able(enquiry(topic, kind), COMPANY)) == users


def test_nobody_answers_himself() -> None:
    assert set(able(enquiry("技术", asker="wuguan"), COMPANY)) == {"xiaoyunying"}


def test_who_has_it_may_go_on_whoever_he_is() -> None:
    assert able(enquiry("技术", holder="wangwu"), COMPANY) == ("wangwu", "wuguan")


def test_who_hears_of_it_when_nobody_answers() -> None:
    assert set(above(enquiry("技术"), COMPANY)) == {"zhoumin", "wangqiang"}
    assert "zhoumin" not in above(enquiry("人事"), COMPANY)


def test_people_of_a_topic_come_before_roles() -> None:
    own = with_own(shipped(), {"技术": Topic("技术", "其他", people=(UserId("wangwu"), UserId("gone")))})
    company = replace(COMPANY, desk=DeskRules(topics=own))
    assert able(enquiry("技术"), company) == ("wangwu",)
    assert set(able(enquiry("技术", asker="wangwu"), company)) == {"wuguan"}
