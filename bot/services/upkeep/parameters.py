"""Parameters as people look at them: by area, one by one, and the changes that there were."""

from collections.abc import Iterable
from typing import Final

from bot.domain.company import Company
from bot.domain.upkeep.configuration import Configuration, Origin
from bot.domain.upkeep.parameters import Parameter, areas, found, parameters
from bot.domain.upkeep.typed_values import how, said
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.services.upkeep.taking_on import told
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Select, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "parameters"
TITLE: Final = "参数"
AREA, LOOK, LOG = "area", "look", "log"
MOST: Final = 10
HOW: Final = "看一项发 /参数 名称，改一项发 /参数 名称 新值。"


async def overview(ctx: Context) -> Card:
    by_area = areas(parameters(ctx.company))
    signer = ctx.company.configuration.signer.label
    words = f"共 {sum(map(len, by_area.values()))} 个。{HOW}改动要{signer}同意。"
    options = {str(place): area for place, area in enumerate(by_area)}
    return Card(
        title=TITLE,
        desc=words,
        plain=f"{TITLE}：{'、'.join(by_area)}。{words}看一组发 /参数 组名。",
        buttons=(Button("看这一组", LOOK), Button("最近的改动", LOG, style=3)),
        select=Select(AREA, "哪一组", options),
        task_id=await ctx.store.cards.issue(topic=TOPIC, subject=TOPIC, holder=ctx.sender.user_id),
    )


async def pressed(ctx: Context, _: str, press: Press) -> Reply:
    """Raises UserError."""
    if press.key == LOG:
        return outcome(TITLE, await log(ctx))
    chosen = dict(enumerate(areas(parameters(ctx.company)))).get(_place(press))
    if press.key != LOOK or chosen is None:
        raise UserError(Code.UNSUPPORTED, "没有选是哪一组，什么都没有改动。发 /参数 再看一遍。")
    ctx.tell(ToPerson(ctx.sender.user_id), Text(of_area(ctx.company, chosen)))
    return outcome(TITLE, f"「{chosen}」的参数发在下面了。")


def of_area(company: Company, area: str) -> str:
    return listed(area, areas(parameters(company))[area], company)


def listed(title: str, given: Iterable[Parameter], company: Company) -> str:
    """A line each: what it is, and what it is for."""
    return "\n".join([f"{title}：", *(_line(each, company) for each in given)])


def about(parameter: Parameter, company: Company) -> str:
    """One of them, with all there is to say."""
    configuration = company.configuration
    origin = configuration.origin(parameter.key)
    when = "改了下次重启生效" if parameter.at_restart else "改了马上生效"
    back = f"想改回配置文件里的，发 /参数 {parameter.label} 按文件。" if origin is Origin.CHAT else ""
    return (
        f"{parameter.label}：{_value(parameter, company)}（{origin}）。"
        f"{parameter.means}；{when}。"
        f"要改发 /参数 {parameter.label} 新值，{how(parameter)}{back}"
    )


async def log(ctx: Context) -> str:
    changes = await ctx.store.settings.newest(MOST)
    if not changes:
        return "聊天里还没有改过参数。"
    lines = [told(each, found(ctx.company, each.key), ctx.company) for each in changes]
    return "\n".join(["最近的改动，新的在前：", *lines, "撤回一项发 /参数 撤回 编号。"])


def _line(parameter: Parameter, company: Company) -> str:
    means = "" if parameter.role else f"，{parameter.means}"
    return f"· {parameter.label}：{_value(parameter, company)}{means}"


def _value(parameter: Parameter, company: Company) -> str:
    """Of a role everybody who holds it, by whatever rule."""
    if parameter.role:
        names = [company.name_of(user) for user in company.serving(parameter.role)]
        return shown("、".join(names), 60) or "还没有人"
    return shown(_said(parameter, company.configuration, company), 60)


def _said(parameter: Parameter, configuration: Configuration, company: Company) -> str:
    return said(parameter, configuration.value(parameter.key), company.name_of)


def _place(press: Press) -> int:
    picked = press.selected.get(AREA, ("",))[0]
    return int(picked) if picked.isascii() and picked.isdecimal() else -1
