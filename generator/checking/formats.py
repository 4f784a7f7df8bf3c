"""How findings are told: text, JSON, or annotations for GitHub Actions."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from generator.checking.finding import Finding


def as_text(findings: Iterable[Finding]) -> str:
    """One line a finding: ``file:line:column: message (check)``."""
    return "\n".join(str(finding) for finding in findings)


def as_json(findings: Iterable[Finding]) -> str:
    """A JSON list of objects with the fields of ``Finding``."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1)


def as_annotations(findings: Iterable[Finding]) -> str:
    """Workflow commands that GitHub shows beside the line."""
    return "\n".join(
        f"::{'warning' if finding.question else 'error'} {','.join(_properties(finding))}"
        f"::{_data(finding.message)}"
        for finding in findings
    )


def _properties(finding: Finding) -> list[str]:
    places = [f"line={finding.line}"]
    if finding.end_line is not None:
        places.append(f"endLine={finding.end_line}")
    # GitHub refuses columns where the lines differ.
    if finding.end_line == finding.line:
        places += [f"col={finding.column}", f"endColumn={finding.end_column}"]
    return [f"file={_property(finding.file)}", *places, f"title={_property(finding.check)}"]


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
