"""What the request of a leave carries along in its payload, beside what `kind` reads of it."""

from typing import Final

KNOW: Final = "know"  # whoever was told of it, at whatever moment
RELATION: Final = "relation"  # of a 丧假
