"""Where the centres of a layer's receptive fields lie, in sentences."""

from __future__ import annotations

from generator.graph_fields import Fields
from generator.parts.fields.model_view import ModelView, Span
from generator.receptive import Field
from generator.words import Say, by, plain

Square = tuple[Span, Span]
"""Where a square begins and ends along (vertical, horizontal), in input pixels."""


def alike(fields: Fields) -> bool:
    """Whether both axes have the same numbers."""
    down, across = fields
    return (down.size, down.centres) == (across.size, across.centres)


def count_of(fields: Fields) -> int:
    """How many units the layer has."""
    return fields[0].units * fields[1].units


def centres_of(field: Field) -> str:
    """The centres along one axis: 7, 9, …, 25."""
    texts = [plain(centre) for centre in field.centres]
    return ", ".join(texts if len(texts) <= 4 else [*texts[:2], "…", texts[-1]])


def cover(field: Field) -> str:
    """From where to where the fields of all units reach along one axis."""
    return span_in_words(field.interval(0)[0], field.interval(field.units - 1)[1])


def span_in_words(begin: float, end: float) -> str:
    """0 … 32"""
    return f"{plain(begin)} … {plain(end)}"


def _inside(fields: Fields, square: Square) -> int:
    """How many centres lie in the square, its edge included."""
    down, across = (
        sum(begin <= centre <= end for centre in field.centres)
        for field, (begin, end) in zip(fields, square, strict=True)
    )
    return down * across


def centres_caption(say: Say, fields: Fields, square: Square, layer: str, shown: str) -> str:
    """How many centres lie in the square, and what the fields cover."""
    inside, count = _inside(fields, square), count_of(fields)
    middle = by(*[round(square[0][1] - square[0][0])] * 2)
    ends = [(plain(f.interval(0)[0]), plain(f.interval(f.units - 1)[1])) for f in fields]
    (begin, end), across = ends
    centres = say(f"중심 {count}개 중 {inside}개가", f"{inside} of the {count} centres of {layer} lie")
    if inside == count:
        centres = say(f"중심 {count}개가 모두", f"all {count} centres of {layer} lie")
    if count == 1:
        centres = say("하나뿐인 중심이", f"the one centre of {layer} lies") if inside else centres
    if across == (begin, end):
        covered = say(f"{begin}부터 {end}까지", f"{begin} to {end}")
    else:
        covered = say(
            f"세로로 {begin}부터 {end}까지, 가로로 {across[0]}부터 {across[1]}까지",
            f"{begin} to {end} down and {across[0]} to {across[1]} across",
        )
    return say(
        f"{shown}: {layer}의 {centres} 가운데 {middle} 안에 있고, 수용 영역은 {covered} 덮는다.",
        f"{shown}: {centres} in the middle {middle}; the fields cover {covered}.",
    )


def centres_alt(say: Say, view: ModelView, fields: Fields, square: Square, shown: str) -> str:
    """The same with every number that the picture shows."""
    down, across = fields
    size, grid, area = by(*view.size), by(down.units, across.units), by(down.size, across.size)
    middle = by(*[round(square[0][1] - square[0][0])] * 2)
    if alike(fields) and square[0] == square[1]:
        return _alt_alike(say, (size, grid, area, middle), down, square[0], shown)
    places = [_axis_in_words(say, field, span) for field, span in zip(fields, square, strict=True)]
    return say(
        f"{size} 입력, {shown}. {down.name}의 {grid} 유닛마다 수용 영역의 중심이 점으로 찍혀 있다. "
        f"유닛 하나는 {area} 픽셀을 본다. 세로: {places[0]}. 가로: {places[1]}. "
        f"가운데에 {middle} 정사각형이 있다.",
        f"The {size} input, {shown}. A dot marks the centre of the receptive field of each of the {grid} "
        f"units of {down.name}, which see {area} pixels each. Down: {places[0]}. Across: {places[1]}. "
        f"A square of {middle} lies in the middle.",
    )


def _axis_in_words(say: Say, field: Field, span: Span) -> str:
    begin, end = plain(field.interval(0)[0]), plain(field.interval(field.units - 1)[1])
    return say(
        f"중심 {centres_of(field)}, 덮는 곳 {begin}부터 {end}까지, "
        f"정사각형 {plain(span[0])}부터 {plain(span[1])}까지",
        f"centres {centres_of(field)}, covering {begin} to {end}, the square from {plain(span[0])} to "
        f"{plain(span[1])}",
    )


def _alt_alike(say: Say, sizes: tuple[str, str, str, str], field: Field, square: Span, shown: str) -> str:
    """Of fields that are the same along both axes."""
    size, grid, area, middle = sizes
    edges = [plain(edge) for edge in (*square, *field.interval(0), *field.interval(field.units - 1))]
    return say(
        f"{size} 입력, {shown}. {field.name}의 {grid} 유닛마다 수용 영역의 중심이 점으로 찍혀 있다. "
        f"가로와 세로 좌표는 똑같이 {centres_of(field)}. "
        f"가운데 {middle} 정사각형은 {edges[0]}에서 {edges[1]}까지. "
        f"첫 유닛은 {edges[2]}에서 {edges[3]}까지, 마지막 유닛은 {edges[4]}에서 {edges[5]}까지 "
        f"{area} 픽셀을 보아, 합쳐서 {edges[2]}부터 {edges[5]}까지 덮는다.",
        f"The {size} input, {shown}. A dot marks the centre of the receptive field of each of the {grid} "
        f"units of {field.name}; both coordinates are {centres_of(field)}. "
        f"A square of {middle} in the middle reaches from {edges[0]} to {edges[1]}. "
        f"The first unit sees {edges[2]} to {edges[3]}, the last {edges[4]} to {edges[5]}, "
        f"{area} pixels each; together they cover {edges[2]} to {edges[5]}.",
    )
