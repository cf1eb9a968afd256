"""What the people of a made-up company are called in WeCom, by number."""


def user(number: int) -> str:
    return f"u{number:06d}"
