"""Whose leave a question is about, and when: 张三明天上班吗, 这周生产部谁请假, 谁明天不在.

A question why somebody is off is recognised here too, since it must be refused whatever else it says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.asked_days import AskedDays
from bot.arguments.departments import DepartmentNamed
from bot.arguments.people import PersonNamed
from bot.domain.company import Company
from bot.domain.leave.seeing.sight import sees_everybody
from bot.domain.people import Department, Person
from bot.domain.width import narrow
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.understanding.understand import unknown_sentence

_WHY: Final = regex(
    "为什么|为啥|为何|原因|理由|事由|缘故|[得生]了?(?:什么|啥)病|什么病|啥病|生病了?|什么毛病|哪里不舒服|诊断|病历|病假条|病情|请假条|证明"
    "|怎么(?:又|还|老是?|总是?)?(?:请|休|不来|没来|不在|没上|不上)|干(?:嘛|什么|啥)去?|做什么去?|什么事|啥事|去哪"
)
_WHICH_KIND: Final = regex("(?:什么|啥|哪种|何种|哪类)假|[年病事婚产丧]假|陪产假|哺乳假|育儿假|产检假|工伤|调休|年休")
_MYSELF: Final = regex("^(?:我|本人|俺)(?!们|司|部|的?同事|的?领导|的?部门|的?团队|的?组)")
_OWN_TEAM: Final = regex(
    "(?:我们|咱们?|我的?|本|自己)?(?:这?个?)(?:部门|团队|小组|科室|车间|班组)里?|(?:我们|咱们?)(?:这边|这里|组|部)?|本部"
)
_EVERYBODY: Final = regex("全?(?:公司|集团)上?下?里?|全体(?:人员|员工)?|所有(?:的?人|部门|员工)|全员|各部门")
_SAID: Final = regex(
    "帮我|帮忙|麻烦|请问|想?(?:查询|查看|查|看|问|知道|了解)(?:一下|下|看)?|把|给我|发给|发我|发|列|告诉|说说?|一下"
    "|(?:都有|还有|有|是|都)?(?:谁|哪些|哪几[个位]|什么人|几个|多少)(?:个)?(?:同事|员工|人员?|位)?"
    "|有没有|是不是|会不会|能不能|要不要|用不用|有无|在不在|来不来|来没来|在没在|上不上|休不休|请没请|到没到"
    "|上了?班|上夜班|在岗|到岗|在公司|来公司|在单位|在办公室|在家|公司|值班|回公司|回单位|不在|没在|请[了过的]?假?|休[了过的]?[假息]?"
    "|没来|不来|来|在|没有|没|不|到|回|什么时候|啥时候|几号|哪天|何时|多久|几点|一共|总共|(?:几天|多少天|几次|多少次)的?假?|统计|出差|外出|情况|记录|状态|名单|安排|动态|列表|考勤|出勤|缺勤"
    "|同事们?|大家|员工|人员?|[们]|要|会|还|又|也|都|已经|正|该|得|能|可以|想|有|是|的|了|过|吗|嘛|么|呢|吧|啊|呀|哦|没有?"
    "|[,，.。、?？!！:：;；~～\\s]"
)
_ELSE: Final = regex("^有人在?[吗么嘛]?[？?]?$|(?:能|可以|才能|怎么|如何)请|谁批|审批")  # a hail, or the rules of leave
# 帮我查一下这个张三他明天…: before his name, and behind it.
_ASIDE: Final = regex(
    "^(?:请(?![假了过年病事婚产丧个半一])|麻烦|帮我|帮忙|给我|我?想|我?要)*(?:(?:查询|查看|查|看|问)(?:一下|下|看)?)?(?:这个|那个)?(?=[一-鿿]{2,4})|(?<=[一-鿿])[他她](?=[今明昨后周这下上\\d])"
)
_WORK: Final = regex("上班|上不上|休息")
_SOMEBODY: Final = regex("谁|哪些人|哪几|几个人|多少人|有人|请.{0,2}假|休.{0,1}假|不在|没来|^(?:我|本人|俺)(?!们)")


@dataclass(frozen=True, slots=True)
class LeaveQuery:
    """About `person`, or, where that is None, about `team`: a department, or everybody (None).

    `named`: what the line called it, empty where his own team was taken. `why`, `kind`: that is what is asked for.
    """

    wanted: ClassVar[str] = "查谁？写上姓名或部门。"

    days: AskedDays
    person: Person | None = None
    team: Department | None = None
    named: str = ""
    why: bool = False
    kind: bool = False

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        line, why = narrow(words.left), bool(_WHY.search(words.narrow))
        if scene.sender is None:
            return None
        if words.guessed and _ELSE.search(line):
            raise UserError(Code.UNKNOWN_COMMAND, unknown_sentence(line))
        try:
            return cls._read(words, scene, scene.sender, why=why)
        except UserError as error:
            # A right comes before a value, and before what else is said.
            if why and (error.code is not Code.UNKNOWN_COMMAND or _names_another(line, scene)):
                return cls(_today(scene), named="?", why=True)
            raise

    @classmethod
    def _read(cls, words: Words, scene: Scene, sender: Person, *, why: bool) -> Self:
        line, kind = words.left, bool(_WHICH_KIND.search(words.narrow))
        words.left = _WHY.sub(" ", _WHICH_KIND.sub(" ", _ASIDE.sub("", narrow(words.left))))
        person = _registered(words, scene, sender)
        days = AskedDays.read(words, scene)
        if person:
            _ensure_understood(words, why=why and person.person != sender)
            words.left = "" if why else words.left
            return cls(days, person.person, named=person.name, why=why, kind=kind)
        team, named = team_said(words, scene, sender)
        words.left = _SAID.sub(" ", words.left).strip()
        if not words.left:
            if why and words.guessed:
                raise UserError(Code.UNKNOWN_COMMAND, unknown_sentence(line))
            return cls(days, team=team, named=named, why=why, kind=kind)
        meant = _by_guess(words, scene)
        return cls(days, meant.person, named=meant.name, why=why, kind=kind)

    def explained(self) -> Mapping[str, Any]:
        return {**({"target": self.named} if self.named else {}), **self.days.explained()}


_OF_SOMEBODY: Final = frozenset({Code.UNKNOWN_COMMAND, Code.AMBIGUOUS_PERSON})


def names_nobody(line: str, scene: Scene) -> bool:
    """Whether a question about work leaves open whose: 27号上班吗, 国庆上班吗; not 谁上班, 我明天上班吗."""
    if _SOMEBODY.search(line) or not _WORK.search(line):
        return False
    try:
        asked = LeaveQuery.read(Words(line, guessed=True), scene)
    except UserError as error:
        return error.code not in _OF_SOMEBODY and not any(scene.company.finder.people.names_in(line))
    return asked is not None and asked.person is None


def _today(scene: Scene) -> AskedDays:
    return AskedDays(scene.now.date(), scene.now.date(), said=False)


def _registered(words: Words, scene: Scene, sender: Person) -> PersonNamed | None:
    """Who is called by a name that is in the directory, wherever it stands; else who asks, where he says 我."""
    spotted = scene.company.finder.people.spot(words.left)
    if spotted and not spotted.guessed:
        return PersonNamed.read(words, scene)
    if found := _MYSELF.match(words.left):
        words.cut(found.start(), found.end())
        return PersonNamed(sender, scene.company.told_apart(sender))
    return None


def _by_guess(words: Words, scene: Scene) -> PersonNamed:
    """Whom the rest of the line must mean. Raises UserError."""
    left = words.left
    if words.guessed and " " in left:
        raise UserError(Code.UNKNOWN_COMMAND, unknown_sentence(left))
    found = PersonNamed.read(words, scene)
    if found is None and words.guessed:
        raise UserError(Code.UNKNOWN_COMMAND, unknown_sentence(left))
    if found is None:
        sentence = f"通讯录里没有叫「{shown(left)}」的人或部门。请写全名，例如：/请假查询 张三 明天"
        raise UserError(Code.NOT_FOUND, sentence, typed=left)
    return found


def team_said(words: Words, scene: Scene, sender: Person) -> tuple[Department | None, str]:
    """The department, and what the line calls it.

    Where none is named: everybody for whom they all are his business, else his own.
    """
    company = scene.company
    if words.take(_EVERYBODY):
        return _root(company), "公司"
    spotted = company.finder.departments.spot(words.left)
    if spotted and not spotted.guessed and (named := DepartmentNamed.read(words, scene)):
        return named.department, named.department.name
    own = company.department_of(sender)
    if words.take(_OWN_TEAM):
        return own, ""
    return (_root(company) if sees_everybody(sender, company) else own), ""


def _root(company: Company) -> Department | None:
    return next((each for each in company.departments if each.parent is None), None)


def _ensure_understood(words: Words, *, why: bool) -> None:
    """What was only guessed to be a question of this kind is one in every word of it, but for a why."""
    left = words.left
    if words.guessed and not why and _SAID.sub("", left).strip():
        raise UserError(Code.UNKNOWN_COMMAND, unknown_sentence(left))


def _names_another(line: str, scene: Scene) -> bool:
    return any(each.name in line for each in scene.company.people if each != scene.sender and len(each.name) > 1)
