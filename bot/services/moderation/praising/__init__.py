"""Praise: proposed by anybody, agreed to by who answers for it, said aloud."""
