"""How much somebody may ask for."""

from collections.abc import Sequence
from contextlib import nullcontext
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.approvals.pushing import MOST_IN_VAIN, MOST_WAITING, WITHIN, ensure_not_pushing
from bot.domain.approvals.request import Draft, Request, RequestState
from bot.errors import Code, UserError
from bot.identifiers import UserId

NOW = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
WANTED = Draft("入群", UserId("lisi"), "入群：项目B工作群", ())
ANOTHER = Draft("登记群", UserId("lisi"), "登记群：项目Z工作群", ())


def requests(many: int, state: RequestState, draft: Draft = WANTED, *, ago: timedelta = WITHIN / 2) -> list[Request]:
    over = None if state is RequestState.PENDING else NOW - ago
    return [Request(f"RQ-{n}", draft, (), NOW, NOW, state=state, closed_at=over) for n in range(many)]


@pytest.mark.parametrize(
    ("waiting", "over", "too_much"),
    [
        (requests(MOST_WAITING - 1, RequestState.PENDING), [], False),
        (requests(MOST_WAITING, RequestState.PENDING), [], True),
        (requests(MOST_WAITING, RequestState.PENDING, ANOTHER), [], False),
        ([], requests(MOST_IN_VAIN - 1, RequestState.WITHDRAWN), False),
        ([], requests(MOST_IN_VAIN, RequestState.WITHDRAWN, ANOTHER), True),
        ([], requests(MOST_IN_VAIN, RequestState.WITHDRAWN, ago=WITHIN), False),
        ([], requests(MOST_IN_VAIN, RequestState.REJECTED), True),
        ([], requests(MOST_IN_VAIN, RequestState.REJECTED, ANOTHER), False),
        ([], requests(MOST_IN_VAIN, RequestState.APPROVED), False),
    ],
)
def test_how_much(waiting: Sequence[Request], over: Sequence[Request], too_much: bool) -> None:
    with pytest.raises(UserError) if too_much else nullcontext() as refused:
        ensure_not_pushing(WANTED, waiting, over, NOW)
    assert refused is None or refused.value.code is Code.LIMIT
