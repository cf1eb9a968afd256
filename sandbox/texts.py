"""Small rules about text: byte limits and cutting."""


def cut(text: str, limit: int) -> str:
    """At most `limit` bytes of UTF-8, never half a character."""
    data = text.encode()
    return text if len(data) <= limit else data[:limit].decode(errors="ignore")


def too_long(text: str, limit: int) -> bool:
    return len(text.encode()) > limit
