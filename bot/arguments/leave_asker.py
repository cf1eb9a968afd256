"""Whose leave a line asks for: nobody asks for that of a colleague."""

from collections.abc import Iterator
from typing import Final

from bot.domain.company import Company
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.patterns import regex

# 申请人：李四
_ON_A_FORM: Final = regex(r"(?:姓名|申请人|请假人)[:：]\s*([^\s，,。;；]{2,8})")
_FOR_SOMEBODY: Final = regex(r"(?:[帮替给为]|代)([^\s，,。;；我]{2,8}?)[^，,。]{0,8}?(?:请|休|提交|申请)")
# Somebody, and nothing but a day before what he is to do.
_OF_SOMEBODY: Final = regex(
    r"([^\s，,。;；我]{2,8}?)[\s今明后昨天上中下午早晚这周一二三四五六日\d.月号要想在也又都]*(?:请|休)[^，,。]{0,6}假"
)
# A name by itself, in front of what is asked for: 李四 年假 12.1
_NAMED_FIRST: Final = regex(
    r"@?([^\s，,。;；@]{2,8})[\s，,]+(?=[年病事婚产丧]假|调休|陪产|育儿|哺乳|[\d今明后周本下这]|星期)"
)


def ensure_own(line: str, sender: Person, company: Company) -> None:
    """`line` is narrow. Raises UserError where a colleague is named who is to be off: 王五明天请假."""
    if any(bearers and sender not in bearers for bearers in _named(line, company)):
        raise UserError(Code.NO_PERMISSION, "请假要由本人提交，不能替别人请。请对方自己发 /请假。")


def _named(line: str, company: Company) -> Iterator[tuple[Person, ...]]:
    """Those who are named as the one to be off, each time somebody is."""
    people = company.finder.people
    for exact in (_ON_A_FORM.search(line), _NAMED_FIRST.match(line)):
        if exact:
            yield people.called(exact[1])
    found = _FOR_SOMEBODY.search(line) or _OF_SOMEBODY.match(line)
    spotted = people.spot(found[1]) if found else None
    if spotted and not spotted.guessed:
        yield spotted.people
