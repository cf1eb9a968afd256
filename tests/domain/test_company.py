"""What a company knows of its people by itself, without asking all of them each time."""

from bot.domain.company import Company
from bot.domain.granting import by_account
from bot.domain.people import Person
from bot.domain.rights import Role
from bot.identifiers import UserId


def person(user: str, position: str, *, active: bool = True) -> Person:
    return Person(UserId(user), user, 1, position=position, active=active)


def test_an_office_is_whoever_has_its_roles_and_is_here() -> None:
    people = (person("b", ""), person("a", ""), person("gone", "", active=False))
    held = {Role.HR: ("b", "gone"), Role.GROUP_HR: ("a", "b", "stranger")}
    rules = by_account({role: map(UserId, users) for role, users in held.items()})
    assert Company(people=people, role_rules=rules).serving(Role.HR, Role.GROUP_HR) == ("b", "a")


def test_a_title_is_a_word_of_its_own() -> None:
    company = Company(
        people=(
            person("second", "总裁"),
            person("first", "总裁/总裁"),
            person("gone", "总裁", active=False),
            person("deputy", "常务副总裁"),
            person("both", "集团营销副总(分管副总)"),
            person("nobody", ""),
        )
    )
    assert company.titled("总裁") == ("second", "first")
    assert company.titled("常务副总裁") == ("deputy",)
    assert company.titled("集团营销副总") == company.titled("分管副总") == ("both",)
    assert company.titled("副总") == company.titled("") == ()
