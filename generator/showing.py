"""The text of ``generator show``: a figure, or an exercise, in words."""

from __future__ import annotations

from typing import Literal, get_args, get_origin

from generator import workbook
from generator.catalog import Entry, Parameter, find
from generator.parameters import described as kind_described
from generator.sources import DESCRIPTIONS
from generator.words import Say


def described(name: str) -> str:
    """What a figure shows, needs and takes, and how a post and a command line ask for it.

    Of an exercise: what it asks and takes, and how a post writes it.
    """
    return _exercise(name) if name in workbook.names() else _figure(find(name))


def _exercise(name: str) -> str:
    entry, exercise = workbook.find(name), workbook.solved(name, {}, Say("en"))
    parts = [f"{name}: {entry.summary}", *([entry.details] if entry.details else [])]
    parts += [_table(entry)] if entry.parameters else []
    parts += [f"Asks: {exercise.question}", f"Answers: {exercise.answer}"]
    lines = [
        f'<!--% set task = exercise("{name}") %-->',
        *(f"<@ task.{part} @>" for part in ("question", "figure()", "answer", "answer_figure()")),
    ]
    numbers = ", ".join(f"task.{value}" for value in exercise.values)
    post = "\n".join(f"    {line}" for line in lines)
    return "\n\n".join([*parts, f"In a post:\n\n{post}", f"Its numbers: {numbers}"])


def _figure(entry: Entry) -> str:
    parts = [f"{entry.name}: {entry.summary}"]
    parts += [entry.details] if entry.details else []
    needs = [DESCRIPTIONS[source] for source in entry.sources if source in DESCRIPTIONS]
    parts += ["Needs " + " and ".join(needs) + "."] if needs else []
    parts += [_table(entry)] if entry.parameters else []
    example = _example(entry)
    post = f'    <@ figure("{entry.name}"{", " + example if example else ""}) @>'
    command = f"    generator draw {entry.name} {example.replace(chr(34), '')}".rstrip()
    return "\n\n".join([*parts, f"In a post:\n\n{post}", f"By itself:\n\n{command}"])


def _table(entry: Entry) -> str:
    width = max(map(len, entry.parameters))
    rows = (
        f"    {p.name:{width}}  {p.default!r:8}  {kind_described(p.kind)}" for p in entry.parameters.values()
    )
    return "Parameters, defaults, types:\n\n" + "\n".join(rows)


def _example(entry: Entry) -> str:
    """The first parameter with another value than its default, so that the line can be tried as it stands."""
    for parameter in entry.parameters.values():
        if (value := _other(parameter)) is not None:
            return f"{parameter.name}={value}"
    return ""


def _other(parameter: Parameter) -> str | None:
    if get_origin(parameter.kind) is Literal:
        others = [choice for choice in get_args(parameter.kind) if choice != parameter.default]
        return f'"{others[0]}"' if others and isinstance(others[0], str) else None
    if parameter.name in ("stride", "padding", "digit", "sample") and isinstance(parameter.default, int):
        return str(parameter.default + 1)
    return None
