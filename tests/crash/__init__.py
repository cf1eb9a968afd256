"""What a crash leaves behind: the world is stopped between any two awaits, started again, and its books are checked.

How it works
    `loop.py` runs one callback at a time in virtual time, `inloop_sqlite.py` keeps the database in the same thread:
    a life of the bot is repeatable, step by step. `outside.py` is WeCom and the people: it outlives the bot, and
    remembers what it accepted and what was acknowledged. While a flow is lived, `explore.py` looks after every step
    whether anything has changed that a crash would leave (the database's files, the world outside), and keeps a copy
    of each such state. To be killed at step k is to begin again from the copy that was current at step k, since
    nothing in the process's memory survives; so all steps are covered by as many new lives as there are copies.
    From each copy a new life is lived until it is quiet, and `books.py` compares its records, its trail and what
    people saw with the life in which nothing happened. What is missing must be listed; nothing may be there twice.

    On PostgreSQL (`explore_postgres.py`) the world can't be stepped or copied. There a flow is lived once for each
    death: before or after the n-th statement all connections break and the process is gone (`mortal_postgres.py`), and
    another process lives on. `make test` takes some of the statements, `make soak` all.

    This is the death of a process (kill -9). The death of the machine is SQLite's business (synchronous=FULL).

How to add a flow
    Write what people do as a `Flow` in `flows.py`: texts and presses in order, each with the name of who does it. Add
    it to `FLOWS`; `test_flows.py` does the rest, with an answer lost, a refusal to come and a raising channel at every
    send. A long one goes into `safety_flows.py`: `make test` dies at few of its steps, `make soak` at all. Nobody acts
    before what he `sees`; what falls due within `quiet_after` comes without waiting for it. A new kind of record is
    compared as soon as its table is named in `books.RECORDS`. Where people act at once, the flow names the `ways` in
    which it may end; what becomes of calls about the app's groups is `room_modes`, and the rooms that WeCom has in the
    end must be those of the registry.
    When a state fails, its number is in the message: `explore.check(flow, ..., only=number)` lives that one alone.
"""
