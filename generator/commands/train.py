"""``generator train``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands import DATA


@click.command("train")
@click.argument("networks", nargs=-1)
@DATA
@click.option("--thorough", is_flag=True, help="With random shifts, shears and scales: longer and better.")
@click.option(
    "--backend",
    type=click.Choice(["tensorflow", "torch"]),
    default=None,
    help="What Keras computes with; TensorFlow if neither this nor KERAS_BACKEND says so.",
)
@click.pass_obj
def command(
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
