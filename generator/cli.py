"""The command ``generator``. Heavy libraries are imported inside the commands that need them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# BLAS starts a thread a core when NumPy is imported; nothing here multiplies large matrices.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import click

from generator.running import run, tell

_DATA = click.option(
    "--data", metavar="NAME", help="digits, mnist, fashion or auto, instead of the project's setting."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.option(
    "-C",
    "project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Work in this folder.",
)
@click.version_option(package_name="generator")
@click.pass_context
def cli(context: click.Context, debug: bool, project: Path) -> None:
    """Draw the figures of posts about deep learning, and fill the posts in.

    A post is a template posts/NAME.md.j2; it asks for figures and numbers by name:

    \b
        <@ figure("convolution", stride=2) @>
        <@ lenet.paper.parameters | thousands @>

    \b
    generator list                      all figures
    generator show convolution          what one takes, and the line that a post writes
    generator draw convolution stride=2 one figure, by itself
    generator gallery                   every figure on one page
    generator build                     train if needed, draw what is stale, fill the posts
    generator check                     what CI runs: nothing stale, missing or broken
    """
    context.obj = project


@cli.command("list")
@click.option("--exercises", is_flag=True, help="The exercises instead of the figures.")
def list_figures(exercises: bool) -> None:
    """All figures with what they show, one a line."""
    from generator import catalog, workbook

    book = workbook if exercises else catalog
    width = max(map(len, book.names()))
    for name in book.names():
        click.echo(f"{name:{width}}  {book.summary(name)}")


@cli.command()
@click.argument("figure")
def show(figure: str) -> None:
    """What FIGURE shows, its parameters with their defaults, and an example line for a post.

    The same of an exercise, whose question and answer it tells.
    """
    from generator.showing import described

    click.echo(described(figure))


@cli.command()
@click.argument("networks", nargs=-1)
@_DATA
@click.option("--thorough", is_flag=True, help="With random shifts, shears and scales: longer and better.")
@click.option(
    "--backend",
    type=click.Choice(["tensorflow", "torch"]),
    default=None,
    help="What Keras computes with; TensorFlow if neither this nor KERAS_BACKEND says so.",
)
@click.pass_obj
def train(
    project: Path, networks: tuple[str, ...], data: str | None, thorough: bool, backend: str | None
) -> None:
    """Train NETWORKS (paper and post, if none is named) anew and keep what figures need of them.

    A model of your own, from [tool.generator.models], is not trained: it is built or read from its file once,
    and what its layers make of some pictures is kept.
    """
    from generator.building.opening import data_of, open_settings
    from generator.learning.model import choose_backend
    from generator.learning.training import told, train_and_save

    if backend is not None:
        choose_backend(backend)
    settings = open_settings(project, data)
    name = data_of(settings)
    for network in networks or ("paper", "post"):
        path = train_and_save(settings, network, name, thorough=thorough)
        click.echo(f"{path}: {told(settings, network, path)}")


@cli.command()
@click.argument("what", nargs=-1, metavar="[POST|FIGURE]…")
@_DATA
@click.option("--force", is_flag=True, help="Draw current pictures, too.")
@click.pass_obj
def build(project: Path, what: tuple[str, ...], data: str | None, force: bool) -> int:
    """Train if needed, draw the stale figures, and fill the posts: all, or those named.

    A figure that fails is told with the post and line that asks for it; all others are drawn.
    """
    from generator.building.opening import data_of, open_settings
    from generator.building.shortcut import inputs_of, nothing_to_do, take_note

    settings = open_settings(project, data)
    name = data_of(settings)
    everything = not what and not force
    current = nothing_to_do(settings, name) if everything else None
    if current is not None:
        click.echo(_told(0, current, name))
        return 0

    from generator.building.build import build as build_all
    from generator.building.build import files_of
    from generator.building.project import wishes_of
    from generator.building.workshop import workshop_for_building

    # Before anything is read: what changes during the build is the next one's business.
    inputs = inputs_of(settings, name)
    wishes = wishes_of(workshop_for_building(settings, name), what)
    report = build_all(
        settings, name, wishes, lambda line: click.echo(line, err=True), force=force, complete=not what
    )
    for problem in report.problems:
        tell(problem)
    click.echo(_told(len(report.written), report.current, name))
    if everything and not report.problems:
        take_note(settings, name, inputs, len(wishes.pictures), files_of(settings, wishes))
    return 1 if report.problems else 0


def _told(written: int, current: int, data: str) -> str:
    return f"{written} files written, {current} pictures were current, data: {data}"


@cli.command(context_settings={"ignore_unknown_options": True})
@click.argument("figure")
@click.argument("parameters", nargs=-1, metavar="[KEY=VALUE]…")
@click.option("--to", type=click.Path(path_type=Path), help="The folder to write into, instead of this one.")
@click.option(
    "--format", "formats", multiple=True, help="svg, gif, webp or png; again for more. All if not said."
)
@click.option("--language", default=None, help="ko or en, instead of the project's setting.")
@click.option("--name", default=None, help="The files' name without suffix.")
@_DATA
@click.pass_obj
def draw(
    project: Path,
    figure: str,
    parameters: tuple[str, ...],
    to: Path | None,
    formats: tuple[str, ...],
    language: str | None,
    name: str | None,
    data: str | None,
) -> None:
    """Draw one FIGURE, by itself, light and dark: generator draw convolution stride=2 padding=1

    Without --to a picture that a post asks for is drawn in its place in figures/, any other in this folder.
    """
    from generator.building.drawing import draw_one

    for path in draw_one(project, figure, parameters, to, formats, language, name, data):
        click.echo(path)


@cli.command()
@click.option(
    "--to", type=click.Path(path_type=Path), help="The folder to write into, instead of build/gallery."
)
@click.option("--language", default=None, help="ko or en, instead of the project's setting.")
@_DATA
@click.pass_obj
def gallery(project: Path, to: Path | None, language: str | None, data: str | None) -> int:
    """Write one page, build/gallery/index.html, that shows every figure with its parameters and files.

    Trains and downloads nothing. What cannot be drawn says so in its place; then the exit code is 1.
    """
    from generator.gallery.making import make

    made = make(project, to, language, data)
    for problem in made.problems:
        tell(problem)
    click.echo(f"{made.file}: {made.figures} figures in {made.pictures} pictures, {made.size / 1e6:.1f} MB")
    return 1 if made.problems else 0


@cli.command()
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default=None, help="How to tell."
)
@_DATA
@click.pass_obj
def check(project: Path, form: str | None, data: str | None) -> int:
    """Tell what is stale, missing or broken; exit code 1 if anything is. Draws and trains nothing."""
    from generator.building import checking, findings
    from generator.building.manifest import read
    from generator.building.opening import open_settings
    from generator.building.project import wishes_of
    from generator.building.workshop import workshop_for_checking
    from generator.words import counted

    settings = open_settings(project, data)
    wishes = wishes_of(workshop_for_checking(settings))
    found = checking.run(checking.Site(settings, wishes, read(settings.figures)))
    on_github = os.environ.get("GITHUB_ACTIONS") == "true"
    form = form or ("github" if on_github else "text")
    writers = {"text": findings.as_text, "json": findings.as_json, "github": findings.as_annotations}
    if found or form == "json":
        click.echo(writers[form](found))
    pictures, posts = len(wishes.pictures), len(wishes.texts)
    told = counted(len(found), "finding"), counted(posts, "post"), counted(pictures, "picture")
    click.echo("{} in {} with {}".format(*told), err=True)
    return 1 if found else 0


@cli.command()
@click.argument("figure")
@_DATA
@click.pass_obj
def why(project: Path, figure: str, data: str | None) -> int:
    """What makes the pictures of FIGURE (a figure's name or a file's) stale."""
    from generator.building.build import stale_files
    from generator.building.manifest import read
    from generator.building.opening import open_settings
    from generator.building.project import wishes_of
    from generator.building.workshop import workshop_for_checking

    settings = open_settings(project, data)
    manifest = read(settings.figures)
    wishes = wishes_of(workshop_for_checking(settings), (figure.partition(".")[0],))
    for wish in wishes.pictures.values():
        stale = stale_files(settings.figures, wish, manifest.entries.get(wish.stem), settings.formats)
        for name, reason in stale.items():
            click.echo(f"{name} {reason} ({wish.place})")
        if not stale:
            click.echo(f"{wish.stem} is current ({wish.place})")
    for problem in wishes.problems:
        tell(problem)
    return 1 if wishes.problems else 0


@cli.command()
@click.option("--orphans", "unasked", is_flag=True, help="Remove the pictures that no post asks for.")
@click.option("--pictures", is_flag=True, help="Remove every picture; build draws them again.")
@click.pass_obj
def clean(project: Path, unasked: bool, pictures: bool) -> int:
    """Remove what an interrupted run left behind; with options also pictures. Never posts or networks."""
    from generator.building.cleaning import remove
    from generator.building.opening import open_settings
    from generator.building.project import wishes_of
    from generator.building.workshop import workshop_for_checking

    settings = open_settings(project, None)
    wishes = wishes_of(workshop_for_checking(settings))
    for path in remove(settings, wishes, unasked=unasked, pictures=pictures):
        click.echo(f"removed {path}")
    return 0


def main() -> None:
    """The program's entry."""
    sys.exit(run(cli))
