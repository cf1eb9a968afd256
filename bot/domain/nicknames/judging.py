"""How a nickname stands: the verdict on one text, for one person.

Accepted between department and name: `- － – — _ · /` and their kin, any space, brackets, or nothing; the canonical
mark is `-`. `·` inside a name of several parts is not a separator: the department is the longest known prefix. Whatever
reads as one's own name is judged by that first: a real name is never a forbidden word or somebody else's.
"""

from dataclasses import replace
from datetime import datetime

from bot.domain.moderation.content.in_use import ADVERTISING
from bot.domain.nicknames.banned_words import Category
from bot.domain.nicknames.folding import BETWEEN, fold, squeeze
from bot.domain.nicknames.forms import has_address, has_number, is_decorated, is_title, without_title
from bot.domain.nicknames.own_name import of_his_own_name
from bot.domain.nicknames.reading import Reading
from bot.domain.nicknames.register import Register
from bot.domain.nicknames.verdicts import Fault, NicknameResult, NicknameVerdict
from bot.domain.people import Person
from bot.identifiers import UserId
from bot.patterns import regex

LONGEST = 128  # characters: more than any department and name
LONGEST_UNIT = 12
_UNIT = "(?:部|处|科|室|办|中心|组|车间|公司|集团|厂|队|所|院|局)"
_UNKNOWN_UNIT = regex(rf"^(\S{{1,{LONGEST_UNIT}}}?{_UNIT})[ \-·/\\|:~,、+()\[\]]+(?=\S)")
_UNIT_AT_END = regex(f"{_UNIT}$")
_MARK = regex(r"[-/\\|:~,、+]")
_LOOSE = " -·/\\|:~,、+()[]【】"


def judge(nickname: str, person: Person, register: Register, now: datetime) -> NicknameVerdict:
    """The verdict on what `person` calls himself. Never raises."""
    text = nickname.strip()
    proper = register.proper(person)
    if text == proper:
        return _is_proper(text, person, register)
    if len(text) > LONGEST:
        return NicknameVerdict(text[:LONGEST], Fault.TOO_LONG, suggest=proper)
    if verdict := _differs_in_the_mark(text, person, proper, register):
        return verdict
    reading = Reading(text, fold(text), person, proper, register, now)
    return (
        of_his_own_name(reading)
        or _of_its_form(reading)
        or _of_an_unknown_department(reading)
        or _of_somebody_else(reading)
        or _of_a_title(reading)
        or _of_the_department_alone(reading)
    )


def form_of(text: str, register: Register, *, spelt: bool = True) -> Fault | None:
    """What can't be in any name, whoever bears it. `spelt`: forbidden words also by their sound."""
    folded = fold(text)
    if is_decorated(text):
        return Fault.DECORATED
    category = register.words.found(squeeze(folded), folded if spelt else "")
    looked = register.in_use.in_name(text, disguised=spelt)
    if has_address(text) or category is Category.ADVERTISEMENT or looked == ADVERTISING:
        return Fault.ADVERTISEMENT
    if category or looked:
        return Fault.BANNED
    return Fault.TELEPHONE if has_number(folded) else None


def borne_by_others(squeezed: str, register: Register, mine: UserId | None) -> tuple[UserId, ...]:
    """Whose name it is, or could be taken for; nobody's, if it could be taken for one's own."""
    if not squeezed:
        return ()
    named = register.bearers(squeezed) or register.bearers(without_title(squeezed))
    for users in (named, register.likenesses.alike(squeezed), register.likenesses.accounts(squeezed)):
        if users:
            return () if mine in users else users
    return tuple(user for user in register.likenesses.executives_in(squeezed) if user != mine)


def after_a_mark(rest: str) -> str:
    """三哥-李四 claims to be 李四."""
    return _MARK.split(rest, maxsplit=1)[-1].strip()


def _is_proper(text: str, person: Person, register: Register) -> NicknameVerdict:
    if register.is_executive(person):
        return NicknameVerdict(text, NicknameResult.EXECUTIVE, None, person.name)
    return NicknameVerdict(text, NicknameResult.OK, register.department(person), person.name)


def _differs_in_the_mark(text: str, person: Person, proper: str, register: Register) -> NicknameVerdict | None:
    """What most who write it wrongly write, 生产部 张三, told without reading it in full: a tenth of the time."""
    department, name = register.department(person), person.name
    if not department or not text.startswith(department) or not text.endswith(name) or proper != f"{department}-{name}":
        return None
    if len(text) < len(department) + len(name) or text[len(department) : len(text) - len(name)].strip(BETWEEN):
        return None
    return NicknameVerdict(text, NicknameResult.NORMALIZED, department, name, proper)


def _of_its_form(reading: Reading) -> NicknameVerdict | None:
    """品牌推广部-张三 names a department, and advertises nothing."""
    fault = form_of(reading.text, reading.register)
    if fault is Fault.ADVERTISEMENT and not has_address(reading.text):
        return _of_an_unknown_department(reading) or reading.says(fault)
    return reading.says(fault) if fault else None


def _of_an_unknown_department(reading: Reading) -> NicknameVerdict | None:
    written = _before_his_name(reading) or _unit(reading)
    if written is None or reading.register.departments.called(fold(written)):
        return None
    return reading.knows_no(written)


def _before_his_name(reading: Reading) -> str | None:
    """品牌部张三, 品牌-张三: whatever stands there is meant as a department."""
    own = fold(reading.person.name)
    before = reading.folded.removesuffix(own) if own else reading.folded
    written = before.strip(_LOOSE)
    if before == reading.folded or not written or len(written) > LONGEST_UNIT:
        return None
    start = before.index(written)
    apart = before != before.rstrip(_LOOSE) or _UNIT_AT_END.search(written)
    return reading.part(start, start + len(written)) if apart else None


def _unit(reading: Reading) -> str | None:
    """品牌部-三哥 names a department, although there is none."""
    if reading.likely_splits()[0][0]:
        return None
    found = _UNKNOWN_UNIT.match(reading.folded)
    return reading.part(0, found.end(1)) if found else None


def _of_somebody_else(reading: Reading) -> NicknameVerdict | None:
    for department, rest in reading.likely_splits():
        for name in dict.fromkeys((rest, after_a_mark(rest))):
            if victims := borne_by_others(squeeze(name), reading.register, reading.person.user_id):
                return replace(reading.says(Fault.IMPERSONATION, department), victims=victims)
    return None


def _of_a_title(reading: Reading) -> NicknameVerdict | None:
    for department, rest in reading.likely_splits():
        if is_title(squeeze(rest)):
            return reading.says(Fault.TITLE, department)
    return None


def _of_the_department_alone(reading: Reading) -> NicknameVerdict:
    department = reading.likely_splits()[0][0]
    if department is None or reading.is_his(department):
        return reading.says(NicknameResult.NOT_REAL_NAME, department)
    if not reading.register.departments.exists(department):
        return reading.knows_no(department)
    return reading.says(Fault.WRONG_DEPT, department)
