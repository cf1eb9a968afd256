"""A share as people read it."""


def percent(part: int, whole: int) -> str:
    """`53%`; of nothing `—`. All of it is 100% only if nothing is missing."""
    if not whole:
        return "—"
    return f"{min(99, round(100 * part / whole)) if part < whole else 100}%"
