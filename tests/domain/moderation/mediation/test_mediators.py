"""Whoever mediates is neither of the two, and doesn't stand below them."""

from bot.domain.moderation.mediation.mediators import mediator_for
from bot.files.company import load
from bot.identifiers import UserId
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company
A = next(each for each in COMPANY.groups if each.name == "项目A工作群")


def _for(first: str, second: str, *, by: str | None = None) -> str | None:
    return mediator_for((UserId(first), UserId(second)), COMPANY, group=A, first=UserId(by) if by else None)


def test_who_looks_after_the_group_unless_he_is_one_of_them() -> None:
    assert _for("zhangsan", "lisi") == "zhengqun"
    assert _for("zhangsan", "zhengqun") not in ("zhengqun", "zhangsan", None)


def test_nobody_below_either() -> None:
    assert _for("zhangsan", "wangqiang", by="zhengqun") not in ("zhengqun", "wangqiang", None)
    assert _for("zhangsan", "zhaoguoqiang") is None
