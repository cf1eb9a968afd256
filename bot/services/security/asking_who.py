"""是你吗？ Whoever's account was logged in on another device is asked; 不是我 makes a case of it at once (S56).

His 是我 proves nothing: whoever has the account could press it. So the card says whom to ring, and a case is what he
says it is, in any chat, afterwards too.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.arguments.incidents import AccountTold
from bot.domain.dates import clock_time
from bot.domain.rights import Role
from bot.domain.security.incident import IncidentKind
from bot.domain.security.logins import Login
from bot.errors import unknown_button
from bot.services.security.filing import file
from bot.services.security.wording import named
from bot.shapes.context import Context, JobContext
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "who-logged-in"
YES, NO = "yes", "no"
TOLD: Final = "新设备登录 不是本人"


async def ask(ctx: JobContext, logins: Sequence[Login]) -> None:
    """Each login once, whoever reads the log again."""
    for login in logins:
        if ctx.company.is_here(login.user) and await ctx.store.security_receipts.note(
            login.key, login.user, by=ctx.act
        ):
            await _hand(ctx, login)


async def _hand(ctx: JobContext, login: Login) -> None:
    at = clock_time(login.at.astimezone(ctx.now.tzinfo), ctx.now)
    what = "副设备" if login.secondary else "一台新设备"
    who = named(ctx.company.serving(Role.WECOM_ADMIN, Role.SECURITY), ctx.company)
    desc = f"{at} 你的企业微信在{what}上登录。不是你就按「不是我」，马上有人处理；拿不准，打电话找{who}。"
    title = "刚才登录的是你吗？"
    card = Card(
        title,
        f"{title}{desc}不是你，回「新设备登录 不是我」。",
        desc=desc,
        buttons=(Button("是我", YES), Button("不是我", NO, style=2)),
    )
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=str(int(login.at.timestamp())), holder=login.user)
    ctx.tell(ToPerson(login.user), replace(card, task_id=task_id))


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """Raises UserError."""
    at = clock_time(datetime.fromtimestamp(int(subject), ctx.now.tzinfo), ctx.now)
    if press.key == YES:
        return outcome("好的，是你", f"{at} 的登录记下了。以后不是你，随时发「新设备登录 不是我」。")
    if press.key != NO:
        raise unknown_button()
    await ctx.store.private_words.note(ctx.act.cause, ctx.sender.user_id, ctx.now)
    return await file(ctx, AccountTold(f"{TOLD}（{at}）", IncidentKind.ACCOUNT, urgent=True))
