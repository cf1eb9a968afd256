"""The types of work groups, as data: what each is called, who may ask for one, who approves it (D7§4, D7§5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.domain.rights import Role


@dataclass(frozen=True, slots=True)
class GroupType:
    """`approver` is a title, None where the policy leaves it open. `ending`: what a group's name ends with.

    `askers`: who may apply for one. `makers`: who makes it in the client, where WeCom doesn't let the bot.
    `filed_with`: who is told of it for the files (备案). `clause`: where the policy says so, as people cite it.
    """

    key: str
    name: str
    ending: str
    approver: str | None
    askers: frozenset[Role] = frozenset()
    makers: tuple[Role, ...] = ()
    others: tuple[str, ...] = ()
    clause: str = ""
    filed_with: Role | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key, self.name, *self.others)

    def named(self, written: str) -> str:
        """The group's whole name: 项目C → 项目C工作群, and so is 项目C工作."""
        if written.endswith(("群", "平台")):
            return written
        begun = (n for n in range(len(self.ending), 1, -1) if written.endswith(self.ending[:n]))
        return f"{written}{self.ending[next(begun, 0) :]}"


_OFFICE: Final = frozenset({Role.PRESIDENT_OFFICE, Role.EXECUTIVE})
_PEOPLE: Final = frozenset({Role.HR, Role.PRESIDENT_OFFICE, Role.EXECUTIVE, Role.DEPT_HEAD})
_MARKETING: Final = frozenset({Role.EXECUTIVE, Role.DEPT_HEAD, Role.OPS, Role.HR})
_FOURTH: Final = "《企业微信工作群管理办法》第四条"

D7_TYPES: Final = (
    GroupType(
        "E1",
        "集团高管工作群",
        "高管工作群",
        "总裁",
        _OFFICE,
        (Role.PRESIDENT_OFFICE,),
        ("高管工作群", "高管群"),
        _FOURTH,
    ),
    GroupType(
        "E2", "计划运营推动群", "推动群", "总裁", _OFFICE, (Role.PRESIDENT_OFFICE,), ("运营推动群", "推动群"), _FOURTH
    ),
    GroupType("E3", "集团工作群", "工作群", "总裁", _PEOPLE, (Role.HR,), ("集团群", "全员群"), _FOURTH),
    GroupType(
        "E4", "项目公司工作群", "工作群", "总裁", _PEOPLE, (Role.HR,), ("项目工作群", "项目公司群", "项目群"), _FOURTH
    ),
    GroupType(
        "E5",
        "项目营销微信平台",
        "营销微信平台",
        "集团营销副总",
        _MARKETING,
        (Role.OPS,),
        ("营销微信平台", "营销平台", "营销群", "客户群"),
        _FOURTH,
        Role.HR,
    ),
    GroupType("E6", "部门工作群", "工作群", None, _PEOPLE, (Role.HR,), ("部门群",), f"{_FOURTH}备注"),
)


def type_called(written: str, types: Iterable[GroupType]) -> GroupType | None:
    """By its key, its name or another name of it; 项目公司工作 without its 群 will do where nothing else fits."""
    wanted = written.casefold()
    known = [(each, {name.casefold() for name in each.names}) for each in types]
    exact = (each for each, names in known if wanted in names)
    return next(exact, next((each for each, names in known if f"{wanted}群" in names), None))
