"""The directory and the rooms as they are now: people come and go, rooms keep their members."""

from dataclasses import dataclass, field, replace

from sandbox.company import ROOT_DEPARTMENT, Company, Person

DEPARTMENT_ORDER = 100_000_000


def open_userid(userid: str) -> str:
    """The encrypted form of a userid: here the same for everybody who asks."""
    return f"wo{userid.encode().hex()}"


@dataclass(frozen=True, slots=True)
class Department:
    """`parent` 0 is that of the root; a higher `order` stands further up."""

    id: int
    name: str
    parent: int
    order: int


@dataclass(slots=True)
class Tag:
    """`owner` made it and alone may change it: app, or contacts. Members are named or belong to its departments."""

    id: int
    name: str
    owner: str
    users: list[str] = field(default_factory=list)
    parties: list[int] = field(default_factory=list)


class Directory:
    """People by userid (compared without case, D-90664), departments, tags, rooms. Each role is a tag."""

    def __init__(self, company: Company) -> None:
        self.company = company
        root = Department(ROOT_DEPARTMENT, company.name, 0, DEPARTMENT_ORDER)
        self.departments = {root.id: root} | {
            number: Department(number, name, ROOT_DEPARTMENT, DEPARTMENT_ORDER - number)
            for name, number in company.departments.items()
        }
        self.people: dict[str, Person] = {}
        self.rooms = {room.id: room for room in company.rooms}
        roles = sorted({role for person in company.people for role in person.roles})
        self.tags = {number: Tag(number, role, "contacts") for number, role in enumerate(roles, 1)}
        self._folded: dict[str, str] = {}
        self._enter(company.people)

    def find(self, userid: str) -> Person | None:
        known = self._folded.get(userid.lower())
        return self.people.get(known) if known else None

    def add(self, *people: Person) -> None:
        """Add or replace; newcomers enter the rooms that hold everybody."""
        new = tuple(person.userid for person in people if person.userid not in self.people)
        self._enter(people)
        for room in self.rooms.values():
            if new and room.everybody:
                self.rooms[room.id] = replace(room, members=(*room.members, *new))

    def _enter(self, people: tuple[Person, ...]) -> None:
        """Newcomers get the tags of their roles."""
        by_name = {tag.name: tag for tag in self.tags.values()}
        for person in people:
            for role in () if person.userid in self.people else person.roles:
                if role in by_name:
                    by_name[role].users.append(person.userid)
            self.people[person.userid] = person
            self._folded[person.userid.lower()] = person.userid

    def remove(self, userid: str) -> None:
        del self.people[userid]
        del self._folded[userid.lower()]
        self._replace_everywhere(userid, ())

    def rename(self, userid: str, new: str) -> None:
        """The same person under another userid, in rooms and tags too."""
        person = self.people.pop(userid)
        del self._folded[userid.lower()]
        self.people[new] = replace(person, userid=new)
        self._folded[new.lower()] = new
        self._replace_everywhere(userid, (new,))

    def _replace_everywhere(self, userid: str, by: tuple[str, ...]) -> None:
        """Rooms never lack an owner while somebody is in them; who led is followed by nobody, or by the new userid."""
        for room in self.rooms.values():
            members = [new for member in room.members for new in (by if member == userid else (member,))]
            owner = room.admin if room.admin != userid else next(iter([*by, *members]), "")
            self.rooms[room.id] = replace(room, members=tuple(members), admin=owner)
        for led in [person for person in self.people.values() if person.leader == userid]:
            self.people[led.userid] = replace(led, leader=next(iter(by), None))
        for tag in self.tags.values():
            tag.users = [new for member in tag.users for new in (by if member == userid else (member,))]

    def in_department(self, department: int) -> list[Person]:
        """Direct members, in the order of the directory."""
        return [person for person in self.people.values() if department in person.departments]

    def below(self, department: int) -> list[Person]:
        """Members of a department and of everything below it."""
        if department == ROOT_DEPARTMENT:
            return list(self.people.values())
        numbers = set(self.tree(department))
        return [person for person in self.people.values() if numbers.intersection(person.departments)]

    def children(self, department: int) -> list[int]:
        return [number for number, known in self.departments.items() if known.parent == department]

    def tree(self, department: int) -> list[int]:
        """A department and all below it, the upper ones first."""
        found = [department]
        for number in found:
            found += self.children(number)
        return found

    def depth(self, department: int) -> int:
        """1 for the root."""
        depth = 0
        while department:
            depth, department = depth + 1, self.departments[department].parent
        return depth

    def leaders(self, department: int) -> list[str]:
        return [person.userid for person in self.in_department(department) if department in person.leads_in]

    def tagged(self, number: int) -> list[Person]:
        """The named ones and the members of the tag's departments; nobody for a tag that does not exist."""
        tag = self.tags.get(number)
        if tag is None:
            return []
        people = [self.people[userid] for userid in tag.users]
        people += [person for party in tag.parties for person in self.below(party)]
        return list({person.userid: person for person in people}.values())

    def department_name(self, person: Person) -> str:
        return self.departments[person.departments[0]].name if person.departments else ""

    def department_id(self, name: str) -> int | None:
        return next((number for number, known in self.departments.items() if known.name == name), None)
