"""`python -m bench.hearing train | measure`: writes the second ear's weights anew, or says how well both ears hear."""

import argparse
import sys
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from bench.hearing.lines import read
from bench.hearing.measure import report
from bench.hearing.train import train
from bot.understanding.emergency.ear import WEIGHTS, packed


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.hearing", description=__doc__)
    parser.add_argument("what", choices=("train", "measure"))
    if parser.parse_args(argv).what == "train":
        path = Path(str(resources.files("bot.understanding.emergency").joinpath(WEIGHTS)))
        path.write_bytes(packed(train(read())))
        sys.stdout.write(f"{path}: {path.stat().st_size} bytes\n")
    else:
        sys.stdout.write(report(read()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
