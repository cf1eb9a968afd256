"""Months of accidents and hazards on a clock moved by hand, against somebody else's book of what has to be said.

    python -m bench.safety_year [DAYS] [SEED]

from the second of February 2026 on, over the Spring Festival. People report accidents and hazards at any hour, take
them, put them right, or forget them; the process is killed again and again at the very moments at which something falls
due, and is away for hours and days. What was said, to whom, at which minute, is then compared with the book: prints one
JSON object, and each line that was missing, said twice, or said though nobody should have heard it.
"""

import asyncio
import heapq
import itertools
import json
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from time import perf_counter

import structlog

from bench.groups import HERE
from bench.leave_book import works
from bench.safety_book import CHAIN, HEADS, LEADS, TOP, Accident, Book, Hazard
from bench.safety_days import DEPARTMENTS, HOLIDAYS, MEMBERS, OFFICER, Confirmed, Duty, Recurring, nth_working
from bench.safety_stage import LISTED, Said, Stage, staged
from bench.safety_time import Away, Line, quiet, working_after, working_before

FIRST = datetime(2026, 2, 2, tzinfo=HERE)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
WORDS = {"fire": "{}号仓库着火了", "death": "{}号车间有人触电死了", "cut": "手被机器划破了，在{}号车间"}
WRONG = ("违章操作没人管", "没有操作规程", "没有标识牌", "酒后上岗")  # no picture shows that these are put right
NUMBER = re.compile(r"(?:SG|YH|GG)-\d{8}-\d{3,6}")
TAGS = tuple(
    (re.compile(pattern), tag)
    for pattern, tag in (
        (r"请回「收到」", "call"),
        (r"还没有人确认收到", "nobody"),
        (r"^事故快报 \S+ 按公司内部事故处理", "inside"),
        (r"^事故快报 \S+ (?!.*(?:已记下。|记下：)).*(?:还剩 \d+ 分钟|迟报|已报，)", "clock"),
        (r"现场要做的", "scene"),
        (r"的补报期", "window"),
        (r"的调查报告最晚", "investigation"),
        (r"有人受伤，单位最晚", "injury"),
        (r"还没有派单", "nobody has it"),
        (r"还没有按「收到」", "accept"),
        (r"\d+月\d+日\S+到期。", "tomorrow"),
        (r"已经超期.*请督促", "overdue day 3"),
        (r"已经超期.*请过问", "overdue day 7"),
        (r"期限.*已经超期.*「申请验收」", "overdue"),
        (r"还在等验收", "verify"),
        (r"请在 18:30 前报今天", "daily"),
        (r"今天还没有.*的日报", "daily missed"),
        (r"重大隐患要报监管部门", "file"),
        (r"(?:半|一)小时了还没有人决定", "stop"),
        (r"^隐患回头看", "look back"),
        (r"^隐患已整改", "closed"),
    )
)
IN_A_LIST = {
    r"还没(?:核实|派单)": "nobody has it",
    r"还没按「收到」": "accept",
    r"\d+月\d+日\S*?到期": "tomorrow",
    r"超期 \d+ (?:天|个工作日)，(?:王强|张三)": "overdue above",
    r"超期 \d+ (?:天|个工作日)": "overdue",
    r"等你验收": "verify",
    r"要报今天的进展": "daily",
    r"今天没有日报": "daily missed",
    r"还没报监管部门": "file",
    r"回头看": "look back",
}
OF_A_LIST = re.compile("|".join(f"({each})" for each in IN_A_LIST))
ALL_TOGETHER = tuple(
    (re.compile(pattern), tag)
    for pattern, tag in (
        (r"本周隐患清单", "to do"),
        (r"【隐患公示】", "closed this week"),
        (r"\S+隐患统计分析", "quarter"),
        (r"【安全提醒】(?P<what>[^\n(]+)", "calendar {}"),
        (r"【安全日历】这个月的安全安排", "calendar month"),
        (r"【安全日历】安委会季度材料", "calendar quarter"),
        (r"(?P<what>\S+)值班排好了吗", "duty {}"),
        (r"「节前值班表」还没收到你的回复", "duty reminded"),
        (r"「节前值班表」还有 (?P<what>\d+) 人没回", "duty missing {}"),
        (r"\S+ \d+月安全情况 还没收到", "report again"),
        (r"\S+ \d+月安全情况", "report"),
        (r"\d+月的部门安全报告还有 (?P<what>\d+) 个没报", "reports missing {}"),
        (r"(?s).*还没看到你的确认.*/确认 (?P<what>GG-\d+-\d+)", "{} confirm"),
        (r"(?s).*看过请发 /确认 (?P<what>GG-\d+-\d+)", "{} given"),
        (r"(?s).*——陈安 发布，(?P<what>GG-\d+-\d+)", "{} posted"),
        (r"(?P<what>GG-\d+-\d+)「.*」提醒过了，还有 \d+ 人没确认", "{} unconfirmed"),
    )
)
BEGINNINGS = {first for _, first, _ in HOLIDAYS}
AGAIN: tuple[tuple[str, time, Callable[[date], bool], str], ...] = (
    ("每周一8:00 今天开安全早会", time(8), lambda day: day.weekday() == 0, "next"),
    ("每周三9:00 遇节假日跳过 擦机器", time(9), lambda day: day.weekday() == 2, "skip"),
    ("每月15号14:00 遇节假日提前 检查灭火器", time(14), lambda day: day.day == 15, "before"),
    (
        "每月第一个工作日15:30 检查计划已贴出",
        time(15, 30),
        lambda day: works(day) and day == nth_working(day, 1),
        "next",
    ),
    ("节前3天10:00 假期安排请看公告栏", time(10), lambda day: day + 3 * DAY in BEGINNINGS, "before"),
)


