"""The tables, a module per area: every module here is one. Models never leave `bot.storage`; hot ones are read and
written by hand-written SQL.

Times of the pipeline are integers, milliseconds since 1970 UTC; times of records are UTC datetimes.
"""
