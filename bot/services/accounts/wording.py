"""What people read about accounts. A mobile number stands in full only where somebody has to type it."""

from bot.domain.accounts.newcomer import Employment, Newcomer
from bot.domain.accounts.works import NAMED, Deed, Work
from bot.domain.company import Company
from bot.domain.dates import full_day
from bot.domain.people import Department
from bot.domain.wording import shown


def department_named(number: int, company: Company) -> str:
    found = next((each for each in company.departments if each.id == number), None)
    return found.name if isinstance(found, Department) else f"部门 {number}"


def described(newcomer: Newcomer, company: Company) -> str:
    """`王小明（生产部 操作工）`: for cards, requests and answers."""
    where = department_named(newcomer.department, company)
    return f"{shown(newcomer.name)}（{where} {shown(newcomer.position)}）"


def kind_of(newcomer: Newcomer, company: Company) -> str:
    """`实习生，到 2027年3月31日`."""
    said = str(newcomer.employment)
    if newcomer.until:
        said += f"，到{full_day(newcomer.until)}"
    if newcomer.employment is Employment.EXTERNAL and newcomer.sponsor:
        said += f"，{shown(company.name_of(newcomer.sponsor))}负责"
    return said


def whose(work: Work, company: Company) -> str:
    """Whom it is about, by name and account."""
    name = work.newcomer.name if work.newcomer else company.name_of(work.user)
    return f"{shown(name)}（账号 {work.user}）"


def wish(work: Work, company: Company) -> str:
    """As the title of a card."""
    return f"{work.deed}：{shown(work.newcomer.name if work.newcomer else company.name_of(work.user))}"


def to_type(work: Work, company: Company) -> tuple[str, ...]:
    """Exactly what goes into the console, a line for each field."""
    if work.newcomer:
        newcomer = work.newcomer
        return (
            f"姓名 {shown(newcomer.name)}",
            f"账号 {work.user}",
            f"手机 {newcomer.mobile}",
            f"部门 {department_named(newcomer.department, company)}",
            f"职务 {shown(newcomer.position)}",
        )
    if work.deed is Deed.CHANGE:
        return (
            f"账号 {work.user}",
            *(f"{NAMED[key]}改为 {_value(key, it, company)}" for key, it in work.change.items()),
        )
    return (f"账号 {work.user}",)


def _value(key: str, value: str, company: Company) -> str:
    return department_named(int(value), company) if key == "department" else shown(value)


WHERE = {
    Deed.CREATE: "管理后台 → 通讯录 → 添加成员，密码由本人设置，不用代填",
    Deed.CHANGE: "管理后台 → 通讯录 → 找到成员 → 编辑",
    Deed.DISABLE: "管理后台 → 通讯录 → 找到成员 → 禁用",
    Deed.ENABLE: "管理后台 → 通讯录 → 找到成员 → 启用",
    Deed.DELETE: "管理后台 → 通讯录 → 找到成员 → 删除",
}
DONE_BUTTON = {
    Deed.CREATE: "已建好",
    Deed.CHANGE: "已改好",
    Deed.DISABLE: "已停用",
    Deed.ENABLE: "已启用",
    Deed.DELETE: "已删除",
}
