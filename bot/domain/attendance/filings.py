"""What becomes of something that somebody filed and others decide on."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from bot.domain.approvals.request import RequestState


class Filed(StrEnum):
    PENDING = "待审批"
    APPROVED = "已批准"
    REJECTED = "已驳回"
    WITHDRAWN = "已撤回"
    LAPSED = "已失效"  # nobody decided in time
    CANCELLED = "已取消"  # after it was approved

    @property
    def stands(self) -> bool:
        """It holds, or may still."""
        return self in (Filed.PENDING, Filed.APPROVED)


FOLLOWS: Final[Mapping[RequestState, Filed]] = {
    RequestState.PENDING: Filed.PENDING,
    RequestState.APPROVED: Filed.APPROVED,
    RequestState.REJECTED: Filed.REJECTED,
    RequestState.WITHDRAWN: Filed.WITHDRAWN,
    RequestState.EXPIRED: Filed.LAPSED,
    RequestState.DROPPED: Filed.CANCELLED,
}
