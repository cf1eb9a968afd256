"""What the configuration says of the types of groups, where the built-in ones (D7§4, D7§5) are not followed.

A table for each type, by its key: what is not said there stays as it was, a new key is a new type.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, Final, Self

from pydantic import AfterValidator, Field, model_validator

from bot.config.sections import Section
from bot.domain.groups.types import D7_TYPES, GROUP_HR, Composition, GroupType, Office
from bot.domain.rights import BY_ITSELF, Role

_ENDINGS: Final = ("群", "平台")
_BY_KEY: Final = {each.key: each for each in D7_TYPES}
_USUAL: Final = _BY_KEY["E4"]  # who asks for a type of the company's own and who makes it, where nothing is said


def _given(role: Role) -> Role:
    if role in BY_ITSELF:
        raise ValueError(f"{role} 不是谁能当的岗位，写 hr、group_hr、president_office 这样的角色")
    return role


def _like_a_group(ending: str) -> str:
    if not ending.endswith(_ENDINGS):
        raise ValueError(f"要以「{'」或「'.join(_ENDINGS)}」结尾，例如 工作群")
    return ending


def _short(key: str) -> str:
    if not 1 <= len(key) <= 16 or not key.isalnum():
        raise ValueError("类型的代号用字母和数字，最多 16 个，例如 E7")
    return key


Given = Annotated[Role, AfterValidator(_given)]
Words = Annotated[str, Field(min_length=1)]


class OfficeSection(Section):
    """Who acts for it: whoever holds one of the roles, or bears one of the titles (职务)."""

    label: Words
    roles: list[Given] = Field(default_factory=list)
    titles: list[Words] = Field(default_factory=list)

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if not (self.roles or self.titles):
            raise ValueError("roles 和 titles 至少写一个，不然没有人能办")
        return self

    def office(self) -> Office:
        return Office(self.label, tuple(self.roles), tuple(self.titles))


class CompositionSection(Section):
    """Who belongs in a group of the type: `bot.domain.groups.types.Composition`. `says` is what people are told."""

    says: str | None = None
    titles: list[Words] | None = None
    by_permit: list[Words] | None = None
    tags: list[Words] | None = None
    everybody: bool | None = None
    own_departments: bool | None = None
    departments: list[Words] | None = None
    guests: bool | None = None

    @model_validator(mode="after")
    def _told(self) -> Self:
        if self.model_fields_set - {"says", "guests"} and self.says is None:
            raise ValueError("改了谁能进，要一起写 says：拒绝时告诉大家的那句话")
        return self

    def composition(self, usual: Composition) -> Composition:
        return replace(usual, **_said(self))


class GroupTypeSection(Section):
    """`approver`: a title (职务); empty: nobody has decided who approves it, so none can be founded.

    `enabled = false`: no new ones; those that there are stay what they are.
    """

    name: Words | None = None
    ending: Annotated[str, AfterValidator(_like_a_group)] | None = None
    approver: str | None = None
    askers: list[Given] | None = None
    makers: list[Given] | None = None
    other_names: list[Words] | None = None
    clause: str | None = None
    filed_with: OfficeSection | None = None
    appointed_by: OfficeSection | None = None
    composition: CompositionSection | None = None
    mandatory: bool | None = None
    enabled: bool | None = None

    def type(self, key: str) -> GroupType:
        usual = _BY_KEY.get(key) or _new(key, self)
        said = _said(self)
        if "approver" in said:
            said["approver"] = said["approver"].strip() or None
        if "askers" in said:
            said["askers"] = frozenset(said["askers"])
        if "other_names" in said:
            said["others"] = said.pop("other_names")
        for name in said.keys() & {"filed_with", "appointed_by"}:
            said[name] = getattr(self, name).office()
        if self.composition:
            said["composition"] = self.composition.composition(usual.composition)
        return replace(usual, **said)


GroupTypes = dict[Annotated[str, AfterValidator(_short)], GroupTypeSection]


def types(sections: Mapping[str, GroupTypeSection]) -> tuple[GroupType, ...]:
    """The built-in ones as they are changed, then the company's own."""
    keys = [*_BY_KEY, *(key for key in sections if key not in _BY_KEY)]
    return tuple(sections[key].type(key) if key in sections else _BY_KEY[key] for key in keys)


def checked(sections: GroupTypes) -> GroupTypes:
    """ValueError for a new type without a name, or for two of one name."""
    for key, section in sections.items():
        if key not in _BY_KEY and not (section.name and section.ending):
            raise ValueError(f'{key} 是新的类型，要写 name 和 ending，例如 name = "兴趣群"，ending = "群"')
    called: dict[str, str] = {}
    for each in types(sections):
        for name in dict.fromkeys(name.casefold() for name in each.names):
            if other := called.setdefault(name, each.key) != each.key and called[name]:
                raise ValueError(f"{other} 和 {each.key} 都叫「{name}」，换一个名字")
    return sections


def _new(key: str, section: GroupTypeSection) -> GroupType:
    return GroupType(
        key,
        section.name or key,
        section.ending or "群",
        None,
        _USUAL.askers,
        _USUAL.makers,
        appointed_by=GROUP_HR,
    )


def _said(section: Section) -> dict[str, Any]:
    """What was written, lists as tuples."""
    values = {name: getattr(section, name) for name in section.model_fields_set}
    return {name: tuple(each) if isinstance(each, list) else each for name, each in values.items() if each is not None}
