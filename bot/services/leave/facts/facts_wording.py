"""What HR has said of somebody, as people read it."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from bot.domain.company import Company
from bot.domain.leave.facts.fact import OF_YEARS, Fact, What, standing
from bot.domain.leave.facts.fact_words import Column
from bot.domain.leave.rules import Facts
from bot.domain.leave.types.catalogue import Catalogue
from bot.identifiers import UserId
from bot.shapes.records.leave_facts import Said

NEEDED = (What.BEGAN, What.JOINED, What.CHILD)  # what is missed where nobody has said it


def listed(said: Sequence[Said], known: Facts, company: Company) -> Iterator[str]:
    """A line each, with what was seen and who wrote it when; then what nobody has said."""
    writers = {each.fact.place: each for each in said}
    facts = standing(each.fact for each in said)
    for what in What:
        own = [fact for place, fact in facts.items() if place[0] is what]
        for fact in own:
            value, origin = value_said(fact, company.leave.types), _origin(writers[fact.place], company)
            yield f"{place_said(fact)}：{value}（{origin}）"
        if not own and (value := _configured(what, known)):
            yield f"{what}日期：{value}（公司配置）"
        elif not own and what in NEEDED:
            yield f"{what}日期：没有登记"


def place_said(fact: Fact) -> str:
    """`入职日期`, `2026年年假结转`"""
    return _place(fact).said


def value_said(fact: Fact, types: Catalogue) -> str:
    """`2010年7月1日`, `7.5 天`"""
    if fact.what not in OF_YEARS:
        return _day(date.fromisoformat(fact.value))
    kind = types.named(_place(fact).type)
    return kind.counting.said(Decimal(fact.value)) if kind else fact.value


def _day(on: date) -> str:
    return f"{on.year}年{on.month}月{on.day}日"


def _origin(said: Said, company: Company) -> str:
    proof = f"{said.fact.proof}；" if said.fact.proof else ""
    return f"{proof}{company.name_of(UserId(said.by))} {_day(said.at.date())}登记"


def _configured(what: What, known: Facts) -> str:
    service = known.service
    if service is None:
        return ""
    days = {What.BEGAN: service.began, What.JOINED: service.joined, What.LEFT: service.left}
    on = days.get(what)
    return _day(on) if on else ""


def _place(fact: Fact) -> Column:
    year, _, type_ = fact.key.partition(" ")
    return Column(fact.what, type_, int(year)) if fact.what in OF_YEARS else Column(fact.what)
