"""Server and builder together."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

from generator.building.opening import open_project
from generator.watching.board import Board
from generator.watching.following import Follower
from generator.watching.page import page
from generator.watching.server import Server


def watch(project: Path, data: str | None, port: int, tell: Callable[[str], None]) -> None:
    """Show the project's posts on a page, and build on every save, until Ctrl-C.

    Raises:
        GeneratorError: the settings have a mistake at the start, or the port cannot be used.
        ModuleNotFoundError: the packages for watching are not installed.
    """
    # What is not installed is told before the page is opened.
    import math_core  # noqa: F401
    import watchfiles  # noqa: F401

    settings = open_project(project, data)
    board = Board()
    server = Server(port, settings.root, board, lambda state, name: page(state, name, settings.language))
    Thread(target=server.serve_forever, daemon=True).start()
    tell(f"the posts are at {server.url}, Ctrl-C ends it")
    try:
        with suppress(KeyboardInterrupt):
            follower = Follower(lambda: open_project(project, data), board, tell)
            follower.begin()
            follower.follow()
    finally:
        server.shutdown()
        server.server_close()
