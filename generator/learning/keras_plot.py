"""Keras' own picture of a network, laid out by Graphviz and kept.

Keras describes the picture in Graphviz' language, and Graphviz says where everything goes. Both are needed
once: what Graphviz answers is kept as an SVG file beside the trained networks, with a digest of the network
and of the options in its first line. As long as the digest is right, the file is read and neither program is
needed, so that `check` and a build without news import no TensorFlow. Figures make marks of that file (see
``graphviz_marks.py``).

Graphviz comes with PyPI's pygraphviz (2.0.4 and later carry it in their wheels), or is the system's ``dot``.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path

from generator.atomic import write_bytes
from generator.errors import GeneratorError
from generator.networks import Network

MISSING = (
    "keras_plot_model: neither pygraphviz nor Graphviz' dot is here, so layer_boxes stands in; "
    "pip install 'generator[graphviz]' brings what is missing"
)
_PROLOGUE = re.compile(r"\A.*?(?=<svg)", re.DOTALL)
_COMMENTS = re.compile(r"<!--.*?-->\n?", re.DOTALL)


@dataclass(frozen=True)
class PlotOptions:
    """What ``keras.utils.model_to_dot`` may show; the names are Keras' own."""

    show_shapes: bool = True
    show_layer_names: bool = True
    show_dtype: bool = False
    show_layer_activations: bool = False


class Plots:
    """Keras' pictures in a folder, each made when it is first asked for and something has changed.

    Without ``may_draw`` files are only read. ``tell`` gets the sentence that a picture cannot be made.
    """

    def __init__(
        self, folder: Path, *, may_draw: bool = True, tell: Callable[[str], None] | None = None
    ) -> None:
        self._folder = folder
        self._may_draw = may_draw
        self._tell = tell
        self._told = False

    def svg(self, network: Network, options: PlotOptions) -> str | None:
        """Graphviz' SVG of the network; None where there is none and none can be made.

        Raises:
            GeneratorError: Graphviz fails, or the file cannot be written.
        """
        path, first = self.path(network, options), f"<!-- {_digest(network, options)} -->\n"
        if path.exists():
            kept = path.read_text("utf-8", errors="replace")
            if kept.startswith(first) and kept.endswith("</svg>\n"):
                return kept
        if not self._may_draw:
            return None
        if not can_draw():
            self._say_once(MISSING)
            return None
        made = first + laid_out(described(network, options))
        write_bytes(path, made.encode())
        return made

    def path(self, network: Network, options: PlotOptions) -> Path:
        """Where a picture is kept: its name spells the options that are not the usual ones."""
        usual = asdict(PlotOptions())
        unusual = [
            f"-{name}-{value}".lower() for name, value in asdict(options).items() if value != usual[name]
        ]
        return self._folder / f"{network.name}-plot{''.join(unusual)}.svg"

    def _say_once(self, words: str) -> None:
        if self._tell and not self._told:
            self._tell(words)
        self._told = True


def can_draw() -> bool:
    """Whether Keras, pydot and a Graphviz are here."""
    graphviz = find_spec("pygraphviz") is not None or shutil.which("dot") is not None
    return graphviz and all(find_spec(name) is not None for name in ("keras", "pydot"))


def described(network: Network, options: PlotOptions) -> str:
    """The picture in Graphviz' language, as Keras writes it, with its nodes numbered in order.

    Keras names nodes by where layers lie in memory, which differs from run to run.
    """
    from generator.learning.model import build, keras

    # With 72 dots an inch, Graphviz' points are pixels.
    dot = keras().utils.model_to_dot(build(network), dpi=72, **asdict(options))
    source: str = dot.to_string()
    for index, node in enumerate(node for node in dot.get_nodes() if node.get_name().strip('"').isdigit()):
        source = re.sub(rf"\b{node.get_name()}\b", f"layer{index}", source)
    return source


def laid_out(source: str) -> str:
    """What Graphviz' dot makes of a description: SVG, without its version and comments.

    Raises:
        GeneratorError: it fails.
    """
    try:
        svg = _by_pygraphviz(source) if find_spec("pygraphviz") else _by_system(source)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise GeneratorError(f"Graphviz cannot lay the network out: {error}") from error
    return _COMMENTS.sub("", _PROLOGUE.sub("", svg)).strip() + "\n"


def _by_pygraphviz(source: str) -> str:
    from pygraphviz import AGraph

    drawn: bytes = AGraph(string=source).draw(format="svg", prog="dot")
    return drawn.decode()


def _by_system(source: str) -> str:
    program = shutil.which("dot") or "dot"
    done = subprocess.run([program, "-Tsvg"], input=source.encode(), capture_output=True, check=True)
    return done.stdout.decode()


def _digest(network: Network, options: PlotOptions) -> str:
    content = json.dumps([asdict(network), asdict(options)], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()
