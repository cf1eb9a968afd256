"""Whoever reported a hazard or an accident is not paid back for it (安全生产法 art. 54, 55: nor who stopped work).

For some months a sanction of his needs somebody higher than it would otherwise. Good faith is enough: whether what he
told of was so, and whether he wanted to be named, makes no difference. Who sanctions isn't told why he must ask higher
up, since that would tell him who reported.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.standing import Standing

SAID: Final = "这次处分要由更高一级批准，请转给上级。"


@dataclass(frozen=True, slots=True)
class Protection:
    until: datetime


def protected(reported: Iterable[datetime], now: datetime, lasts: timedelta) -> Protection | None:
    """`reported`: when he told of something; the last time counts. None: it is over, or there was nothing."""
    last = max((at for at in reported if at <= now), default=None)
    return Protection(last + lasts) if last and now < last + lasts else None


def is_high_enough(protection: Protection | None, approver: Standing, usual: Standing) -> bool:
    """Whether `approver` may pass the sanction of somebody that `usual` would pass of anybody else."""
    return approver >= usual if protection is None else approver > usual or approver is Standing.PRESIDENT
