"""Names that are not nicknames of employees: what outsiders call themselves, and what the directory itself says."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.nicknames.folding import fold, squeeze
from bot.domain.nicknames.forms import is_title
from bot.domain.nicknames.judging import borne_by_others, form_of
from bot.domain.nicknames.register import Register
from bot.domain.nicknames.verdicts import Fault
from bot.domain.people import Person
from bot.identifiers import UserId


def outsider_fault(nickname: str, register: Register) -> Fault | None:
    """A customer may call himself what he likes (公司-姓名 is a suggestion, D7§5.2), but not what one of us is called.

    His plain name may be that of an employee: names repeat. It may not be an executive's.
    """
    folded = fold(nickname)
    for department, rest in register.departments.splits(folded):
        if department and register.bearers(squeeze(rest)):
            return Fault.IMPERSONATION
    if register.likenesses.executive_called(squeeze(folded)):
        return Fault.IMPERSONATION
    return Fault.BANNED if form_of(nickname, register) is Fault.BANNED else None


class Field(StrEnum):
    """A field of the directory."""

    NAME = "姓名"
    ALIAS = "别名"


class Doubt(StrEnum):
    """What is odd about it; a human looks, since real names may look odd."""

    DECORATED = "有表情或特殊符号"
    TELEPHONE = "有电话或账号"
    ADVERTISEMENT = "有广告或联系方式"
    BANNED = "有不合适的字词"
    TITLE = "像称呼，不像姓名"
    DEPARTMENT = "写了部门"
    IMPERSONATION = "是别人的姓名"


@dataclass(frozen=True, slots=True)
class Doubted:
    user: UserId
    field: Field
    doubt: Doubt


def name_doubt(name: str, register: Register) -> Doubt | None:
    """Of the name of somebody who isn't in the directory yet."""
    return _of_the_name(Person(UserId(""), name, 0), register)


def doubts(person: Person, register: Register) -> Iterator[Doubted]:
    """What the directory says of one person, as far as it can't be right (D18§2)."""
    if doubt := _of_the_name(person, register):
        yield Doubted(person.user_id, Field.NAME, doubt)
    if person.alias and (doubt := _of_the_alias(person, register)):
        yield Doubted(person.user_id, Field.ALIAS, doubt)


def _of_the_name(person: Person, register: Register) -> Doubt | None:
    """Of forbidden words only those that stand there in so many characters: real names may sound like others."""
    key = register.key(person)
    if doubt := _of_the_form(person.name, register, spelt=False):
        return doubt
    folded = fold(person.name)
    if "-" in folded and any(department for department, _ in register.departments.splits(folded)):
        return Doubt.DEPARTMENT
    return Doubt.TITLE if not key or is_title(key) else None


def _of_the_alias(person: Person, register: Register) -> Doubt | None:
    if doubt := _of_the_form(person.alias, register, spelt=True):
        return doubt
    victims = borne_by_others(squeeze(fold(person.alias)), register, person.user_id)
    return Doubt.IMPERSONATION if victims else None


def _of_the_form(text: str, register: Register, *, spelt: bool) -> Doubt | None:
    fault = form_of(text, register, spelt=spelt)
    return Doubt[fault.name] if fault else None
