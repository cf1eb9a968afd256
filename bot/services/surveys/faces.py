"""Surveys and activities as their readers and their authors see them."""

from collections.abc import Iterator
from typing import Final

from bot.domain.dates import clock_time
from bot.domain.surveys.activity import Activity
from bot.domain.surveys.survey import LETTERS, SMALLEST, Survey
from bot.domain.wording import shown, without_marks
from bot.services.approvals.kinds import Desk
from bot.services.surveys.reaching import whom
from bot.shapes.outgoing import Button, Card, Select

VOTE, WHICH, SAY = "vote", "which", "say"
COME, NOT_COME = "come", "not-come"
GO, DROP = "go", "drop"
ON_BUTTONS: Final = 6
ON_A_BUTTON: Final = 8  # characters beside a letter
IN_A_LIST: Final = 16
ANSWER_COMMAND: Final = "参与征集"
SIGN_UP_COMMAND: Final = "报名"


def survey_card(survey: Survey, desk: Desk, before: str = "") -> Card:
    """To whoever is asked. `before`: what became of his press."""
    until = clock_time(survey.closes_at.astimezone(desk.now.tzinfo), desk.now)
    options = [] if _fit(survey) else list(listed(survey))
    how = f"截止 {until}，{'按一下就算，' if survey.options else ''}截止前可以改。{_privacy(survey)}"
    desc = "\n".join(filter(None, [before, *options, how]))
    title = without_marks(survey.question)
    by = f"{desk.company.name_of(survey.author)} 发起 · {survey.number}"
    words = "选项字母" if survey.options else "你的意见"
    answer = f"参加发 /{ANSWER_COMMAND} {survey.number} {words}。"
    return Card(
        title=title,
        desc=desc,
        note=by,
        plain="\n".join([title, *(listed(survey) if survey.options else ()), how, f"——{by}", answer]),
        buttons=tuple(_buttons(survey)),
        select=_select(survey),
    )


def survey_in_group(survey: Survey, desk: Desk) -> str:
    until = clock_time(survey.closes_at.astimezone(desk.now.tzinfo), desk.now)
    what = "投票" if survey.options else "征集意见"
    words = "选项字母" if survey.options else "你的意见"
    secret = "别在群里答，按我私聊发你的卡片，或私聊我" if survey.anonymous else "按我私聊发你的卡片，或"
    how = f"{secret}发 /{ANSWER_COMMAND} {survey.number} {words}。"
    lines = [f"【{what}】{without_marks(survey.question)}", *listed(survey), f"截止 {until}。{_privacy(survey)}{how}"]
    return "\n".join([*lines, f"——{desk.company.name_of(survey.author)} 发起，{survey.number}"])


def listed(survey: Survey) -> Iterator[str]:
    for letter, option in zip(LETTERS, survey.options, strict=False):
        yield f"{letter}. {without_marks(option)}"


def survey_preview(survey: Survey, desk: Desk, *, needs_review: bool) -> Card:
    until = clock_time(survey.closes_at.astimezone(desk.now.tzinfo), desk.now)
    kind = "匿名" if survey.anonymous else "记名"
    lines = [
        without_marks(survey.question),
        *listed(survey),
        f"发给：{whom(desk, survey.audience)}",
        f"截止：{until}，{kind}{'投票' if survey.options else '征集意见'}",
    ]
    return _preview(survey.number, lines, needs_review=needs_review)


def activity_preview(activity: Activity, desk: Desk, *, needs_review: bool) -> Card:
    lines = [without_marks(activity.title), activity.facts(desk.now), f"发给：{whom(desk, activity.audience)}"]
    return _preview(activity.number, lines, needs_review=needs_review)


def activity_card(activity: Activity, desk: Desk, before: str = "") -> Card:
    title = without_marks(activity.title)
    by = f"{desk.company.name_of(activity.author)} 发起 · {activity.number}"
    desc = "\n".join(filter(None, [before, activity.facts(desk.now)]))
    return Card(
        title=title,
        desc=desc,
        note=by,
        plain="\n".join([title, desc, f"——{by}", f"参加发 /{SIGN_UP_COMMAND} {activity.number}。"]),
        buttons=(Button("报名", COME), Button("不去了", NOT_COME, style=3)),
    )


def activity_in_group(activity: Activity, desk: Desk) -> str:
    how = f"按我私聊发你的卡片，或 @我 发 /{SIGN_UP_COMMAND} {activity.number}。"
    by = f"——{desk.company.name_of(activity.author)} 发起，{activity.number}"
    return "\n".join([f"【活动】{without_marks(activity.title)}", activity.facts(desk.now), how, by])


def called(number: str, words: str) -> str:
    """`HD-20261122-001「羽毛球」`"""
    return f"{number}「{shown(words, IN_A_LIST)}」"


def _preview(number: str, lines: list[str], *, needs_review: bool) -> Card:
    review = ["这个范围要审核过才发。"] if needs_review else []
    words = "\n".join([*lines, *review])
    title = f"{number} 发出之前看一看"
    buttons = (Button("送审" if needs_review else "发出", GO), Button("不发了", DROP, style=3))
    return Card(title=title, desc=words, plain=f"{title}\n{words}", buttons=buttons)


def _privacy(survey: Survey) -> str:
    if survey.anonymous:
        return f"匿名：谁也看不到是谁答的，不到 {SMALLEST} 人不公布。"
    return "记名：发起人看得到谁答了什么。"


def _fit(survey: Survey) -> bool:
    return len(survey.options) <= ON_BUTTONS and all(len(each) <= ON_A_BUTTON for each in survey.options)


def _buttons(survey: Survey) -> Iterator[Button]:
    if not survey.options:
        yield Button("写意见", SAY)
    elif len(survey.options) > ON_BUTTONS:
        yield Button("投票", VOTE)
    else:
        for place, option in enumerate(survey.options):
            words = f"{LETTERS[place]} {without_marks(option)}" if _fit(survey) else LETTERS[place]
            yield Button(words, f"{VOTE}{place}")


def _select(survey: Survey) -> Select | None:
    if len(survey.options) <= ON_BUTTONS:
        return None
    options = {
        str(place): f"{LETTERS[place]} {shown(each, IN_A_LIST - 3)}" for place, each in enumerate(survey.options)
    }
    return Select(WHICH, "选一个", options, selected="0")
