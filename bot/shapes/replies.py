"""What a handler returns."""

from dataclasses import dataclass

from bot.shapes.outgoing import Card, Content, Text


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to the asker, where he asked. `private`: in a group, answer in private and say there only that."""

    content: str | Content
    private: bool = False

    @property
    def parcel_content(self) -> Content:
        return Text(self.content) if isinstance(self.content, str) else self.content


def outcome(title: str, words: str) -> Reply:
    """A card that was pressed, with what came of it in place of its buttons."""
    return Reply(Card(title=title, desc=words, plain=words))
