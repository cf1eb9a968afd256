"""Who works here: departments and people as the company's directory has them."""

from dataclasses import dataclass

from bot.identifiers import UserId


@dataclass(frozen=True, slots=True)
class Department:
    """`parent` is None for the root (id 1 in WeCom)."""

    id: int
    name: str
    parent: int | None = None
    leaders: tuple[UserId, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """`departments` are ids; the main one is the one that a nickname begins with. `tags`: names of WeCom's tags.

    `leaders`: whom the directory names as his own (直属上级), beside the heads of his departments.
    """

    user_id: UserId
    name: str
    main_department: int
    departments: tuple[int, ...] = ()
    position: str = ""
    alias: str = ""
    staff_no: str | None = None
    active: bool = True
    tags: tuple[str, ...] = ()
    leaders: tuple[UserId, ...] = ()

    @property
    def tail(self) -> str:
        """What tells two people of one name apart: the last four of the staff number, else of the userid."""
        return (self.staff_no or self.user_id)[-4:]


@dataclass(frozen=True, slots=True)
class DirectoryChange:
    """How many people came, changed and left since the last reading."""

    added: int
    changed: int
    left: int
