"""A company whose names are hard: namesakes, seconded people, departments below departments, people who have left."""

from datetime import datetime, timedelta

from bot.domain.company import Company
from bot.domain.nicknames.rules import Moved, NicknameRules
from bot.domain.people import Department, Person
from bot.identifiers import UserId

NOW = datetime.fromisoformat("2026-11-22T10:00:00+08:00")

DEPARTMENTS = (
    Department(1, "某某集团"),
    Department(2, "总裁办", 1),
    Department(3, "行政人事部", 1),
    Department(4, "生产部", 1),
    Department(5, "一车间", 4),
    Department(6, "研发部", 1),
    Department(7, "研发部(一)", 6),
    Department(8, "信息技术部", 1),
    Department(9, "品质与安全部", 1),
    Department(10, "R&D Center", 1),
    Department(11, "东方项目部", 1),
)
ALIASES = {
    "行政人事部": ("人事部", "HR", "人力"),
    "信息技术部": ("IT", "信息部"),
    "品质与安全部": ("品质部",),
    "生产部": ("生产中心",),
}

_PEOPLE = """
boss        赵国强              2   总裁
deputy      钱卫东              2   常务副总裁
sales       孙丽                2   集团营销副总(分管副总)
finance     周海                2   副总裁兼财务总监
aide        林秘                2   总裁助理
head        王强                4   经理
zhangsan    张三                4
lisi        李四                4
lina        李娜                3
yang1       刘洋                4   .   10086
yang2       刘洋                4   .   10213
yang3       刘洋                6   .   20999
ouyang      欧阳静              3
sima        司马光明            4
gonglisun   公孙丽              6
abdulla     阿卜杜拉·买买提     4
guli        古丽娜尔·艾合买提   4
david       David_Chen          6
obrien      Sean_O'Brien        10
jose        José_Álvarez        10
long1       王䶮                4
rare        㛃晓东              4
fan         張偉                6
ji1         张己                9
yi1         张已                9
wugong      吴工                8
gaozong     高总                8
worker      魏来                5
lab         韩雪                7
east        方圆                11
root        陆地                1
gone        马云飞              4
bi          毕卡                6
it          Ittai_Bar           6
shabir      Shabir_Ahmad        6
"""


def _person(line: str) -> Person:
    user, name, department, *more = line.split()
    position, staff_no = [*("" if each == "." else each for each in more), "", ""][:2]
    number = int(department)
    return Person(
        UserId(user), name.replace("_", " "), number, (number,), position, "", staff_no or None, active=user != "gone"
    )


TWO = Person(UserId("twice"), "何双", 4, (4, 6))
LENT = Person(UserId("lent"), "田野", 4, (4, 8))
CHANGED = Person(UserId("changed"), "卢新", 6, (6,))
PEOPLE = (*map(_person, _PEOPLE.strip().splitlines()), TWO, LENT, CHANGED)
RULES = NicknameRules(banned=("摸鱼", "竞品"), hosts={LENT.user_id: "信息技术部"})
MOVED = (
    Moved("生产部", NOW - timedelta(days=3), user=CHANGED.user_id),
    Moved("品质部门", NOW - timedelta(days=3), department=9),
    Moved("老品质部", NOW - timedelta(days=8), department=9),
)
COMPANY = Company(PEOPLE, DEPARTMENTS, aliases=ALIASES, nickname_rules=RULES, moved=MOVED)
