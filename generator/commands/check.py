"""``generator check``."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import DATA
from generator.errors import GeneratorError
from generator.running import tell

if TYPE_CHECKING:
    from generator.building.wish import Wishes
    from generator.checking.asked import Asked
    from generator.checking.finding import Finding
    from generator.settings import Settings

FORMATS = ("text", "json", "github", "sarif")
EQUATIONS = ("equation",)


def _known(context: click.Context, parameter: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    from generator.checking.explaining import ALL
    from generator.checking.registry import codes
    from generator.suggest import instead

    for name in names:
        if name not in codes():
            raise click.BadParameter(f"there is no check {name!r}; {instead(name, codes(), ALL)}")
    return names


@click.command("check")
@click.argument("files", nargs=-1, metavar="[FILE|FOLDER]…", type=click.Path(path_type=Path))
@click.option("--site", type=click.Path(path_type=Path), help="A Jekyll site: its posts, and the whole.")
@click.option("--fix", is_flag=True, help="Mend what can be mended, and tell the rest.")
@click.option("--diff", is_flag=True, help="Show what --fix would change; with --fix, before it does.")
@click.option(
    "--off", multiple=True, metavar="CODE", callback=_known, help="Leave a check out; again for more."
)
@click.option("--no-equations", is_flag=True, help="Leave what is computed of equations out.")
@click.option("--verbose", is_flag=True, help="Tell of each post how many equations were read and decided.")
@click.option("--only", multiple=True, metavar="CODE", callback=_known, help="Only a check; again for more.")
@click.option(
    "--explain",
    is_flag=False,
    flag_value="",
    metavar="[CODE]",
    help="What a check wants; alone: all checks.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default=None, help="How to tell.")
@DATA
@click.pass_obj
def command(
    project: Path,
    files: tuple[Path, ...],
    site: Path | None,
    fix: bool,
    diff: bool,
    off: tuple[str, ...],
    only: tuple[str, ...],
    no_equations: bool,
    verbose: bool,
    explain: str | None,
    form: str | None,
    data: str | None,
) -> int:
    """Tell what is stale, missing or broken; exit code 1 if anything is. Draws and trains nothing.

    Without FILE: the project, its figures and the posts that its templates make. With FILE: these Markdown
    files, wherever they lie, and those below each FOLDER. A comment switches a check off:

    \b
        <!-- check: off CODE: reason -->
    """
    from generator.checking.asked import Asked

    if explain is not None:
        return _explain(explain)
    if diff and form not in (None, "text"):
        raise click.UsageError(f"--diff shows text; leave --format {form} out")
    off = (*off, *EQUATIONS) if no_equations else off
    form = form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" and not diff else "text")
    if files or site:
        show = (lambda text: click.echo(text, nl=False)) if diff else None
        return _posts(project, files, site, Asked(off, only, fix, show, tell, _remark(verbose)), form)
    if fix or diff:
        what = "posts of a project are made by templates; mend those, or name files of your own"
        raise GeneratorError(f"{what}: generator check --fix FILE")
    return _project(project, data, off, only, form, verbose)


def _remark(verbose: bool) -> Callable[[str], None] | None:
    return (lambda line: click.echo(line, err=True)) if verbose else None


def _explain(code: str) -> int:
    from generator.checking import explaining

    click.echo(explaining.explained(code) if code else explaining.listed())
    return 0


def _project(
    project: Path, data: str | None, off: tuple[str, ...], only: tuple[str, ...], form: str, verbose: bool
) -> int:
    from generator.building.manifest import read
    from generator.building.opening import open_project
    from generator.building.places import templates
    from generator.building.shortcut import current_wishes
    from generator.checking.project import run
    from generator.checking.site import Site
    from generator.words import counted

    settings = open_project(project, data)
    manifest = read(settings.figures)
    named = settings.data if settings.data != "auto" else manifest.data
    wishes = current_wishes(settings, named or "") or _computed(settings)
    found = run(Site(settings, wishes, manifest), off, only)
    _tell(found, form)
    if verbose:
        from generator.checking import equations
        from generator.errors import from_here

        for path, text in wishes.texts.items():
            click.echo(equations.told(Path(from_here(path) or path), text), err=True)
    pictures, posts = len(wishes.stems), len(templates(settings))
    told = counted(len(found), "finding"), counted(posts, "post"), counted(pictures, "picture")
    click.echo("{} in {} with {}".format(*told), err=True)
    return 1 if any(not finding.question for finding in found) else 0


def _computed(settings: Settings) -> Wishes:
    from generator.building.project import wishes_of
    from generator.building.workshop import workshop_for_checking

    return wishes_of(workshop_for_checking(settings))


def _posts(project: Path, files: tuple[Path, ...], site: Path | None, asked: Asked, form: str) -> int:
    from generator.checking.asked import check_files, check_site
    from generator.checking.blog import read
    from generator.checking.files import markdown_files
    from generator.words import counted

    for path in files:
        if not (project / path).exists():
            raise click.BadParameter(f"there is no file or folder {project / path}", param_hint="FILE")
    blog = read(project / site) if site else None
    if blog and not files:
        outcome = check_site(blog, asked)
    else:
        outcome = check_files(markdown_files(project / path for path in files), blog, asked)
    if asked.fix or not asked.show:
        _tell(outcome.findings, form)
    mends = sum(finding.mends for finding in outcome.findings)
    told = f"{counted(len(outcome.findings), 'finding')} in {counted(outcome.files, 'file')} looked at"
    before = f"{outcome.mended} mended; " if asked.fix else ""
    click.echo(before + told + (f"; --fix mends {mends}" if mends and not asked.fix else ""), err=True)
    failed = outcome.failed or any(not finding.question for finding in outcome.findings)
    return 1 if failed else 0


def _tell(findings: Sequence[Finding], form: str) -> None:
    from generator.checking import formats

    if form == "sarif":
        from generator.checking.sarif import as_sarif

        click.echo(as_sarif(findings))
    elif form == "json":
        click.echo(formats.as_json(findings))
    elif findings:
        click.echo(formats.as_annotations(findings) if form == "github" else formats.as_text(findings))
