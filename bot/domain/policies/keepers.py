"""Whose a policy is: human resources and the department of WeCom look after all of them, and each has an interpreter
whose affair it is (S331, S334, S336, S338, S341, S342)."""

from bot.domain.company import Company
from bot.domain.finding.folding import fold
from bot.domain.rights import POLICY_KEEPERS, Role
from bot.identifiers import UserId


def looks_after(user: UserId, interpreter: str, company: Company) -> bool:
    """Whether he may publish it and see everybody who has confirmed it. `interpreter`: as the text names it."""
    if not company.is_here(user):
        return False
    return user in company.serving(*POLICY_KEEPERS) or user in interpreters(interpreter, company)


def interpreters(interpreter: str, company: Company) -> frozenset[UserId]:
    """Who serves in the role that it names, or leads the department; nobody, where it names neither."""
    roles = [role for role in Role if interpreter and interpreter.endswith(role.label)]
    named = company.finder.departments.words.get(fold(interpreter)) if interpreter else ()
    return frozenset(company.serving(*roles)).union(*(each.leaders for each in named))
