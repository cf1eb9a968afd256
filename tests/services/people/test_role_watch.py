"""What a new directory does to roles can be seen in the log."""

from dataclasses import replace

from structlog.testing import capture_logs

from bot.domain.company import Company
from bot.domain.granting import Rule
from bot.domain.people import Department, Person
from bot.domain.rights import Role
from bot.identifiers import UserId
from bot.services.people.role_watch import report

CONFIGURED = Company(
    role_rules={
        Role.MGMT_GROUP: Rule(roles=(Role.DEPT_HEAD,)),
        Role.WECOM_ADMIN: Rule(titles=("系统管理员",)),
        Role.SECURITY: Rule(people=frozenset({UserId("wu")})),
    }
)
WANG, WU = Person(UserId("wang"), "王强", 2), Person(UserId("wu"), "吴管", 2, position="系统管理员")


def _company(*people: Person, head: str) -> Company:
    departments = (Department(1, "公司"), Department(2, "生产部", 1, (UserId(head),)))
    return replace(CONFIGURED, people=people, departments=departments)


def test_whoever_becomes_a_head_joins_the_management_group() -> None:
    with capture_logs() as logs:
        report(_company(WANG, WU, head="wang"), _company(WANG, WU, head="wu"))
    changes = [(each["role"], each["came"], each["left"]) for each in logs if each["event"] == "role.changed"]
    assert changes == [(Role.DEPT_HEAD, ["wu"], ["wang"]), (Role.MGMT_GROUP, ["wu"], ["wang"])]


def test_a_conflict_is_said_when_it_arises_and_not_again() -> None:
    promoted = replace(WU, position="员工")
    with capture_logs() as logs:
        report(_company(promoted, head="wang"), _company(WU, head="wang"))
        report(_company(WU, head="wang"), _company(WU, WANG, head="wang"))
    said = [(each["user"], each["roles"]) for each in logs if each["event"] == "roles.conflict"]
    assert said == [("wu", [Role.WECOM_ADMIN, Role.SECURITY])]


def test_of_the_first_directory_only_conflicts_are_said() -> None:
    with capture_logs() as logs:
        report(CONFIGURED, _company(WANG, WU, head="wang"))
    assert [each["event"] for each in logs] == ["roles.conflict"]
