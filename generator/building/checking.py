"""Running the checks: a module in ``checks/`` is one check, found by looking.

It has either ``check(site)``, which looks at the project and yields findings, or ``find(text, path)``, which
looks at one finished post and yields (line, message).
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType

import generator.checks
from generator.building.findings import Finding, found
from generator.building.manifest import Manifest
from generator.building.wish import Wishes
from generator.settings import Settings


@dataclass(frozen=True)
class Site:
    """What checks look at: the project, what its posts ask for, and what was drawn."""

    settings: Settings
    wishes: Wishes
    manifest: Manifest


def run(site: Site) -> list[Finding]:
    """All findings, by file and line."""
    return sorted(finding for module in _modules() for finding in _findings(module, site))


def _modules() -> Iterator[ModuleType]:
    for info in pkgutil.iter_modules(generator.checks.__path__):
        yield importlib.import_module(f"generator.checks.{info.name}")


def _findings(module: ModuleType, site: Site) -> Iterator[Finding]:
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    if hasattr(module, "check"):
        yield from module.check(site)
        return
    for path, text in site.wishes.texts.items():
        for line, message in module.find(text, path):
            yield found(path, site.settings.root, line, message, name)
