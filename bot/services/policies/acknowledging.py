"""Who has confirmed which version of a policy: numbers, names and a table as proof, in private; who only has to
confirm sees what he has confirmed and what waits for him (S330, S333)."""

from collections.abc import Collection, Sequence
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time, full_day
from bot.domain.notices.figures import Figures, department_name, figures
from bot.domain.notices.managing import may_see
from bot.domain.notices.posting import Posting, Receipt
from bot.domain.percent import percent
from bot.domain.policies.keepers import looks_after
from bot.domain.policies.release import Published, in_force, to_come
from bot.domain.wording import quote_user
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.attaching import attach_table
from bot.services.notices.receipts.reporting import by_name
from bot.services.notices.wording import whom
from bot.services.policies.publishing import said_of
from bot.services.policies.standing import all_published, text_named, texts
from bot.shapes.context import Context

HEADER: Final = ("姓名", "部门", "制度", "版本", "正文摘要", "状态", "签收时间", "公告编号", "备注")
DIGEST: Final = 16  # characters of it that stand in a table
NOTHING: Final = "还没有用 /发布制度 发布过制度。"


async def overview(ctx: Context) -> str:
    """Of all that is in force or to come: figures for those who may know, his own for everybody else."""
    known = await _current(ctx)
    if not known:
        return NOTHING
    interpreters = {source.id: source.interpreter for source in await texts(ctx)}
    lines = []
    for each in known:
        posting, receipts = await _receipts(ctx, each)
        allowed = _allowed(ctx, each, interpreters.get(each.release.policy, ""))
        lines.append(_line(ctx, each, posting, receipts, allowed))
    return "\n".join(map(quote_user, lines))


async def of_policy(ctx: Context, name: str) -> str:
    """Of the newest version that is out. Raises UserError."""
    source = await text_named(ctx, name)
    versions = [each for each in await _current(ctx) if each.release.policy == source.id]
    if not versions:
        raise UserError(Code.NOT_FOUND, f"《{source.title}》还没有用 /发布制度 发布过，没有签收名单。")
    found = versions[-1]
    posting, receipts = await _receipts(ctx, found)
    allowed = _allowed(ctx, found, source.interpreter)
    seen = [each for each in receipts if allowed is None or each.user in allowed]
    if posting is None or not _sees_others(ctx, allowed, seen):
        return quote_user(_line(ctx, found, posting, receipts, frozenset()))
    counted = figures(seen, posting.begun_at, ctx.company)
    scope = f"适用：{whom(found.notice.draft.audience, ctx.company)}。"
    numbers = quote_user(f"{_head(ctx, found)}{_counts(counted)}。{scope}程序：{said_of(found.release.procedure)}。")
    await _attach(ctx, found, seen)
    binding = _binding(ctx, found, counted) if allowed is None else []
    return "\n".join([numbers, *by_name(found.notice, counted, ctx.company).splitlines()[1:], *binding])


async def _current(ctx: Context) -> Sequence[Published]:
    """In force, and to come, by policy."""
    known, today = await all_published(ctx), ctx.now.date()
    found = [*in_force(known, today).values(), *to_come(known, today).values()]
    return sorted(found, key=lambda each: (each.release.policy, each.since, each.release.number))


async def _receipts(ctx: Context, found: Published) -> tuple[Posting | None, Sequence[Receipt]]:
    postings = await ctx.store.postings.of(found.release.notice)
    return (postings[0], await ctx.store.receipts.all(postings[0].id)) if postings else (None, ())


def _allowed(ctx: Context, found: Published, interpreter: str) -> frozenset[UserId] | None:
    """Whose he may see; None: everybody's."""
    me = ctx.sender.user_id
    return None if looks_after(me, interpreter, ctx.company) else may_see(me, found.notice, ctx.company)


def _sees_others(ctx: Context, allowed: Collection[UserId] | None, seen: Sequence[Receipt]) -> bool:
    return allowed is None or any(each.user != ctx.sender.user_id for each in seen)


def _line(
    ctx: Context,
    found: Published,
    posting: Posting | None,
    receipts: Sequence[Receipt],
    allowed: Collection[UserId] | None,
) -> str:
    seen = [each for each in receipts if allowed is None or each.user in allowed]
    if posting and _sees_others(ctx, allowed, seen):
        counted = figures(seen, posting.begun_at, ctx.company)
        return f"{_head(ctx, found)}{_counts(counted)}。名单发 /制度签收 {found.release.policy}"
    mine = next((each for each in receipts if each.user == ctx.sender.user_id), None)
    return f"{_head(ctx, found)}{_own(ctx, found, mine)}"


def _own(ctx: Context, found: Published, mine: Receipt | None) -> str:
    if mine is None:
        return "没有要你签收。"
    if mine.confirmed_at:
        return f"你 {clock_time(mine.confirmed_at.astimezone(ctx.now.tzinfo), ctx.now)} 签收了。"
    return f"等你签收，看过请发 /确认 {found.release.notice}。"


def _head(ctx: Context, found: Published) -> str:
    ahead = "，还没生效" if found.since > ctx.now.date() else ""
    return f"{found.said}（{full_day(found.since)}起{ahead}）："


def _counts(counted: Figures) -> str:
    share = percent(counted.confirmed, counted.expected)
    return f"应签 {counted.expected} 人，已签 {counted.confirmed} 人（{share}）"


def _binding(ctx: Context, found: Published, counted: Figures) -> Sequence[str]:
    """What makes the pack of violations binding that goes by this text: its own dates stand in the configuration."""
    used = [each for each in ctx.company.moderation.packs(ctx.now) if each.id == found.release.policy]
    done = found.release.procedure
    if (
        not used
        or used[0].procedure.binds(ctx.now.date())
        or not (done.discussed and done.consulted and done.published)
    ):
        return []
    days = f"discussed = {done.discussed}、consulted = {done.consulted}、published = {done.published}"
    share = counted.confirmed * 100 // max(counted.expected, 1)
    where = f"[moderation.adopted.{found.release.policy}]"
    return [f"违规处理要按这一版算数，请管理员在配置 {where} 写 {days}、since = {found.since}、ack = {share}。"]


async def _attach(ctx: Context, found: Published, seen: Sequence[Receipt]) -> None:
    stem = f"{found.release.policy.rpartition('/')[2][:30]}-{found.release.version}-签收"
    rows = [_row(ctx, found, each, ctx.company) for each in seen]
    await attach_table(ctx, stem, "签收", HEADER, rows, plain=f"{found.said}的签收名单，每人一行。")


def _row(ctx: Context, found: Published, each: Receipt, company: Company) -> Sequence[str]:
    at = each.confirmed_at
    return (
        company.name_of(each.user),
        department_name(each.user, company),
        found.release.title,
        found.release.version,
        found.release.digest[:DIGEST],
        "已签收" if at else "未签收",
        f"{at.astimezone(ctx.now.tzinfo):%Y-%m-%d %H:%M}" if at else "",
        found.release.notice,
        "后来加入" if each.late else "",
    )
