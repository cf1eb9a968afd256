"""Pictures of before and after beside each other, a pair in each row. What is missing is said in its place."""

import base64
from collections.abc import Iterator, Sequence
from typing import Final

from bot.pictures.photo_marks import UPRIGHT, bare, orientation
from bot.pictures.size import is_drawable
from bot.pictures.svg import FAINT, GRID, document, element, shortened, text

WIDTH: Final = 480
MARGIN: Final = 16
HEAD: Final = 96
SIDE: Final = (WIDTH - 3 * MARGIN) / 2
MISSING: Final = "没有照片"
NOT_DRAWN: Final = "太大或打不开"
_PNG: Final = b"\x89PNG"
# How EXIF says that a picture is to be turned: where its rows and columns go.
_MATRICES: Final = {
    2: (-1, 0, 0, 1),
    3: (-1, 0, 0, -1),
    4: (1, 0, 0, -1),
    5: (0, 1, 1, 0),
    6: (0, 1, -1, 0),
    7: (0, -1, -1, 0),
    8: (0, -1, 1, 0),
}
Pair = tuple[bytes | None, bytes | None]


def pairs_picture(title: str, pairs: Sequence[Pair], *, note: str = "") -> str:
    """SVG. Each picture is a PNG or JPEG, before and after; both are shown whole, and upright as the phone was held."""
    parts = [
        text(shortened(title, WIDTH - 2 * MARGIN, 20), MARGIN, 34, size=20),
        text(shortened(note, WIDTH - 2 * MARGIN, 14), MARGIN, 56, size=14, fill=FAINT) if note else "",
        *(part for row, pair in enumerate(pairs) for part in _row(pair, HEAD + row * (SIDE + MARGIN))),
        text("整改前", MARGIN + SIDE / 2, HEAD - 8, size=16, anchor="middle"),
        text("整改后", 2 * MARGIN + SIDE * 1.5, HEAD - 8, size=16, anchor="middle"),
    ]
    return document(parts, width=WIDTH, height=int(HEAD + len(pairs) * (SIDE + MARGIN)))


def _row(pair: Pair, y: float) -> Iterator[str]:
    for place, data in enumerate(pair):
        x = MARGIN + place * (SIDE + MARGIN)
        yield element("rect", x=x, y=y, width=SIDE, height=SIDE, fill="#F3F6F9", stroke=GRID)
        if data is None or not is_drawable(data):
            yield text(MISSING if data is None else NOT_DRAWN, x + SIDE / 2, y + SIDE / 2, anchor="middle", fill=FAINT)
            continue
        yield element("image", x=x, y=y, width=SIDE, height=SIDE, href=_source(data), **_turn(data, x, y))


def _source(data: bytes) -> str:
    kind = "png" if data.startswith(_PNG) else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(bare(data, upright=True)).decode()}"


def _turn(data: bytes, x: float, y: float) -> dict[str, str]:
    """About the middle of its square."""
    turned = orientation(data)
    if turned == UPRIGHT:
        return {}
    a, b, c, d = _MATRICES[turned]
    x, y = x + SIDE / 2, y + SIDE / 2
    return {"transform": f"matrix({a} {b} {c} {d} {x - a * x - c * y:g} {y - b * x - d * y:g})"}
