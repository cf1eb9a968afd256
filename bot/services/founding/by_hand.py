"""Somebody is asked to make a group in the client, by a card with 已完成 and 做不到 on it. He is reminded once."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.foundings import Founding, FoundingState
from bot.domain.rights import Role
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply

TOPIC: Final = "founding"
DONE, CANNOT = "done", "cannot"


async def ask_somebody(desk: Desk, founding: Founding) -> None:
    """All who may make it get the card; the first to close it closes it for all."""
    makers = _makers(desk.company, founding)
    due_at = desk.company.pace.escalate_at(desk.now)
    await save(desk, founding, FoundingState.ASKED, due_at=due_at)
    for maker in makers:
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=founding.number, holder=maker)
        desk.tell(ToPerson(maker), replace(_task_card(desk, founding, due_at), task_id=task_id))
    who = names(desk.company, makers)
    until = f"{clock_time(due_at, desk.now)} 前给你回音"
    words = f"{founding.name}要由人在企业微信里建，我建不了。已请 {who} 来建，{until}。"
    desk.tell(ToPerson(founding.owner), Text(f"{founding.number} {words}"))


async def remind(desk: Desk, founding: Founding) -> None:
    """Nobody answered in time: the applicant is told once, and those who were asked, once more."""
    await save(desk, founding, FoundingState.ASKED)
    makers = _makers(desk.company, founding)
    for maker in makers:
        words = f"{founding.name}到时间还没有回音。建好了或做不到，请按之前那张卡片上的按钮。"
        desk.tell(ToPerson(maker), Text(f"{founding.number} {words}"))
    words = f"{founding.name}到时间还没有人回音，已再次提醒 {names(desk.company, makers)}。你也可以直接找他们。"
    desk.tell(ToPerson(founding.owner), Text(f"{founding.number} {words}"))


def _task_card(desk: Desk, founding: Founding, due_at: datetime) -> Card:
    title = f"请建群：{founding.name}"
    who = f"成员：{names(desk.company, founding.members)}；{clock_time(due_at, desk.now)} 前"
    return Card(
        title=title,
        desc=f"{founding.number}，{who}",
        plain=f"{title}（{founding.number}，{who}）。建好后请告诉申请人 {desk.company.name_of(founding.owner)}。",
        buttons=(Button("已完成", DONE), Button("做不到", CANNOT, style=3)),
    )


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """A button of the card that asks somebody to make the group."""
    founding = await ctx.store.foundings.get(number)
    if founding is None or press.key not in (DONE, CANNOT):
        raise UserError(Code.UNSUPPORTED, "没看懂这个按钮，什么都没有改动。")
    if founding.state is not FoundingState.ASKED:
        return _face(founding, f"{_by(ctx, founding)}已经回复过：{founding.state}。")
    state = FoundingState.MADE if press.key == DONE else FoundingState.FAILED
    after = replace(founding, state=state, by=ctx.sender.user_id)
    if not await ctx.store.foundings.save(after, was=founding.state, by=ctx.act):
        return _face(founding, "刚刚有人回复过了。")
    if state is FoundingState.MADE:
        outcome = f"{ctx.sender.name}已经建好{founding.name}。"
    else:
        outcome = f"{ctx.sender.name}说现在建不了{founding.name}。请问明原因，再发 /建群 申请一次。"
    ctx.tell(ToPerson(founding.owner), Text(f"{number} {outcome}"))
    return _face(after, f"已记下：{state}，已告诉 {ctx.company.name_of(founding.owner)}。")


def _face(founding: Founding, outcome: str) -> Reply:
    return Reply(Card(title=f"请建群：{founding.name}", desc=outcome, plain=outcome))


def _by(ctx: Context, founding: Founding) -> str:
    return ctx.company.name_of(founding.by) if founding.by else "应用"


def _makers(company: Company, founding: Founding) -> tuple[UserId, ...]:
    """Who has the duty by the group's type; else who looks after WeCom; else the applicant himself."""
    types = {each.key: each for each in company.group_types}
    roles = (*(types[founding.type].makers if founding.type in types else ()), Role.WECOM_ADMIN)
    for role in roles:
        if holders := tuple(filter(company.is_here, company.holders(role))):
            return holders
    return (founding.owner,)


def names(company: Company, users: Iterable[UserId]) -> str:
    return "、".join(shown(company.name_of(user)) for user in users)


async def save(desk: Desk, founding: Founding, state: FoundingState, *, due_at: datetime | None = None) -> None:
    await desk.store.foundings.save(replace(founding, state=state, due_at=due_at), was=founding.state, by=desk.act)
