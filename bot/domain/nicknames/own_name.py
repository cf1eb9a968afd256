"""Nicknames that hold the person's own name, however it is written: only form and department are in question."""

from dataclasses import replace

from bot.domain.nicknames.folding import fold, squeeze, without_accents
from bot.domain.nicknames.reading import Reading
from bot.domain.nicknames.verdicts import Fault, NicknameResult, NicknameVerdict
from bot.patterns import regex

_SUFFIX = regex(r"\d{1,2}|[大小]")  # what HR adds where a name is shared: 刘洋2, 刘洋(大)


def of_his_own_name(reading: Reading) -> NicknameVerdict | None:
    """None: it is not his name."""
    for department, rest in reading.register.departments.splits(reading.folded):
        if (suffix := _suffix(reading, rest)) is not None:
            return _named(reading, department, suffix)
    return _beneath_another(reading) or _in_reverse(reading)


def _beneath_another(reading: Reading) -> NicknameVerdict | None:
    """生产部一车间-张三, where each is a department."""
    for outer, rest in reading.register.departments.splits(reading.folded):
        for department, name in reading.register.departments.splits(rest) if outer else ():
            if outer and department and (suffix := _suffix(reading, name)) is not None:
                return _named(reading, department if reading.is_his(outer) else outer, suffix, in_place=False)
    return None


def _in_reverse(reading: Reading) -> NicknameVerdict | None:
    """张三-生产部, 张三(生产部)."""
    own = fold(reading.person.name)
    if not own or not reading.folded.startswith(own):
        return None
    department = reading.register.departments.called(reading.folded[len(own) :])
    return _named(reading, department, "", in_place=False) if department else None


def _suffix(reading: Reading, rest: str) -> str | None:
    """What follows his name, where `rest` is his name: nothing, or what tells him apart. None: it is not."""
    own, written = reading.register.key(reading.person), squeeze(rest)
    if not own or not written.startswith(own):
        return "" if own and _is_nearly(fold(reading.person.name), rest) else None
    suffix = written[len(own) :]
    if not suffix or suffix in _marks(reading):
        return suffix
    fits = _SUFFIX.fullmatch(suffix) and (suffix.isdigit() or reading.register.is_shared(reading.person))
    return suffix if fits else None


def _is_nearly(own: str, rest: str) -> bool:
    """Chen David for David Chen, Jose for José."""
    if rest.isascii():
        own = without_accents(own)
    words = own.split()
    return own == rest or (len(words) > 1 and rest.isascii() and sorted(words) == sorted(rest.split()))


def _marks(reading: Reading) -> set[str]:
    """What tells him from his namesakes."""
    person = reading.person
    marks = {person.tail, person.staff_no or "", reading.register.tail(person)}
    return {squeeze(fold(mark)) for mark in marks if mark}


def _named(reading: Reading, department: str | None, suffix: str, *, in_place: bool = True) -> NicknameVerdict:
    """`in_place`: department and name stand where they should."""
    person, register = reading.person, reading.register
    if register.is_executive(person):
        return _executive(reading, department)
    if department is None and register.department(person) is not None:
        return reading.says(NicknameResult.MISSING_DEPT)
    if department and not reading.is_his(department):
        return _elsewhere(reading, department)
    if register.is_shared(person) and not suffix:
        return reading.says(NicknameResult.DUPLICATE_NAME, department)
    right = _right(reading, department, suffix) if in_place else reading.proper
    if reading.text == right:
        return NicknameVerdict(reading.text, NicknameResult.OK, department, person.name)
    return NicknameVerdict(reading.text, NicknameResult.NORMALIZED, department, person.name, right)


def _executive(reading: Reading, department: str | None) -> NicknameVerdict:
    name = reading.person.name
    if department:
        return NicknameVerdict(reading.text, NicknameResult.HINT, department, name, name)
    if fold(name) == reading.folded:
        return NicknameVerdict(reading.text, NicknameResult.EXECUTIVE, None, name)
    return NicknameVerdict(reading.text, NicknameResult.NORMALIZED, None, name, name)


def _right(reading: Reading, department: str | None, suffix: str) -> str:
    """The canonical string: a suffix that HR gave stays, one that is not needed goes."""
    person, register = reading.person, reading.register
    own = (
        department
        if department and register.departments.may_choose(person, department)
        else register.department(person)
    )
    name = f"{person.name}{_written_suffix(reading, suffix)}"
    return f"{own}-{name}" if own else name


def _written_suffix(reading: Reading, suffix: str) -> str:
    if not reading.register.is_shared(reading.person):
        return ""
    if suffix in _marks(reading):
        return reading.register.tail(reading.person)
    return suffix if suffix.isdigit() else f"({suffix})"


def _elsewhere(reading: Reading, department: str) -> NicknameVerdict:
    """His own name in a department that is not his: where a namesake works, that is the other's nickname."""
    if not reading.register.departments.exists(department):
        return reading.knows_no(department)
    if namesakes := reading.register.namesakes_in(reading.person, department):
        return replace(reading.says(Fault.IMPERSONATION, department), victims=namesakes)
    return reading.says(Fault.WRONG_DEPT, department)
