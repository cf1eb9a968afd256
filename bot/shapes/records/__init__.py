"""What handlers keep and look up: one small protocol per kind of record, a module per area.

Everything written carries the `Act` that wrote it, and leaves its entry in the trail in the same transaction.
"""
