"""The directory and the rooms as they are now: people come and go, rooms keep their members."""

from dataclasses import replace

from sandbox.company import ROOT_DEPARTMENT, Company, Person


def open_userid(userid: str) -> str:
    """The encrypted form of a userid: here the same for everybody who asks."""
    return f"wo{userid.encode().hex()}"


class Directory:
    """People by userid (compared without case, D-90664), departments, tags by role, rooms."""

    def __init__(self, company: Company) -> None:
        self.company = company
        self.departments = {number: name for name, number in company.departments.items()}
        self.people = {person.userid: person for person in company.people}
        self.rooms = {room.id: room for room in company.rooms}
        self._folded = {userid.lower(): userid for userid in self.people}

    def find(self, userid: str) -> Person | None:
        known = self._folded.get(userid.lower())
        return self.people.get(known) if known else None

    def add(self, *people: Person) -> None:
        """Add or replace; newcomers enter the rooms that hold everybody."""
        new = tuple(person.userid for person in people if person.userid not in self.people)
        self.people |= {person.userid: person for person in people}
        self._folded |= {person.userid.lower(): person.userid for person in people}
        for room in self.rooms.values():
            if new and room.everybody:
                self.rooms[room.id] = replace(room, members=(*room.members, *new))

    def remove(self, userid: str) -> None:
        del self.people[userid]
        del self._folded[userid.lower()]
        for room in self.rooms.values():
            rest = tuple(member for member in room.members if member != userid)
            self.rooms[room.id] = replace(room, members=rest)

    def in_department(self, department: int) -> list[Person]:
        """Direct members, in the order of the directory."""
        return [person for person in self.people.values() if department in person.departments]

    def below(self, department: int) -> list[Person]:
        """Members of a department and of everything below it; the tree has one level under the root."""
        return list(self.people.values()) if department == 1 else self.in_department(department)

    def tree(self, department: int) -> list[int]:
        """A department and all below it."""
        return [department, *self.departments] if department == ROOT_DEPARTMENT else [department]

    def leaders(self, department: int) -> list[str]:
        return [person.userid for person in self.in_department(department) if person.leads]

    def tags(self) -> dict[int, str]:
        """Tag ids and names: one tag per role, numbered in the alphabet's order."""
        names = sorted({role for person in self.people.values() for role in person.roles})
        return dict(enumerate(names, 1))

    def tagged(self, name: str) -> list[Person]:
        return [person for person in self.people.values() if name in person.roles]

    def department_name(self, person: Person) -> str:
        return self.departments.get(person.departments[0], "") if person.departments else ""

    def department_id(self, name: str) -> int | None:
        return self.company.departments.get(name)
