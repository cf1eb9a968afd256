"""What a work group may be called: short, plain, telling what it is for, without words that offend (D8§6.1, §6.2); and
which two names nobody could tell apart.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from bot.domain.company import Company
from bot.domain.finding.folding import is_han
from bot.domain.groups.group import Group
from bot.domain.groups.knowing import may_hear_of
from bot.domain.groups.types import GroupType
from bot.domain.moderation.content.in_use import ADVERTISING
from bot.domain.nicknames.banned_words import Category, WordList
from bot.domain.nicknames.folding import fold, joined, skeleton, squeeze
from bot.domain.people import Person
from bot.domain.width import narrow
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex

SHORTEST, LONGEST = 2, 50  # characters; WeCom cuts what is longer (D-98913)
CLAUSE: Final = "《企业微信社群管理制度》第六条"
SENSITIVE: Final = "法轮功 邪教 反动 台独 藏独 疆独 港独 罢工 讨薪 内幕 绝密"
AT_WORK: Final = ("垃圾", "废物", "炸药", "枪支", "laji", "feiwu", "jianren")  # 危险废物, 拖拉机, 兼任: no insults here
_MARKS: Final = frozenset("()（）·-—_.&+、 ")
_NUMERALS: Final = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_FIGURES: Final = frozenset("2345")  # letters of other shapes stand for them in nicknames only: 项目4 is not 项目A
_AROUND: Final = regex(r" (?=[^\x00-\x7f])|(?<=[^\x00-\x7f]) ")
_TAIL: Final = regex(r"(?:群|平台)$")
_ALWAYS: Final = ("项目", "工作", "公司", "集团", "部门")


def tidy(written: str) -> str:
    """As it will stand in WeCom: narrow letters, no blanks beside Chinese characters, one between Latin words."""
    return _AROUND.sub("", " ".join(narrow(written).split()))


def ensure_name(name: str, company: Company, type_: GroupType | None = None) -> None:
    """Raises UserError with the rule that it breaks. `type_`: what a name that says nothing could be completed by."""
    ensure_decent(name, company)
    if not shows_nature(name, company):
        better = type_.named(name) if type_ else ""
        example = f"例如：{better}。" if better and shows_nature(better, company) else ""
        said = _cannot(name)
        raise UserError(Code.LIMIT, f"{said}看不出是什么群，要写明类型、项目或部门（{CLAUSE}）。{example}")


def ensure_decent(name: str, company: Company) -> None:
    """The same, but for what a group that people made long ago may lack: saying what it is. Raises UserError."""
    said = _cannot(name)
    if not SHORTEST <= len(name) <= LONGEST:
        raise UserError(Code.LIMIT, f"{said}要写 {SHORTEST} 到 {LONGEST} 个字，它有 {len(name)} 个。换一个再发一次。")
    if not all(map(_is_plain, name)) or not any(char.isalnum() for char in name):
        raise UserError(Code.LIMIT, f"{said}只写汉字、英文字母和数字，不带表情、标点和别的符号。换一个再发一次。")
    if _offends(name, company):
        raise UserError(Code.LIMIT, f"{said}里面有不文明或敏感的词（{CLAUSE}）。换一个再发一次。")


def shows_nature(name: str, company: Company) -> bool:
    """Whether it has a word for the type, the project or the department (D8§6.1)."""
    shape = squeeze(fold(name))
    return any(squeeze(fold(word)) in shape for word in _natures(company))


def twin(name: str, groups: Iterable[Group]) -> Group | None:
    """One whose name, or other name, can't be told from this one: 项目А工作群 with a Cyrillic А is 项目A工作群."""
    shape = _shape(name)
    return next((group for group in groups if any(_shape(each) == shape for each in group.names)), None)


def ensure_no_twin(name: str, sender: Person | None, company: Company, *, of: Group | None = None) -> None:
    """Among the groups in memory, `of` apart. Raises UserError; who may not hear of the other learns nothing of it."""
    other = twin(name, [group for group in company.groups if of is None or group.id != of.id])
    if other and may_hear_of(sender, other, company):
        said = f"已经有叫「{other.name}」的群" if other.name == name else f"「{name}」和已有的「{other.name}」分不清"
        raise UserError(Code.DUPLICATE, f"{said}。换一个名字，或申请加入它。")
    if other:
        raise unusable(name)


def unusable(name: str) -> UserError:
    """Whose name it is, he may not know."""
    return UserError(Code.LIMIT, f"「{shown(name)}」这个群名用不了。换一个名字再发一次。")


def _cannot(name: str) -> str:
    return f"「{shown(name)}」不能作群名："


def _is_plain(char: str) -> bool:
    return is_han(char) or (char.isascii() and char.isalnum()) or char in _MARKS or char in _NUMERALS


def _offends(name: str, company: Company) -> bool:
    words = WordList((*company.nickname_rules.banned, *SENSITIVE.split()), without=(Category.ADVERTISEMENT, *AT_WORK))
    folded = fold(name)
    if words.found(squeeze(folded), folded) is not None:
        return True
    return company.moderation.content.in_use.in_name(name) not in (None, ADVERTISING)  # 代购平台 is a group


def _natures(company: Company) -> Iterator[str]:
    yield from _ALWAYS
    for type_ in company.group_types:
        yield from (word for each in (type_.ending, *type_.names) if len(word := _TAIL.sub("", each)) > 1)
    for department in company.departments:
        if department.parent is not None:
            yield from (department.name, *company.aliases.get(department.name, ()))


def _shape(name: str) -> str:
    whole = joined(squeeze(fold(name)))
    return "".join(char if char in _FIGURES else skeleton(char) for char in whole)
