"""What a handler returns."""

from dataclasses import dataclass

from bot.shapes.outgoing import Content, Text


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to the asker, where he asked. `private`: in a group, answer in private and say there only that."""

    content: str | Content
    private: bool = False

    @property
    def parcel_content(self) -> Content:
        return Text(self.content) if isinstance(self.content, str) else self.content
