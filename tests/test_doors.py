"""One door for each library, no import upwards, no cycles."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import generator

ROOT = Path(generator.__file__).parent


def module_name(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


FILES = {module_name(file): file for file in sorted(ROOT.rglob("*.py"))}


COMMANDS = {name for name in FILES if name.split(".")[0] == "commands"}
# Which modules may import which library, anywhere in them.
DOORS = {
    "tensorflow": {"learning.model", "learning.augment"},
    "torch": {"learning.model"},
    "keras": {"learning.model", "learning.keras_plot"},
    "matplotlib": {"painting.charts"},
    "imageio": {"painting.export"},
    "PIL": {"painting.export", "painting.raster"},
    "resvg": {"painting.raster"},
    "sklearn": {"learning.data", "learning.digits"},
    "pooch": {"learning.data", "learning.download"},
    "fontTools": {"painting.fonts", "painting.pens"},
    "jinja2": {"writing.templating", "gallery.page"},
    "requests": {"learning.download"},
    "click": {"cli", "running", "learning.progress", "learning.data", "sources", *COMMANDS},
    "math_core": {"watching.mathematics", "watching.watch"},
    "watchfiles": {"watching.changes", "watching.watch"},
    "yaml": {"checking.blog", "checking.front"},
    "pydot": {"learning.keras_plot"},
    "pygraphviz": {"learning.keras_plot"},
    "markdown_it": {
        "viewers.vscode",
        "viewers.vscode_dollars",
        "viewers.cmark",
        "viewers.cmark_marks",
        "viewers.cmark_addresses",
        "viewers.github",
        "watching.reader",
    },
    "mdit_py_plugins": {"viewers.cmark", "watching.reader"},
    "sympy": {"equations.calculus"},
    "mpmath": {"equations.quantity"},
}
# Too slow, or not installed, where nothing is drawn or trained.
HEAVY = {
    "tensorflow",
    "torch",
    "keras",
    "matplotlib",
    "imageio",
    "PIL",
    "resvg",
    "sklearn",
    "pooch",
    "fontTools",
    "markdown_it",
    "mdit_py_plugins",
    "math_core",
    "watchfiles",
    "yaml",
    "sympy",
    "mpmath",
}
# Modules that subclass or use a library throughout, and so import it at their top.
ROOMS = {
    "painting.charts": {"matplotlib"},
    "painting.pens": {"fontTools"},
    "viewers.vscode_dollars": {"markdown_it"},
    "viewers.cmark_marks": {"markdown_it"},
    "viewers.cmark_addresses": {"markdown_it"},
}
# What knows colours, pixels or files: no figure may.
PAINTERS = {
    "painting.svg",
    "painting.charts",
    "painting.document",
    "painting.animation",
    "painting.themes",
    "painting.palette",
    "painting.raster",
    "painting.export",
    "painting.fonts",
    "painting.pens",
}


@cache
def imports(name: str, *, everywhere: bool) -> frozenset[str]:
    """What a module imports at its top, or anywhere in it: "numpy", "generator.scene"."""
    tree = ast.parse(FILES[name].read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree) if everywhere else tree.body:
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert not node.level, f"{name} imports relatively"
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
            found.add(node.module)
    return frozenset(found)


def own(name: str, *, everywhere: bool) -> set[str]:
    """The modules of the program that a module imports."""
    names = {found.removeprefix("generator.") for found in imports(name, everywhere=everywhere)}
    return (names & FILES.keys()) - {name, "__init__"}


def reached(name: str) -> set[str]:
    """All modules of the program that importing a module imports."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        new = own(waiting.pop(), everywhere=False) - found
        found |= new
        waiting += new
    return found


def libraries(name: str, *, everywhere: bool) -> set[str]:
    return {found.split(".")[0] for found in imports(name, everywhere=everywhere)}


@pytest.mark.parametrize("library", DOORS)
def test_each_library_has_its_door(library: str) -> None:
    used = {name for name in FILES if library in libraries(name, everywhere=True)}
    assert used <= DOORS[library]


def test_every_library_that_is_used_has_a_door_or_comes_with_every_install() -> None:
    used = set().union(*(libraries(name, everywhere=True) for name in FILES))
    assert used - sys.stdlib_module_names - {"generator", "numpy"} <= DOORS.keys()


@pytest.mark.parametrize("name", FILES)
def test_heavy_libraries_wait_inside_functions(name: str) -> None:
    assert libraries(name, everywhere=False) & HEAVY <= ROOMS.get(name, set())


@pytest.mark.parametrize("room", ROOMS)
def test_a_module_that_opens_its_library_at_once_is_itself_imported_inside_functions(room: str) -> None:
    assert not [name for name in FILES if room in own(name, everywhere=False)]


def test_imports_have_no_cycles() -> None:
    graph = {name: own(name, everywhere=False) for name in FILES}
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as cycle:
        pytest.fail(f"modules import each other: {' → '.join(cycle.args[1])}")


FIGURES = [name for name in FILES if name.startswith("figures.")]


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_knows_no_painter_not_even_through_others(name: str) -> None:
    assert not own(name, everywhere=True) & PAINTERS
    assert not reached(name) & PAINTERS


@pytest.mark.parametrize("name", ["arithmetic", "scene", "receptive", "networks", "errors", "words"])
def test_the_lowest_modules_know_nothing_of_those_above(name: str) -> None:
    assert reached(name) <= {"errors", "arithmetic", "networks"}


def heavy_after(code: str) -> set[str]:
    program = f"import sys\n{code}\nprint(*(name for name in sys.modules if '.' not in name))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT.parent
    )
    return set(done.stdout.split()) & HEAVY


@pytest.mark.slow
def test_commands_that_draw_nothing_import_nothing_heavy() -> None:
    assert not heavy_after("import generator.cli")


@pytest.mark.slow
def test_checking_a_post_imports_neither_the_catalogue_nor_numpy(tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text("![](a.png) $x$\n" * 100, encoding="utf-8")
    run = f"run(cli, ['check', {str(tmp_path)!r}])"
    program = f"""
import sys
from generator.cli import cli
from generator.running import run
{run}
print(*sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "generator.checks.links" in done.stdout.split()
    assert not {"numpy", "jinja2", "yaml", "generator.catalog", "tomllib"} & set(done.stdout.split())


@pytest.mark.slow
def test_drawing_every_figure_as_data_imports_nothing_heavy() -> None:
    code = "from generator import catalog\n[catalog.find(name) for name in catalog.names()]"
    assert not heavy_after(code)


@pytest.mark.slow
def test_painting_a_film_needs_the_font_alone() -> None:
    code = (
        "from tests.drawn import drawn\nfrom generator.painting.document import page_svg\n"
        "page_svg(drawn('convolution'), 'ko')"
    )
    assert heavy_after(code) <= {"fontTools"}
