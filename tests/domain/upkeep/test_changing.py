"""When a setting needs a leader's yes in the first set-up, and what no change may leave behind."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.company import Company
from bot.domain.granting import Rule, by_account
from bot.domain.people import Person
from bot.domain.rights import Role
from bot.domain.upkeep.changing import come_to, given_by, left_empty, needs_leader, new_conflicts
from bot.domain.upkeep.configuration import Origin, SettingChange, Unconfigured
from bot.domain.upkeep.parameters import Parameter, found
from bot.domain.upkeep.setup import Step, StepState, is_free
from bot.identifiers import UserId

ADMIN, A, B = UserId("admin"), UserId("a"), UserId("b")
PEOPLE = tuple(Person(user, user, 1) for user in (ADMIN, A, B))
COMPANY = Company(people=PEOPLE, role_rules=by_account({Role.WECOM_ADMIN: [ADMIN]}))
NOW = datetime(2026, 11, 22, tzinfo=UTC)


class OfTheFile(Unconfigured):
    def origin(self, key: str) -> Origin:
        return Origin.FILE


def parameter(key: str) -> Parameter:
    named = found(COMPANY, key)
    assert named
    return named


def change(approved: UserId | None) -> SettingChange:
    return SettingChange("PZ-1", "x", "y", None, ADMIN, NOW, approved)


def test_what_nobody_has_set_is_set_at_once() -> None:
    quiet, support = parameter("notices.quiet_from"), parameter("roles.support.people")
    named = replace(COMPANY, configuration=OfTheFile())
    held = replace(COMPANY, role_rules=by_account({Role.SUPPORT: [B]}))
    for what, given, company, last, needed in [
        (quiet, [], COMPANY, None, False),
        (quiet, [], named, None, True),
        (quiet, [], named, change(None), False),  # set there a moment ago
        (quiet, [], named, change(A), True),  # a leader let it pass
        (support, [A], COMPANY, None, False),
        (support, [A, ADMIN], COMPANY, None, True),  # for himself
        (support, [A, ADMIN], COMPANY, change(None), True),
        (support, [A], held, None, True),
        (parameter("roles.wecom_admin.people"), [A], COMPANY, None, True),
    ]:
        assert needs_leader(what, given, ADMIN, company, last) is needed, (what.key, given)


def test_a_bot_that_has_worked_for_long_is_not_set_up_for_the_first_time() -> None:
    assert is_free({}, None, NOW)
    assert is_free({Step.ROLES: StepState.DONE}, NOW - timedelta(days=59), NOW)
    assert not is_free({}, NOW - timedelta(days=60), NOW)
    assert not is_free({Step.RESULT: StepState.DONE}, NOW, NOW)


def test_who_would_come_to_a_role() -> None:
    rules = {Role.WECOM_ADMIN: Rule(people=frozenset({ADMIN, A})), Role.MGMT_GROUP: Rule(roles=(Role.WECOM_ADMIN,))}
    after = replace(COMPANY, role_rules=rules)
    assert come_to(Role.WECOM_ADMIN, COMPANY, after) == {A}
    assert given_by(COMPANY, after) == {ADMIN, A}  # the other role comes along
    assert given_by(after, COMPANY) == frozenset()


def test_somebody_always_looks_after_the_bot() -> None:
    gone = replace(COMPANY, role_rules=by_account({Role.WECOM_ADMIN: [UserId("nobody-here")]}))
    assert left_empty(COMPANY, gone, (Role.EXECUTIVE, Role.WECOM_ADMIN)) is Role.WECOM_ADMIN
    assert left_empty(COMPANY, COMPANY, (Role.EXECUTIVE, Role.WECOM_ADMIN)) is None


def test_two_roles_that_check_each_other() -> None:
    both = replace(COMPANY, role_rules=by_account({Role.WECOM_ADMIN: [ADMIN], Role.SECURITY: [ADMIN]}))
    assert [each.user for each in new_conflicts(COMPANY, both)] == [ADMIN]
    assert new_conflicts(both, both) == []
