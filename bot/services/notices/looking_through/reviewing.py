"""Somebody else lets a notice pass (D14篇1§7): a request like any other, bound to the draft as it was sent off.

An edit takes the request back and voids what was agreed to; whoever decides reads the whole text before.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Final

from bot.domain.approvals.request import Details, Request, RequestState
from bot.domain.approvals.request import Draft as Wish
from bot.domain.data_views import What
from bot.domain.notices.audience import Readers, named
from bot.domain.notices.notice import Approval, Notice, NoticeState
from bot.domain.notices.reach import reach_of, reviews_of
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.kinds import Desk, Look
from bot.services.approvals.wording import waiting_names
from bot.services.moderation.wording import said_of
from bot.services.notices.publishing.planning import keep, plan
from bot.services.notices.wording import enclosed_as, stands, text_of, valid_until, when
from bot.services.notices.writing.enclosing import send_along
from bot.services.privacy.viewing import note_view
from bot.shapes.context import Context

KIND: Final = "发公告"
TEXT: Final = "text"
IN_A_FIELD: Final = 26  # characters (D-101032)
VOID: Final = "这条公告送审以后又改过，或者已经不发了。作者重新送审后再审。"


async def submit(desk: Desk, approvals: Approvals, notice: Notice, found: Readers) -> tuple[Notice, str]:
    """Ask whoever must let it pass; and who that is, as a sentence. Raises UserError."""
    request = await approvals.open(desk, _wish(desk, notice, found))
    after = replace(notice, state=NoticeState.IN_REVIEW, request=request.number)
    kept = await keep(desk, after, was=notice, change="submitted")
    return kept, f"已送审 {request.number}，等 {waiting_names(request, desk.company)} 审核，通过了就按计划发。"


async def take_back(desk: Desk, approvals: Approvals, notice: Notice) -> None:
    """Nobody needs to decide on it any more."""
    request = await desk.store.requests.get(notice.request) if notice.request else None
    if request and request.is_pending and request.applicant == desk.act.actor:
        await approvals.withdraw(desk, request, notice.author)


class ReviewKind:
    """`bot.services.approvals.kinds.Kind`, and Watched and Shown: the draft is looked at as it is now.

    `heard`: who wants to know, in the same transaction, that one was let pass.
    """

    name = KIND
    prefix = "RQ"

    def __init__(self, *heard: Callable[[Desk, Notice], Awaitable[None]]) -> None:
        self._heard = heard

    async def settled(self, desk: Desk, request: Request) -> str:
        notice = await _of(desk, request)
        if notice is None or not _is_same(notice, request):
            return ""
        if request.state is not RequestState.APPROVED:
            back = replace(notice, state=NoticeState.DRAFT, request="")
            await keep(desk, back, was=notice, change="sent_back")
            return f"公告还在草稿里，改好后发 /改公告 {notice.number} 新内容，再送审。"
        by = tuple(each.by for each in request.decisions)
        approved = replace(notice, approval=Approval(notice.draft.digest, by, desk.now, request.number))
        for hear in self._heard:
            await hear(desk, approved)
        planned = await plan(desk, approved, was=notice, change="approved", may_wait=True)
        return f"公告{stands(planned, desk.now)}"

    async def details(self, desk: Desk, request: Request) -> Details:
        return request.draft.details

    async def ensure_possible(self, desk: Desk, request: Request) -> str:
        notice = await _of(desk, request)
        if notice is None or not _is_same(notice, request):
            raise UserError(Code.BAD_STATE, VOID)
        return ""

    def looks(self, desk: Desk, request: Request, user: UserId) -> Sequence[Look]:
        return (Look(TEXT, "看全文", "我的公告"),)

    async def look(self, ctx: Context, request: Request, key: str) -> str:
        notice = await _of(ctx, request)
        if notice is None or notice.draft.digest != request.draft.payload["digest"]:
            raise UserError(Code.BAD_STATE, VOID)
        send_along(ctx, notice, ctx.sender.user_id)
        return text_of(notice.draft, ctx.company.notices.most_bytes) + await _of_case(ctx, notice)


def _wish(desk: Desk, notice: Notice, found: Readers) -> Wish:
    draft, company = notice.draft, desk.company
    facts = (
        ("对象", "、".join(named(draft.audience, company))),
        ("人数", f"{len(found.heads)} 人，{reach_of(draft.audience, company, found.groups)}"),
        ("时间", f"{when(draft, desk.now)}{valid_until(draft, desk.now)}"),
        ("依据", draft.grounds.said),
        ("回执", "要逐人确认" if draft.wants_confirmation else ""),
        ("附件", f"{enclosed_as(draft.enclosure)}，看全文时发你" if draft.enclosure else ""),
        ("要点", "及时、真实、安全、可靠、合法"),
        ("当事人", f"{company.name_of(draft.of_case.target)}（不写进通报）" if draft.of_case else ""),
    )
    return Wish(
        kind=KIND,
        applicant=notice.author,
        text=f"发公告 {notice.number}：{shown(draft.headline)}",
        steps=reviews_of(notice.author, draft, company, found.groups),
        concerned=(draft.of_case.target,) if draft.of_case else (),
        payload={"notice": notice.number, "digest": draft.digest},
        details=tuple((name, _short(value)) for name, value in facts if value),
        begins=draft.at,
        at_post=True,
    )


async def _of_case(ctx: Context, notice: Notice) -> str:
    """Why, and what proves it: whoever lets it pass decides on that as well. He is seen to have looked."""
    case = await ctx.store.cases.get(notice.draft.of_case.number, ctx.now) if notice.draft.of_case else None
    if case is None:
        return ""
    await note_view(ctx, case.target, What.CASES, about=case.number)
    reason = shown(await ctx.store.cases.reason(case.number) or "", IN_A_FIELD)
    proofs = [f"证据：{said_of(each, ctx.company, ctx.now)}。" for each in await ctx.store.cases.evidence(case.number)]
    name, by = ctx.company.name_of(case.target), ctx.company.name_of(case.actor)
    return "\n".join(["", f"{case.number} {name}：{reason}（{case.about.name}），{by}提出。", *proofs])


def _short(value: str) -> str:
    return value if len(value) <= IN_A_FIELD else f"{value[: IN_A_FIELD - 1]}…"


async def _of(desk: Desk, request: Request) -> Notice | None:
    return await desk.store.notices.get(request.draft.payload["notice"])


def _is_same(notice: Notice, request: Request) -> bool:
    """As it was sent off, and still waiting."""
    waits = notice.state is NoticeState.IN_REVIEW and notice.request == request.number
    return waits and notice.draft.digest == request.draft.payload["digest"]
