"""Somebody's year of leave from end to end, through every part: facts, counting, ledger, states, carrying over."""

from datetime import date, datetime
from decimal import Decimal

from bot.domain.calendar.span import Span, TimeSpan
from bot.domain.leave.counting.cost import count
from bot.domain.leave.ledgers.booking import reserve
from bot.domain.leave.ledgers.crediting import carry_over, earn, grant, lapse
from bot.domain.leave.ledgers.entitlement import AnnualRules, Service, grants
from bot.domain.leave.ledgers.explaining import explained
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.requests.following import following
from bot.domain.leave.requests.request import LeaveRequest, bounds
from bot.domain.leave.requests.returning import returned
from bot.domain.leave.requests.states import advanced, approved, withdrawn
from bot.identifiers import UserId
from tests.domain.calendar.days import d, span
from tests.domain.leave.requests import CHINA, OFFICE, TYPES, at

ANNUAL = TYPES["年假"]
RULES = AnnualRules(carry_until=(3, 31))
WORKER = Service(d("2016-07-01"), d("2020-03-01"))


class Books:
    """The steps that a service will take, without a database."""

    def __init__(self) -> None:
        self.ledger = Ledger()
        self.requests: dict[str, LeaveRequest] = {}

    def give(self, year: int) -> None:
        facts = grants(WORKER, year, RULES)
        until = date(year, 12, 31)
        self.ledger = self.ledger.plus(grant(self.ledger, "年假", year, facts, until=until, on=date(year, 1, 1)))

    def ask(self, number: str, kind: str, text: str, now: datetime) -> None:
        when: Span | TimeSpan = span(text)
        counted = count(TYPES[kind], when, OFFICE, now.date())
        entries = reserve(self.ledger, TYPES[kind], counted.portions, cause=number, on=now.date())
        self.ledger = self.ledger.plus(entries)
        begins, ends = bounds(when, OFFICE, CHINA)
        self.requests[number] = LeaveRequest(
            number, UserId("zhangsan"), kind, when, counted.amount, begins, ends, now, provisional=counted.provisional
        )

    def set(self, request: LeaveRequest, now: datetime) -> None:
        self.requests[request.number] = request
        self.ledger = self.ledger.plus(following(self.ledger, request, on=now.date()))

    def approve(self, number: str, now: datetime) -> None:
        self.set(approved(self.requests[number], now), now)

    def time_passes(self, now: datetime) -> None:
        for request in list(self.requests.values()):
            self.set(advanced(request, now), now)

    def left(self, type_: str, year: int) -> Decimal:
        return self.ledger.balance(type_, year).left


def test_a_year() -> None:
    books = Books()
    books.give(2026)
    assert books.ledger.available("年假", d("06-30")) == 5  # nine years of service
    assert books.ledger.available("年假", d("07-01")) == Decimal("7.5")  # ten, from here on

    books.ask("QJ-1", "年假", "05-06/05-09", at("04-20 09:00"))
    assert books.left("年假", 2026) == Decimal("3.5")
    books.approve("QJ-1", at("04-20 10:00"))
    books.time_passes(at("05-06 09:00"))
    early = returned(books.requests["QJ-1"], ANNUAL, d("05-08"), OFFICE, at("05-07 17:00"))
    books.set(early, at("05-07 17:00"))
    assert books.left("年假", 2026) == Decimal("5.5")

    overtime = earn(d("10-17"), Decimal(6), OFFICE, type_="调休", cause="JB-1", valid=6)
    books.ledger = books.ledger.plus([overtime])
    books.ask("QJ-2", "调休", "2026-11-23T15:00+08:00/2026-11-23T18:00+08:00", at("11-22 10:00"))
    assert books.ledger.available("调休", d("11-24")) == 3
    books.set(withdrawn(books.requests["QJ-2"]), at("11-22 10:05"))
    assert books.ledger.available("调休", d("11-24")) == 6

    books.give(2027)
    books.ask("QJ-3", "年假", "12-30/2027-01-05", at("11-22 10:00"))
    assert books.requests["QJ-3"].provisional
    assert (books.left("年假", 2026), books.left("年假", 2027)) == (Decimal("3.5"), Decimal(8))
    books.approve("QJ-3", at("11-23 10:00"))

    books.time_passes(at("12-30 09:00"))
    books.ledger = books.ledger.plus(carry_over(books.ledger, "年假", 2026, RULES, cause="TY-1"))
    books.ledger = books.ledger.plus(lapse(books.ledger, "年假", on=d("2027-01-01"), rule="未休"))
    assert (books.left("年假", 2026), books.left("年假", 2027)) == (Decimal(0), Decimal("11.5"))
    assert explained(books.ledger, "年假", 2026, ANNUAL.counting)[-1] == "共 4 天，已用 4 天，还剩 0 天。"
    assert lapse(books.ledger, "调休", on=d("2027-04-18"), rule="按加班工资支付")[0].amount == 6
