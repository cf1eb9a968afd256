"""How a mention reads: `<@userid>` in a text, and the names of mentioned_list (D-99110)."""

import re

from sandbox.directory import Directory

MENTION = re.compile(r"<@([0-9A-Za-z][0-9A-Za-z_\-@.]{0,63})>")


def named(directory: Directory, userid: str) -> str:
    """`@` and the name; an id that names nobody stays as it is."""
    if userid in ("@all", "all"):
        return "@所有人"
    person = directory.find(userid)
    return f"@{person.name if person else userid}"


def spelled_out(directory: Directory, text: str) -> str:
    return MENTION.sub(lambda match: named(directory, match[1]), text)
