"""What a register knows of people: tails, seconded people, reorganisations of any size."""

import time
from dataclasses import replace
from datetime import timedelta

from bot.domain.company import Company
from bot.domain.nicknames.judging import judge
from bot.domain.nicknames.rules import Moved, NicknameRules
from bot.domain.people import Department, Person
from bot.identifiers import UserId
from tests.domain.nicknames.company import ALIASES, COMPANY, DEPARTMENTS, NOW, PEOPLE


def test_a_tail_that_is_shared_too_gives_way_to_the_whole_number() -> None:
    first, second = (Person(UserId(f"w{n}"), "王伟", 4, (4,), staff_no=f"{n}0086") for n in (1, 2))
    register = Company((first, second), DEPARTMENTS).register
    assert (register.proper(first), register.proper(second)) == ("生产部-王伟10086", "生产部-王伟20086")
    assert judge("生产部-王伟20086", first, register, NOW).victims == ("w2",)


def test_whoever_has_left_shares_no_name() -> None:
    stays = Person(UserId("w1"), "王伟", 4, (4,))
    left = replace(stays, user_id=UserId("w2"), active=False)
    assert Company((stays, left), DEPARTMENTS).register.proper(stays) == "生产部-王伟"


def test_a_seconded_person_may_be_given_by_an_alias() -> None:
    rules = NicknameRules(hosts={UserId("zhangsan"): "hr"})
    register = Company(PEOPLE, DEPARTMENTS, aliases=ALIASES, nickname_rules=rules).register
    person = COMPANY.person(UserId("zhangsan"))
    assert person
    assert register.proper(person) == "行政人事部-张三"


def test_a_company_may_let_any_department_stand() -> None:
    rules = NicknameRules(any_department=True)
    register = Company(PEOPLE, DEPARTMENTS, aliases=ALIASES, nickname_rules=rules).register
    person = COMPANY.person(UserId("twice"))
    assert person
    assert judge("研发部-何双", person, register, NOW).suggest is None
    assert judge("研发部 何双", person, register, NOW).suggest == "研发部-何双"


def test_departments_in_a_ring_stop_nobody() -> None:
    ring = (Department(1, "公司"), Department(2, "甲部", 3), Department(3, "乙部", 2))
    person = Person(UserId("a"), "张三", 2, (2,))
    register = Company((person,), ring).register
    assert judge("乙部-张三", person, register, NOW).is_fine


def test_a_great_reorganisation_is_not_slow() -> None:
    people = [Person(UserId(f"u{n}"), f"张三{n}", 4, (4,)) for n in range(5_000)]
    moved = tuple(Moved("研发部", NOW - timedelta(days=1), user=person.user_id) for person in people)
    register = Company(tuple(people), DEPARTMENTS, moved=moved).register
    begun = time.thread_time()
    assert all(judge(f"研发部-{person.name}", person, register, NOW).is_fine for person in people)
    assert time.thread_time() - begun < 2.0


def test_nobody_is_nobody() -> None:
    register = Company().register
    person = Person(UserId("a"), "张三", 7)
    assert judge("张三", person, register, NOW).is_fine
    assert judge("生产部-张三", person, register, NOW).written == "生产部"
    assert not judge("", replace(person, name=""), register, NOW).victims
