"""How much a line sounds like a cry for help, by what stands beside what in it. Pure.

A frame is a row of word classes (`words.toml`) with gaps between: somebody and what he can't do any more; a thing, a
verb and a limb. Each has points; the best one counts, calls for haste add to it, jest and offices take away. From
`ALARM` it is taken for a cry, from `ASK` its writer is asked whether it is one.
"""

import functools
import re
from typing import Final

from bot.patterns import regex
from bot.understanding.emergency.frames.tagging import tag

ALARM, ASK = 4, 2  # points
LONGEST: Final = 160  # characters; whoever writes more tells a story

# points, then frames of that many. `~5`: up to five words between, within a clause; `=5`: across clauses too.
_FRAMES: Final = (
    (
        7,
        """
        X =8 L
        L =8 X
        """,
    ),
    (
        5,
        """
        [PNc] ~6 S
        S ~3 [PNc]
        [PNBc] ~3 [AD] ~4 H
        [PNc] ~5 K =6 [-UQSO]
        [PNc] ~5 [HGhk] =4 [-U]
        [Zp] ~5 [PNc] =4 [-UKS]
        [B] ~3 [AaD] ~3 [Hh] R
        """,
    ),
    (
        4,
        """
        B ~4 S
        S ~2 B
        I ~4 S
        B ~3 U
        U ~1 [PB]
        [PNc] ~3 [kQ] =8 [-U]
        [PNc] ~4 K
        (?:^|[|])[^|T]{0,6}[KG] R? e? N (?=[|e]|$)
        [KG] R? e? c
        [PNc] =8 U =6 [CMZK]
        [NPc] =8 Q =8 [QUKkS]
        [NPc] =8 M =8 [QUKkS]
        M =8 [UKS]
        [MV] =8 Q
        B ~3 O
        O ~2 [edBuGW]
        B ~3 [Hs] [RebWGO]
        B =3 [hH] R
        [hH] [RbW] e? _? [Pc]
        c =8 Z
        Z =8 c
        [HTY] =3 B =3 [sHO]
        M =12 [PNc] =12 [kKQU]
        V =16 [QKUk] =16 [QKUk]
        L ~2 P =6 [fF]
        [PNc] ~3 a ~1 H
        B ~3 H
        B ~2 b e
        T ~5 G e? ~1 Z
        [Hs] [RbGW]? e? ~2 B
        h [RbGW] e? ~2 B
        [TVuY] ~4 [hHs] [RbeG] ~3 [PBcI]
        [PNIc] ~4 A ~2 [TVuY] ~4 [HhsGW]
        [PNc] ~4 [aD] ~2 [TVuY] ~3 [Hhs]
        D ~2 [PNBIc] ~4 [HhGs]
        [PINc] ~3 A ~1 [hHG] R? ~3 [ZTLl]
        [PNc] ~4 [hHG] [RbW] ~2 [ZT]
        [PNc] ~4 G ~2 R
        [PNc] ~4 G e? ~1 Z
        r ~4 L ~4 G
        [WGKsh] ~2 R? e? =8 [ZLp] ~3 [PNIc]
        [WGKsh] =8 [PNIc] ~3 [Zp]
        [TLlVuPZ] ~4 F (?!,)
        [TVLl] ~3 b e
        V ~3 [sW] ~2 [Redn]
        V ~4 w
        [TVlL] ~4 w =8 [PNIECc]
        N ~4 U
        Y =6 [Jv] ~3 [PNIc]
        v ~1 Y =5 [JhHPNIc]
        J =6 Y
        J ~2 [PNIc]
        [PNc] ~3 J
        [PNc] ~4 X
        [PNIc] =8 m =8 [ZL]
        [Zp] =8 [PNIc] =8 [-mU]
        g ~4 V
        [TVlLZu] ~3 j
        j ~3 [TlL]
        j =6 [PNIc]
        B ~1 V
        V ~2 B
        [Zp] ~4 [PNc] ~3 U
        B ~3 [kWQ] =8 B ~3 [UkQ]
        C =4 C
        u ~4 [WhR] =5 [PNIc]
        """,
    ),
    (
        3,
        """
        S (?!,)
        [pZ] ~3 [kK]
        [Pc] ~4 [hHG] _? [LZ]
        [IB] ~4 [QUK] =16 [QkKUw]
        P ~1 B ~3 [hH]
        B ~3 [jW]
        u ~4 B
        n ~2 f
        [TZ] =12 [PNc] ~2 m
        [ZV] =10 [PNc] ~5 #
        [PNc] ~5 U
        [PNc] =10 n =4 -
        Z ~4 [U-]
        [PNc] ~5 A ~4 R
        [PBc] ~4 H [RbWG]
        B ~4 h [RbWG]
        [PNc] ~4 [GH] e
        [TV] ~3 [hHs] ~2 [PB]
        [PNIc] ~3 Z
        J
        X
        [TulV] =5 w
        F (?!,)
        [PNc] =8 [ZL] =6 #
        Q =6 [CM]
        [PNc] ~4 k
        B ~3 Q =6 [BPI] ~3 [QkK]
        """,
    ),
    (
        2,
        """
        [PN] ~4 Q
        I ~4 [UKGk]
        I [^|D]{0,3} H [Rb]
        [IB] ~4 Q =8 [QkK]
        D ~3 [PNBc] ~4 [HhGRWK]
        [HT] [|_]{1,2} B
        [Pc] ~4 h [RbWG]
        [TVuLl] ~4 [WGsK] =6 [EC!]
        V ~6 [sW]
        B B B
        [TL] =10 c
        c =10 [TL]
        [PNc] =10 x
        x =10 [PNc]
        V =8 f
        # =8 U
        M ~3 d
        [TlLZ] ~3 f
        E
        O
        w
        Q =4 [!CE]
        H [Rb] e
        [PNIc] ~3 n ~3 [ZTLp]
        p ~3 [PNc] (?=[|]|$)
        A ~3 J
        [TVl] =6 x =8 [!CEP]
        [PNc] =15 [-U]
        T ~2 K
        B ~2 [Rk_] =6 !
        """,
    ),
    (
        1,
        """
        C
        """,
    ),
)
_AROUND: Final = (  # what else is said: points for it
    (1, regex("[CE!]")),
    (-2, regex("i")),
    (1, regex("[nlZ]")),
    (-3, regex("[yz]")),
    (-3, regex("^(?!.*(?:B.{0,4}[HSO]|[HS].{0,3}B|[PN].{0,6}Q)).*o")),
    (-1, regex("[qt]")),
)
# Nobody in sight, and nobody in haste: a thing is broken.
_SOMEBODY: Final = regex("[PINBcSXJOCEUF!]")


def _read(page: str) -> re.Pattern[str]:
    lines = ["".join(_gap(word) for word in line.split()) for line in page.strip().splitlines()]
    return regex("|".join(lines))


def _gap(word: str) -> str:
    match word[0]:
        case "~":
            return f"[^|]{{0,{word[1:]}}}"
        case "=":
            return f".{{0,{word[1:]}}}"
    return word


_POINTS: Final = tuple((points, _read(page)) for points, page in _FRAMES)


@functools.lru_cache(maxsize=16)
def points(line: str) -> int:
    """Of a folded line whose harmless phrases are blanked out."""
    if len(line) > LONGEST:
        return 0
    row = tag(line)
    best = next((each for each, frames in _POINTS if frames.search(row)), 0)
    whole = best + sum(more for more, words in _AROUND if words.search(row)) if best else 0
    return whole if _SOMEBODY.search(row) else min(whole, ASK)
