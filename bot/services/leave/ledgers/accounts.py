"""Why somebody has as much of a leave as he has, entry by entry; a long account goes along as a table."""

from bot.domain.data_views import What
from bot.domain.leave.ledgers.explaining import HEADER, accounted, explained
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.requests.eligibility import ensure_eligible
from bot.domain.leave.requests.wishes import is_known
from bot.domain.leave.types.leave_type import Kept, LeaveType
from bot.domain.people import Person
from bot.errors import UserError
from bot.services.attaching import attach_table
from bot.services.leave.ledgers.balances import from_before, up_to_date
from bot.services.privacy.viewing import note_view
from bot.shapes.context import Context
from bot.shapes.replies import Reply

MOST = 8  # entries that a message shows


async def account(ctx: Context, owner: Person, kind: LeaveType, year: int) -> Reply:
    """Of one kind in one year, in private."""
    await note_view(ctx, owner.user_id, What.BALANCE)
    ledger = await up_to_date(ctx, owner.user_id, year)
    whose = "" if owner == ctx.sender else ctx.company.told_apart(owner)
    title = f"{whose}{year}年的{kind.name}"
    lines = explained(ledger, kind.name, year, kind.counting)
    before = [
        f"另有{earlier}年的 {kind.counting.said(left)}，明细发 /为什么 {kind.name} {earlier}年。"
        for earlier, left in from_before(ledger, kind, year).items()
    ]
    if not ledger.balance(kind.name, year).credit and len(lines) == 1 and not before:
        return Reply(f"{title}：{_why_none(ctx, owner, kind, year)}", private=True)
    shown = lines
    if len(lines) > MOST + 1:
        shown = ("最近几笔：", *lines[-MOST - 1 :])
        rows = accounted(ledger, kind.name, year, kind.counting)
        await attach_table(ctx, f"{title}明细", kind.name, HEADER, rows, plain=f"{title}明细")
    return Reply("\n".join([f"{title}：", *shown, *before]), private=True)


def _why_none(ctx: Context, owner: Person, kind: LeaveType, year: int) -> str:
    if not kind.has_balance:
        return f"不设余额，按每次的申请来定（{kind.source}）。"
    service = ctx.company.leave.facts(owner.user_id).service
    try:
        ensure_eligible(kind, service, ctx.now.date())
    except UserError as error:
        return error.sentence
    if kind.kept is Kept.OVERTIME:
        return f"还没有记录。休息日加班批准后才有（{kind.source}）；登记加班发 /加班。"
    if not is_known(Ledger(), kind, owner.user_id, [year], ctx.company):
        return "没有登记，请人力资源补上参加工作的日期或天数。"
    return "按登记的资料，这一年没有。对不上就请人力资源核对。"
