"""Who may charge whom, for how long he may be muted, and how long that is in words."""

from datetime import timedelta

import pytest

from bot.domain.moderation.cases.gate import ensure_may_charge, ensure_within, said_length
from bot.domain.moderation.rules import MuteLimits
from bot.errors import Code, UserError
from bot.files.company import load
from bot.identifiers import GroupId
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company


def refused(actor: str, target: str, category: str = "C15", group: str | None = "projecta") -> UserError | None:
    who, whom = COMPANY.named(actor)[0], COMPANY.named(target)[0]
    room = COMPANY.group(GroupId(group)) if group else None
    try:
        ensure_may_charge(who, whom, category, company=COMPANY, group=room)
    except UserError as error:
        return error
    return None


@pytest.mark.parametrize(
    ("actor", "target", "category", "group", "expected"),
    [
        ("郑群", "张三", "C15", "projecta", None),
        ("周敏", "张三", "C15", None, None),
        ("王强", "郑群", "C15", "projecta", None),  # an administrator is judged by the management group
        ("郑群", "赵国强", "C15", "projecta", Code.HIGHER_ROLE),
        ("郑群", "王强", "C15", "projecta", Code.HIGHER_ROLE),
        ("王强", "赵国强", "C15", "projecta", Code.HIGHER_ROLE),
        ("郑群", "郑群", "C15", "projecta", Code.SELF_TARGET),
        ("郑群", "李四", "C15", "projecta", Code.TARGET_NOT_IN_GROUP),
        ("郑群", "张三", "C15", "projectb", Code.NO_PERMISSION),  # another's group
        ("郑群", "张三", "C15", None, Code.NO_PERMISSION),
        ("李四", "张三", "C15", "projecta", Code.NO_PERMISSION),
        ("郑群", "张三", "C17", "projecta", Code.NO_PERMISSION),
        ("王强", "张三", "C17", "projecta", Code.NO_PERMISSION),  # harassment: human resources alone
        ("李娜", "张三", "C17", None, None),
    ],
)
def test_who_may_charge_whom(actor: str, target: str, category: str, group: str | None, expected: Code | None) -> None:
    error = refused(actor, target, category, group)
    assert (error.code if error else None) == expected


@pytest.mark.parametrize(("target", "whom"), [("赵国强", "林宓"), ("王强", "林宓")])
def test_upwards_it_is_said_in_private_who_may_and_no_rank(target: str, whom: str) -> None:
    error = refused("郑群", target)
    assert error
    assert error.private
    assert whom in error.sentence
    assert "级" not in error.sentence


@pytest.mark.parametrize("minutes", [10, 10080])
def test_a_mute_within_its_limits(minutes: int) -> None:
    ensure_within(minutes, MuteLimits())


@pytest.mark.parametrize("minutes", [9, 10081, 43200])
def test_a_mute_beyond_its_limits(minutes: int) -> None:
    with pytest.raises(UserError) as refusal:
        ensure_within(minutes, MuteLimits())
    assert refusal.value.code is Code.LIMIT


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(10, "10 分钟"), (120, "2 小时"), (90, "1 小时 30 分钟"), (1440, "1 天"), (10080, "7 天"), (0, "0 分钟")],
)
def test_a_length_in_words(minutes: int, said: str) -> None:
    assert said_length(timedelta(minutes=minutes)) == said
