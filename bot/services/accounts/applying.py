"""An account is asked for, for somebody who has none: checked, compared with who is here, agreed to by human resources,
and only then opened (D2§4–5, D6§4). Nobody agrees to what he asked for himself.
"""

from dataclasses import replace
from typing import Final

from bot.domain.accounts.newcomer import Newcomer, account_for, same_name
from bot.domain.accounts.works import Deed, Work, WorkState
from bot.domain.approvals.request import Details, Draft, Request, RequestState, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.company import Company
from bot.domain.people import Person
from bot.domain.rights import Role
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.accounts.wording import department_named, described, kind_of
from bot.services.accounts.working import begin
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.kinds import Desk
from bot.services.approvals.wording import waiting_names
from bot.shapes.context import Context

KIND: Final = "开通账号"
PREFIX: Final = "ZH"
_WIDE: Final = 26  # characters of a detail on a card
IN_PRIVATE: Final = "下次请私聊发给我，手机号别写在群里。"
OWN_ONLY: Final = "你可以替自己部门的新同事申请。别的部门请找那边的部门负责人或人力资源。"


async def apply(ctx: Context, approvals: Approvals, newcomer: Newcomer) -> str:
    """Raises UserError."""
    await ctx.store.account_works.hold()
    await _ensure_new(ctx, newcomer)
    request = await ctx.store.attempt(lambda: _opened(ctx, approvals, newcomer))
    who = waiting_names(request, ctx.company)
    done = f"已提交 {request.number}：给{described(newcomer, ctx.company)}开通账号，等 {who} 审批。"
    return f"{done}{_remarks(ctx, newcomer)}"


def _remarks(ctx: Context, newcomer: Newcomer) -> str:
    """What whoever asked should see to."""
    found = "".join(f"{name}：{each}，" for name, each in alike(newcomer, ctx.company))
    warned = f"{found}请确认不是同一个人；是本人回来，启用原账号就行。" if found else ""
    materials = "、".join(ctx.company.accounts.materials)
    papers = f"请接着把{materials}拍照发给我，我转给审批人。" if materials else ""
    return f"{warned}{papers}{IN_PRIVATE if ctx.chat.is_group else ''}"


async def _opened(ctx: Context, approvals: Approvals, newcomer: Newcomer) -> Request:
    """Where nobody could decide, nothing of it is kept. Raises UserError."""
    taken = [*(each.user_id for each in ctx.company.people), *await _promised(ctx)]
    user = account_for(newcomer.name, taken)
    wanted = Work(Deed.CREATE, user, ctx.sender.user_id, ctx.now, newcomer=newcomer)
    work = await ctx.store.account_works.add(wanted, by=ctx.act)
    request = await approvals.open(ctx, _draft(ctx, work, newcomer))
    numbered = replace(work, cause=request.number, version=work.version + 1)
    await ctx.store.account_works.save(numbered, was=work.version, by=ctx.act)
    return request


def ensure_may_apply(sender: Person, department: int, company: Company) -> None:
    """Human resources for everybody, a head for his own department and those below it. Raises UserError."""
    grants = company.grants
    if any(sender.user_id in grants.get(role, ()) for role in (Role.HR, Role.GROUP_HR)):
        return
    led = [each for each in company.departments if sender.user_id in each.leaders]
    own = company.department_of(sender)
    if not led and own and sender.user_id in grants.get(Role.DEPT_HEAD, ()):
        led = [own]
    stranger = Person(UserId(""), "", department, (department,))
    if not company.finder.departments.holds(led, stranger):
        raise UserError(Code.NO_PERMISSION, OWN_ONLY, private=True)


def alike(newcomer: Newcomer, company: Company) -> Details:
    """What an approver should look at: namesakes, and who left and may be coming back."""
    found: list[tuple[str, str]] = []
    if here := company.named(newcomer.name):
        first = here[0]
        where = department_named(first.main_department, company)
        more = f"等 {len(here)} 人" if len(here) > 1 else ""
        found.append(("同名", f"{where} {shown(company.told_apart(first))}{more}"))
    gone = [each for each in company.people if not each.active and same_name(each.name, newcomer.name)]
    if gone:
        found.append(("旧账号", f"{gone[0].user_id}，已停用"))
    return tuple(found)


async def _ensure_new(ctx: Context, newcomer: Newcomer) -> None:
    """By the mobile number: of what waits, and of accounts that were opened by it and are still here."""
    for work in await ctx.store.account_works.of_mobile(newcomer.mobile, ctx.now):
        if work.is_open:
            again = f"（{work.cause}）" if work.asker == ctx.sender.user_id and work.cause else ""
            sentence = f"这个手机号已经有一条申请在办{again}，没有再提交。"
            raise UserError(Code.DUPLICATE, sentence, private=True)
        if work.deed is Deed.CREATE and work.state is WorkState.DONE and ctx.company.is_here(work.user):
            sentence = "这个手机号已经有企业微信账号，没有提交。请和对方核对手机号；换了人用的号，先请管理员改原账号。"
            raise UserError(Code.DUPLICATE, sentence, private=True)


async def _promised(desk: Desk) -> list[UserId]:
    return [each.user for each in await desk.store.account_works.open_ones(desk.now)]


def _draft(desk: Desk, work: Work, newcomer: Newcomer) -> Draft:
    company = desk.company
    notes = alike(newcomer, company)
    found = (
        ("类型", kind_of(newcomer, company)),
        ("账号", "" if _second(work, newcomer) else work.user),
        ("手机", f"尾号 {newcomer.tail}"),
        ("材料", "、".join(company.accounts.materials)),
        *notes,
    )
    concerned = (newcomer.sponsor,) if newcomer.sponsor and newcomer.sponsor != work.asker else ()
    return Draft(
        kind=KIND,
        applicant=work.asker,
        text=f"开通账号：{described(newcomer, company)}{_second(work, newcomer)}",
        steps=(Step((Selector.role(Role.HR),)),),
        payload={"work": str(work.number)},
        concerned=concerned,
        details=tuple((name, shown(value, _WIDE)) for name, value in found if value),
    )


def _second(work: Work, newcomer: Newcomer) -> str:
    """Of namesakes on one post, which one it is."""
    return "" if work.user == account_for(newcomer.name, ()) else f"，账号 {work.user}"


class OpeningKind:
    """`bot.services.approvals.kinds.Kind`"""

    name = KIND
    prefix = PREFIX

    async def settled(self, desk: Desk, request: Request) -> str:
        work = await desk.store.account_works.get(int(request.draft.payload["work"]), desk.now)
        if work is None or work.state is not WorkState.WAITING:
            return ""
        if request.state is not RequestState.APPROVED:
            await desk.store.account_works.save(work.becomes(WorkState.DROPPED), was=work.version, by=desk.act)
            return ""
        await begin(desk, work, request.number)
        return "接下来开通，结果马上告诉你。"
