"""Whether a directory shows what somebody says he did."""

from datetime import UTC, datetime

import pytest

from bot.domain.accounts.newcomer import Newcomer
from bot.domain.accounts.seen import seen
from bot.domain.accounts.works import Deed, Work
from bot.domain.people import Person
from bot.identifiers import UserId

HE = UserId("zhangsan")
WANG = Newcomer("王小明", 4, "操作工", "13800001111")
NOW = datetime(2026, 11, 22, tzinfo=UTC)


def person(user: str, name: str = "张三", department: int = 4, *, active: bool = True, position: str = "") -> Person:
    return Person(UserId(user), name, department, (department,), position, active=active)


@pytest.mark.parametrize(
    ("deed", "people", "holds"),
    [
        (Deed.DISABLE, [person("zhangsan")], False),
        (Deed.DISABLE, [person("zhangsan", active=False)], True),
        (Deed.DISABLE, [], True),
        (Deed.ENABLE, [person("zhangsan")], True),
        (Deed.ENABLE, [], False),
        (Deed.DELETE, [person("zhangsan", active=False)], False),
        (Deed.DELETE, [], True),
    ],
)
def test_on_off_and_gone(deed: Deed, people: list[Person], *, holds: bool) -> None:
    assert (seen(Work(deed, HE, HE, NOW), people, ()) == HE) is holds


@pytest.mark.parametrize(
    ("change", "holds"),
    [
        ({"position": "班长"}, True),
        ({"position": "组长"}, False),
        ({"department": "4", "name": "张三"}, True),
        ({"department": "5"}, False),
        ({"mobile": "13800001111"}, True),
    ],
)
def test_what_was_changed(change: dict[str, str], *, holds: bool) -> None:
    work = Work(Deed.CHANGE, HE, HE, NOW, change=change)
    assert (seen(work, [person("zhangsan", position="班长")], ()) == HE) is holds


@pytest.mark.parametrize(
    ("people", "known", "account"),
    [
        ([person("wangxiaoming", "王小明")], [], "wangxiaoming"),
        ([person("wangxiaoming", "王晓明")], [], None),
        ([person("wxm", "王小明")], [], "wxm"),
        ([person("wxm", "王小明")], ["wxm"], None),
        ([person("wxm", "王小明", 5)], [], None),
        ([person("wxm", "王小明"), person("wang2", "王小明")], [], None),
    ],
)
def test_a_newcomer_by_whatever_account(people: list[Person], known: list[str], account: str | None) -> None:
    work = Work(Deed.CREATE, UserId("wangxiaoming"), HE, NOW, newcomer=WANG)
    assert seen(work, people, map(UserId, known)) == account
