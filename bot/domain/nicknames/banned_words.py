"""Words that no nickname may hold (D3§12, D8§7.2), by category, and how they are hidden: in pinyin, in characters that
sound the same, in parts of characters, with figures for letters.

The list is small on purpose: it is meant for names. A company adds its own words in its configuration. Neither list,
nor the word that was found, is ever printed in a group or a log.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Final

from bot.domain.nicknames.folding import joined, simple


class Category(StrEnum):
    INSULT = "侮辱"
    OBSCENE = "低俗"
    GAMBLING = "赌博"
    DRUGS = "毒品"
    VIOLENCE = "暴力"
    ADVERTISEMENT = "广告"
    OWN = "公司禁用"


WORDS: Final[Mapping[Category, str]] = {
    Category.INSULT: (
        "傻逼 傻叉 傻子 傻瓜 煞笔 脑残 白痴 智障 弱智 废物 垃圾 混蛋 浑蛋 王八 龟儿子 他妈 尼玛 草泥马 操你 "
        "操他 日你 滚蛋 去死 死全家 贱人 贱货 狗东西 狗日 畜生 禽兽 人渣 败类 二百五 神经病 变态 丑八怪 娘炮 "
        "婊 狗腿 走狗 王八蛋 你妈 你爹 你爸爸 你大爷 老子"
    ),
    Category.OBSCENE: (
        "色情 淫 嫖 妓 约炮 裸聊 裸体 援交 黄片 黄色网 做爱 性爱 鸡巴 屌 奶子 包养 一夜情 骚货 荡妇 撩妹 小姐姐上门"
    ),
    Category.GAMBLING: ("赌博 赌场 博彩 六合彩 百家乐 老虎机 澳门赌 下注 赌球 时时彩 棋牌代理"),
    Category.DRUGS: ("毒品 冰毒 海洛因 大麻 摇头丸 吸毒 贩毒 可卡因 笑气"),
    Category.VIOLENCE: ("杀人 杀手 枪支 炸药 炸弹 恐怖分子 砍死 打死你 砍人 弄死"),
    Category.ADVERTISEMENT: (
        "代开发票 开发票 加微 加薇 加威 加v 加V 加扣 加群 微信号 薇信 威信号 扣扣 扫码 二维码 优惠 低价 促销 "
        "特价 打折 折扣 包邮 招代理 代理加盟 兼职 刷单 贷款 借钱 返利 返现 红包群 公众号 推广 团购 办证 出售 "
        "转让 免费领 代购 微商 淘宝 拼多多 直播间 私聊我 咨询热线 联系电话 保险理财 荐股 炒股群"
    ),
}

# Whole words of Latin letters only: `sb` is none inside `asbjorn`.
LATIN: Final[Mapping[Category, str]] = {
    Category.INSULT: (
        "sb nc tmd nmd nmsl cnm wbd wqnmlgb rnm qnmd mlgb fuck fucker fucking shit bitch bastard idiot stupid "
        "moron asshole loser trash shabi shadiao caonima caoni caota nima tama tamade wangba wangbadan hundan "
        "naocan baichi zhizhang ruozhi feiwu laji jianren jianhuo gundan qusi nidaye sabi shapi shab shax 2b "
        "erbi erbaiwu biantai rinima"
    ),
    Category.OBSCENE: ("sex sexy porn xxx av jiba diaosi jinv yuepao luoliao seqing piaoke dick cock pussy"),
    Category.GAMBLING: ("dubo duchang bocai casino liuhecai"),
    Category.DRUGS: ("dupin bingdu heroin cocaine xidu"),
    Category.ADVERTISEMENT: (
        "vx wx jiav jiawei jiaweixin weixin weixinhao wechat qq jiaqq taobao weishang daikaifapiao jianzhi daikuan"
    ),
}

# Characters that stand in for a syllable of the words above because they sound alike.
SOUNDS: Final[Mapping[str, str]] = {
    "sha": "傻煞沙啥杀莎厦鲨刹纱砂",
    "bi": "逼比笔币必毕碧哔鼻壁避闭彼鄙辟匕",
    "diao": "雕屌吊掉钓",
    "cao": "操草曹槽艹糙肏",
    "ni": "你尼泥妮拟倪霓",
    "ta": "他她它塌踏塔",
    "ma": "妈马麻码骂玛蚂嘛吗",
    "wang": "王忘望亡网旺",
    "ba": "八巴吧爸扒芭",
    "dan": "蛋旦但丹单",
    "nao": "脑闹恼",
    "can": "残惨餐灿",
    "bai": "白百败拜",
    "chi": "痴吃持赤池",
    "zhi": "智止只支至",
    "zhang": "障长章张",
    "ruo": "弱若偌",
    "fei": "废费飞肥",
    "wu": "物五无吴误武",
    "jian": "贱见件剑间兼",
    "ren": "人仁任",
    "gun": "滚棍衮",
    "qu": "去趣取",
    "si": "死四私司",
    "ji": "鸡机寄妓积基",
    "du": "毒独读赌渡度",
    "bo": "博播薄波",
    "pin": "品拼贫",
    "jia": "加佳家嘉甲",
    "wei": "微薇威维卫",
    "xin": "信芯心新",
    "la": "垃辣拉",
    "hun": "混浑昏",
    "ri": "日",
    "de": "的得地",
}
_FIGURES: Final = str.maketrans("013457@$!8", "oieastasib")
_SYLLABLE: Final = {char: sound for sound, chars in SOUNDS.items() for char in chars}
_LONGEST: Final = 16  # letters of a spelt word


class WordList:
    """`own`: the company's words. `without`: built-in words, or whole categories, that don't count here.

    A look-up walks over the text once, however many words there are.
    """

    def __init__(self, own: Iterable[str] = (), *, without: Collection[str] = ()) -> None:
        self._own = tuple(word.casefold().replace(" ", "") for word in own if word.strip())
        self._without = frozenset(without)

    def found(self, squeezed: str, folded: str) -> Category | None:
        """The category of the first word found in a name, which is given in both forms."""
        for text in dict.fromkeys((squeezed, joined(squeezed))):
            if category := self._inside(text):
                return category
        return self._spelt(simple(folded))

    def _inside(self, text: str) -> Category | None:
        for place in range(len(text)):
            for length in (1, 2):
                for word, category in self._words.get(text[place : place + length], ()):
                    if text.startswith(word, place):
                        return category
        return None

    def _spelt(self, folded: str) -> Category | None:
        """Whole syllables and words in a row: `傻bi`, `sha bi` and 沙比 are one, `Sasha Bing` is not."""
        units = list(_units(folded))
        for first in range(len(units)):
            spelt = ""
            for unit in units[first:]:
                spelt += unit
                if len(spelt) > _LONGEST:
                    break
                if category := self._latin.get(spelt) or self._latin.get(spelt.translate(_FIGURES)):
                    return category
        return None

    @cached_property
    def _words(self) -> Mapping[str, tuple[tuple[str, Category], ...]]:
        """By their first two characters (or the only one)."""
        begun: dict[str, tuple[tuple[str, Category], ...]] = {}
        for word, category in self._all():
            if not word.isascii():
                begun[word[:2]] = (*begun.get(word[:2], ()), (word.casefold(), category))
        return begun

    @cached_property
    def _latin(self) -> Mapping[str, Category]:
        return dict(self._built_in(LATIN)) | {word: category for word, category in self._all() if word.isascii()}

    def _all(self) -> Iterator[tuple[str, Category]]:
        yield from self._built_in(WORDS)
        yield from ((word, Category.OWN) for word in self._own)

    def _built_in(self, words: Mapping[Category, str]) -> Iterator[tuple[str, Category]]:
        for category, listed in words.items():
            if category not in self._without:
                yield from ((word, category) for word in listed.split() if word not in self._without)


def _units(folded: str) -> Iterator[str]:
    """Words of Latin letters and figures whole; a character as its syllable, where it has one here."""
    word = ""
    for char in folded:
        if char.isascii() and (char.isalnum() or char in "@$!"):
            word += char
            continue
        if word:
            yield word
            word = ""
        if not char.isascii() and char.isalnum():
            yield _SYLLABLE.get(char, char)
    if word:
        yield word
