from __future__ import annotations

from generator.suggest import instead

MANY = [f"name-{number}" for number in range(30)]


def test_a_short_list_is_told_whole() -> None:
    assert instead("c1", ["C1", "S2"], "all") == "did you mean C1? There are C1, S2"
    assert instead("xyz", ["C1"], "all") == "there is C1"
    assert instead("xyz", []) == "there is none"


def test_of_many_names_the_close_ones_are_told_and_the_command_that_tells_all() -> None:
    assert instead("name-1x", [*MANY, "other"], "ls").startswith("did you mean name-1")
    assert instead("name-1x", MANY, "ls").endswith("? ls names all")
    assert instead("xyz", MANY, "ls") == "ls names all 30"
    assert instead("xyz", MANY).endswith("name-29")
