"""One address in front of several processes, as a load balancer is: each connection goes to one that listens."""

import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import count


@contextmanager
def forwarding(ports: Sequence[int]) -> Iterator[int]:
    """The port that stands for all of `ports`."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        accepting = threading.Thread(target=_accept, args=(listening, ports), daemon=True)
        accepting.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
        accepting.join()


def _accept(listening: socket.socket, ports: Sequence[int]) -> None:
    for turn in count():
        try:
            client, _ = listening.accept()
        except OSError:
            return
        threading.Thread(target=_forward, args=(client, ports, turn), daemon=True).start()


def _forward(client: socket.socket, ports: Sequence[int], turn: int) -> None:
    with client:
        server = _connected([*ports[turn % len(ports) :], *ports[: turn % len(ports)]])
        if server is None:
            return
        with server:
            back = threading.Thread(target=_pipe, args=(server, client), daemon=True)
            back.start()
            _pipe(client, server)
            back.join()


def _connected(ports: Sequence[int]) -> socket.socket | None:
    for port in ports:
        with suppress(OSError):
            return socket.create_connection(("127.0.0.1", port), timeout=2)
    return None


def _pipe(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    for each in (source, target):
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
