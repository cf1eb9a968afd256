"""`qunwu sandbox`: a WeCom on localhost; it has a command line of its own."""

import argparse

from bot.cli._shared import Calls


def add(calls: Calls) -> None:
    # No argument begins with a NUL: all of them, --help too, are handed on as they stand.
    parser = calls.add_parser("sandbox", help="a WeCom on localhost", add_help=False, prefix_chars="\0")
    parser.add_argument("arguments", nargs="*")
    parser.set_defaults(call=run)


def run(options: argparse.Namespace) -> int:
    from sandbox import cli

    return cli.main(options.arguments)
