"""A dispute begins to be talked about once both want that."""

from datetime import UTC, datetime

import pytest

from bot.domain.moderation.mediation.dispute import Dispute, DisputeState
from bot.errors import Defect
from bot.identifiers import UserId

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ONE, OTHER = UserId("zhangsan"), UserId("lisi")
DISPUTE = Dispute("TJ-1", ONE, (ONE, OTHER), UserId("zhengqun"), None, NOW)


def test_it_begins_with_the_second_yes() -> None:
    assert DISPUTE.waits_for == (ONE, OTHER)
    half = DISPUTE.joined(OTHER)
    assert (half.state, half.waits_for) == (DisputeState.INVITING, (ONE,))
    both = half.joined(ONE)
    assert (both.state, both.waits_for, both.is_open) == (DisputeState.MEDIATING, (), True)
    assert both.version == 3


def test_somebody_else_is_no_party() -> None:
    assert DISPUTE.other(ONE) == OTHER
    with pytest.raises(Defect):
        DISPUTE.joined(UserId("wangwu"))


@pytest.mark.parametrize("state", [DisputeState.SETTLED, DisputeState.DECLINED, DisputeState.LAPSED])
def test_what_is_over_waits_for_nobody(state: DisputeState) -> None:
    over = DISPUTE.closed(state, NOW)
    assert not over.is_open
    assert over.waits_for == ()
