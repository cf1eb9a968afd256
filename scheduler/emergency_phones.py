"""Rings the phones of those who haven't confirmed an accident, where `[safety.calls] voice` is on.

It runs when the tree of calls wants one, and looks every twenty seconds whether it was taken. Who takes a call hasn't
confirmed anything yet.
"""

from datetime import time, timedelta

from bot.services.safety.calls.phones import Rung, ring_up, settle
from bot.services.safety.calls.tree import PHONES
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(PHONES, schedule=Daily(time(8, 30)), catch_up=timedelta(days=3650), fetch=ring_up, cries=True)
async def ring_phones(ctx: JobContext, rung: Rung) -> None:
    if again := await settle(ctx, rung):
        await ctx.store.jobs.hasten(PHONES, again)
