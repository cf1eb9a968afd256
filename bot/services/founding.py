"""A new work group: asked for, approved by whom D7§4 names, then made. By the app where there is one; else a person is
asked to make it in the client, by a card that he closes with 已完成 or 做不到.

WeCom is asked outside of any transaction, by a chat id that was chosen and stored with the approval: asked twice, it
makes one room.
"""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.domain.approvals.request import Draft, Request, RequestState, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.foundings import Founding, FoundingState
from bot.domain.group_types import GroupType
from bot.domain.rights import Role
from bot.domain.wording import shown
from bot.errors import Code, Defect, UserError
from bot.identifiers import ChatId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.approvals.wording import name_of
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson, Verdict
from bot.shapes.ports import RoomRefused, Sources
from bot.shapes.replies import Reply
from bot.shapes.store import Store

KIND: Final = "建群"
TOPIC: Final = "founding"
JOB: Final = "group-founding"
DONE, CANNOT = "done", "cannot"


def draft(applicant: UserId, type_: GroupType, name: str) -> Draft:
    """For a type whose approver is known."""
    if type_.approver is None:
        raise Defect(f"nobody can approve a group of type {type_.key}")
    return Draft(
        kind=KIND,
        applicant=applicant,
        text=f"建群：{name}（{type_.key} {type_.name}）",
        steps=(Step((Selector.title(type_.approver),)),),
        payload={"type": type_.key, "name": name},
    )


def undecided(type_: GroupType, company: Company) -> UserError:
    """Nobody may approve it; the question goes to who can settle it."""
    office = company.grants.get(Role.PRESIDENT_OFFICE)
    then = "我已转总裁办请示，等他们答复。" if office else "请向公司领导请示。"
    sentence = f"{type_.name}由谁批准，制度还没有定（{type_.clause}），现在不能建。{then}"
    return UserError(Code.POLICY_UNDECIDED, sentence, for_role=Role.PRESIDENT_OFFICE)


class FoundingKind:
    """`bot.services.approvals.kinds.Kind`"""

    name = KIND
    prefix = "RQ"

    async def settled(self, desk: Desk, request: Request) -> str:
        if request.state is not RequestState.APPROVED:
            return ""
        payload = request.draft.payload
        founding = Founding(
            number=request.number,
            type=payload["type"],
            name=payload["name"],
            owner=request.applicant,
            members=tuple(sorted({request.applicant, *(decision.by for decision in request.decisions)})),
            chat=ChatId(f"qw{request.number.replace('-', '')}{secrets.token_hex(4)}"),
        )
        await desk.store.foundings.add(founding, by=desk.act)
        await desk.store.jobs.hasten(JOB, desk.now)
        return "接下来建群，结果马上告诉你。"


async def ask_wecom(sources: Sources, store: Store) -> Mapping[str, bool] | None:
    """Make what is to be made; number -> whether WeCom did it. None: no app can make groups. May be repeated."""
    if sources.rooms is None:
        return None
    made: dict[str, bool] = {}
    for each in await store.foundings.to_make():
        try:
            await sources.rooms.create(each.chat, name=each.name, owner=each.owner, members=each.members)
            made[each.number] = True
        except RoomRefused as refused:
            if refused.outcome.verdict is Verdict.REFUSED:
                made[each.number] = False
    return made


async def settle(desk: Desk, made: Mapping[str, bool] | None) -> bool:
    """Write down what WeCom did, and ask people for the rest; whether some are still in doubt, to be asked again."""
    doubtful = False
    for each in await desk.store.foundings.to_make():
        if made is not None and each.number not in made:
            doubtful = True
        elif made and made[each.number]:
            await _made_by_app(desk, each)
        else:
            await _ask_somebody(desk, each)
    return doubtful


async def _made_by_app(desk: Desk, founding: Founding) -> None:
    await _save(desk, founding, FoundingState.MADE)
    who = f"群主是你，成员有 {_names(desk.company, founding.members)}"
    words = f"{founding.name}已经由应用建好，{who}。发第一条消息后群里的人就能看到。"
    desk.tell(ToPerson(founding.owner), Text(f"{founding.number} {words}"))


async def _ask_somebody(desk: Desk, founding: Founding) -> None:
    """All who may make it get the card; the first to close it closes it for all."""
    makers = _makers(desk.company, founding)
    due_at = desk.company.pace.escalate_at(desk.now)
    await _save(desk, founding, FoundingState.ASKED, due_at=due_at)
    for maker in makers:
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=founding.number, holder=maker)
        desk.tell(ToPerson(maker), replace(_task_card(desk, founding, due_at), task_id=task_id))
    names = _names(desk.company, makers)
    until = f"{clock_time(due_at, desk.now)} 前给你回音"
    words = f"{founding.name}要由人在企业微信里建，我建不了。已请 {names} 来建，{until}。"
    desk.tell(ToPerson(founding.owner), Text(f"{founding.number} {words}"))


def _task_card(desk: Desk, founding: Founding, due_at: datetime) -> Card:
    title = f"请建群：{founding.name}"
    who = f"成员：{_names(desk.company, founding.members)}；{clock_time(due_at, desk.now)} 前"
    return Card(
        title=title,
        desc=f"{founding.number}，{who}",
        plain=f"{title}（{founding.number}，{who}）。建好后请告诉申请人 {name_of(desk.company, founding.owner)}。",
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
        outcome = f"{ctx.sender.name}说现在建不了{founding.name}。请找他问明原因，再发 /建群 申请一次。"
    ctx.tell(ToPerson(founding.owner), Text(f"{number} {outcome}"))
    return _face(after, f"已记下：{state}，已告诉 {name_of(ctx.company, founding.owner)}。")


def _face(founding: Founding, outcome: str) -> Reply:
    return Reply(Card(title=f"请建群：{founding.name}", desc=outcome, plain=outcome))


def _by(ctx: Context, founding: Founding) -> str:
    return name_of(ctx.company, founding.by) if founding.by else "应用"


def _makers(company: Company, founding: Founding) -> tuple[UserId, ...]:
    """Who has the duty by the group's type; else who looks after WeCom; else the applicant himself."""
    types = {each.key: each for each in company.group_types}
    roles = (*(types[founding.type].makers if founding.type in types else ()), Role.WECOM_ADMIN)
    for role in roles:
        if holders := tuple(sorted(each for each in company.grants.get(role, ()) if _is_here(company, each))):
            return holders
    return (founding.owner,)


def _is_here(company: Company, user: UserId) -> bool:
    person = company.person(user)
    return person is not None and person.active


def _names(company: Company, users: Iterable[UserId]) -> str:
    return "、".join(shown(name_of(company, user)) for user in users)


async def _save(desk: Desk, founding: Founding, state: FoundingState, *, due_at: datetime | None = None) -> None:
    await desk.store.foundings.save(replace(founding, state=state, due_at=due_at), was=founding.state, by=desk.act)
