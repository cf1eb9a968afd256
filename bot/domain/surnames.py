"""Surnames of two characters (复姓): a name is not cut after their first."""

from typing import Final

_COMPOUND: Final = (
    "欧阳 司马 上官 诸葛 司徒 东方 独孤 南宫 夏侯 慕容 尉迟 皇甫 令狐 宇文 长孙 公孙 轩辕 端木 澹台 申屠 "
    "太史 公冶 宗政 濮阳 淳于 单于 闻人 赫连 钟离 万俟 拓跋 百里 呼延 东郭 西门 南门 公羊 仲孙 鲜于 闾丘 "
    "司空 司寇 谷梁 宰父 梁丘 左丘 第五 纳兰 完颜 太叔"
)
COMPOUND: Final = frozenset(_COMPOUND.split())
