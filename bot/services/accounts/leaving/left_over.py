"""What hangs on somebody who leaves, as far as the bot knows it: groups, decisions, duties. Each line ticks itself once
nothing of it is his any more. What is confidential is only counted."""

from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import timedelta
from typing import Final

from bot.domain.accounts.leaving import Leaving, Line
from bot.domain.company import Company
from bot.domain.dates import day_seen
from bot.domain.granting import By
from bot.domain.groups.group import Group, GroupState
from bot.domain.leave.facts.fact import What
from bot.domain.notices.notice import NoticeState
from bot.domain.rights import BY_ITSELF, Role
from bot.domain.safety.training.training import TrainingState
from bot.domain.wording import shown
from bot.identifiers import UserId
from bot.services.accounts.leaving.passing import asked_by, turns_after
from bot.services.approvals.kinds import Desk

FEW: Final = 3
_COMING: Final = (NoticeState.IN_REVIEW, NoticeState.APPROVED, NoticeState.SCHEDULED, NoticeState.PAUSED)
_MOST: Final = 50
_FAR: Final = timedelta(days=366)


async def checklist(desk: Desk, leaving: Leaving) -> Sequence[Line]:
    """First what people tick, then what the bot sees."""
    return [*_by_hand(desk.company, leaving), *[line async for line in _seen(desk, leaving)]]


def _by_hand(company: Company, leaving: Leaving) -> Iterable[Line]:
    for item in company.accounts.items:
        yield _ticked(item, leaving, company)
    for account in company.accounts.shared:
        if account.concerns(leaving.user):
            how = "改密码，换保管人" if account.custodian == leaving.user else "改密码"
            yield _ticked(f"{shown(account.name)} {how}", leaving, company)


def _ticked(item: str, leaving: Leaving, company: Company) -> Line:
    by = leaving.ticked.get(item)
    return Line(f"{item}（{shown(company.name_of(by))}）" if by else item, by is not None, item=item)


async def _seen(desk: Desk, leaving: Leaving) -> AsyncIterator[Line]:
    user, company = leaving.user, desk.company
    yield _owned(user, company)
    yield _kept(user, company)
    yield _guests(user, company)
    yield _few(
        "等本人审批的申请",
        [each.number for each in await desk.store.requests.waiting_for(user)],
        "催本人办完，停用后自动转给下一位",
    )
    mine = await desk.store.requests.of(user, pending=True, most=_MOST)
    yield _few("本人提交还没批的申请", [each.number for each in mine], "不需要的请本人撤回")
    yield await _deputy(desk, user)
    hazards = await desk.store.hazards.of_owner(user)
    yield _few("本人负责整改的隐患", [each.number for each in hazards], "发「/整改 编号 新负责人」改派")
    taken = [each for each in await desk.store.accident_cases.open_ones() if each.taken_by == user]
    yield _few("本人接手的事故", [each.number for each in taken], "请安全管理员另指定负责人")
    plans = [each for each in await desk.store.inspections.plans() if each.inspector == user]
    yield _few("本人负责的检查计划", [f"{each.place} {each.checklist}" for each in plans], "发「/检查计划」换检查人")
    enquiries = [each for each in await desk.store.enquiries.open_ones(desk.now) if each.holder == user]
    yield _few("本人在答的求助", [each.number for each in enquiries], "发「/转交求助 编号 接手人」")
    notices = await desk.store.notices.of(user, most=_MOST, states=_COMING)
    yield _few("本人名下还没发的公告", [each.number for each in notices], "要停就发「/取消公告 编号」")
    months = [each for each in await desk.store.duties.months(user) if each > leaving.last_day]
    asked = await asked_by(desk, user)
    yield _few(
        "本人发起还没结束的征集和活动",
        [each.number for each in asked],
        "发「/结束征集 编号」「/取消活动 编号」，没结束的到时转给上级",
    )
    given = await desk.store.trainings.between(desk.now, desk.now + _FAR, desk.now)
    own = [each for each in given if user in (each.trainer, each.author) and each.state is not TrainingState.CALLED_OFF]
    yield _few(
        "本人讲或本人安排的培训", [each.number for each in own], "请安全管理员另排讲师，不办就发「/取消培训 编号 原因」"
    )
    turns = [day_seen(each.day, desk.now.date()) for each in await turns_after(desk, leaving)]
    yield _few("最后工作日之后的值班", turns, "发「/替班 日期 @同事」，没换的到时空出来重排")
    yield _few("最后工作日之后的排班", [f"{each.year}年{each.month}月" for each in months], "重新导入排班")
    yield await _confidential(desk, user)
    yield _roles(user, company)
    facts = (await desk.store.leave_facts.said([user])).get(user, ())
    settled = any(each.what is What.LEFT for each in facts)
    how = f"发「/假期资料 {shown(company.name_of(user))} 离职 {leaving.last_day.isoformat()}」，剩余年假自动折算"
    yield Line("假期结算", settled, how)


def groups_of(user: UserId, company: Company) -> Sequence[Group]:
    return [each for each in company.groups if each.state is GroupState.IN_USE and each.has(user)]


def owned_by(user: UserId, company: Company) -> Sequence[Group]:
    return [each for each in company.groups if each.state is GroupState.IN_USE and each.owner == user]


def _owned(user: UserId, company: Company) -> Line:
    return _few("本人当群主的群", [each.name for each in owned_by(user, company)], "发「/转让群 群名 @接手人」")


def _kept(user: UserId, company: Company) -> Line:
    kept = [each.name for each in groups_of(user, company) if user in each.keepers]
    return _few("本人管理的群", kept, "发「/任命群管 群名 @接手人」")


def _guests(user: UserId, company: Company) -> Line:
    names = [guest.name for group in company.groups for guest in group.guests if guest.sponsor == user]
    return _few("本人负责的外部成员", names, "到群里发「/邀请 外部成员 有效期」换负责人，或移出")


async def _deputy(desk: Desk, user: UserId) -> Line:
    live = await desk.store.delegations.live(desk.now.date())
    theirs = [desk.company.name_of(each.principal) for each in live if each.deputy == user]
    return _few("委托本人审批的人", theirs, "请对方另选代理人（/委托）")


async def _confidential(desk: Desk, user: UserId) -> Line:
    """Reports, mediation, appeals, incidents: which of them, and whose affairs, is nobody's here to know."""
    reports = [each for each in await desk.store.reports.open_ones(desk.now) if each.taken_by == user]
    disputes = [each for each in await desk.store.disputes.open_ones(desk.now) if each.mediator == user]
    appeals = [each for each in await desk.store.appeals.open_ones(desk.now) if user in each.judges]
    incidents = [each for each in await desk.store.incidents.open_ones(desk.now) if each.taken_by == user]
    count = len(reports) + len(disputes) + len(appeals) + len(incidents)
    what = f"本人在处理的保密事项 {count} 件" if count else "本人在处理的保密事项"
    return Line(what, not count, "请本人转交给另一位处理人")


def _roles(user: UserId, company: Company) -> Line:
    named = [
        role.label
        for role, held in company.grants.items()
        if role not in BY_ITSELF | {Role.INTERN} and user in held and held[user].by is By.ACCOUNT
    ]
    return _few("按账号给本人的角色", named, "请管理员从配置 [roles] 里去掉")


def _few(what: str, names: Sequence[str], how: str) -> Line:
    if not names:
        return Line(what, done=True)
    listed = "、".join(shown(name) for name in names[:FEW])
    more = f"等 {len(names)} 个" if len(names) > FEW else ""
    return Line(f"{what} {listed}{more}", done=False, how=how)
