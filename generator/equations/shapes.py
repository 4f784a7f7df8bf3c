"""Sizes written with crosses, 28×28, and products of matrices by their sizes: (4×64)(64×4) = 4×4."""

from __future__ import annotations

import itertools

from generator.equations.tree import Node


def is_shape(node: Node) -> bool:
    """Whether it may be a size: whole numbers or symbols with crosses between them."""
    return node.crossed and all(
        part.kind == "symbol" or (part.kind == "number" and not part.decimals) for part in node.parts
    )


def factors(node: Node) -> tuple[Node, ...] | None:
    """The sizes that are multiplied, if it is a product of sizes in brackets."""
    if node.kind != "product" or node.crossed or not all(is_shape(part) for part in node.parts):
        return None
    return node.parts


def is_multiplied(product: Node, result: Node) -> bool:
    """Whether matrices are multiplied by their sizes."""
    sizes = factors(product)
    return sizes is not None and is_shape(result) and all(len(one.parts) == 2 for one in (*sizes, result))


def misfit(product: Node, result: Node) -> Node | None:
    """The number or symbol that does not fit where matrices are multiplied; none if all do."""
    sizes = product.parts
    for one, other in itertools.pairwise(sizes):
        if one.parts[1].key != other.parts[0].key:
            return other.parts[0]
    outer = (sizes[0].parts[0], sizes[-1].parts[1])
    return next(
        (found for wanted, found in zip(outer, result.parts, strict=True) if wanted.key != found.key), None
    )
