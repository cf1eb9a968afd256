"""What is to be done to an account in WeCom: by the contacts-sync right where it was granted, else by an administrator
who is asked to, and never said to be done before WeCom's directory or a human says so (S47)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Self

from bot.domain.accounts.newcomer import Newcomer
from bot.identifiers import UserId


class Deed(StrEnum):
    CREATE = "开通账号"
    CHANGE = "修改资料"
    DISABLE = "停用账号"
    ENABLE = "启用账号"
    DELETE = "删除账号"


class WorkState(StrEnum):
    WAITING = "待审批"
    TO_DO = "待办"  # for the right to try, or for somebody to be asked
    ASKED = "等人处理"
    CHECKING = "核对中"  # somebody says that it is done: the directory is read
    DONE = "已办好"
    FAILED = "没办成"
    DROPPED = "不用办了"

    @property
    def is_open(self) -> bool:
        return self not in (WorkState.DONE, WorkState.FAILED, WorkState.DROPPED)


class Write(StrEnum):
    """What the bot may do to accounts by itself. `TRY`: nothing, and the card says what it would have done."""

    OFF = "off"
    TRY = "dry_run"
    ON = "on"


class Against(StrEnum):
    """What WeCom has against what is to be done, as people read it."""

    TAKEN = "企业微信里已经有这个账号"
    MOBILE = "这个手机号在企业微信里已经有账号"
    EMAIL = "邮箱在企业微信里已经有账号"
    NAME = "企业微信不接受这个姓名"
    DEPARTMENT = "企业微信里没有这个部门"
    NOBODY = "企业微信里没有这个账号"
    UNTOLD = "企业微信没有让我办"


NAMED: Final = MappingProxyType({"name": "姓名", "department": "部门", "position": "职务", "mobile": "手机"})
"""What can be changed of an account; a department is its id, written out."""


@dataclass(frozen=True, slots=True)
class Work:
    """`user` is the account, chosen by the company before WeCom is asked, so that whoever asks
    again asks for the same one. `cause` is the number that people quote, `asker` is told how it went. `by` says that it
    is done, None where the bot did it. `why`: why it couldn't, in Chinese. `due_at`: until when a person should.
    `unseen`: somebody said that it is done, and the directory didn't show it."""

    deed: Deed
    user: UserId
    asker: UserId
    opened_at: datetime
    newcomer: Newcomer | None = None
    change: Mapping[str, str] = field(default_factory=dict)
    cause: str = ""
    state: WorkState = WorkState.WAITING
    by: UserId | None = None
    why: str = ""
    due_at: datetime | None = None
    unseen: bool = False
    version: int = 1
    number: int = 0

    @property
    def mobile(self) -> str:
        return self.newcomer.mobile if self.newcomer else self.change.get("mobile", "")

    @property
    def is_open(self) -> bool:
        return self.state.is_open

    def becomes(
        self, state: WorkState, *, by: UserId | None = None, why: str = "", due_at: datetime | None = None
    ) -> Self:
        return replace(self, state=state, by=by, why=why, due_at=due_at, version=self.version + 1)

    def called(self, user: UserId) -> Self:
        """By another account, since somebody has that one."""
        return replace(self, user=user, version=self.version + 1)
