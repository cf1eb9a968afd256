"""What people do while the world may end at any moment."""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path

from bot.core import Core, build_core
from bot.discovery import find_commands, find_jobs
from bot.domain.audit.links import Keyring
from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.notices.topics import Topic, subscribers
from bot.files.company import load
from bot.identifiers import ChatId, UserId
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context, JobContext
from bot.shapes.incoming import Via
from bot.shapes.job import Job, Weekly, job
from bot.shapes.outgoing import Text, ToGroup, ToPerson
from bot.shapes.ports import Channel, Clock, Sources
from bot.shapes.replies import Reply
from bot.storage.engine.database import Database
from bot.storage.privacy.sealing import Seal
from tests.app_groups import AppGroups
from tests.commands.approvals.scenes import two_deciders
from tests.crash.outside import GIVES_UP_AFTER, SELDOM, Action, Mode, Outside

_FILE = load(Path(__file__).parents[2] / "sandbox" / "company.json")
OF_THE_APP = ("headquarters", "projecta")
OFTEN = 1000
SEAL = Seal([bytes(32)])  # what was sealed before a death is opened after it


def _group(group: Group) -> Group:
    """Its webhook, and its chat where the app made it."""
    known = replace(group, webhook=f"hook-{group.id}")
    return (
        replace(known, app_chat=ChatId(f"app{group.id}"), owner=min(group.admins)) if group.id in OF_THE_APP else known
    )


def _several_steps(company: Company) -> Company:
    """A notice to all of them goes out in several transactions, and several calls."""
    return replace(company, receipts=replace(company.receipts, batch=5, step=10))


COMPANY = _several_steps(two_deciders(replace(_FILE.company, groups=tuple(map(_group, _FILE.company.groups)))))
SUNDAY = _FILE.now.replace(hour=10, minute=0, second=5)

Compose = Callable[[Database, Clock, dict[Via, Channel], Sources], Core]
Jobs = Callable[[], Sequence[Job]]


@command("坏", summary="never works")
async def broken(ctx: Context) -> Reply:
    raise RuntimeError("broken")


@command("转告", summary="tells somebody else as well")
async def pass_on(ctx: Context) -> Reply:
    ctx.tell(ToPerson(user("王强")), Text(f"{ctx.sender.name}有事找你。"))
    return Reply("已转告。")


@functools.cache
def commands() -> CommandBook:
    return CommandBook((*find_commands().by_name.values(), broken, pass_on))


@job("greeting", schedule=Weekly("mon", time(8, 0)), catch_up=timedelta(hours=12))
async def greet(ctx: JobContext, _: None) -> None:
    """A job that has nothing but its slot to know that it has run."""
    for group in subscribers(Topic.SAFETY, ctx.company.groups, await ctx.store.subscriptions.chosen(Topic.SAFETY)):
        ctx.tell(ToGroup(group.id), Text("新的一周，注意安全。"))


def every_job() -> Sequence[Job]:
    return [*find_jobs(), greet]


def short_jobs() -> Sequence[Job]:
    """Without those that ring for an hour: test_safety_year.py and test_kill_calls.py see to these."""
    return [each for each in every_job() if each.name not in ("call-tree", "accident-clock")]


def composing(jobs: Jobs, company: Company = COMPANY) -> Compose:
    """The bot as it is, with two commands more."""
    return lambda database, clock, channels, sources: build_core(
        company, database, clock, channels, sources, commands=commands(), jobs=jobs(), retry_after=(0.2, 2.0), seal=SEAL
    )


compose = composing(short_jobs)


@dataclass(frozen=True, slots=True)
class Flow:
    """`begins` is the company's time at the first step; `quiet_after` seconds of it at least are lived through.

    `refuses`: WeCom won't do anything to groups. `ways`: the same actions in the orders in which they may be taken
    where people act at once; whatever dies, one of these must have happened. `jobs`: those that run meanwhile. `ring`:
    the key of a chain over the trail, which must hold in the end. `company`: what it has configured.
    """

    name: str
    actions: Sequence[Action]
    refuses: bool = False
    ways: Sequence[Sequence[Action]] = ()
    begins: datetime = SUNDAY
    quiet_after: float = 0.0
    jobs: Jobs = short_jobs
    ring: Keyring | None = None
    company: Company = COMPANY

    def world(self, modes: Sequence[Mode] = (), room_modes: Sequence[Mode] = ()) -> Outside:
        return Outside(
            self.actions,
            modes,
            AppGroups.of(COMPANY.groups),
            [Mode.REFUSED] * OFTEN if self.refuses else room_modes,
            patience=GIVES_UP_AFTER + round(self.quiet_after / SELDOM),
        )

    def worlds(self) -> Sequence[Outside]:
        """In which nothing goes wrong: one for each way."""
        return [replace(self.world(), actions=way) for way in self.ways or (self.actions,)]


def user(name: str) -> UserId:
    return COMPANY.named(name)[0].user_id


def room(name: str) -> ChatId:
    chat = next(group.bot_chat for group in COMPANY.groups if group.name == name)
    assert chat
    return chat


def says(
    key: str, name: str, text: str, *, at: str | None = None, via: Via = Via.APP, sees: str | None = None
) -> Action:
    return Action(key, user(name), via, text, chat=room(at) if at else None, sees=sees)


def presses(
    key: str,
    name: str,
    button: str,
    *chosen: str,
    at: str | None = None,
    after: str | None = None,
    sees: str | None = None,
) -> Action:
    """A card in a group, by the bot; or one in private, by the app."""
    chat = room(at) if at else None
    via = Via.BOT if at else Via.APP
    return Action(key, user(name), via, chat=chat, press=button, after=after, chosen=chosen, sees=sees)


def sends(key: str, name: str, photo: bytes) -> Action:
    return Action(key, user(name), Via.APP, photo=photo)


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