class Year:
    """What people do is planned ahead by the dice; who was to act while nobody is there acts later."""

    def __init__(self, stage: Stage, dice: random.Random, lasts: timedelta) -> None:
        self.stage, self.dice, self.first = stage, dice, stage.clock.at
        self.until = self.first + lasts
        self.book = Book(self.first, self.until)
        self.done: Counter[str] = Counter()
        self.odd: list[str] = []
        self._agenda: list[tuple[datetime, int, Callable[[], Awaitable[object]]]] = []
        self._order = itertools.count()
        self._acting: list[tuple[int, int]] = []  # spans of what was heard while somebody acted

    def plan(self, outages: int, accidents: int, hazards: int) -> None:
        """The hours without anybody first: everything else is moved out of them."""
        for _ in range(outages):
            self._be_away(self._moment(), self.dice.choice((9 * MINUTE, HOUR, 5 * HOUR, 14 * HOUR, 2 * DAY)))
        kinds = [each for each, _ in zip(itertools.cycle(WORDS), range(accidents), strict=False)]
        for number, kind in enumerate(kinds):
            at = self.first + (self.until - self.first) * (number + self.dice.random() * 0.8) / accidents
            self._later(at, lambda number=number, kind=kind: self._accident(number, kind))  # type: ignore[misc]
            if number % 4 == 3:
                self._be_away(at + self.dice.randint(2, 50) * MINUTE, self.dice.randint(3, 90) * MINUTE)
        self._later(self.first + 9 * HOUR, self._announce_again)
        for _ in range(hazards // 3):
            day = working_after(self._moment().date())
            at = datetime.combine(day, time(8, 30), HERE) + self.dice.randint(0, 600) * MINUTE
            self._later(at, self._announce)
        for name, first, _ in HOLIDAYS:
            asked = datetime.combine(working_before(first - 3 * DAY), time(11), HERE)
            if asked > self.first:
                self._later(asked, lambda name=name: self._answer(name))  # type: ignore[misc]
        for number in range(hazards):
            self._later(self._moment(), lambda number=number: self._hazard(number))  # type: ignore[misc]

    async def live(self) -> None:
        while self._agenda and self._agenda[0][0] <= self.until:
            at, _, act = heapq.heappop(self._agenda)
            if away := self._away(at):
                self._later(away.last + MINUTE, act)
                continue
            await self._go_on(at)
            before = len(self.stage.heard)
            await act()
            self._acting.append((before, len(self.stage.heard)))
        await self._go_on(self.until)

    def differs(self) -> list[str]:
        """What was said otherwise than the book has it."""
        said = Counter(line for each in self._heard() if (line := each).at <= self.until)
        ought = Counter(self.book.lines())
        lines = [(line, "missing") for line in (ought - said).elements()]
        lines += [(line, "too much") for line in (said - ought).elements()]
        self.done["lines"] = sum(ought.values())
        return [
            *self.odd,
            *(f"{line.at:%m-%d %a %H:%M:%S} {what}: {line.to}, {line.what}" for line, what in sorted(lines)),
        ]

    def _heard(self) -> Iterator[Line]:
        acting = {number for first, last in self._acting for number in range(first, last)}
        for number, said in enumerate(self.stage.heard):
            found = list(tagged(said))
            yield from found
            if not found and number not in acting:
                self.odd.append(f"{said.at:%m-%d %H:%M} {said.to} hears what nobody knows: {said.words[:60]}")

    # ---- time

    async def _go_on(self, target: datetime) -> None:
        """To that moment, and away where nobody is there."""
        for away in sorted(self.book.away, key=lambda each: each.first):
            if self.stage.clock.at < away.last <= target:
                await self.stage.advance(away.first, self._dies)
                await self.stage.end()
                self.stage.clock.at = away.last
                await self.stage.begin()
                self.done["outages"] += 1
        await self.stage.advance(target, self._dies)

    def _dies(self) -> int:
        """After how many steps of the loop the process is killed; mostly it isn't."""
        if self.dice.random() > 0.1:
            return 0
        self.done["killed"] += 1
        return self.dice.randint(1, 120)

    def _be_away(self, first: datetime, lasts: timedelta) -> None:
        away = Away(first, first + lasts)
        if not any(away.first <= each.last + HOUR and each.first <= away.last + HOUR for each in self.book.away):
            self.book.away.append(away)

    def _away(self, at: datetime) -> Away | None:
        return next((each for each in self.book.away if each.first <= at <= each.last), None)

    def _moment(self) -> datetime:
        return self.first + self.dice.random() * (self.until - self.first)

    def _later(self, at: datetime, act: Callable[[], Awaitable[object]]) -> None:
        at = at.replace(second=self.dice.randint(1, 59), microsecond=self.dice.randint(0, 999) * 1000)  # no two at once
        heapq.heappush(self._agenda, (at, next(self._order), act))

    def _perhaps(self, chance: float, within: tuple[float, float], act: Callable[[], Awaitable[object]]) -> None:
        """`within`: minutes from now."""
        if self.dice.random() < chance:
            self._later(self.stage.clock.at + self.dice.uniform(*within) * MINUTE, act)

    # ---- accidents

    async def _accident(self, number: int, kind: str) -> None:
        reporter = ("zhangsan", "lisi")[number % 2]
        answer = await self.stage.say(reporter, WORDS[kind].format(number + 1))
        it = Accident(self._number(answer), self.stage.clock.at, reporter, kind)
        self.book.accidents.append(it)
        self.done["accidents"] += 1
        self._perhaps(0.7, (0.5, 25) if kind != "cut" else (5, 3000), lambda: self._take(it))
        self._perhaps(0.7 if kind != "cut" else 0, (3, 80), lambda: self._file(it))
        self._perhaps(0.3 if kind == "fire" else 0, (2, 40), lambda: self._false(it))
        self._perhaps(0.5 if kind != "fire" else 0, (3000, 40000), lambda: self._injury(it))

    async def _take(self, it: Accident) -> None:
        if it.closed:
            return
        user = self.dice.choice((*CHAIN, *(HEADS if it.kind != "cut" else ())))
        answer = await self.stage.say(user, f"收到 {it.number}")
        self._expect("名下" in answer, answer)
        it.taken, it.taker = self.stage.clock.at, user

    async def _file(self, it: Accident) -> None:
        if it.closed:
            return
        now = self.stage.clock.at
        answer = await self.stage.say(OFFICER, f"/事故上报 {it.number} {now:%H:%M} 区应急管理局 李科长")
        self._expect("已记下" in answer, answer)
        it.filed = now

    async def _false(self, it: Accident) -> None:
        if it.filed:
            return
        answer = await self.stage.say(OFFICER, f"误报 {it.number} 看错了")
        self._expect("关闭" in answer, answer)
        it.closed = self.stage.clock.at

    async def _injury(self, it: Accident) -> None:
        now = self.stage.clock.at
        answer = await self.stage.say(OFFICER, f"/事故资料 {it.number} 工伤申请 {now:%Y-%m-%d}")
        self._expect("已记下" in answer, answer)
        it.injury_filed = now

    # ---- hazards

    async def _hazard(self, number: int) -> None:
        answer = await self.stage.say("lisi", f"/隐患 {number + 1}号车间 {self.dice.choice(WRONG)}")
        it = Hazard(self._number(answer), self.stage.clock.at)
        self.book.hazards.append(it)
        self.done["hazards"] += 1
        if self.dice.random() < 0.3:
            self._later(self.stage.clock.at + self.dice.uniform(1, 25) * MINUTE, lambda: self._grade(it))
        self._perhaps(0.85, (26, 60) if self.dice.random() < 0.5 else (60, 9000), lambda: self._assign(it))

    async def _grade(self, it: Hazard) -> None:
        if it.assigned or self.stage.clock.at - it.at >= 30 * MINUTE:
            return
        answer = await self.stage.say(OFFICER, f"/核实 {it.number} 重大 危害大")
        self._expect("重大隐患" in answer, answer)
        it.major = self.stage.clock.at
        self._perhaps(0.6, (1, 90), lambda: self._decide(it))
        self._perhaps(0.7, (100, 6000), lambda: self._report(it))

    async def _decide(self, it: Hazard) -> None:
        if it.closed:
            return
        answer = await self.stage.say(OFFICER, f"/停产决定 {it.number} 局部停产")
        self._expect("已决定" in answer, answer)
        it.decided = self.stage.clock.at

    async def _report(self, it: Hazard) -> None:
        if it.closed:
            return
        answer = await self.stage.say(OFFICER, f"/重大隐患报告 {it.number} 已报 区应急管理局 今天")
        self._expect("记下了" in answer, answer)
        it.reported = self.stage.clock.at

    async def _assign(self, it: Hazard) -> None:
        due = self.stage.clock.at.date() + self.dice.randint(1, 8) * DAY
        owner, name = self.dice.choice((("zhangsan", "张三"), (LEADS, "王强")))
        answer = await self.stage.say(OFFICER, f"/整改 {it.number} {name} {due.month}月{due.day}日前 整顿")
        self._expect("已派给" in answer, answer)
        it.assigned, it.owner, it.due = self.stage.clock.at, owner, due
        self._perhaps(0.7, (1, 4000), lambda: self._accept(it))
        self._perhaps(0.75, (60, 26000), lambda: self._fix(it))

    async def _accept(self, it: Hazard) -> None:
        if it.fixed:
            return
        answer = await self.stage.say(it.owner, f"/接单 {it.number}")
        self._expect("已接单" in answer, answer)
        it.accepted = self.stage.clock.at

    async def _fix(self, it: Hazard) -> None:
        answer = await self.stage.say(it.owner, f"/申请验收 {it.number}")
        self._expect("已申请验收" in answer, answer)
        it.fixed = self.stage.clock.at
        self._perhaps(0.8, (10, 6000), lambda: self._verify(it))

    async def _verify(self, it: Hazard) -> None:
        answer = await self.stage.say(OFFICER, f"/验收 {it.number} 通过")
        if it.major:
            answer = await self.stage.say(TOP, f"/验收 {it.number} 通过")
        self._expect("已销号" in answer, answer)
        it.closed = self.stage.clock.at
        self.done["closed"] += 1

    # ---- what is said by the date

    async def _announce_again(self) -> None:
        for words, at, falls, rule in AGAIN:
            answer = await self.stage.say(OFFICER, f"/公告 项目A工作群 {words}")
            self._expect("已排好" in answer, answer)
            number = self._number(answer)
            self.book.days.recurring.append(Recurring(number, self.stage.clock.at, at, falls, rule))

    async def _announce(self) -> None:
        today = self.stage.clock.at.date()
        if (
            quiet(self.stage.clock.at)
            or today.weekday() in (0, 2)
            or any(each.at.date() == today for each in self.book.days.confirmed)
        ):
            return  # it would be shown first, or wait for others of that day
        self.done["notices"] += 1
        answer = await self.stage.say(OFFICER, f"/公告 项目A工作群 需确认 第{self.done['notices']}版规程已贴出")
        it = Confirmed(self._number(answer), self.stage.clock.at)
        self._expect("这就发" in answer, answer)
        self.book.days.confirmed.append(it)
        for user in MEMBERS:
            self._perhaps(0.6, (3, 6000), lambda user=user: self._confirm(it, user))  # type: ignore[misc]

    async def _confirm(self, it: Confirmed, user: str) -> None:
        answer = await self.stage.say(user, f"/确认 {it.number}")
        self._expect("确认" in answer, answer)
        it.by[user] = self.stage.clock.at

    async def _answer(self, name: str) -> None:
        """Some of the heads of departments press that its duty roster is made."""
        duty = self.book.days.duties.setdefault(name, Duty())
        for user in DEPARTMENTS:
            if self.dice.random() < 0.5 and self.stage.may_press(user, "办好了"):
                await self.stage.press(user, "办好了")
                duty.answered[user] = self.stage.clock.at

    def _number(self, answer: str) -> str:
        found = NUMBER.search(answer)
        self._expect(found is not None, answer)
        return found[0] if found else "?"

    def _expect(self, true: bool, answer: str) -> None:
        if not true:
            self.odd.append(f"{self.stage.clock.at:%m-%d %H:%M} was answered: {answer[:120]}")


def tagged(said: Said) -> Iterator[Line]:
    """What of the book's lines stands in a message."""
    for pattern, tag in ALL_TOGETHER:
        if found := pattern.match(said.words):
            yield Line(said.at, said.to, tag.format(*found.groups()))
            return
    for what in dict.fromkeys(_tags(said)):  # a card says it twice: in itself, and in its plain words
        yield Line(said.at, said.to, what)


def _tags(said: Said) -> Iterator[str]:
    if not (number := NUMBER.search(said.words)):
        return
    for line in said.words.splitlines():
        own = NUMBER.search(line) or number
        if LISTED in line:
            yield from (f"{own[0]} {known}" for known in _listed(line.rpartition("：")[2], said.to))
        elif own[0].startswith("YH-"):
            yield from (f"{own[0]} {known}" for pattern, known in TAGS if pattern.search(line))
        elif known := next((name for pattern, name in TAGS if pattern.search(line)), None):
            yield f"{own[0]} {known}"


def _listed(why: str, to: str) -> Iterator[str]:
    """What a line of a list says of its hazard; whoever stands at the top hears it on the seventh day."""
    for found in OF_A_LIST.finditer(why):
        known = tuple(IN_A_LIST.values())[(found.lastindex or 1) - 1]
        yield {"overdue above": f"overdue day {7 if to == TOP else 3}"}.get(known, known)


async def simulate(
    folder: Path, first: datetime, days: int, seed: int, *, every: float = 2
) -> tuple[Counter[str], Sequence[str]]:
    """What was done, and what differs from the book. `every`: so many days lie between two accidents, or hazards."""
    async with staged(folder, first, lambda company: company) as stage:
        year = Year(stage, random.Random(seed), days * DAY)
        year.plan(max(1, days // 5), round(days / every), round(days / every))
        await year.live()
        differs = year.differs()
        return year.done, differs


def main(argv: Sequence[str]) -> int:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger("critical"))
    days, seed = (int(given) for given in [*argv, *("120", "1")[len(argv) :]])
    begun = perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        done, differs = asyncio.run(simulate(Path(folder), FIRST, days, seed))
    seconds = perf_counter() - begun
    print(json.dumps({"name": "safety.year", "value": round(seconds, 1), "unit": "s", "days": days} | dict(done)))
    for line in differs[:200]:
        print(line, file=sys.stderr)
    return bool(differs)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
