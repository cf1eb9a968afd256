"""A survey or an activity goes out: at once where its author may release it himself, else after others let it pass."""

from collections.abc import Sequence
from typing import Final

from bot.domain.approvals.request import Details, Request, RequestState
from bot.domain.approvals.request import Draft as Wish
from bot.domain.dates import clock_time
from bot.domain.surveys import survey as of_survey
from bot.domain.surveys.activity import Activity
from bot.domain.surveys.stage import Stage
from bot.domain.surveys.survey import Survey
from bot.domain.wording import shown
from bot.errors import Code, Overtaken, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.kinds import Desk
from bot.services.approvals.wording import waiting_names
from bot.services.surveys import faces
from bot.services.surveys.clock import set_clock
from bot.services.surveys.reaching import ensure_may_ask, missing, spread, steps, whom
from bot.services.surveys.topics import ACTIVITY_TOPIC, SURVEY_TOPIC
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.replies import Reply, outcome

KIND: Final = "发征集或活动"
CHANGED: Final = "这条送审以后又改过，或者已经不发了。作者重新送审后再审。"
Asked = Survey | Activity


async def find(desk: Desk, number: str) -> Asked:
    """Raises UserError."""
    found: Asked | None
    if number.startswith(of_survey.PREFIX):
        found = await desk.store.surveys.get(number, desk.now)
    else:
        found = await desk.store.activities.get(number, desk.now)
    if found is None:
        raise UserError(Code.NOT_FOUND, missing(number))
    return found


async def keep(desk: Desk, after: Asked, *, was: Asked) -> None:
    """Raises Overtaken where somebody was quicker."""
    if isinstance(after, Survey):
        kept = await desk.store.surveys.save(after, was=was.version, by=desk.act)
    else:
        kept = await desk.store.activities.save(after, was=was.version, by=desk.act)
    if not kept:
        raise Overtaken(f"{was.number} was changed meanwhile")


async def go_out(desk: Desk, asked: Asked) -> None:
    """Everybody whom it is for is told."""
    opened = asked.moved_to(Stage.OPEN, asked.request)
    await keep(desk, opened, was=asked)
    await set_clock(desk, opened)
    if isinstance(opened, Survey):
        card, said = faces.survey_card(opened, desk), faces.survey_in_group(opened, desk)
        await spread(desk, opened.audience, SURVEY_TOPIC, opened.number, card, said)
    else:
        card, said = faces.activity_card(opened, desk), faces.activity_in_group(opened, desk)
        await spread(desk, opened.audience, ACTIVITY_TOPIC, opened.number, card, said)


class Releasing:
    def __init__(self, approvals: Approvals) -> None:
        self._approvals = approvals

    async def pressed(self, ctx: Context, number: str, press: Press) -> Reply:
        """A button of its author's card. Raises UserError."""
        asked = await find(ctx, number)
        title = faces.called(number, words_of(asked))
        if asked.author != ctx.sender.user_id or asked.stage is not Stage.DRAFT:
            return outcome(title, f"{asked.stage}，没有改动。")
        if press.key == faces.DROP:
            await keep(ctx, asked.moved_to(Stage.CANCELLED), was=asked)
            return outcome(title, "好的，不发了。")
        if press.key != faces.GO:
            raise unknown_button()
        return outcome(title, await self._release(ctx, asked))

    async def _release(self, ctx: Context, asked: Asked) -> str:
        if asked.closes_at <= ctx.now:
            raise UserError(Code.PAST_DATE, f"{asked.number} 的截止时间已经过了，没有发。请重新写一条。")
        ensure_may_ask(ctx, asked.audience, words_of(asked))
        if not steps(ctx, asked.author, asked.audience):
            await go_out(ctx, asked)
            return f"已发给 {whom(ctx, asked.audience)}。"
        request = await self._approvals.open(ctx, _wish(ctx, asked))
        await keep(ctx, asked.moved_to(Stage.IN_REVIEW, request.number), was=asked)
        return f"已送审 {request.number}，等 {waiting_names(request, ctx.company)} 审核，通过了就发。"


class CallingKind:
    """`bot.services.approvals.kinds.Kind`, and Watched: it is looked at as it is now."""

    name = KIND
    prefix = "RQ"

    async def settled(self, desk: Desk, request: Request) -> str:
        asked = await _same(desk, request)
        if asked is None:
            return ""
        if request.state is not RequestState.APPROVED:
            await keep(desk, asked.moved_to(Stage.CANCELLED), was=asked)
            return f"{asked.number} 没有发。改好了重新写一条。"
        if asked.closes_at <= desk.now:
            await keep(desk, asked.moved_to(Stage.CANCELLED), was=asked)
            return f"{asked.number} 的截止时间已经过了，没有发。请重新写一条。"
        await go_out(desk, asked)
        return f"{asked.number} 已发给 {whom(desk, asked.audience)}。"

    async def details(self, desk: Desk, request: Request) -> Details:
        return request.draft.details

    async def ensure_possible(self, desk: Desk, request: Request) -> str:
        if await _same(desk, request) is None:
            raise UserError(Code.BAD_STATE, CHANGED)
        return ""


def words_of(asked: Asked) -> str:
    return asked.question if isinstance(asked, Survey) else asked.title


async def _same(desk: Desk, request: Request) -> Asked | None:
    """As it was sent off, and still waiting."""
    asked = await find(desk, request.draft.payload["number"])
    waits = asked.stage is Stage.IN_REVIEW and asked.request == request.number
    return asked if waits and asked.digest == request.draft.payload["digest"] else None


def _wish(desk: Desk, asked: Asked) -> Wish:
    at = clock_time(asked.closes_at.astimezone(desk.now.tzinfo), desk.now)
    facts: Sequence[tuple[str, str]] = (("对象", whom(desk, asked.audience)), ("截止", at), *_facts(asked))
    return Wish(
        kind=KIND,
        applicant=UserId(asked.author),
        text=f"{'发征集' if isinstance(asked, Survey) else '发活动'} {asked.number}：{shown(words_of(asked))}",
        steps=steps(desk, asked.author, asked.audience),
        payload={"number": asked.number, "digest": asked.digest},
        details=tuple((name, shown(value, 25)) for name, value in facts if value),
        begins=asked.closes_at,
        at_post=True,
    )


def _facts(asked: Asked) -> Sequence[tuple[str, str]]:
    if isinstance(asked, Survey):
        kind = "匿名" if asked.anonymous else "记名"
        return (("方式", f"{kind}，{'、'.join(asked.options) or '写意见'}"),)
    return (("地点", asked.place), ("名额", f"{asked.places} 人" if asked.places is not None else "不限"))
