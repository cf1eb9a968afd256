"""Who is given which role: by account, title, department, tag, group, or with another role."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from bot.config.sections import Section
from bot.domain.granting import Rule, Rules
from bot.domain.rights import BY_ITSELF, Role
from bot.identifiers import user_id


def _not_everybody(title: str) -> str:
    if not title.strip("* ?"):
        raise ValueError("会把角色给所有人，请写上职务里的字，例如 *总监*")
    return title


class RoleSection(Section):
    """`titles` are patterns of the position (职务), `*` stands for any characters."""

    people: list[str] = Field(default_factory=list)
    titles: list[Annotated[str, AfterValidator(_not_everybody)]] = Field(default_factory=list)
    departments: list[str] = Field(default_factory=list)
    tags: list[str] = Field(default_factory=list)
    groups: list[str] = Field(default_factory=list)
    roles: list[Role] = Field(default_factory=list)

    def rule(self) -> Rule:
        return Rule(
            people=frozenset(map(user_id, self.people)),
            titles=tuple(self.titles),
            departments=tuple(self.departments),
            tags=tuple(self.tags),
            groups=tuple(self.groups),
            roles=tuple(self.roles),
        )


def _of_accounts(value: Any) -> Any:
    """`hr = ["lina"]` is short for accounts."""
    if isinstance(value, dict):
        return value
    if isinstance(value, list):
        return {"people": value}
    raise ValueError('要写成列表：["…"]')


def _given(role: Role) -> Role:
    if role is Role.GROUP_ADMIN:
        raise ValueError("群管理员不在这里写，写在那个群的 [[groups]] 里：admins")
    if role in BY_ITSELF:
        raise ValueError("不用写，通讯录里的人都是员工")
    return role


Roles = dict[Annotated[Role, AfterValidator(_given)], Annotated[RoleSection, BeforeValidator(_of_accounts)]]


def rules(roles: Mapping[Role, RoleSection]) -> Rules:
    return {role: section.rule() for role, section in roles.items()}
