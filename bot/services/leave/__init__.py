"""Leave: asked for, decided by whoever the matrix names, begun and ended by time; the ledger follows."""
