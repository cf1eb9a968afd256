"""SVG to PNG, with the font that lies here and none of the machine's: the same picture everywhere."""

from pathlib import Path
from typing import Final

FONT: Final = Path(__file__).parent / "font" / "wqy-microhei.ttc"
FAMILY: Final = "WenQuanYi Micro Hei"


def render(svg: str, *, zoom: float = 3.0) -> bytes:
    """A PNG; `zoom` 3 is sharp on phones. Takes some 30 ms of processor time: call it in a thread.

    Raises ValueError for what is no SVG.
    """
    import resvg_py  # when a picture is first drawn: it is a large library, and many never draw one

    return resvg_py.svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=[str(FONT)], font_family=FAMILY, zoom=zoom
    )
