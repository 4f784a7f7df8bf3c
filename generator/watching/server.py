"""The preview's server: this machine alone can ask it, and it gives pages, pictures and news."""

from __future__ import annotations

import json
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from generator.errors import GeneratorError
from generator.watching.board import Board, State
from generator.watching.pictures import picture

ADDRESS = "127.0.0.1"
# A connection that says nothing for longer may be cut on the way.
_SILENCE = 15.0


class Server(ThreadingHTTPServer):
    """Serves one project's board."""

    daemon_threads = True

    def __init__(self, port: int, root: Path, board: Board, page: Callable[[State, str], str]) -> None:
        self.root = root
        self.board = board
        self.page = page
        try:
            super().__init__((ADDRESS, port), _Handler)
        except OSError as problem:
            raise GeneratorError(
                f"port {port} cannot be used ({problem.strerror}); --port names another, 0 takes any"
            ) from None

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://{ADDRESS}:{self.server_port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle of an answer is nothing to tell of."""


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        # A page elsewhere may point a name of its own at this machine; only these are the preview's.
        host = (self.headers.get("Host") or "").removesuffix(f":{self.server.server_port}")
        if host not in (ADDRESS, "localhost"):
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"only this machine may ask")
            return
        address = urlsplit(self.path)
        path = unquote(address.path)
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        if path == "/news":
            self._news()
        elif path == "/state":
            self._state(query.get("post", ""))
        elif path == "/" or path.startswith("/posts/"):
            name = path.removeprefix("/posts/").strip("/").removesuffix(".md")
            self._send(HTTPStatus.OK, "text/html", self.server.page(self.server.board.state, name).encode())
        else:
            found = picture(self.server.root, path, theme=query.get("theme", ""))
            if found is None:
                self._send(HTTPStatus.NOT_FOUND, "text/plain", b"there is no such picture")
            else:
                self._send(HTTPStatus.OK, *found)

    def _state(self, name: str) -> None:
        state = self.server.board.state
        post = state.posts.get(name)
        told = {
            "number": state.number,
            "posts": {each: shown.title for each, shown in state.posts.items()},
            "problems": state.problems,
            "findings": state.findings.get(name, ()),
            "latest": state.latest,
            "body": None if post is None else post.body,
        }
        self._send(HTTPStatus.OK, "application/json", json.dumps(told, ensure_ascii=False).encode())

    def _news(self) -> None:
        """Server-sent events: the number of each state as it comes."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        number = -1
        try:
            while True:
                state = self.server.board.wait(number, _SILENCE)
                line = ":\n\n" if state.number == number else f"data: {state.number}\n\n"
                number = state.number
                self.wfile.write(line.encode())
                self.wfile.flush()
        except OSError:
            return

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        text = kind.startswith("text/") or kind == "application/json"
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(content)))
        # An address says which state of a picture it means; pages and states change.
        lasting = "v=" in self.path and status is HTTPStatus.OK and not text
        self.send_header("Cache-Control", "max-age=3600" if lasting else "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing: what the builder tells is what counts."""
