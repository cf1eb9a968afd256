"""The app's visible range (D-90227): the departments whose members it may see and write to."""

from sandbox.company import ROOT_DEPARTMENT, Person
from sandbox.directory import Directory
from sandbox.settings import Settings


class VisibleRange:
    """Follows the setting `visible_departments`, so that a range can be narrowed while everything runs."""

    def __init__(self, directory: Directory, settings: Settings) -> None:
        self._directory = directory
        self._settings = settings

    @property
    def departments(self) -> list[int]:
        """As the console lists them: a department stands for all below it."""
        return [int(number) for number in self._settings.visible_departments.split(",") if number.strip()]

    @property
    def whole(self) -> bool:
        return ROOT_DEPARTMENT in self.departments

    def has_department(self, number: int) -> bool:
        return self.whole or any(number in self._directory.tree(top) for top in self.departments)

    def has(self, person: Person) -> bool:
        return self.whole or any(self.has_department(number) for number in person.departments)

    def people(self) -> list[Person]:
        return [person for person in self._directory.people.values() if self.has(person)]
