"""What the configuration says of accounts in WeCom: who may write them, what is asked of people who come and leave."""

from datetime import timedelta
from typing import Annotated, Final

from pydantic import AfterValidator, Field, field_validator

from bot.config.sections import Section
from bot.domain.accounts.rules import ITEMS, AccountRules, SharedAccount
from bot.domain.accounts.works import Write
from bot.identifiers import user_id

_LONGEST: Final = 17  # characters of one thing to tick (D-90236)
_MOST: Final = 12
_DAYS: Final = 366
_DATE: Final = "01-10"


def _short(items: list[str]) -> list[str]:
    for each in items:
        if not 0 < len(each.strip()) <= _LONGEST:
            raise ValueError(f"每一项写 1 到 {_LONGEST} 个字，「{each[:_LONGEST]}」不行")
    if len(set(items)) < len(items):
        raise ValueError("有两项写得一样")
    if len(items) > _MOST:
        raise ValueError(f"最多写 {_MOST} 项")
    return items


def _days(values: list[int]) -> list[int]:
    if any(not 0 < value <= _DAYS for value in values):
        raise ValueError(f"天数写 1 到 {_DAYS}")
    return sorted(set(values))


Items = Annotated[list[str], AfterValidator(_short)]
Days = Annotated[list[int], AfterValidator(_days)]


class SharedSection(Section):
    """An account that several people use; they are given by userid."""

    name: str = Field(min_length=1, max_length=30)
    custodian: str
    users: list[str] = Field(default_factory=list)


class AccountsSection(Section):
    """`write`: off, dry_run or on. `confirm_on`: MM-DD of the yearly question, empty: never. `keep_days`: how long the
    disabled account of a leaver stays."""

    write: Write = Write.OFF
    materials: Items = Field(default_factory=list)
    remind_on: Days = Field(default_factory=lambda: [1, 3, 7])
    confirm_on: str = _DATE
    before_end: Days = Field(default_factory=lambda: [3, 14])
    keep_days: int = Field(default=30, ge=0, le=3650)
    items: Items = Field(default_factory=lambda: list(ITEMS))
    shared: list[SharedSection] = Field(default_factory=list, max_length=_MOST)
    staff_list: str = ""

    @field_validator("confirm_on")
    @classmethod
    def _a_day(cls, written: str) -> str:
        if written and _month_and_day(written) is None:
            raise ValueError("写成 01-10 这样的月和日，或者留空")
        return written

    def rules(self) -> AccountRules:
        return AccountRules(
            write=self.write,
            materials=tuple(self.materials),
            remind_on=tuple(self.remind_on),
            confirm_on=_month_and_day(self.confirm_on) if self.confirm_on else None,
            before_end=tuple(sorted(self.before_end, reverse=True)),
            keep=timedelta(days=self.keep_days),
            items=tuple(self.items),
            shared=tuple(
                SharedAccount(each.name, user_id(each.custodian), frozenset(map(user_id, each.users)))
                for each in self.shared
            ),
            staff_list=self.staff_list,
        )


def _month_and_day(written: str) -> tuple[int, int] | None:
    month, _, day = written.partition("-")
    if not (month.isascii() and day.isascii() and month.isdigit() and day.isdigit()):
        return None
    found = int(month), int(day)
    return found if 1 <= found[0] <= 12 and 1 <= found[1] <= 28 else None
