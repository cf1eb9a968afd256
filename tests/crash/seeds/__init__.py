"""One number, one world: who writes what to the bot, what goes wrong, when it dies, and which of those that could go on
goes on first.

How it works
    The whole bot lives in one process with WeCom and the people, in virtual time. `plan.py` draws from the seed: a few
    `strands.py` of what people do at the same time, the troubles of the first sends, how often a callback comes once
    more, how slow the disk is, at which steps the process is killed or asked to stop, and how long nobody is there.
    `loop.py` runs one ready callback at a time, drawn by lot, so each seed has interleavings of its own, and it dies
    between any two of them. `disk.py` is a database in memory that outlives the process and keeps what was committed.
    `wecom.py` knows what was sent, what was acknowledged and what anybody saw. `ground.py` hands the standard library
    clocks and dice of the seed, so that a seed comes again to the byte, in any process; `trace.py` is how one can tell.
    `run.py` lives it, life after life, until all is quiet; `accounts.py` looks into the books then.

    A seed needs no undisturbed life to be compared with: strands don't get into each other's way, so each is lived once
    alone, as far as its messages got, and what a seed must lead to is their sum.

What the explorer beside it does, this doesn't: it dies at *each* step of a flow, without disorder. Here are disorder,
repetitions, slowness and several deaths at once, at steps drawn by
lot. Either finds what the other would need luck for.

How to add a strand
    Name in `strands.py` what somebody does; whoever takes part in it and whatever it `concerns` (a group, a number that
    others see) keeps the others apart. Nothing it says may depend on when it was said, but for clock times.
"""
