"""What is woken again and again may end what it has begun."""

import asyncio

from bot.queueing.turns import Turns


async def test_what_has_begun_is_waited_for() -> None:
    turns, gate, over = Turns(), asyncio.Event(), []

    async def wake() -> None:
        await gate.wait()
        over.append(True)

    begun = asyncio.create_task(turns.of(wake)())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(gate.set)
    await turns.ended(within=5)
    assert over == [True]
    await begun
    await turns.ended(within=5)  # nothing has begun


async def test_but_not_for_ever() -> None:
    turns = Turns()
    begun = asyncio.create_task(turns.of(asyncio.Event().wait)())
    await asyncio.sleep(0)
    await turns.ended(within=0.01)
    assert not begun.done()
    begun.cancel()


async def test_while_asleep_nothing_begins() -> None:
    woken: list[bool] = []

    async def wake() -> None:
        woken.append(True)

    asleep = True
    turn = Turns(lambda: asleep).of(wake)
    await turn()
    assert woken == []
    asleep = False
    await turn()
    assert woken == [True]
