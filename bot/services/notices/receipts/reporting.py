"""How a notice stands, for those who may know: in numbers in a group, with names in private."""

from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.notices.figures import Figures, Part, department_name, figures, took
from bot.domain.notices.managing import may_see
from bot.domain.notices.notice import Notice
from bot.domain.notices.posting import Posting
from bot.domain.notices.timeliness import timeliness
from bot.domain.percent import percent
from bot.errors import Code, UserError
from bot.pictures.bars import Bar, bar_chart
from bot.services.attaching import attach_picture, attach_table
from bot.services.notices.editorial.holding import waits
from bot.services.notices.faces import called, title_of
from bot.services.notices.receipts.reached import Reached, reached
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson

NAMED = 30  # people by name in one message; more stand in a table
HEADER = ("姓名", "部门", "状态", "确认时间", "答错次数", "备注")


async def seen(ctx: Context, notice: Notice, posting: Posting) -> Figures:
    """As far as the asker may see. Raises UserError where he may see nothing."""
    allowed = may_see(ctx.sender.user_id, notice, ctx.company)
    receipts = await ctx.store.receipts.all(posting.id)
    mine = [each for each in receipts if allowed is None or each.user in allowed]
    if allowed is not None and not mine:
        raise UserError(
            Code.NO_PERMISSION, f"{notice.number} 不归你管。请问发布人 {ctx.company.name_of(notice.author)}。"
        )
    return figures(mine, posting.begun_at, ctx.company)


def in_numbers(notice: Notice, found: Figures) -> str:
    """For a group: nobody is named."""
    left = found.expected - found.confirmed
    rest = f"还有 {left} 人没确认。" if left else "都确认了。"
    return f"{called(notice)}：应确认 {found.expected} 人，已确认 {found.confirmed} 人，{rest}"


def by_name(notice: Notice, found: Figures, company: Company) -> str:
    """Department by department, the one with the most first; so many by name that a message holds them."""
    lines = [in_numbers(notice, found)]
    left = NAMED
    for part in found.parts:
        if part.missing:
            lines.append(_line(part, company, left))
            left -= len(part.missing)
    return "\n".join(lines)


async def tell_missing(ctx: Context, notice: Notice, posting: Posting, found: Figures) -> str:
    """In private, to the asker; what stays for where he asked. Many come as a table and a picture as well."""
    words = by_name(notice, found, ctx.company)
    if len(found.missing) > NAMED:
        await _attach(ctx, notice, posting, found)
    if not ctx.chat.is_group:
        return words
    ctx.tell(ToPerson(ctx.sender.user_id), Text(words))
    return in_numbers(notice, found)


async def progress(ctx: Context, notice: Notice, posting: Posting) -> str:
    """What became of its messages, and of its receipts."""
    found = await reached(ctx, posting)
    at = clock_time(posting.begun_at.astimezone(ctx.now.tzinfo), ctx.now)
    lines = [f"{called(notice)}：{posting.state}，{at} 开始。", *_rooms(found), *_people(found)]
    if late := timeliness(notice.draft, posting.begun_at, ctx.company.notices.within):
        verdict = f"，超过了 {took(late.within)}的时限" if late.is_late else "，在时限内"
        lines.append(f"及时：事发到发布 {took(late.took)}{verdict}。")
    lines += waits(ctx, await ctx.store.digests.of(posting.id))
    if posting.wants_confirmation:
        receipts = figures(await ctx.store.receipts.all(posting.id), posting.begun_at, ctx.company)
        half = f"，确认的人里一半用了不到 {took(receipts.median)}" if receipts.median is not None else ""
        lines.append(
            f"确认：{receipts.confirmed}/{receipts.expected}（{percent(receipts.confirmed, receipts.expected)}）{half}"
        )
    return "\n".join(lines)


def _rooms(found: Reached) -> list[str]:
    if not found.groups:
        return []
    said = {"done": "已发到", "waiting": "还在发", "unknown": "不确定", "refused": "没发到"}
    return ["群：" + "，".join(f"{words} {found.groups[key]} 个" for key, words in said.items() if found.groups[key])]


def _people(found: Reached) -> list[str]:
    counts = {"已送达": found.sent, "还在发": found.waiting, "不确定": found.unknown, "没送到": found.refused}
    said = [f"{words} {len(users)} 人" for words, users in counts.items() if users]
    return [f"私聊：{'，'.join(said)}"] if said else []


def _line(part: Part, company: Company, room: int) -> str:
    names = "、".join(company.name_of(user) for user in part.missing[: max(room, 0)])
    more = "" if len(part.missing) <= max(room, 0) else f"{' 等，' if names else ''}全部名单在表格里"
    return f"{part.name} {len(part.missing)} 人：{names}{more}"


async def _attach(ctx: Context, notice: Notice, posting: Posting, found: Figures) -> None:
    allowed = may_see(ctx.sender.user_id, notice, ctx.company)
    receipts = await ctx.store.receipts.all(posting.id)
    stem = f"{notice.number}-确认情况"
    rows = [
        (
            ctx.company.name_of(each.user),
            department_name(each.user, ctx.company),
            "已确认" if each.confirmed_at else "未确认",
            f"{each.confirmed_at.astimezone(ctx.now.tzinfo):%Y-%m-%d %H:%M}" if each.confirmed_at else "",
            str(each.wrong or ""),
            "后来加入" if each.late else "",
        )
        for each in receipts
        if allowed is None or each.user in allowed
    ]
    await attach_table(ctx, stem, "确认情况", HEADER, rows, plain=f"{notice.number} 的确认名单，每人一行。")
    bars = [Bar(f"{part.name} {percent(part.confirmed, part.expected)}", len(part.missing)) for part in found.parts]
    title = f"{title_of(notice.draft)}：没确认的人"
    await attach_picture(ctx, stem, lambda: bar_chart(title, bars, unit="人"), plain=in_numbers(notice, found))
