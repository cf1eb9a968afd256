"""What people read about groups and errands: who did it is never left open."""

from collections.abc import Iterable, Sequence

from bot.domain.company import Company
from bot.domain.groups.errands import Deed, Errand
from bot.domain.groups.group import Group
from bot.domain.groups.keeping import keepers_here
from bot.domain.groups.names import LONGEST
from bot.domain.groups.offices import office_of
from bot.domain.wording import shown
from bot.identifiers import UserId

NAME_YOURSELF = "请把群昵称改成「部门-姓名」。"
MOST_NAMED = 10


def names(company: Company, users: Iterable[UserId]) -> str:
    return "、".join(shown(company.name_of(user)) for user in users)


def some(company: Company, users: Iterable[UserId], most: int = MOST_NAMED) -> str:
    """`李四、张三等 12 人`: the first few of many."""
    listed = sorted(users)
    return f"{names(company, listed[:most])}等 {len(listed)} 人" if len(listed) > most else names(company, listed)


def some_groups(groups: Sequence[Group], most: int = MOST_NAMED) -> str:
    listed = "、".join(shown(group.name, LONGEST) for group in groups[:most])
    return f"{listed} 等 {len(groups)} 个群" if len(groups) > most else listed


def whom(errand: Errand, company: Company) -> str:
    return shown(errand.guest) if errand.guest else names(company, errand.people)


def wish(errand: Errand, group: Group, company: Company) -> str:
    """As the title of the card by which somebody is asked to do it."""
    match errand.deed:
        case Deed.MAKE:
            return f"请建群：{group.name}"
        case Deed.ADD:
            return f"请把 {whom(errand, company)} 拉进{group.name}"
        case Deed.REMOVE if errand.is_own_wish:
            return f"请在企业微信里退出{group.name}"
        case Deed.REMOVE:
            return f"请把 {whom(errand, company)} 移出{group.name}"
        case Deed.RENAME:
            return f"请把{group.name}改名为「{shown(errand.wish)}」"
        case Deed.HAND_OVER:
            return f"请把{group.name}的群主转给 {whom(errand, company)}"
        case Deed.DISSOLVE:
            return f"请解散{group.name}"
        case Deed.GREET:
            return f"请在{group.name}打个招呼"


def done(errand: Errand, group: Group, company: Company) -> str:
    """For the asker."""
    who = f"由 {company.name_of(errand.by)} 办的" if errand.by else "由应用办的"
    match errand.deed:
        case Deed.MAKE if errand.by and group.has_customers:
            return f"{company.name_of(errand.by)} 已经建好{group.name}。客户群加不了机器人，这个群的事请私聊我办。"
        case Deed.MAKE if errand.by:
            return f"{company.name_of(errand.by)} 已经建好{group.name}。请把我拉进群，再在群里 @我 发 /登记群。"
        case Deed.MAKE:
            owner = f"群主是 {company.name_of(group.owner)}，" if group.owner else ""
            listed = some(company, group.insiders)
            return f"{group.name}已经由应用建好，{owner}成员有 {listed}。马上就能在聊天列表里看到。"
        case Deed.ADD if errand.is_own_wish:
            return f"你已进{group.name}，{who}。{NAME_YOURSELF}"
        case Deed.ADD:
            return f"{whom(errand, company)} 已进{group.name}，{who}。"
        case Deed.REMOVE if errand.is_own_wish:
            return f"已退出{group.name}，{who}。"
        case Deed.REMOVE:
            return f"{whom(errand, company)} 已移出{group.name}，{who}。"
        case Deed.RENAME:
            return f"群名已改为「{shown(group.name)}」，{who}。"
        case Deed.HAND_OVER:
            return f"{group.name}的群主已转给 {whom(errand, company)}，{who}。"
        case Deed.DISSOLVE:
            return f"{group.name}已解散，{who}。"
        case Deed.GREET:
            return ""


def failed(errand: Errand, group: Group, company: Company) -> str:
    by = company.name_of(errand.by) if errand.by else "对方"
    match errand.deed:
        case Deed.MAKE:
            return f"{by} 说现在建不了{group.name}。请问明原因，再发 /建群 申请一次。"
        case _:
            asked = wish(errand, group, company).removeprefix("请")
            return f"没办成：{asked}。{by} 说做不到，请直接找对方问明原因。"


def quit_of(errand: Errand, group: Group, company: Company) -> str:
    """For the group's keepers."""
    who = f"由 {company.name_of(errand.by)} 自己办的" if errand.by else "由应用办的"
    why = f"，原因：{shown(errand.reason, 100)}" if errand.reason else ""
    return f"{whom(errand, company)} 退出了{group.name}{why}（{errand.cause}），{who}。"


def handed_over(errand: Errand, group: Group, company: Company) -> str:
    """For whoever was the owner."""
    who = f"{company.name_of(errand.asker)} 要求，{errand.cause}"
    office = office_of(group, company).label
    return f"{group.name}的群主已从你转给 {whom(errand, company)}（{who}）。你不知情的话，请向{office}反映。"


def concerns(errand: Errand, group: Group, company: Company) -> str:
    """For who came or went; empty where it is no affair of his."""
    match errand.deed:
        case Deed.MAKE:
            who = company.name_of(errand.asker)
            more = f"发 /群信息 {group.name} 看这个群的情况。"
            return f"{group.name}建好了，由你当群管理员（{who} 申请，{errand.cause}）。{more}"
        case Deed.ADD:
            return f"你已进{group.name}（{errand.cause}）。{NAME_YOURSELF}"
        case Deed.REMOVE:
            why = f"，原因：{shown(errand.reason, 100)}" if errand.reason else ""
            keepers = names(company, keepers_here(group, company))
            talk = f"群管理员 {keepers} " if keepers else "任命群管理员的部门"
            office = office_of(group, company).label
            return f"你已被移出{group.name}{why}（{errand.cause}）。不同意可以找{talk}说明，或向{office}反映。"
        case Deed.HAND_OVER:
            return f"{group.name}的群主现在是你（{errand.cause}）。"
        case _:
            return ""


def not_so(errand: Errand, group: Group, company: Company) -> str:
    """Somebody said that it is done, and WeCom's own list disagrees; without an end."""
    match errand.deed:
        case Deed.ADD:
            what = f"{group.name}里还没有 {whom(errand, company)}"
        case Deed.REMOVE:
            what = f"{whom(errand, company)} 还在{group.name}里"
        case Deed.RENAME:
            what = f"群名还不是「{shown(errand.wish)}」"
        case Deed.HAND_OVER:
            what = f"{group.name}的群主还不是 {whom(errand, company)}"
        case _:
            what = f"{group.name}还没有变"
    return f"我核对了企业微信的名单，{what}，可能是没有点成"
