"""What each step of the first set-up looks at: the settings in it, and how things stand."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from bot.domain.groups.group import Group
from bot.domain.rights import Role
from bot.domain.upkeep.configuration import Origin
from bot.domain.upkeep.parameters import PACKS, ROLES, Parameter, parameters
from bot.domain.upkeep.setup import Progress, Step, told
from bot.domain.upkeep.typed_values import said
from bot.domain.wording import shown
from bot.services.approvals.kinds import Desk

# Whoever is told first when something happens, and who decides most, come first.
FIRST_ROLES: Final = (
    Role.EXECUTIVE,
    Role.HR,
    Role.SAFETY_ADMIN,
    Role.SECURITY,
    Role.MGMT_GROUP,
    Role.PRESIDENT_OFFICE,
    Role.LEGAL,
    Role.SUPPORT,
)
NEEDED: Final = FIRST_ROLES[:3]
SCHEDULE: Final = (
    "notices.quiet_from",
    "notices.quiet_to",
    "notices.usual_time",
    "safety.exposed",
    "nicknames.patrol_day",
    "grooming.workday_of_month",
    "figures.weekly",
    "figures.monthly",
    "notices.collect_on",
    "moderation.nominate_on",
)
HOLIDAYS: Final = ("leave.region", "calendar.hours")
MOST_NAMED: Final = 3
MOST_FREE: Final = 5


def settings_of(step: Step, desk: Desk) -> Sequence[Parameter]:
    """In the order in which they are offered."""
    every = {each.key: each for each in parameters(desk.company)}
    match step:
        case Step.ROLES:
            given = [each for each in every.values() if each.area == ROLES]
            return sorted(given, key=lambda each: FIRST_ROLES.index(each.role) if each.role in FIRST_ROLES else 99)
        case Step.PACKS:
            return [each for each in every.values() if each.area == PACKS]
        case Step.SCHEDULE:
            return [every[key] for key in SCHEDULE]
        case Step.HOLIDAYS:
            return [every[key] for key in HOLIDAYS]
    return ()


def how_it_stands(step: Step, desk: Desk, progress: Progress) -> str:
    stands: Mapping[Step, Callable[[], str]] = {
        Step.ROLES: lambda: _roles(desk),
        Step.GROUPS: lambda: _groups(desk),
        Step.HOLIDAYS: lambda: f"{_years(desk)}{_settings(Step.HOLIDAYS, desk)}",
        Step.RESULT: lambda: f"{told(progress)}。看看结果，没问题就按「完成」。完成以后改参数发 /参数，要领导同意。",
    }
    return stands.get(step, lambda: _settings(step, desk))()


def lacking(desk: Desk) -> Sequence[str]:
    """What a bot can't do its work without, and this one hasn't."""
    company = desk.company
    roles = [role.label for role in NEEDED if not company.serving(role)]
    return [*(f"{label}是谁" for label in roles), *(() if company.groups else ("有哪些工作群",))]


def _roles(desk: Desk) -> str:
    given = [each.role for each in settings_of(Step.ROLES, desk) if each.role]
    held = [role for role in given if desk.company.serving(role)]
    free = [role.label for role in given if role not in held]
    names = f"{'、'.join(free[:MOST_FREE])}{f'等 {len(free)} 个' if len(free) > MOST_FREE else ''}"
    return f"{len(held)} 个角色有人，还没人的：{names or '没有'}。互相监督的两个角色给了同一个人，会提醒你。"


def _groups(desk: Desk) -> str:
    groups = desk.company.groups
    mute = [each for each in groups if not _is_bound(each)]
    if not groups:
        return "还没有登记工作群。在群里发「@我 /登记群 类型 群名」，例如「/登记群 项目公司工作群 项目A工作群」。"
    names = "、".join(shown(each.name, 12) for each in mute[:MOST_NAMED])
    more = (
        f"{names}{'等' if len(mute) > MOST_NAMED else ''}还收不到消息：在那个群里 @我 发 /登记群，应用建的群发 /绑定。"
    )
    left = more if mute else "都能收到消息。"
    return f"登记了 {len(groups)} 个群，{left}登错了发 /绑定 群名 解除。"


def _is_bound(group: Group) -> bool:
    return bool(group.bot_chat or group.app_chat or group.webhook)


def _years(desk: Desk) -> str:
    calendar, year = desk.company.pace.calendar, desk.now.year
    words = {each: "有" if calendar.is_published(each) else "还没有" for each in (year, year + 1)}
    known = "，".join(f"{each}年{word}" for each, word in words.items())
    missing = not all(calendar.is_published(each) for each in words)
    return f"放假安排：{known}。{'公布以后人力资源发 /导入放假。' if missing else ''}"


def _settings(step: Step, desk: Desk) -> str:
    """Those that somebody has set; a card has no room for more."""
    configuration = desk.company.configuration
    given = settings_of(step, desk)
    own = [each for each in given if configuration.origin(each.key) is not Origin.DEFAULT]
    parts = [
        f"{each.label} {shown(said(each, configuration.value(each.key), desk.company.name_of), 16)}" for each in own
    ]
    rest = "都是默认的" if not own else "其余是默认的" if len(own) < len(given) else ""
    return f"{'，'.join(filter(None, (*parts, rest)))}。"
