"""What people do while the world may end at any moment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.core import Core, build_core
from bot.discovery import find_commands
from bot.files.company import load
from bot.identifiers import ChatId, UserId
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.ports import Channel, Clock, Sources
from bot.shapes.replies import Reply
from bot.storage.database import Database
from tests.crash.outside import Action

_FILE = load(Path(__file__).parents[2] / "sandbox" / "company.json")
COMPANY = replace(
    _FILE.company, groups=tuple(replace(group, webhook=f"hook-{group.id}") for group in _FILE.company.groups)
)
SUNDAY = _FILE.now.replace(hour=10, minute=0, second=5)

Compose = Callable[[Database, Clock, dict[Via, Channel]], Core]


@dataclass(frozen=True, slots=True)
class Flow:
    """`begins` is the company's time at the first step; `quiet_after` seconds of it at least are lived through."""

    name: str
    actions: Sequence[Action]
    begins: datetime = SUNDAY
    quiet_after: float = 0.0


@command("坏", summary="never works")
async def broken(ctx: Context) -> Reply:
    raise RuntimeError("broken")


@command("转告", summary="tells somebody else as well")
async def pass_on(ctx: Context) -> Reply:
    ctx.tell(ToPerson(user("王强")), Text(f"{ctx.sender.name}有事找你。"))
    return Reply("已转告。")


def commands() -> CommandBook:
    return CommandBook([*find_commands().by_name.values(), broken, pass_on])


def compose(database: Database, clock: Clock, channels: dict[Via, Channel]) -> Core:
    """The bot as it is, with two commands more."""
    return build_core(COMPANY, database, clock, channels, Sources(), commands=commands(), retry_after=(0.2, 2.0))


def user(name: str) -> UserId:
    return COMPANY.named(name)[0].user_id


def room(name: str) -> ChatId:
    chat = next(group.bot_chat for group in COMPANY.groups if group.name == name)
    assert chat
    return chat


def says(key: str, name: str, text: str, *, at: str | None = None, via: Via = Via.APP) -> Action:
    return Action(key, user(name), via, text, chat=room(at) if at else None)


def presses(key: str, name: str, button: str, *, at: str) -> Action:
    return Action(key, user(name), Via.BOT, chat=room(at), press=button)


PROJECT_A, PLANNING = "项目A工作群", "计划运营推动群"

FLOWS = (
    Flow("a question and its answer by the app", [says("m1", "张三", "/昵称检查 生产部-张三")]),
    Flow(
        "a card is pressed twice",
        [
            says("m1", "郑群", "/退订 安全提醒", at=PROJECT_A, via=Via.BOT),
            presses("p1", "郑群", "确认", at=PROJECT_A),
            presses("p2", "郑群", "确认", at=PROJECT_A),
        ],
    ),
    Flow(
        "a question, its answer, and the card that follows from it",
        [
            says("m1", "郑群", "/退订", at=PROJECT_A, via=Via.BOT),
            says("m2", "郑群", "安全提醒", at=PROJECT_A, via=Via.BOT),
            presses("p1", "郑群", "确认", at=PROJECT_A),
        ],
    ),
    Flow(
        "an accident and what its reporter adds",
        [says("m1", "张三", "仓库着火了"), says("m2", "张三", "仓库的火越来越大了")],
    ),
    Flow(
        "a job and a change of who gets its notices",
        [says("m1", "陈安", "/订阅 安全提醒", at=PLANNING, via=Via.BOT)],
        begins=datetime(2026, 11, 23, 7, 59, 57, tzinfo=SUNDAY.tzinfo),
        quiet_after=5.0,
    ),
    Flow(
        "two people, a failing command, and its sender's next message",
        [
            says("m1", "张三", "/坏"),
            says("m2", "张三", "/昵称检查"),
            says("m3", "王强", "/昵称检查 王强"),
            says("m4", "张三", "/转告"),
            says("m5", "张三", "/昵称检查"),
        ],
    ),
)
