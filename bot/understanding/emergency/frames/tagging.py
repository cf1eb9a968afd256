"""A line as a row of letters, one for each word: frames are read in it instead of in the words. Pure.

`words.toml` has the classes of words and their letters. The longest word counts, so that 手机 is no hand and 打卡 hits
nobody. It is one pass over the line, with a look into a dictionary for each length a word may have there.
"""

import tomllib
from importlib import resources
from typing import Final

from bot.patterns import regex
from bot.understanding.emergency.patterns import compiled

OTHER, BREAK = "_", "|"

# What no list can hold is found by its shape, and stands as one sign.
_LOST, _SILENT, _NAMED, _LONG, _QUICK, _FLED, _RUNS = map(chr, range(0xE000, 0xE007))
_SIGNS: Final = {
    _LOST: "U",
    _SILENT: "-",
    _NAMED: "P",
    _LONG: "#",
    _QUICK: "!",
    _FLED: "E",
    _RUNS: "w",
    BREAK: BREAK,
}
# What somebody can't do any more: 爬不起来, 没动静, 喘不上气.
_LOSS: Final = compiled(
    """
    [动站爬坐走拔抽拽扯挣喘透缓掰撬搬抬睁叫喊唤摇拍推弄拿取救拉挪够][都也]?[不没](?:出|下|上|起|开|动|住|过|脱|醒|应|着|到底)(?:来|去|气|身)?
    [不没]有?(?:会|再|人)?(?:动弹|动静|动了|吭声|吱声|作声|出声|说话|应声|应了|醒|呼吸|心跳|脉搏|知觉|意识|声音|声儿|声响|声了|气了|气儿|气息|力气)
    [进喘出上吸]不[来进上出]?来?气|不(?:识|会|肯)?[放松]手|松不开|(?:出|上|下|起|回|进)不来|上不去|[出下]不去|动不了|不动(?![产声用])|走不了
    不应(?![该当])|[不没](?:有|见)?[一-鿿]?[出上下起]来|[松放挣抽]不了|没爬|没站起|不出话
    """
)
# Nobody answers: in an office, or from the bottom of a tank.
_SILENCE: Final = compiled(
    """
    [不没]有?(?:再|人)?(?:反应|回应|响应|应答|答应|答话|回话|回我|人应|人答|人回|消息)|没人(?:应|答|理)
    """
)
_AWAY: Final = regex("(?:赶紧|赶快|快|马上|立刻|都|大家|往外)(?:跑|撤|逃|躲|闪|离开|散)(?![单掉回销腿步])")
_OUTWARD: Final = regex("(?:一直|直|还在|拼命|在|使劲)往[外下上一]")
_HURRY: Final = regex("快(?=[|]|$|去|叫|喊|拉|打|停|关|断|派|送)")
_WHILE: Final = compiled(
    """
    半天(?!假)|(?:[0-9]+|[一二三四五六七八九十几半两]+)[来多几]?个?(?:分钟|小时|钟头|多小时)
    """
)
_SURNAME: Final = (
    "[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪"
    "田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]"
)
_NAME: Final = compiled(
    """
    # 老李, 小王; but not 老师, 小区
    (?<![经总最年])[老小阿](?![板心家时区说组程单灶窗账是师怪偷型额规巷河山屋店结节看于声睡贴抄计婆公爸妈大二乡人头太早远实样厂旧款客外铁码式总年化鼠助孩伙姐妹弟哥工题米红众鱼菜票数火吃事便腿臂腹指车推学费雨雪的了气])[\u4e00-\u9fff]
    <SURNAME>(?:工(?![作资程序厂地会商具伤时业艺])|师傅|师(?!傅)|姐|哥|叔|姨|婶|主任|班长|队长|组长|科长|厂长|主管|部长|经理|大爷|阿姨)
    (?:^|(?<=[|]))<SURNAME>[一-鿿]{1,2}(?=[被从掉摔晕昏倒捂突躺趴]|的?[手脚腿头眼脸]|让[机车门电]|把[手脚头])
    # whatever his trade is: 铆工
    [一-鿿](?<![施加手停返复开分完竣动化员职务军民旷罢特])工(?![作资程序厂地会商具伤时业艺期况装位人])
    """,
    {"SURNAME": _SURNAME},
)
_SHAPES: Final = (
    (_SILENCE, _SILENT),
    (_LOSS, _LOST),
    (_WHILE, _LONG),
    (_AWAY, _FLED),
    (_OUTWARD, _RUNS),
    (_HURRY, _QUICK),
    (_NAME, _NAMED),
)
_BREAKS: Final = regex(r"[\s，,。.;；:：、~～…()（）\[\]【】\"“”'|/]")


def tag(folded: str) -> str:
    """Of a folded line: 小王被机器夹住了手 becomes `PATHReB`."""
    line = _BREAKS.sub(BREAK, folded)
    for shape, sign in _SHAPES:
        line = shape.sub(sign, line)
    letters, at, end = [], 0, len(line)
    while at < end:
        for length in range(_LONGEST.get(line[at], 0), 0, -1):
            if letter := _LETTERS.get(line[at : at + length]):
                letters.append(letter)
                at += length
                break
        else:
            letters.append(OTHER)
            at += 1
    return "".join(letters)


def _read() -> dict[str, str]:
    """word -> letter; of a word in two classes the first one counts."""
    classes = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    letters = dict(_SIGNS)
    for letter, each in classes.items():
        within = [f"{hollow}{side}" for hollow in _split(each, "hollow") for side in _split(each, "inside")]
        for word in (*_split(each, "words"), *within):
            letters.setdefault(word, letter)
    return letters


def _split(table: dict[str, str], key: str) -> list[str]:
    return table.get(key, "").split()


def _longest(words: dict[str, str]) -> dict[str, int]:
    """first character -> length of the longest word that begins with it"""
    longest: dict[str, int] = {}
    for word in words:
        longest[word[0]] = max(longest.get(word[0], 0), len(word))
    return longest


_LETTERS: Final = _read()
_LONGEST: Final = _longest(_LETTERS)
