"""What must hold before somebody acts on somebody else. Each raises UserError; none says who stands how high."""

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.people import Person
from bot.domain.rights import Role
from bot.domain.standing import may_judge
from bot.errors import Code, UserError

NOT_YOURS = "这位同事的事不能由你来办，什么都没有改动。确实需要处理，请把情况告诉管理小组。"
NOT_YOURSELF = "不能对自己这样做，什么都没有改动。请让另一位有权限的同事来办。"
UNREGISTERED = "这个群还没有登记，所以还不能办。请在群里 @我 发 /登记群。"
NOBODY = "是谁？请写上姓名，或 @ 对方。"
UNKNOWN_AUTHOR = "引用的消息里看不到是谁发的，请 @ 对方再发一次。"
GONE = "这位同事已经不在通讯录里，什么都没有改动。请核对姓名再发一次。"


def ensure_may_act_on(
    actor: Person, target: Person, *, by: Role | None, company: Company, group: Group | None = None
) -> None:
    """In the contract's order: standing, self, and whether he is in the group. `by`: the right that is acted by."""
    ensure_here(target)
    ensure_not_above(actor, target, by=by, company=company, group=group)
    ensure_not_self(actor, target)
    if group:
        ensure_in_group(target, group)


def ensure_named(target: Person | None, *, quoted: bool) -> Person:
    """A quote carries what was said and not who said it (D-100719): whom it is about has to be told."""
    if target is None:
        raise UserError(Code.MISSING_ARG, UNKNOWN_AUTHOR if quoted else NOBODY, missing=("target",))
    return target


def ensure_here(target: Person) -> None:
    if not target.active:
        raise UserError(Code.NOT_FOUND, GONE)


def ensure_not_above(
    actor: Person, target: Person, *, by: Role | None, company: Company, group: Group | None = None
) -> None:
    if actor.user_id == target.user_id:
        return
    if not may_judge(actor, target, by=by, grants=company.grants, group=group):
        raise UserError(Code.HIGHER_ROLE, NOT_YOURS)


def ensure_not_self(actor: Person, target: Person) -> None:
    if actor.user_id == target.user_id:
        raise UserError(Code.SELF_TARGET, NOT_YOURSELF)


def ensure_in_group(target: Person, group: Group) -> None:
    """Where the registry knows nobody of a group but its administrators, nobody is said to be missing."""
    if group.members and target.user_id not in group.insiders:
        sentence = f"{target.name}不在{group.name}里，什么都没有改动。请核对姓名，或到对方所在的群里办。"
        raise UserError(Code.TARGET_NOT_IN_GROUP, sentence)


def ensure_leads(actor: Person, target: Person, company: Company) -> None:
    """A head's rights end with his department and those below it (D4§4.2, D13§3.2)."""
    led = [each for each in company.departments if actor.user_id in each.leaders]
    own = company.department_of(actor)
    if not led and own and actor.user_id in company.grants.get(Role.DEPT_HEAD, ()):
        led = [own]
    if not company.finder.departments.holds(led, target):
        raise UserError(Code.NO_PERMISSION, "只能办自己部门同事的事，什么都没有改动。请联系对方的部门负责人。")
