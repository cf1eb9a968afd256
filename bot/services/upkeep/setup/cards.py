"""The cards of the first set-up: one for each step, and one for a setting of which a value is to be chosen.

All that a press needs stands in its button's key, since a card's new face keeps the number of the old one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from bot.domain.upkeep.parameters import Kind, Parameter
from bot.domain.upkeep.setup import Progress, Step, after
from bot.identifiers import TaskId
from bot.services.approvals.kinds import Desk
from bot.services.upkeep.setup.steps import how_it_stands, settings_of
from bot.shapes.outgoing import Button, Card, Select

TOPIC: Final = "setup"
OPEN, NEXT, SKIP, UNDO, PICK, PUT = "open", "next", "skip", "undo", "pick", "put"
MORE, LIST, FILE, DONE, LATER = "more", "list", "file", "done", "later"
WHICH: Final = "which"  # the key of what is chosen
PAGE: Final = 10  # options of a list (D-90236)
ON_OFF: Final = {"开": "开", "关": "关"}


@dataclass(frozen=True, slots=True)
class Key:
    """Of a button: what it does, at which step, and about which setting or page."""

    verb: str
    step: Step = Step.ROLES
    more: str = ""

    @property
    def written(self) -> str:
        return "|".join((self.verb, self.step.name, self.more))

    @classmethod
    def read(cls, written: str) -> Self | None:
        verb, _, rest = written.partition("|")
        name, _, more = rest.partition("|")
        return cls(verb, Step[name], more) if name in Step.__members__ else None


def face(desk: Desk, step: Step, progress: Progress, task_id: TaskId, *, page: int = 0, note: str = "") -> Card:
    """`note`: what came of the last press, in place of how things stand: there is room for one of them."""
    settings = settings_of(step, desk)
    shown = settings[page * PAGE : (page + 1) * PAGE] or settings[:PAGE]
    title = f"设置 {list(Step).index(step) + 1}/{len(Step)}：{step}"
    words = note or how_it_stands(step, desk, progress)
    return Card(
        title=title,
        desc=words,
        plain=f"{title}\n{words}\n改一项发 /设置 名称 新值，例如 /设置 人力资源 李娜；看下一步发 /设置 {after(step)}。",
        buttons=_buttons(step, page, len(settings)),
        select=Select(WHICH, "哪一项", {each.key: each.label for each in shown}) if shown else None,
        task_id=task_id,
    )


def options_of(parameter: Parameter) -> dict[str, str]:
    """What can be chosen on a card; nothing where it has to be typed."""
    if parameter.kind is Kind.SWITCH:
        return ON_OFF
    names = list(parameter.choices.values()) if parameter.kind is Kind.CHOICE else []
    return {name: name for name in names} if len(names) <= PAGE else {}


def choosing(step: Step, parameter: Parameter, now: str, task_id: TaskId) -> Card:
    title, words = f"{parameter.label}：{now}", f"{parameter.means}。选好按「就用它」。"
    return Card(
        title=title,
        desc=words,
        plain=f"{title}。{words}",
        buttons=(
            Button("就用它", Key(PUT, step, parameter.key).written),
            Button("返回", Key(OPEN, step).written, style=4),
        ),
        select=Select(WHICH, "改成", options_of(parameter)),
        task_id=task_id,
    )


def offer(lacks: Sequence[str], task_id: TaskId) -> Card:
    title, words = "第一次设置", f"我还不知道{'、'.join(lacks)}。一步步设好大约十分钟，每一步都能改回去，随时可以停。"
    return Card(
        title=title,
        desc=words,
        plain=f"{title}：{words}发 /设置。",
        buttons=(Button("开始设置", Key(OPEN).written), Button("以后再说", Key(LATER).written, style=4)),
        task_id=task_id,
    )


def _buttons(step: Step, page: int, settings: int) -> tuple[Button, ...]:
    def key(verb: str, more: str = "") -> str:
        return Key(verb, step, more).written

    if step is Step.RESULT:
        first = Button("从头再看", Key(OPEN, Step.ROLES).written, style=4)
        return Button("发配置文件", key(FILE)), Button("完成", key(DONE)), first
    skip, on = Button("跳过", key(SKIP), style=4), Button("下一步", key(NEXT))
    if step is Step.GROUPS:
        return Button("再看一遍", key(OPEN), style=4), skip, on
    own = [Button("指定人" if step is Step.ROLES else "改这一项", key(PICK))]
    if settings > PAGE:
        own.append(Button("更多", key(MORE, str(0 if (page + 1) * PAGE >= settings else page + 1)), style=4))
    own.append(Button("看名单" if step is Step.ROLES else "看全部", key(LIST), style=4))
    return *own, Button("改回去", key(UNDO), style=4), skip, on
