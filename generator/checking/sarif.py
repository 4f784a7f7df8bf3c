"""Findings as SARIF 2.1.0, the format in which tools hand findings to GitHub's code scanning and to editors.

Source: OASIS, Static Analysis Results Interchange Format 2.1.0; what is written here is a small part of it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from generator.checking.finding import Finding
from generator.checking.registry import Check, checks

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(findings: Sequence[Finding]) -> str:
    """A SARIF log with one run; every check is a rule, every finding a result."""
    rules = [_rule(check) for check in checks()]
    driver = {"name": "generator", "version": version("generator"), "rules": rules}
    places = {rule["id"]: place for place, rule in enumerate(rules)}
    run = {
        "tool": {"driver": driver},
        # Columns count characters, as Python does; SARIF's own choice would be UTF-16.
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, places[finding.check]) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _rule(check: Check) -> dict[str, Any]:
    return {
        "id": check.code,
        "shortDescription": {"text": check.summary},
        "help": {"text": check.docstring, "markdown": check.docstring},
    }


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": quote(finding.file)}, "region": _region(finding)}
    return {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": "warning" if finding.question else "error",
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
        "properties": {"mends": finding.mends},
    }


def _region(finding: Finding) -> dict[str, int]:
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    return {name: value for name, value in region.items() if value is not None}
