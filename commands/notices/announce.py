"""Announce something: to a group, a department, everybody; now, at a time, or again and again.

`/公告 [对象] [时间或周期] 内容`, in any order; the text may have several lines, or be a message that is quoted. Beside
it may stand 需确认 (who has read it is asked to say so) or 加急、预览、遇节假日顺延|提前|跳过、有效期到12月31日 and a
question: `测验题：…？A.… B.… 答案B`. A line of its own, `给生产部：先停机`, says more to a part of its readers. Without
an audience it goes to the author's own group, from a safety officer to the groups that subscribe to safety. A group's
administrator answers for his group, a head for his department; what goes to everybody or outside the company passes
two others first.

Example:
    郑群> /公告 项目A工作群 明天9:30 请把上周的周报交给我
    机器人> [卡片] GG-20261122-001 已排好 请把上周的周报交给我
    发给：项目A工作群（9 人）
    时间：明天 09:30 [改] [不发了]
"""

from bot.arguments.notice_said import NoticeSaid
from bot.domain.calendar.quiet import after_quiet
from bot.domain.dates import clock_time
from bot.domain.notices.audience import readers
from bot.domain.notices.checks.finding import ensure_none_stops
from bot.domain.notices.reach import ensure_may_write, reach_of, reviews
from bot.domain.rights import NOTICE_AUTHORS
from bot.errors import Candidate, Code, UserError
from bot.services.notices.looking_through.checking import look_through
from bot.services.notices.writing.drafting import announce as announced
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.notices import speaks_of_announcing


def rules(scene: Scene, text: NoticeSaid) -> None:
    """In the order in which they can be put right; that others must let it pass is the last, since it is no mistake."""
    if scene.sender is None:
        return
    draft, company = text.draft(), scene.company
    author = scene.sender.user_id
    found = readers(draft.audience, company, {})
    ensure_may_write(scene.sender, draft.audience, company, found.groups)
    ensure_none_stops(look_through(draft, author, company, scene.now))
    _ensure_awake(text, scene)
    if not scene.may_ask_policy and reviews(author, draft.audience, company, found.groups):
        reach = reach_of(draft.audience, company, found.groups)
        sentence = f"{'、'.join(text.names)}的公告要审核过才发（{reach}）：我先留草稿，你看过再送审。"
        raise UserError(Code.APPROVAL_REQUIRED, sentence, can_be_asked=True)


def _ensure_awake(text: NoticeSaid, scene: Scene) -> None:
    """What isn't urgent goes to nobody at night."""
    now = scene.now
    if text.timing.recurrence or text.timing.at or text.options.urgent or now.time() not in scene.calendar.quiet:
        return
    later = after_quiet(now, scene.calendar)
    said = clock_time(later, now)
    sentence = f"现在是休息时间，不急的公告不发。{said} 再发吗？急事在前面加「加急」。"
    put = f"（{later:%Y-%m-%d %H:%M} 发布）"
    raise UserError(Code.QUIET_HOURS, sentence, candidates=[Candidate(f"{later:%Y-%m-%dT%H:%M}", said, put)])


@command(
    "公告",
    aliases=(
        "announce",
        "gg",
        "群公告",
        "发公告",
        "发通知",
        "发布公告",
        "发个公告",
        "发条公告",
        "发个通知",
        "发条通知",
    ),
    says=(
        "[请|帮我|帮忙|麻烦]通知[一下|下]…<群|平台>…",
        "[请|帮我|帮忙|麻烦]通知[一下|下]…<部|部门>…",
        "[请|帮我|帮忙|麻烦]通知[一下|下]<全员|全体员工|全体同事|全公司|全体人员|所有人|所有员工|所有部门负责人|各部门负责人|部门负责人>…",
        "[请|帮我|帮忙|麻烦](给|在|往|向)…<群|部|平台>[里|里面](发|发布|推送)[一][个|条|则|下](公告|通知|群公告)[：]…",
        "[请|帮我|帮忙|麻烦](给|在|往|向)<全员|全体员工|全公司|所有人>(发|发布|推送)[一][个|条|则|下](公告|通知)[：]…",
        "[请|帮我|帮忙|麻烦](发|发布)[一][个|条|则](公告|群公告)[到|给|：]…",
        "[请|帮我|帮忙|麻烦](发|发布)[一][个|条|则]通知(到|给)…",
        "[请|帮我|帮忙|麻烦](告诉|告知|转告|提醒)[一下|下]…<群>[里]…",
        "[请|帮我|帮忙|麻烦](告诉|告知|转告|提醒)[一下|下]<全员|全体员工|全体同事|全公司|所有人>…",
        "[请|帮我|帮忙|麻烦][把](这个|这条|这段|这段话|这条消息|这条信息|上面这条|引用的)[消息|内容|通知](发到|转到|转发到|发给|转给|通知到)…<群|平台|部>[里|里面]",
        "[请|帮我|帮忙|麻烦](在|到)…<群>[里|里面](说|讲|喊)[一声|一下]…",
    ),
    recognises=speaks_of_announcing,
    summary="发公告：现在发、定时发或按周期发",
    audience=NOTICE_AUTHORS,
    writes=True,
    rules=rules,
    instead="要通知大家的事，请群管理员或部门负责人来发。",
)
async def announce(ctx: Context, text: NoticeSaid) -> Reply:
    draft = text.draft()
    at_once = not text.looked_up and not ctx.company.notices.always_preview
    return await announced(ctx, draft, at_once=at_once, guess=text.guess or "")
