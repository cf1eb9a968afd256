"""Two things happen at once on PostgreSQL: the first is held before its n-th statement while the second goes on.

What comes of it must be what comes of one of the two orders in which they may happen one after the other: the same
records, the same trail, the same words to everybody. `racing.py` holds and compares, `held_postgres.py` is the driver,
`test_races.py` has what people do.
"""
