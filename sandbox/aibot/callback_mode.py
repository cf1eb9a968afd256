"""The AI bot by callback (D-101033, D-101031): encrypted JSON by POST, the reply in the answer, polls for a stream.

While the first reply's stream is unfinished, WeCom keeps asking for its next state, until six minutes after the
person's message. Nothing can be pushed in this mode.
"""

import asyncio

from sandbox.aibot.callback_replies import take_reply
from sandbox.aibot.line import Request
from sandbox.app_callback.address import Address
from sandbox.json_types import Json, dump
from sandbox.outbound import post_once, post_until_taken
from sandbox.world import World

CONTENT_TYPE = "application/json; charset=utf-8"


def deliver(world: World, address: Address, request: Request, body: Json) -> None:
    """Start delivering one message or event."""
    world.tasks.deliver(_deliver(world, address, request, body))


def switch_on(world: World, address: Address) -> None:
    """From now on the bot listens here; the long connection ends, as one excludes the other."""
    world.bot.address = address
    if world.bot.live is not None:
        world.tasks.chore(world.bot.live.close(cleanly=True))
        world.bot.live = None
    world.journal.add("bot", connected=True)


def switch_off(world: World) -> None:
    """Back to the long connection."""
    if world.bot.address is not None:
        world.bot.address = None
        world.journal.add("bot", connected=False)


async def _deliver(world: World, address: Address, request: Request, body: Json) -> None:
    answer = await post_until_taken(world, address, dump(body), _wrap, CONTENT_TYPE)
    if answer is None:
        why = "the bot's callback address did not accept it"
        world.journal.add("dropped", via="bot", msgid=request.msgid, why=why)
        return
    take_reply(world, address, request, answer)
    if _open(world, request) is not None:
        world.tasks.chore(_poll(world, address, request, body))


async def catch_up(world: World) -> None:
    """Ask every unfinished stream at once: before the clock moves, nobody waits for the next second."""
    for ask in list(world.bot.polls.values()):
        await ask()


async def _poll(world: World, address: Address, request: Request, body: Json) -> None:
    """A poll that nobody answers is followed by the next."""
    asked: Json = {key: body[key] for key in ("aibotid", "chatid", "chattype", "from") if key in body}
    one_at_a_time = asyncio.Lock()

    async def ask() -> None:
        async with one_at_a_time:
            await _ask(world, address, request, asked)

    world.bot.polls[request.req_id] = ask
    try:
        while _open(world, request) is not None:
            await asyncio.sleep(world.settings.stream_poll_spacing)
            await ask()
    finally:
        del world.bot.polls[request.req_id]


async def _ask(world: World, address: Address, request: Request, asked: Json) -> None:
    stream = _open(world, request)
    if stream is None:
        return
    question = asked | {"msgid": f"CAIQ{world.next_id():x}", "msgtype": "stream", "stream": {"id": stream}}
    answer = await post_once(world, address, dump(question), _wrap, CONTENT_TYPE)
    if answer is not None:
        take_reply(world, address, request, answer, polled=stream)


def _open(world: World, request: Request) -> str | None:
    """The id of the stream that is still being written."""
    if world.clock.seconds() >= request.sent + world.settings.callback_stream_lifetime:
        for stream in request.streams.values():
            stream.finished = True
    return next((name for name, stream in request.streams.items() if not stream.finished), None)


def _wrap(cipher: str) -> str:
    return dump({"encrypt": cipher})
