"""`python -m bot` is `qunwu`."""

import sys

from bot.cli import main

sys.exit(main())
