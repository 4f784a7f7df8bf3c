from __future__ import annotations

from generator.data_names import class_name, data_title
from generator.words import Say


def test_titles_name_the_data_that_is_shown() -> None:
    assert data_title("mnist", Say("ko")) == data_title("mnist", Say("en")) == "MNIST"
    assert data_title("digits", Say("ko")) == "scikit-learn 손글씨 숫자"


def test_classes_are_digits_or_pieces_of_clothing() -> None:
    assert [class_name("digits", label, Say("en")) for label in range(10)] == list("0123456789")
    assert len({class_name("fashion", label, Say("ko")) for label in range(10)}) == 10
