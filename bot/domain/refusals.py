"""What was refused, to whom, and by which rule: kept without a word of what was typed (D15§4.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.errors import Code
from bot.identifiers import ChatId, UserId


@dataclass(frozen=True, slots=True)
class Refusal:
    """`command` is its name; `chat` None in private."""

    at: datetime
    user: UserId
    command: str
    code: Code
    chat: ChatId | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a rule refuses, from which clause it comes, and what can be done."""

    rule: str
    clause: str
    step: str


_USE = "《企业微信使用管理制度》"
_GROUPS = "《企业微信工作群管理办法》"
GROUNDS: Final[Mapping[Code, Ground]] = {
    Code.NO_PERMISSION: Ground(
        "每个命令只给需要它的岗位用，没有列出的一律不能用", f"{_USE}四（二）：不得超越权限", "请找有权限的同事来办"
    ),
    Code.HIGHER_ROLE: Ground(
        "不能处理级别比自己高的同事，也不能处理同一个群的另一位群管理员",
        f"{_USE}四（三）：权限按岗位和级别划分",
        "请把情况告诉管理小组，由他们接手",
    ),
    Code.SELF_TARGET: Ground(
        "不能对自己办这件事：办事的人和被办的人要分开", f"{_USE}四（二）：不得超越权限", "请让另一位有权限的同事来办"
    ),
    Code.TARGET_NOT_IN_GROUP: Ground(
        "只能处理登记在这个群里的成员",
        "《企业微信群行为规范》二（一）：群管理员管理本群",
        "请核对姓名，或到对方所在的群里办",
    ),
    Code.NOT_ELIGIBLE: Ground("现在还不符合这件事的条件", "", "请看当时的回复里写的条件，或问人力资源"),
    Code.MANDATORY_GROUP: Ground(
        "全员群的成员由公司规定，不能退出", f"{_GROUPS}第四条", "确有需要，请找集团行政人事部"
    ),
    Code.OWNER_TRANSFER_FIRST: Ground("群主要先把群交给别人，才能离开", "", "请先转让群主，再发一次"),
    Code.AUTHOR_RESTRICTED: Ground("现在暂时不能由你发布", "", "请找管理小组了解情况"),
    Code.APPROVAL_REQUIRED: Ground(
        "发给全员或对外的内容，要主管领导先审核", "《微信管理员岗位职责》第七条", "草稿已经留着，审核通过就会发出"
    ),
    Code.HR_CONFIRM_REQUIRED: Ground("这件事要人力资源先确认", "", "请找人力资源确认"),
    Code.POLICY_UNDECIDED: Ground("公司制度还没有定这件事该怎么办", "", "请找企业微信管理员，定下来以后再办"),
    Code.USE_PRIVATE: Ground("这件事涉及个人情况，不能在群里办", "", "请私聊我再发一次"),
    Code.LIMIT: Ground("超过了这件事的上限", "", "请按当时的回复里写的上限再发一次"),
}
"""Refusals that a rule explains; a misspelt date or a missing word is none."""
