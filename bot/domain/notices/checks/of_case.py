"""A notice about a violation says what happened and not who did it, once, to those whom it concerns (D5§12(2)).

个人信息保护法 art. 25: nothing personal is made public without consent.
"""

from collections.abc import Iterator

from bot.domain.company import Company
from bot.domain.notices.checks.finding import Finding
from bot.domain.notices.notice import Draft
from bot.domain.people import Person
from bot.domain.width import narrow
from bot.domain.wording import shown
from bot.errors import Code

LEAST_NAME = 2  # characters; shorter ones stand in other words


def of_case(draft: Draft, company: Company) -> Iterator[Finding]:
    person = company.person(draft.of_case.target) if draft.of_case else None
    if person is None:
        return
    text = narrow(f"{draft.title}\n{draft.whole}").casefold()
    if found := next((each for each in _names(person, company) if narrow(each).casefold() in text), None):
        yield Finding(f"通报里不写是谁：请删掉「{shown(found)}」，只写部门和事情。", Code.SECRET_IN_TEXT)
    if draft.recurrence:
        yield Finding("通报只发一次，不能按周期发。", Code.LIMIT)
    audience = draft.audience
    if audience.everybody or audience.topic or audience.titles or audience.roles or audience.tags or audience.kinds:
        yield Finding("通报只发到相关的群或部门，请换一个对象。", Code.LIMIT)


def _names(person: Person, company: Company) -> Iterator[str]:
    known = (company.told_apart(person), person.name, person.staff_no or "", person.user_id)
    yield from (each for each in known if len(each) >= LEAST_NAME)
