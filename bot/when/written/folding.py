"""Typed text made comparable, place by place: what is found in it stands at the same place in what was typed."""

from typing import Final

from bot.domain.width import narrow

_TRADITIONAL: Final = "週號點後兩個鐘時開間從請禮節慶陽歲幾過這當來內舊臘為連續總結與還說廠崗復業燈發嗎"
_SIMPLIFIED: Final = "周号点后两个钟时开间从请礼节庆阳岁几过这当来内旧腊为连续总结与还说厂岗复业灯发吗"
_ALIKE: Final = str.maketrans(
    {
        **dict(zip(_TRADITIONAL, _SIMPLIFIED, strict=True)),
        **dict(zip("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十", strict=True)),
        "俩": "两",
        "仨": "三",
        **dict.fromkeys("—–―−‐‑﹣", "-"),
        **dict.fromkeys("～〜∼", "~"),
        **dict.fromkeys("·•．｡。", "."),
        **dict.fromkeys("\t\n\r\u2005\u00a0", " "),
        **dict.fromkeys("【", "("),
        **dict.fromkeys("】", ")"),
        **dict.fromkeys("○Ο", "〇"),
    }
)


def fold(text: str) -> str:
    """Narrow, simplified, with one kind of dash, wave, colon and space; as long as `text`."""
    return narrow(text).translate(_ALIKE)
