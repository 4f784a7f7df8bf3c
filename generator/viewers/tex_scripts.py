"""Indices and exponents: at most one of each hangs on a nucleus, and a prime counts as an exponent."""

from __future__ import annotations

from dataclasses import dataclass

from generator.viewers.tex_errors import RefusedError


@dataclass
class Scripts:
    """What hangs on the nucleus ``sign`` so far."""

    sign: str = ""
    below: bool = False
    above: bool = False
    primes: bool = False
    last_is_prime: bool = False

    def new(self, sign: str = "") -> None:
        """The next nucleus."""
        self.sign, self.below, self.above, self.primes, self.last_is_prime = sign, False, False, False, False

    def prime(self) -> None:
        if self.above or (self.primes and not self.last_is_prime):
            raise RefusedError("two superscripts")
        self.primes = self.last_is_prime = True

    def script(self, sign: str) -> None:
        if sign == "_":
            if self.below:
                raise RefusedError("two subscripts")
            self.below = True
        elif self.above or (self.primes and not self.last_is_prime):
            raise RefusedError("two superscripts")
        else:
            self.above = True
        self.last_is_prime = False
