"""The confusion matrix in words."""

from __future__ import annotations

from generator.parts.models.confusions import Confusions
from generator.words import Say, percent

# Mistakes that are equally frequent are named up to this many.
_MOST_NAMED = 3


def caption_of(say: Say, found: Confusions, names: list[str], title: str, data: str) -> str:
    """What to see in the matrix of the network ``title``: the accuracy, and the most frequent mistakes."""
    accuracy, right, total = percent(found.accuracy), f"{found.right:,}", f"{found.all:,}"
    if not found.mistakes:
        return say(
            f"{title}, {data}: 시험용 그림 {total}장이 모두 대각선에 있어 정확도는 {accuracy}.",
            f"{title} on {data}: all {total} test pictures lie on the diagonal, an accuracy of {accuracy}.",
        )
    shown = found.most_frequent[:_MOST_NAMED]
    count, more = int(found.counts[shown[0]]), len(found.most_frequent) - len(shown)
    korean = ", ".join(f"‘{names[row]}’ → ‘{names[column]}’" for row, column in shown)
    english = ", ".join(f"‘{names[row]}’ taken for ‘{names[column]}’" for row, column in shown)
    others_ko, others_en = (f" 외 {more}쌍", f" and {more} more pairs") if more else ("", "")
    each_ko, each_en = ("각 ", " each") if len(found.most_frequent) > 1 else ("", "")
    return say(
        f"{title}, {data}: 시험용 그림 {total}장 중 대각선의 {right}장을 맞혀 정확도는 {accuracy}. "
        f"가장 잦은 혼동은 {korean}{others_ko}({each_ko}{count}장)이다.",
        f"{title} on {data}: {right} of {total} test pictures lie on the diagonal, an accuracy of "
        f"{accuracy}; the most frequent mistake is {english}{others_en} ({count}{each_en}).",
    )


def alt_text(say: Say, found: Confusions, names: list[str], data: str) -> str:
    """Every count, row by row, zeros left out."""
    rows = "; ".join(_row_in_words(say, found, names, row) for row in range(len(names)))
    return say(
        f"{data} 시험용 그림 {found.all:,}장의 혼동 행렬. 행은 실제 클래스, 열은 예측한 클래스이다. "
        f"정확도는 {found.right:,} / {found.all:,} = {percent(found.accuracy)}. "
        f"행마다 맞힌 그림과 틀린 그림: {rows}.",
        f"A confusion matrix of {found.all:,} test pictures from {data}: a row for each true class, a column "
        f"for each predicted one. The accuracy is {found.right:,} / {found.all:,} = "
        f"{percent(found.accuracy)}. Row by row, right and wrong: {rows}.",
    )


def _row_in_words(say: Say, found: Confusions, names: list[str], row: int) -> str:
    """One row, its mistakes from the most frequent on: 3: 34 of 36 right, 1 taken for 5."""
    wrong = "".join(
        say(
            f", ‘{names[column]}’ {found.counts[row, column]}장",
            f", {found.counts[row, column]} taken for {names[column]}",
        )
        for true, column in found.mistakes
        if true == row
    )
    count, total = found.counts[row, row], found.sums[row]
    return say(
        f"‘{names[row]}’ {total}장 중 {count}장{wrong}", f"{names[row]}: {count} of {total} right{wrong}"
    )
