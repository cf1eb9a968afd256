"""Who is asked about an item, and what he needn't read."""

from bot.domain.moderation.categories import category
from bot.domain.moderation.content.finding import Finding
from bot.domain.moderation.content.item import deciders, gravest, is_above_all, lookers, same
from bot.domain.rights import Role
from bot.files.company import load
from bot.identifiers import UserId
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company
GROUP = next(each for each in COMPANY.groups if each.name == "项目A工作群")


C12, C13 = category("C12"), category("C13")
ZHANGSAN = UserId("zhangsan")


def test_who_handles_such_things() -> None:
    assert set(lookers(ZHANGSAN, C12, GROUP, COMPANY)) == set(GROUP.admins)
    assert set(lookers(ZHANGSAN, C13, GROUP, COMPANY)) == set(COMPANY.holders(Role.SECURITY))


def test_nobody_for_himself_and_no_administrator_for_another() -> None:
    admin = next(iter(GROUP.admins))
    found = lookers(admin, C12, GROUP, COMPANY)
    assert found
    assert not set(found) & set(GROUP.keepers)


def test_whom_nobody_stands_above_is_looked_at_by_the_company_all_the_same() -> None:
    boss = next(each for each in COMPANY.people if each.position == "总裁").user_id
    assert is_above_all(boss, C12, GROUP, COMPANY)
    assert not is_above_all(ZHANGSAN, C12, GROUP, COMPANY)
    found = lookers(boss, C12, GROUP, COMPANY)
    assert found
    assert boss not in found
    assert set(found) <= set(COMPANY.holders(Role.MGMT_GROUP))
    assert deciders(boss, GROUP, COMPANY) == ()


def test_without_a_group_the_company_looks() -> None:
    found = lookers(ZHANGSAN, C12, None, COMPANY)
    assert found
    assert set(found) <= set(COMPANY.holders(Role.MGMT_GROUP))


def test_who_may_charge_him_where_the_officers_may_not() -> None:
    assert set(deciders(ZHANGSAN, GROUP, COMPANY)) <= set(COMPANY.holders(Role.MGMT_GROUP))
    assert not set(deciders(COMPANY.holders(Role.MGMT_GROUP)[0], GROUP, COMPANY)) & {
        COMPANY.holders(Role.MGMT_GROUP)[0]
    }


def test_the_same_is_the_same_however_it_is_written() -> None:
    assert same("李四你个傻-逼！") == same("李四 你个傻逼")
    assert same("李四你个傻逼") != same("王五你个傻逼")


def test_the_gravest_files_it() -> None:
    insult, leak = Finding("辱骂", "C12", 0, 2), Finding("密码或密钥", "C02", 3, 9)
    assert gravest([insult, leak]) == leak
