"""What the configuration says of accounts."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.domain.accounts.works import Write
from bot.identifiers import UserId

ITEMS: Final = ("工作交接", "客户和供应商交接", "文件和资料交接", "设备、钥匙、门禁卡归还")


@dataclass(frozen=True, slots=True)
class SharedAccount:
    """An account that several use, of whatever system: when one of them leaves, its password is changed (S53)."""

    name: str
    custodian: UserId
    users: frozenset[UserId] = frozenset()

    def concerns(self, user: UserId) -> bool:
        return user == self.custodian or user in self.users


@dataclass(frozen=True, slots=True)
class AccountRules:
    """`materials`: papers that human resources look at before they agree (S45). `remind_on`: days after somebody came
    on which he is asked to complete his profile, the last one tells his head (S39). `confirm_on`: month and day of the
    yearly question whether it is right (S48), None: never. `before_end`: days before the last day of a contract that
    human resources are reminded (S59). `keep`: how long a leaver's account stays, disabled, before anybody is asked to
    delete it. `items`: what people tick when somebody leaves. `staff_list`: a file that is compared nightly, if any."""

    write: Write = Write.OFF
    materials: tuple[str, ...] = ()
    remind_on: tuple[int, ...] = (1, 3, 7)
    confirm_on: tuple[int, int] | None = (1, 10)
    before_end: tuple[int, ...] = (14, 3)
    keep: timedelta = timedelta(days=30)
    items: tuple[str, ...] = ITEMS
    shared: tuple[SharedAccount, ...] = ()
    staff_list: str = ""
