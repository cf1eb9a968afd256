"""Somebody who is to get an account, as he is written down: 王小明 生产部 操作工 13800001111.

They may stand in any order, and behind labels (姓名：王小明). What is left beside the name is his position.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.departments import DepartmentNamed
from bot.domain.accounts.newcomer import LONGEST_POSITION, MOBILE, why_no_name
from bot.domain.nicknames.forms import is_title
from bot.domain.nicknames.surnames import SINGLE
from bot.domain.surnames import COMPOUND
from bot.domain.wording import CONTROLS, shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_DIGITS: Final = regex(
    r"(?:(?:手机|电话|联系电话|手机号码|手机号)\s*[是为:：]?\s*)?"
    r"(?<![0-9A-Za-z])((?:\+?86[ \-]?)?\d(?:[ \-]?\d){6,16})(?![0-9A-Za-z])"
)
_NAME: Final = regex(
    r"(?:姓名|名字|(?:新人|新员工|新同事)(?!入职|需要|要|来|报到|(?:.*)(?:姓名|名字)))\s*[是为叫:：]?\s*(?=\S)"
)
_POSITION: Final = regex(r"(?:职位|职务|岗位|担任|岗)\s*[是为:：]?\s*(?=\S)")
_LABELS: Final = regex(
    "(?:^|(?<=[\\s，,；;]))(?:所属)?(?:部门|电话|手机号?码?|新员工入职|新人入职|入职|[：:])(?=$|[\\s，,；;：:])[：:]?"
)
_BETWEEN: Final = regex(r"[\s,，、;；。]+")
_EDGE: Final = "，,、;；。:： 的"
_LATIN: Final = regex(r"[A-Za-z][A-Za-z'’.-]*(?: [A-Za-z][A-Za-z'’.-]*)+")
_A_POST: Final = regex(
    r"(?:[^·]工|员|师|[班组科部厂站店课]长|经理|主管|总监|主任|助理|岗|前台|会计|出纳|运维|测试|司机|保安|保洁|文员|内勤|外勤|采购|销售)$"
    r"|^(?:职位|职务|岗位)"
)  # 操作工, 安全员
_BEHIND: Final = regex(r"(?<=\S\S)(?:[帮给]?[他她]|[也还]?(?:要|需要))$")
_AROUND: Final = regex(
    r"^(?:新来的?(?:同事|员工|小伙子?|小姑娘|人)?|新招的?(?:同事|员工|人)?|新同事|新员工|新人|刚来的|入职的)|^(?:给|帮|为)(?=\S{2})"
)


@dataclass(frozen=True, slots=True)
class Mobile:
    """Of the mainland: eleven digits."""

    wanted: ClassVar[str] = "手机号是多少？对方用它登录企业微信。"
    key: ClassVar[str] = "mobile"

    number: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_DIGITS)
        if found is None:
            return None
        digits = re.sub(r"[ \-+]", "", found[1])
        number = digits.removeprefix("86") if len(digits) == 13 else digits
        if not MOBILE.fullmatch(number):
            sentence = f"手机号是 11 位、以 1 开头的数字，你写的有 {len(number)} 位，对不上。请核对后再发一次。"
            raise UserError(Code.CLARIFY, sentence, private=True)
        return cls(number)

    def explained(self) -> Mapping[str, Any]:
        return {self.key: self.number}


class NewDepartment(DepartmentNamed):
    """His; asked for before his number."""

    wanted = "到哪个部门？"
    asked_first: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class NewName:
    """His real name."""

    wanted: ClassVar[str] = "新同事叫什么名字？请写真实姓名。"
    key: ClassVar[str] = "name"
    asked_first: ClassVar[bool] = True

    name: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        words.left = CONTROLS.sub(" ", words.left)
        name = _labelled(words, _NAME) or _latin(words) or _likeliest(words)
        if not name:
            return None
        if why := why_no_name(name, scene.company.register):
            sentence = f"「{shown(name)}」{why}。账号要用真实姓名，2 到 5 个汉字，少数民族和外籍同事按证件写。"
            raise UserError(Code.NICK_INVALID, sentence, private=True)
        return cls(name)

    def explained(self) -> Mapping[str, Any]:
        return {self.key: self.name}


@dataclass(frozen=True, slots=True)
class Position:
    """What he is to do: all that is left."""

    wanted: ClassVar[str] = "什么职位？例如：操作工。"
    key: ClassVar[str] = "position"

    title: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        words.take(_POSITION)
        words.left = _LABELS.sub(" ", words.left)
        title = " ".join(_BETWEEN.split(words.rest().strip(_EDGE))).strip()
        if not title:
            return None
        if len(title) > LONGEST_POSITION:
            raise UserError(Code.LIMIT, f"职位有 {len(title)} 个字，最多写 {LONGEST_POSITION} 个。请写短一些。")
        return cls(title)

    def explained(self) -> Mapping[str, Any]:
        return {self.key: self.title}


def _labelled(words: Words, label: re.Pattern[str]) -> str:
    found = label.search(words.narrow)
    if found is None:
        return ""
    behind = words.left[found.end() :]
    name = _latin_at(behind) or _BETWEEN.split(behind.lstrip(_EDGE), maxsplit=1)[0]
    start = words.left.index(name, found.end()) if name else found.end()
    words.cut(found.start(), start + len(name))
    return name


def _latin(words: Words) -> str:
    found = _LATIN.search(words.left)
    return words.cut(found.start(), found.end()) if found else ""


def _latin_at(text: str) -> str:
    found = _LATIN.match(text.lstrip(_EDGE))
    return found[0] if found else ""


def _likeliest(words: Words) -> str:
    """The first word that begins with a surname, else the first one that isn't called like a post: 张总 is refused."""
    words.left = _AROUND.sub("", words.left.strip(_EDGE))
    tokens = [token for token in _BETWEEN.split(words.left) if token.strip(_EDGE)]
    bare = [token.lstrip("@＠") for token in tokens]
    named = next((place for place, token in enumerate(bare) if _begins_like_one(token)), None)
    if named is None:
        named = next((place for place, token in enumerate(bare) if not _A_POST.search(token)), None)
    if named is None:
        return ""
    words.left = " ".join(token for place, token in enumerate(tokens) if place != named)
    return _BEHIND.sub("", bare[named])


def _begins_like_one(token: str) -> bool:
    if "·" in token:
        return True
    surname = next((each for each in (token[:2], token[:1]) if each in COMPOUND or each in SINGLE), "")
    return bool(surname) and len(token) - len(surname) in (1, 2) and not is_title(token) and not _A_POST.search(token)
