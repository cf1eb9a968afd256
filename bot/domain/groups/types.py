"""The types of work groups, as data: who belongs in one, who approves it, who appoints who runs it (D7§4, D7§5)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from bot.domain.rights import Role


@dataclass(frozen=True, slots=True)
class Composition:
    """Who belongs in a group of this type; any one of these will do. Nothing at all: the group's keepers decide.

    `titles`: whoever is called this on his own. `by_permit`: titles that need an approval for each person.
    `everybody`: the whole staff. `own_departments`: the staff of the departments that the group names; where it names
    none, of `departments`. `says`: the rule, as people are told it.
    """

    says: str = ""
    titles: tuple[str, ...] = ()
    by_permit: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    everybody: bool = False
    own_departments: bool = False
    departments: tuple[str, ...] = ()
    guests: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """Who acts for an office: whoever holds one of the roles, or bears one of the titles."""

    label: str
    roles: tuple[Role, ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupType:
    """`approver` is a title, None where the policy leaves it open. `ending`: what a group's name ends with.

    `askers`: who may apply for one. `makers`: who makes it in the client, where WeCom doesn't let the bot.
    `appointed_by`: who appoints its administrators, and is told when they fail. `mandatory`: nobody may leave it.
    `filed_with`: who is told of it for the files (备案). `clause`: where the policy says so, as people cite it.
    `enabled`: whether new ones may be founded.
    """

    key: str
    name: str
    ending: str
    approver: str | None
    askers: frozenset[Role] = frozenset()
    makers: tuple[Role, ...] = ()
    others: tuple[str, ...] = ()
    clause: str = ""
    filed_with: Office | None = None
    appointed_by: Office | None = None
    composition: Composition = field(default_factory=Composition)
    mandatory: bool = False
    enabled: bool = True

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

PRESIDENT_OFFICE: Final = Office("总裁办", (Role.PRESIDENT_OFFICE,))
GROUP_HR: Final = Office("集团行政人事部", (Role.GROUP_HR, Role.HR))
MARKETING: Final = Office("营销经理", (Role.MARKETING_MGR,), ("营销经理",))

_EXECUTIVES: Final = ("总裁", "常务副总裁", "副总裁", "分管副总")

D7_TYPES: Final = (
    GroupType(
        "E1",
        "集团高管工作群",
        "高管工作群",
        "总裁",
        _OFFICE,
        (Role.PRESIDENT_OFFICE,),
        ("高管工作群", "高管群", "集团高管群"),
        _FOURTH,
        appointed_by=PRESIDENT_OFFICE,
        composition=Composition(
            "成员限总裁、常务副总裁、分管副总，以及经批准的总裁助理和高管级人员", _EXECUTIVES, by_permit=("总裁助理",)
        ),
    ),
    GroupType(
        "E2",
        "计划运营推动群",
        "推动群",
        "总裁",
        _OFFICE,
        (Role.PRESIDENT_OFFICE,),
        ("运营推动群", "推动群"),
        _FOURTH,
        appointed_by=PRESIDENT_OFFICE,
        composition=Composition(
            "成员限总裁、常务副总裁、分管副总、计划运营经理和推动小组，以及经批准的总裁助理和高管级人员",
            (*_EXECUTIVES, "计划运营经理"),
            by_permit=("总裁助理",),
            tags=("推动小组",),
        ),
    ),
    GroupType(
        "E3",
        "集团工作群",
        "工作群",
        "总裁",
        _PEOPLE,
        (Role.HR,),
        ("集团群", "全员群"),
        _FOURTH,
        appointed_by=GROUP_HR,
        composition=Composition("成员是集团本部全体员工，含试用期员工和实习生", everybody=True, own_departments=True),
        mandatory=True,
    ),
    GroupType(
        "E4",
        "项目公司工作群",
        "工作群",
        "总裁",
        _PEOPLE,
        (Role.HR,),
        ("项目工作群", "项目公司群", "项目群"),
        _FOURTH,
        appointed_by=GROUP_HR,
        composition=Composition(
            "成员限总裁、常务副总裁和这个项目公司的员工", ("总裁", "常务副总裁"), own_departments=True
        ),
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
        filed_with=GROUP_HR,
        appointed_by=MARKETING,
        composition=Composition(
            "成员限营销人员和客户",
            ("集团营销副总", "营销副总", "营销经理"),
            own_departments=True,
            departments=("营销部", "市场部", "营销中心"),
            guests=True,
        ),
    ),
    GroupType(
        "E6",
        "部门工作群",
        "工作群",
        None,
        _PEOPLE,
        (Role.HR,),
        ("部门群",),
        f"{_FOURTH}备注",
        appointed_by=GROUP_HR,
        composition=Composition("成员限本部门员工", own_departments=True),
    ),
)


def type_called(written: str, types: Iterable[GroupType]) -> GroupType | None:
    """By its key, its name or another name of it; 项目公司工作 without its 群 will do where nothing else fits."""
    wanted = written.casefold()
    known = [(each, {name.casefold() for name in each.names}) for each in types]
    exact = (each for each, names in known if wanted in names)
    return next(exact, next((each for each, names in known if f"{wanted}群" in names), None))
