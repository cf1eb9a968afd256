"""How somebody must be called in a work group: 部门-姓名, executives by their plain name (D7§7).

Accepted between the two: `- － – — _ · /`, any space, or nothing; the canonical mark is `-`. `·` inside a name
of several parts is not a separator: the department is the longest known prefix.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.company import Company
from bot.domain.people import Person
from bot.errors import Code, UserError

LONGEST = 128  # characters: more than any department and name; it is compared with everybody's
_SEPARATORS = "-－–—_·/ \u3000"
_INTERPUNCTS = re.compile("[·•‧・．.﹒]")
_EXECUTIVE = re.compile(r"^(总裁|(常务)?副总裁|.*分管副总.*)$")
_UNKNOWN_PREFIX = re.compile(rf"^(\S{{1,12}}?[部处科室办中心])\s*[{re.escape(_SEPARATORS)}]\s*(.+)$")


class NicknameResult(StrEnum):
    """How a nickname stands; the words of the contract."""

    OK = "ok"
    NORMALIZED = "ok_normalized"
    EXECUTIVE = "ok_executive"
    HINT = "ok_hint"
    MISSING_DEPT = "missing_dept"
    NOT_REAL_NAME = "not_real_name"
    DUPLICATE_NAME = "duplicate_name"


@dataclass(frozen=True, slots=True)
class NicknameVerdict:
    """`suggest` is the string to copy; None where nothing has to change."""

    nickname: str
    result: NicknameResult
    dept: str | None = None
    name: str | None = None
    suggest: str | None = None


def check(nickname: str, person: Person, company: Company) -> NicknameVerdict:
    """Judge what `person` calls himself. Raises UserError where the text can't be a nickname of his at all."""
    nickname = nickname.strip()
    right = proper_nickname(person, company)
    if len(nickname) > LONGEST:
        raise UserError(Code.NICK_INVALID, f"昵称太长了。可以改成：{right}。", suggest=right)
    _ensure_no_decoration(nickname, right)
    dept, name = _split(nickname, company)
    if dept is None:
        _ensure_known_department(nickname, person, company, right)
        return _without_department(nickname, person, company, right)
    _ensure_own_department(dept, person, company, right)
    if not same_name(name, person.name):
        _ensure_nobody_else(name, person, company, right)
        if right != f"{dept}-{person.name}" and same_name(name, right.removeprefix(f"{dept}-")):
            return NicknameVerdict(nickname, NicknameResult.OK, dept, person.name)
        return NicknameVerdict(nickname, NicknameResult.NOT_REAL_NAME, dept, suggest=right)
    return _with_department(nickname, dept, person, company, right)


def proper_nickname(person: Person, company: Company) -> str:
    """What `person` should be called: the string to copy."""
    if is_executive(person):
        return person.name
    department = company.department_of(person)
    prefix = f"{department.name}-" if department else ""
    return f"{prefix}{person.name}{person.tail if _is_shared(person, company) else ''}"


def is_executive(person: Person) -> bool:
    """总裁, 副总裁, (常务)副总裁 and each 分管副总 use their plain name (D7§7)."""
    return bool(_EXECUTIVE.match(person.position))


def same_name(left: str, right: str) -> bool:
    """Compare names as people do: width, case, inner spaces and the kind of interpunct don't matter."""
    return _folded(left) == _folded(right)


def _folded(name: str) -> str:
    return _INTERPUNCTS.sub("·", " ".join(unicodedata.normalize("NFKC", name).split())).casefold()


def _is_shared(person: Person, company: Company) -> bool:
    return any(
        other.user_id != person.user_id and other.main_department == person.main_department
        for other in company.named(person.name)
    )


def _split(nickname: str, company: Company) -> tuple[str | None, str]:
    """The registered department that `nickname` begins with, and the rest."""
    for written in sorted(company.department_names, key=len, reverse=True):
        if nickname.casefold().startswith(written.casefold()) and len(nickname) > len(written):
            return company.department_names[written], nickname[len(written) :].lstrip(_SEPARATORS).strip()
    return None, nickname


def _without_department(nickname: str, person: Person, company: Company, right: str) -> NicknameVerdict:
    if same_name(nickname, person.name):
        if is_executive(person):
            return NicknameVerdict(nickname, NicknameResult.EXECUTIVE, name=person.name)
        return NicknameVerdict(nickname, NicknameResult.MISSING_DEPT, suggest=right)
    _ensure_nobody_else(nickname, person, company, right)
    return NicknameVerdict(nickname, NicknameResult.NOT_REAL_NAME, suggest=right)


def _with_department(nickname: str, dept: str, person: Person, company: Company, right: str) -> NicknameVerdict:
    if is_executive(person):
        return NicknameVerdict(nickname, NicknameResult.HINT, dept, person.name, suggest=person.name)
    if _is_shared(person, company):
        return NicknameVerdict(nickname, NicknameResult.DUPLICATE_NAME, dept, person.name, suggest=right)
    if nickname == right:
        return NicknameVerdict(nickname, NicknameResult.OK, dept, person.name)
    return NicknameVerdict(nickname, NicknameResult.NORMALIZED, dept, person.name, suggest=right)


def _ensure_no_decoration(nickname: str, right: str) -> None:
    if any(unicodedata.category(char) in {"So", "Cs", "Co", "Cc", "Cf"} for char in nickname):
        raise UserError(
            Code.NICK_INVALID, f"昵称须用真实姓名，不能有表情或特殊符号。可以改成：{right}。", suggest=right
        )


def _ensure_known_department(nickname: str, person: Person, company: Company, right: str) -> None:
    written = _UNKNOWN_PREFIX.match(nickname)
    if not written:
        return
    department = company.department_of(person)
    yours = f"，你在{department.name}" if department else ""
    raise UserError(Code.UNKNOWN_DEPT, f"没有「{written[1]}」这个部门{yours}。可以改成：{right}。", suggest=right)


def _ensure_own_department(dept: str, person: Person, company: Company, right: str) -> None:
    department = company.department_of(person)
    if department is None or department.name == dept:
        return
    raise UserError(Code.NICK_INVALID, f"你在{department.name}，不在{dept}。可以改成：{right}。", suggest=right)


def _ensure_nobody_else(name: str, person: Person, company: Company, right: str) -> None:
    bearers = {other.user_id for other in company.people if other.active and _bears(other, name, company)}
    if bearers and person.user_id not in bearers:
        raise UserError(Code.IMPERSONATION, f"这是别的同事的名字，请用你自己的：{right}。", suggest=right)


def _bears(person: Person, name: str, company: Company) -> bool:
    """Whether `name` is his, or, where the name is shared, his with the tail that tells him apart."""
    return same_name(person.name, name) or (
        same_name(f"{person.name}{person.tail}", name) and _is_shared(person, company)
    )
