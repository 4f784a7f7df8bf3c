"""The tree that cmark-gfm, GitHub's own reader, makes of a document: its library, called in this process."""

from __future__ import annotations

import ctypes
import ctypes.util
from dataclasses import dataclass
from functools import cache
from typing import Any

EXTENSIONS = ("table", "strikethrough", "autolink", "tasklist", "tagfilter")
FOOTNOTES = 1 << 13
UNSAFE = 1 << 17


@dataclass(frozen=True)
class Node:
    """One node: ``literal`` is its own text, ``info`` what stands behind a fence."""

    kind: str
    literal: str
    info: str
    children: tuple[Node, ...]


@cache
def library() -> Any:
    """The library, or None where it is not installed."""
    core = ctypes.util.find_library("cmark-gfm")
    more = ctypes.util.find_library("cmark-gfm-extensions")
    if core is None or more is None:
        return None
    ctypes.CDLL(core, mode=ctypes.RTLD_GLOBAL)
    cmark = ctypes.CDLL(more)
    texts = ("cmark_node_get_type_string", "cmark_node_get_literal", "cmark_node_get_fence_info")
    pointers = (
        "cmark_parser_new",
        "cmark_parser_finish",
        "cmark_node_first_child",
        "cmark_node_next",
        "cmark_find_syntax_extension",
    )
    for names, result in ((texts, ctypes.c_char_p), (pointers, ctypes.c_void_p)):
        for name in names:
            getattr(cmark, name).restype = result
    for name in (*texts, *pointers[1:4], "cmark_node_free", "cmark_parser_free"):
        getattr(cmark, name).argtypes = [ctypes.c_void_p]
    cmark.cmark_parser_feed.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
    cmark.cmark_parser_attach_syntax_extension.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    cmark.cmark_gfm_core_extensions_ensure_registered()
    return cmark


def parse(document: str) -> Node:
    """The whole document's tree."""
    cmark = library()
    parser = cmark.cmark_parser_new(FOOTNOTES | UNSAFE)
    for name in EXTENSIONS:
        extension = cmark.cmark_find_syntax_extension(name.encode())
        cmark.cmark_parser_attach_syntax_extension(parser, extension)
    text = document.encode()
    cmark.cmark_parser_feed(parser, text, len(text))
    root = cmark.cmark_parser_finish(parser)
    try:
        return _node(cmark, root)
    finally:
        cmark.cmark_node_free(root)
        cmark.cmark_parser_free(parser)


def _node(cmark: Any, pointer: int) -> Node:
    kind = cmark.cmark_node_get_type_string(pointer).decode()
    literal = cmark.cmark_node_get_literal(pointer) or b""
    info = (cmark.cmark_node_get_fence_info(pointer) or b"") if kind == "code_block" else b""
    children = []
    child = cmark.cmark_node_first_child(pointer)
    while child:
        children.append(_node(cmark, child))
        child = cmark.cmark_node_next(child)
    return Node(kind, literal.decode(errors="replace"), info.decode(errors="replace"), tuple(children))
