"""What follows once something was done to an account: whoever asked for it hears of it, and who did it by hand."""

from bot.domain.accounts.works import Deed, Work
from bot.domain.calendar.quiet import is_quiet
from bot.services.accounts.leaving.ringing import switched
from bot.services.accounts.profiles import opened
from bot.services.accounts.wording import whose, wish
from bot.services.approvals.kinds import Desk
from bot.shapes.outgoing import Text, ToPerson


async def follow(desk: Desk, work: Work) -> None:
    await opened(desk, work)
    await switched(desk, work)
    if work.by and work.by != work.asker and desk.company.is_here(work.by):
        checked = "通讯录里还没看到，先按你说的记" if work.unseen else "已核对"
        desk.tell(ToPerson(work.by), Text(f"{work.cause} {wish(work, desk.company)}：{checked}，办好了。"))
    if desk.company.is_here(work.asker) and not _goes_without_saying(desk, work):
        desk.tell(ToPerson(work.asker), Text(f"{work.cause} {_done(desk, work)}"))


def _goes_without_saying(desk: Desk, work: Work) -> bool:
    """At midnight the bot switches off who left: the card of the morning after says it."""
    by_night = work.deed is Deed.DISABLE and work.by is None
    return by_night and is_quiet(desk.now, desk.company.pace.calendar)


def _done(desk: Desk, work: Work) -> str:
    who = f"（{desk.company.name_of(work.by)} 办的）" if work.by and work.by != work.asker else ""
    if work.deed is Deed.CREATE:
        return f"{whose(work, desk.company)}开通好了{who}。请对方用手机号登录企业微信，密码自己设，不要告诉任何人。"
    return f"{wish(work, desk.company)}：办好了{who}。"
