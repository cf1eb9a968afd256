"""The company's directory as last read: from WeCom's contacts or from an imported file."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.nicknames.rules import Moved
from bot.domain.people import Department, DirectoryChange, Person
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.operating import Trail
from bot.storage.models.people import DepartmentRecord, PersonRecord
from bot.storage.people import moves

ASKED_EVERY = timedelta(hours=23)
BELIEVED_FOR = timedelta(minutes=10)
_SUBJECT = "directory"
_DOUBTED = "directory:doubted"
_BELIEVED = "directory:believed"


class DirectoryTable:
    async def version(self) -> int:
        """Changes with every `replace` that changed anything, in whichever process."""
        return await trail.latest(_SUBJECT)

    async def departments(self) -> tuple[Department, ...]:
        return tuple([_department(row) for row in await DepartmentRecord.all().order_by("id")])

    async def people(self) -> tuple[Person, ...]:
        return tuple([_person(row) for row in await PersonRecord.all().order_by("user_id")])

    async def moved(self) -> tuple[Moved, ...]:
        """Departments' names that have changed lately."""
        return await moves.recent()

    async def replace(self, departments: Sequence[Department], people: Sequence[Person], *, by: Act) -> DirectoryChange:
        """Make the tables say what was read. Somebody who is gone stays as inactive: records speak of him."""
        known = {person.user_id: person for person in await self.people()}
        before = await self.departments()
        reordered = await self._replace_departments(departments)
        added = [person for person in people if person.user_id not in known]
        changed = [person for person in people if person.user_id in known and known[person.user_id] != person]
        present = {person.user_id for person in people}
        left = [person.user_id for person in known.values() if person.active and person.user_id not in present]
        await PersonRecord.bulk_create([_person_row(person) for person in added], batch_size=500)
        for person in changed:
            row = _person_row(person)
            await row.save(force_update=True)
        await PersonRecord.filter(user_id__in=left).update(active=False)
        pairs = [(known[person.user_id], person) for person in changed]
        await moves.note(moves.between(before, departments, pairs, by.at), by.at)
        change = DirectoryChange(len(added), len(changed), len(left))
        if reordered or change != DirectoryChange(0, 0, 0):
            await trail.record(by, "directory.replaced", _SUBJECT, added=len(added), changed=len(changed), left=left)
        return change

    async def doubt(self, gone: int, *, by: Act) -> bool:
        """What is in the trail is remembered well enough: it happens once in years."""
        if await Trail.filter(subject=_DOUBTED, at__gt=by.at - ASKED_EVERY).exists():
            return False
        await trail.record(by, "directory.doubted", _DOUBTED, gone=gone)
        return True

    async def believe(self, *, by: Act) -> None:
        await trail.record(by, "directory.believed", _BELIEVED)

    async def is_believed(self, now: datetime) -> bool:
        return await Trail.filter(subject=_BELIEVED, at__gt=now - BELIEVED_FOR, at__lte=now).exists()

    async def _replace_departments(self, departments: Sequence[Department]) -> bool:
        """Whether anything was different."""
        if tuple(sorted(departments, key=lambda each: each.id)) == await self.departments():
            return False
        await DepartmentRecord.all().delete()
        await DepartmentRecord.bulk_create(
            [
                DepartmentRecord(id=each.id, name=each.name, parent=each.parent, leaders=list(each.leaders))
                for each in departments
            ],
            batch_size=500,
        )
        return True


def _department(row: DepartmentRecord) -> Department:
    return Department(row.id, row.name, row.parent, tuple(UserId(leader) for leader in row.leaders))


def _person(row: PersonRecord) -> Person:
    return Person(
        user_id=UserId(row.user_id),
        name=row.name,
        main_department=row.main_department,
        departments=tuple(row.departments),
        position=row.position,
        alias=row.alias,
        staff_no=row.staff_no,
        active=row.active,
        tags=tuple(row.tags),
        leaders=tuple(map(UserId, row.leaders)),
    )


def _person_row(person: Person) -> PersonRecord:
    return PersonRecord(
        user_id=person.user_id,
        name=person.name,
        main_department=person.main_department,
        departments=list(person.departments),
        position=person.position,
        alias=person.alias,
        staff_no=person.staff_no,
        active=person.active,
        tags=list(person.tags),
        leaders=list(person.leaders),
    )
