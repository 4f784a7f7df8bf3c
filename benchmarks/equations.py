"""How many slips of tests/equations the check of equations finds, and what it finds where all is right.

python benchmarks/equations.py [--jobs 2] [--set corpus] [--missed] [--hostile]
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from measuring import PROJECT, Row, printed

sys.path.insert(0, str(PROJECT))

from tests.equations.corpus_reader import SETS, Marked, hostile, right, wrong

CHECK = "generator.checks.equation"
FOUND, SECONDS, HOSTILE_SECONDS, HOSTILE_BYTES = 0.9, 3.0, 60, 2**31


@dataclass(frozen=True)
class Told:
    """What the check says of a document: (line, message) each; and the time that it took."""

    errors: frozenset[tuple[int, str]]
    questions: frozenset[tuple[int, str]]
    seconds: float

    def beyond(self, other: Told) -> Told:
        """What it says here, and does not say there."""
        return Told(self.errors - other.errors, self.questions - other.questions, self.seconds)


def asked(text: str) -> Told:
    """The check on one text; it finds nothing while there is no such check."""
    try:
        find = import_module(CHECK).find
    except ModuleNotFoundError:
        return Told(frozenset(), frozenset(), 0.0)
    from generator.checking.document import Document

    document = Document(Path("post.md"), text)
    start = time.perf_counter()
    found = list(find(document))
    seconds = time.perf_counter() - start
    errors, questions = (
        frozenset((document.place(one.start)[0], one.message) for one in found if one.question is asking)
        for asking in (False, True)
    )
    return Told(errors, questions, seconds)


def all_asked(documents: Iterable[Marked], jobs: int) -> dict[Marked, Told]:
    """The check on many documents, in ``jobs`` processes."""
    listed = list(documents)
    texts = [document.text for document in listed]
    if jobs == 1:
        return {document: asked(text) for document, text in zip(listed, texts, strict=True)}
    with ProcessPoolExecutor(jobs) as pool:
        return dict(zip(listed, pool.map(asked, texts, chunksize=8), strict=True))


def rows(name: str, jobs: int = 1, missed: bool = False) -> list[Row]:
    """What is measured on one set of documents, beside what is promised."""
    for_right = all_asked(right(name), jobs)
    for_wrong = all_asked(wrong(name), jobs)
    before = {document.origin: told for document, told in for_right.items()}
    new = {document: told.beyond(before[document.origin]) for document, told in for_wrong.items()}
    if missed:
        _tell_missed(new)
        _tell_alarms(for_right)
    return [
        *_found_rows(name, new),
        _alarm_row(f"{name}: errors in right documents", for_right, lambda told: len(told.errors)),
        _alarm_row(f"{name}: questions in right documents", for_right, lambda told: len(told.questions)),
        *_time_rows(name, [*for_right.values(), *for_wrong.values()]),
    ]


def _found_rows(name: str, new: dict[Marked, Told]) -> Iterator[Row]:
    plain = {document: told for document, told in new.items() if not document.mark.question}
    asking = {document: told for document, told in new.items() if document.mark.question}
    yield _share(f"{name}: slips found at their line", plain, _anything_there, FOUND)
    for kind in sorted({document.mark.kind for document in plain}):
        of_kind = {document: told for document, told in plain.items() if document.mark.kind == kind}
        yield _share(f"    {kind}", of_kind, _anything_there)
    yield _share(f"{name}: as an error, not a question", plain, _error_there)
    yield _share(
        f"{name}: anywhere in their document", plain, lambda _, told: bool(told.errors | told.questions)
    )
    yield _share(f"{name}: odd indices asked about", asking, _anything_there)


def _error_there(document: Marked, told: Told) -> bool:
    return any(line == document.mark.line for line, _ in told.errors)


def _anything_there(document: Marked, told: Told) -> bool:
    return any(line == document.mark.line for line, _ in told.errors | told.questions)


def _share(
    what: str, told: dict[Marked, Told], right: Callable[[Marked, Told], bool], promised: float | None = None
) -> Row:
    found, count = sum(right(document, said) for document, said in told.items()), len(told)
    share = found / count if count else 0.0
    measured = f"{found} of {count}, {share:.1%}"
    if promised is None:
        return Row(what, measured, "", None)
    return Row(what, measured, f"≥ {promised:.0%}", share >= promised)


def _alarm_row(what: str, told: dict[Marked, Told], number: Callable[[Told], int]) -> Row:
    alarms = sum(map(number, told.values()))
    documents = sum(number(said) > 0 for said in told.values())
    return Row(what, f"{alarms} in {documents} of {len(told)}", "0", alarms == 0)


def _time_rows(name: str, told: list[Told]) -> Iterator[Row]:
    seconds = [said.seconds for said in told]
    yield Row(f"{name}: time for a document, median", f"{statistics.median(seconds):.3f} s", "", None)
    longest = max(seconds)
    yield Row(
        f"{name}: time for a document, longest", f"{longest:.2f} s", f"≤ {SECONDS:g} s", longest <= SECONDS
    )


def _tell_missed(new: dict[Marked, Told]) -> None:
    for document, told in new.items():
        if not _anything_there(document, told):
            mark = document.mark
            elsewhere = sorted(line for line, _ in told.errors | told.questions) or ""
            place = f"{document.path.stem}:{mark.line}: {mark.kind}"
            print(f"{place}: {mark.was}  became  {mark.now}  {elsewhere}")


def _tell_alarms(told: dict[Marked, Told]) -> None:
    for document, said in told.items():
        for line, message in sorted(said.errors | said.questions):
            print(f"false alarm: {document.path.stem}:{line}: {message}")


def hostile_rows() -> Iterator[Row]:
    """Time and memory on documents that are meant to break a reader, each in a process of its own."""
    for document in hostile():
        start = time.perf_counter()
        command = [sys.executable, __file__, "--one", str(document.path)]
        done = subprocess.run(command, capture_output=True, text=True)
        seconds = time.perf_counter() - start
        told = done.stdout.strip() or done.stderr.strip().rpartition("\n")[2] or f"signal {-done.returncode}"
        what = f"hostile: {document.path.stem} ({told})"
        kept = done.returncode == 0 and seconds <= HOSTILE_SECONDS
        yield Row(what, f"{seconds:.1f} s", f"≤ {HOSTILE_SECONDS} s", kept)


def one(path: Path) -> None:
    """One document under limits of processor time and memory; prints the peak and the number of messages."""
    resource.setrlimit(resource.RLIMIT_CPU, (HOSTILE_SECONDS, HOSTILE_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (HOSTILE_BYTES, HOSTILE_BYTES))
    told = asked(path.read_text(encoding="utf-8"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    print(f"{peak:.0f} MB, {len(told.errors)} errors, {len(told.questions)} questions")


def main() -> None:
    """Measure what is wished for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=SETS, action="append", help="only this set")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    parser.add_argument("--missed", action="store_true", help="name slips that are missed, and false alarms")
    parser.add_argument("--hostile", action="store_true", help="hostile documents, too")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    wishes = parser.parse_args()
    if wishes.one:
        one(wishes.one)
        return
    try:
        import_module(CHECK)
    except ModuleNotFoundError:
        print(f"there is no {CHECK} yet: nothing can be found\n")
    table = [Row("what", "measured", "promised", None)]
    for name in wishes.set or SETS:
        table += rows(name, wishes.jobs, wishes.missed)
    if wishes.hostile:
        table += hostile_rows()
    printed(table)


if __name__ == "__main__":
    main()
