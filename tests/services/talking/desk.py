"""A few commands that leave something open, for tests of how it is asked for: they exist nowhere else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.domain.rights import Audience, Role
from bot.errors import Candidate, Code, UserError
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply

ROOMS = ("一楼会议室", "二楼会议室", "培训中心")
DESKS = tuple(f"{number}号工位" for number in range(101, 113))
SAFETY: Audience = frozenset({Role.SAFETY_ADMIN})


@dataclass(frozen=True, slots=True)
class Room:
    wanted: ClassVar[str] = "哪间会议室？"

    name: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        for room in ROOMS:
            if words.take(re.compile(room)):
                return cls(room)
        if found := words.take(re.compile("会议室|那间大的会议室")):
            meant = [Candidate(room) for room in ROOMS if "会议室" in room]
            raise UserError(Code.AMBIGUOUS_TARGET, "哪间会议室？", candidates=meant, typed=found[0])
        if words.take(re.compile("地下室")):
            raise UserError(Code.NOT_FOUND, "没有地下室可以订。")
        return None

    def explained(self) -> Mapping[str, Any]:
        return {"room": self.name}


@dataclass(frozen=True, slots=True)
class Desk:
    wanted: ClassVar[str] = "哪个工位？"

    name: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if found := words.take(re.compile("|".join(DESKS))):
            return cls(found[0])
        if found := words.take(re.compile("窗边|工位")):
            meant = [Candidate(desk) for desk in (DESKS[:6] if found[0] == "窗边" else DESKS)]
            raise UserError(Code.AMBIGUOUS_TARGET, "哪个工位？", candidates=meant, typed=found[0])
        return None

    def explained(self) -> Mapping[str, Any]:
        return {"desk": self.name}


@dataclass(frozen=True, slots=True)
class Drink:
    """What is meant by 老样子 is only a guess."""

    wanted: ClassVar[str] = "喝什么？"

    name: str
    guess: str | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if words.take(re.compile("老样子")):
            return cls("绿茶", guess="老样子按绿茶算")
        return cls(words.rest()) if words.left else None

    def explained(self) -> Mapping[str, Any]:
        return {"drink": self.name}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the message quotes."""

    wanted: ClassVar[str] = "引用哪条消息？"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        return cls(scene.quote) if scene.quote else None

    def explained(self) -> Mapping[str, Any]:
        return {"quote": self.text}


@dataclass(frozen=True, slots=True)
class Purpose:
    """All that is left: why."""

    wanted: ClassVar[str] = "用来做什么？"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        text = words.rest()
        return cls(text) if text else None

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text}


@command("订房间", summary="订一间会议室", writes=True)
async def book_room(ctx: Context, room: Room, purpose: Purpose) -> Reply:
    ctx.tell(ToPerson(ctx.sender.user_id), Text(f"{room.name}的门禁已经给你开了。"))
    return Reply(f"订好了：{room.name}，{purpose.text}。")


@command("退房间", summary="退掉会议室", destructive=True)
async def drop_room(ctx: Context, room: Room) -> Reply:
    return Reply(f"退掉了：{room.name}。")


@command("看房间", summary="看看会议室")
async def look(ctx: Context, room: Room) -> Reply:
    return Reply(f"{room.name}空着。", private=True)


@command("换工位", summary="换一个工位", writes=True)
async def change_desk(ctx: Context, desk: Desk) -> Reply:
    return Reply(f"换到{desk.name}了。")


@command("封房间", summary="封一间会议室", audience=SAFETY, writes=True)
async def close_room(ctx: Context, room: Room) -> Reply:
    return Reply(f"封了{room.name}。")


@command("续订", summary="续订会议室", writes=True)
async def extend(ctx: Context, room: Room | None = None) -> Reply:
    """What two bookings there are is known to the handler alone."""
    if room is None:
        ctx.tell(ToPerson(ctx.sender.user_id), Text("不该说的话"))
        raise UserError(Code.AMBIGUOUS_TARGET, "续订哪一间？", candidates=[Candidate(each) for each in ROOMS[:2]])
    return Reply(f"{room.name}续订了。")


@command("点茶水", summary="点一杯喝的", writes=True)
async def order_drink(ctx: Context, drink: Drink) -> Reply:
    return Reply(f"{drink.name}马上来。")


@command("叫修", summary="叫修会议室", writes=True)
async def report_broken(ctx: Context, room: Room, evidence: Evidence | None = None) -> Reply:
    return Reply(f"{room.name}叫修了，原话：{evidence.text if evidence else '没有'}。")


DESK = (book_room, drop_room, look, change_desk, close_room, extend, order_drink, report_broken)


def with_desk(book: CommandBook) -> CommandBook:
    return CommandBook((*book, *DESK))
