"""A small company for the tests of approvals, and moments of its office hours."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from types import MappingProxyType

from bot.domain.approvals.moves import opened
from bot.domain.approvals.pace import Pace
from bot.domain.approvals.request import Draft, Request, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.approvals.staffing import Staffing
from bot.domain.company import Company
from bot.domain.granting import by_account
from bot.domain.people import Department, Person
from bot.domain.rights import Role
from bot.identifiers import UserId

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=timezone(timedelta(hours=8)))
PACE = Pace()
PRESIDENT, VICE, HEAD, WORKER, MATE, CLERK_A, CLERK_B, OFFICE, MARKETING = map(
    UserId, ("president", "vice", "head", "worker", "mate", "clerka", "clerkb", "office", "marketing")
)
PEOPLE = (
    Person(PRESIDENT, "赵国强", 1, position="总裁"),
    Person(VICE, "钱卫东", 1, position="常务副总裁"),
    Person(HEAD, "王强", 2, position="经理"),
    Person(WORKER, "张三", 2),
    Person(MATE, "李四", 2),
    Person(CLERK_A, "周敏", 3),
    Person(CLERK_B, "李娜", 3),
    Person(OFFICE, "林宓", 1, position="主任"),
    Person(MARKETING, "孙丽", 2, position="营销副总"),
)
COMPANY = Company(
    people=PEOPLE,
    departments=(
        Department(1, "公司"),
        Department(2, "生产部", 1, (HEAD,)),
        Department(3, "行政人事部", 1, (CLERK_A,)),
    ),
    role_rules=by_account({Role.HR: (CLERK_A, CLERK_B), Role.PRESIDENT_OFFICE: (OFFICE,)}),
)
LEADER = Step((Selector.leader(),))
HR = Step((Selector.role(Role.HR),))
BOTH = Step((Selector.role(Role.HR),), needed=None)
PRESIDENTS = Step((Selector.title("总裁"),))


def staff(*, left: tuple[UserId, ...] = (), deputies: Mapping[UserId, UserId] | None = None) -> Staffing:
    people = tuple(replace(each, active=each.user_id not in left) for each in PEOPLE)
    return Staffing(replace(COMPANY, people=people), MappingProxyType(dict(deputies or {})))


def ask(*steps: Step, by: UserId = WORKER, concerned: tuple[UserId, ...] = (), at: Staffing | None = None) -> Request:
    draft = Draft("test", by, "借用会议室", steps, concerned=concerned)
    return opened("RQ-20261123-001", draft, at or staff(), PACE, MONDAY)


def asked(request: Request) -> list[UserId]:
    return [each.user for each in request.waits_for]
