"""HR hands in a table of facts: shown what would change, and registered once HR has said yes to it.

The table itself is kept until then: what a yes is said to is read from it anew, against what is registered by then.
"""

from collections.abc import Sequence
from typing import Final

from bot.domain.leave.facts.fact import Fact
from bot.domain.leave.facts.facts_import import FactsRead, News, Rows, news, read
from bot.domain.leave.seeing.sight import is_of_the_office
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import FileId
from bot.services.attaching import attach_table
from bot.services.importing import NO, asked_first, gone, not_imported, rows_again
from bot.services.leave.facts.facts_wording import place_said, value_said
from bot.services.leave.facts.saying import keep
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "leave_facts"
MOST: Final = 1_000  # people: each one's ledger is looked at before anybody else may write
LISTED: Final = 12  # lines of a message; more go into a table
TITLE: Final = "导入假期资料"
NOT_HR: Final = "假期资料由人力资源登记。有不对的，发 /假期资料 有误 加上说明。"


async def offered(ctx: Context, rows: Rows, file: FileId) -> Reply | None:
    """What it would change, with a button; None where it is a table of something else. Raises UserError."""
    if not is_of_the_office(ctx.sender, ctx.company):
        raise UserError(Code.NO_PERMISSION, NOT_HR, private=True)
    found = read(rows, ctx.company, ctx.now.date(), ctx.sender.user_id)
    if found is None:
        return None
    if len(found.lines) > MOST:
        raise UserError(
            Code.LIMIT, f"一次最多登记 {MOST} 人，这里有 {len(found.lines)} 人。请拆成几个再发。", private=True
        )
    new = await _news(ctx, found)
    await _show(ctx, new, found)
    same = sum(len(line.facts) for line in found.lines) - len(new)
    title = f"{TITLE}：{len({each.fact.user for each in new})} 人 {len(new)} 项"
    changed = sum(each.before is not None for each in new)
    words = f"新增 {len(new) - changed} 项，改动 {changed} 项，相同 {same} 项，读不懂 {len(found.problems)} 行。"
    if not new:
        return Reply(f"{title}。{words}没有要导入的。", private=True)
    return await asked_first(ctx, TOPIC, file, title, f"{words}明细已发给你。")


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """Raises UserError."""
    if press.key == NO:
        return not_imported(TITLE)
    if not is_of_the_office(ctx.sender, ctx.company):
        raise UserError(Code.NO_PERMISSION, NOT_HR)
    found = read(await rows_again(ctx, subject), ctx.company, ctx.now.date(), ctx.sender.user_id)
    if found is None:
        raise gone()
    new = await _news(ctx, found)
    if not new:
        return outcome(TITLE, "这些已经登记过了，没有新的改动。")
    kept = await keep(ctx, [each.fact for each in new])
    people = len({each.fact.user for each in new})
    changed = sum(any(each.before is not None for each in changes) for changes in kept.changed.values())
    told = f"{changed} 人的余额变了，已私下告诉本人。" if changed else ""
    left_out = f"读不懂的 {len(found.problems)} 行没有导入。" if found.problems else ""
    return outcome(f"{TITLE}：已登记", f"登记了 {people} 人 {len(new)} 项。{told}{left_out}")


async def _news(ctx: Context, found: FactsRead) -> Sequence[News]:
    users = [line.person.user_id for line in found.lines]
    return news(found, await ctx.store.leave_facts.said(users))


async def _show(ctx: Context, new: Sequence[News], found: FactsRead) -> None:
    """What a yes would be said to, to whoever sent it, in private."""
    lines = [f"第 {each.line} 行 {_change(ctx, each)}" for each in new] + list(found.problems)
    if len(lines) <= LISTED:
        if lines:
            ctx.tell(ToPerson(ctx.sender.user_id), Text("\n".join(lines)))
        return
    rows = [(str(each.line), *_cells(ctx, each)) for each in new]
    bad = [("", "", "", "", shown(problem, 100)) for problem in found.problems]
    header = ("行", "姓名", "项目", "现在登记", "改为")
    await attach_table(ctx, TITLE, TITLE, header, [*rows, *bad], plain="\n".join([*lines[:LISTED], "……"]))


def _change(ctx: Context, each: News) -> str:
    _, name, what, before, after = ("", *_cells(ctx, each))
    return f"{name} {what}：{f'{before} → ' if before else ''}{after}"


def _cells(ctx: Context, each: News) -> tuple[str, str, str, str]:
    types = ctx.company.leave.types
    before = value_said(each.before, types) if each.before else ""
    return (
        ctx.company.name_of(each.fact.user),
        place_said(each.fact),
        before,
        _proved(each.fact, value_said(each.fact, types)),
    )


def _proved(fact: Fact, value: str) -> str:
    return f"{value}（{fact.proof}）" if fact.proof else value
