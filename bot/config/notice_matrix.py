"""What the configuration says of which topics go to whom."""

from types import MappingProxyType

from pydantic import Field

from bot.config.sections import Section
from bot.domain.notices.notice import Category
from bot.domain.notices.reader_kinds import MatrixRules, ReaderKind


class MatrixSection(Section):
    """`allowed`: a category -> the kinds of readers that it may reach; of others nothing is refused."""

    allowed: dict[Category, tuple[ReaderKind, ...]] = Field(default_factory=dict)
    titles: tuple[str, ...] = MatrixRules().titles
    sales: tuple[str, ...] = MatrixRules().sales

    def rules(self) -> MatrixRules:
        allowed = {category.value: frozenset(kinds) for category, kinds in self.allowed.items()}
        return MatrixRules(MappingProxyType(allowed), self.titles, self.sales)
