"""Which command a line begins with: by name or alias, with or without the slash, or one slip of the finger away."""

from dataclasses import dataclass

from bot.domain.width import narrow
from bot.shapes.command import Command, CommandBook

SHORTEST, SHORTEST_LATIN = 3, 4  # of a name of two characters one slip makes another word: 退群 is not 退订

AFTER_A_NAME = " ：:，,"  # `/昵称检查：生产部-张三`


@dataclass(frozen=True, slots=True)
class Found:
    """`words` is what follows the name. `guessed`: the name was misspelt, so nothing may happen unconfirmed."""

    command: Command
    words: str
    guessed: bool = False


def find_command(line: str, book: CommandBook) -> Found | None:
    """`line` is normalised. Without a slash only a line that begins with a command's own name counts."""
    slashed, body = line.startswith("/"), line.removeprefix("/")
    return _by_name(body, book) or (_misspelt(body, book) if slashed else None)


def _by_name(body: str, book: CommandBook) -> Found | None:
    folded = narrow(body).casefold()
    for name in sorted(book.by_name, key=len, reverse=True):
        if folded.startswith(name) and _ends_there(folded, name):
            return Found(book.by_name[name], body[len(name) :].lstrip(AFTER_A_NAME))
    return None


def _ends_there(folded: str, name: str) -> bool:
    """A Latin name must end at a word's end; a Chinese one may be followed by anything."""
    following = folded[len(name) : len(name) + 1]
    return not (name.isascii() and following.isascii() and following.isalnum())


def _misspelt(body: str, book: CommandBook) -> Found | None:
    word, _, words = body.partition(" ")
    typed = narrow(word).casefold()
    near = {each.name: each for name, each in book.by_name.items() if _long(name) and _one_slip_apart(typed, name)}
    if len(near) != 1:
        return None
    return Found(next(iter(near.values())), words.strip(), guessed=True)


def _long(name: str) -> bool:
    return len(name) >= (SHORTEST_LATIN if name.isascii() else SHORTEST)


def _one_slip_apart(typed: str, name: str) -> bool:
    """One character wrong, missing, too many, or two neighbours swapped."""
    if abs(len(typed) - len(name)) > 1 or typed == name:
        return False
    if len(typed) == len(name):
        wrong = [i for i in range(len(name)) if typed[i] != name[i]]
        swapped = len(wrong) == 2 and typed[wrong[0]] == name[wrong[1]] and typed[wrong[1]] == name[wrong[0]]
        return len(wrong) == 1 or (swapped and wrong[1] == wrong[0] + 1)
    short, long = sorted((typed, name), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
