"""What differs between the list of human resources and the directory is put right one by one, by a press. Nothing is
changed by itself, and nobody gets an account by a list alone: that is asked for like any other."""

import asyncio
from typing import Final

from bot.domain.accounts.drift import Difference, Gap
from bot.domain.accounts.leaving import OFFICE
from bot.domain.accounts.newcomer import Newcomer, why_no_name
from bot.domain.accounts.staff_list import read
from bot.domain.accounts.works import Deed, Work, WorkState
from bot.domain.wording import shown
from bot.errors import Code, UserError, unknown_button
from bot.files.handed_in import handed_rows
from bot.identifiers import FileId
from bot.services.accounts.applying import apply
from bot.services.accounts.drifting import CHOICE, MEND, SKIP, TITLE, drift_card, seen_in
from bot.services.accounts.leaving.opening import open_or_move
from bot.services.accounts.working import assign
from bot.services.approvals.approvals import Approvals
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import ToPerson
from bot.shapes.replies import Reply, outcome

PREFIX: Final = "CY"
GONE: Final = "这份花名册已经不在了，什么都没有改动。请重新发一次。"
_NOT_DONE: Final = "没有办："
_DOES: Final = {
    Gap.MISSING: "申请开通账号",
    Gap.OFF: "启用账号",
    Gap.EXTRA: "登记离职",
    Gap.LEFT: "登记离职",
    Gap.RENAMED: "按花名册改姓名",
    Gap.MOVED: "按花名册改部门",
    Gap.POST: "按花名册改职务",
    Gap.MOBILE: "按花名册改手机号",
}


class Repairing:
    """The buttons of the card."""

    def __init__(self, approvals: Approvals) -> None:
        self._approvals = approvals

    async def pressed(self, ctx: Context, subject: str, press: Press) -> Reply:
        """Raises UserError."""
        if ctx.sender.user_id not in ctx.company.in_office(*OFFICE):
            raise UserError(Code.NO_PERMISSION, "花名册由人力资源核对，没有改动。", private=True)
        content = await ctx.store.files.read(FileId(subject))
        found = read(await asyncio.to_thread(handed_rows, content)) if content else None
        if found is None:
            raise UserError(Code.NOT_FOUND, GONE, private=True)
        seen = await seen_in(ctx, found)
        chosen = next(iter(press.selected.get(CHOICE, ())), "")
        wanted = next((each for each in seen if each.key == chosen), None)
        if press.key not in (MEND, SKIP):
            raise unknown_button()
        said = await self._done(ctx, wanted, press) if wanted else _nothing(chosen)
        left = [each for each in seen if each is not wanted or said.startswith(_NOT_DONE)]
        if not left:
            return outcome(TITLE, f"{said}都处理完了。")
        return Reply(drift_card(left, press.task_id, head=said))

    async def _done(self, ctx: Context, wanted: Difference, press: Press) -> str:
        if press.key == SKIP:
            await ctx.store.differences.skip(wanted.key, by=ctx.act)
            return f"{shown(wanted.name)}：以后不再提这一条。"
        try:
            return await ctx.store.attempt(lambda: self._mend(ctx, wanted))
        except UserError as error:
            return f"{_NOT_DONE}{shown(wanted.name)}，{error.sentence}"

    async def _mend(self, ctx: Context, wanted: Difference) -> str:
        """Raises UserError."""
        name, row = shown(wanted.name), wanted.row
        if wanted.user == ctx.sender.user_id:
            raise UserError(Code.SELF_TARGET, "这条是你自己的，请另一位同事来办。")
        match wanted.gap:
            case Gap.MISSING:
                return await apply(ctx, self._approvals, _newcomer(ctx, wanted))
            case Gap.EXTRA | Gap.LEFT if wanted.user and (person := ctx.company.person(wanted.user)):
                card = await open_or_move(ctx, person, ctx.now.date())
                ctx.tell(ToPerson(ctx.sender.user_id), card)
                return f"{name}：已登记离职，最后工作日今天。"
            case Gap.OFF:
                return await _assigned(ctx, wanted, Deed.ENABLE, {})
            case Gap.MOVED:
                if wanted.department is None:
                    raise UserError(Code.UNKNOWN_DEPT, f"通讯录里没有「{shown(wanted.listed)}」，先在管理后台建部门。")
                return await _assigned(ctx, wanted, Deed.CHANGE, {"department": str(wanted.department.id)})
            case Gap.RENAMED:
                if why := why_no_name(wanted.listed, ctx.company.register):
                    raise UserError(Code.NICK_INVALID, f"花名册上的「{shown(wanted.listed)}」{why}，先改花名册。")
                return await _assigned(ctx, wanted, Deed.CHANGE, {"name": wanted.listed})
            case Gap.POST:
                return await _assigned(ctx, wanted, Deed.CHANGE, {"position": wanted.listed})
        return await _assigned(ctx, wanted, Deed.CHANGE, {"mobile": row.mobile if row else ""})


def _nothing(chosen: str) -> str:
    return "这一条已经没有了。" if chosen else "先在下拉里选一条，再按按钮。"


def _newcomer(ctx: Context, wanted: Difference) -> Newcomer:
    """Raises UserError for what the list doesn't tell."""
    row = wanted.row
    lacks = [
        what
        for what, value in (
            ("部门", wanted.department),
            ("职务", row.position if row else ""),
            ("手机号", row.mobile if row else ""),
        )
        if not value
    ]
    if row is None or wanted.department is None or lacks:
        raise UserError(Code.MISSING_ARG, f"花名册上缺 {'、'.join(lacks)}，请发 /申请账号 补上。")
    if why := why_no_name(wanted.name, ctx.company.register):
        raise UserError(Code.NICK_INVALID, f"花名册上的姓名{why}，先改花名册。")
    return Newcomer(wanted.name, wanted.department.id, row.position[:30], row.mobile)


async def _assigned(ctx: Context, wanted: Difference, deed: Deed, change: dict[str, str]) -> str:
    if wanted.user is None:
        raise UserError(Code.NOT_FOUND, "通讯录里没有这个账号。")
    number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
    me = ctx.sender.user_id
    work = Work(deed, wanted.user, me, ctx.now, change=change, cause=number, state=WorkState.TO_DO)
    await assign(ctx, work)
    return f"{number} {shown(wanted.name)}：{_DOES[wanted.gap]}，办好了告诉你。"
