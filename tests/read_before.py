"""All that a start reads: the bot with its commands and jobs, and the sandbox. Only `tests.nursery` wants it."""

import gc

import asyncpg  # noqa: F401

import sandbox.cli  # noqa: F401
from bot.discovery import find_commands, find_jobs

COMMANDS, JOBS = tuple(find_commands()), tuple(find_jobs())
gc.collect()
gc.freeze()  # what is shared stays shared
