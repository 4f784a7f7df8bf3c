"""What activation functions are called, their formulas, and what their derivatives teach."""

from __future__ import annotations

from generator.activations import Activation
from generator.words import Say

# Formulas as `formulas.formula` writes them: the function, and its derivative.
FORMULAS: dict[Activation, tuple[str, str]] = {
    "sigmoid": ("1 / (1 + e^{−x})", "f(x) (1 − f(x))"),
    "tanh": ("tanh x", "1 − tanh^2 x"),
    "relu": ("max(0, x)", "0 (x < 0), 1 (x > 0)"),
    "leaky_relu": ("max(0.2 x, x)", "0.2 (x < 0), 1 (x > 0)"),
    "elu": ("e^x − 1 (x ≤ 0), x (x > 0)", "e^x (x ≤ 0), 1 (x > 0)"),
    "gelu": ("x · P(Z ≤ x)", "P(Z ≤ x) + x · p(x)"),
    "silu": ("x · σ(x)", "σ(x) (1 + x (1 − σ(x)))"),
    "softplus": ("ln(1 + e^x)", "σ(x)"),
}


def name(function: Activation, say: Say) -> str:
    """What the function is called."""
    return {
        "sigmoid": say("시그모이드", "Sigmoid"),
        "tanh": "tanh",
        "relu": "ReLU",
        "leaky_relu": "Leaky ReLU",
        "elu": "ELU",
        "gelu": "GELU",
        "silu": "SiLU",
        "softplus": "Softplus",
    }[function]


def note(function: Activation, say: Say) -> str:
    """What signs of the formulas mean that are not explained by themselves, or nothing."""
    if function == "gelu":
        return say(
            "P(Z ≤ x): 표준정규분포의 누적분포, p(x): 그 밀도",
            "P(Z ≤ x): the standard normal distribution, p(x): its density",
        )
    if function in ("silu", "softplus"):
        return say("σ(x): 시그모이드 함수", "σ(x): the sigmoid function")
    return ""


def lesson(function: Activation, say: Say) -> str:
    """A sentence on what the derivative does to a network that learns."""
    return {
        "sigmoid": say(
            "시그모이드의 도함수는 가장 클 때도 0.25이고 입력이 0에서 멀어지면 0에 가까워진다. 층을 거칠수록 "
            "기울기가 작아진다.",
            "The derivative of the sigmoid is at most 0.25 and falls to 0 far from 0: gradients shrink with "
            "every layer.",
        ),
        "tanh": say(
            "tanh의 도함수는 0에서 1로 가장 크고, 입력이 0에서 멀어지면 0에 가까워져 학습이 느려진다.",
            "The derivative of tanh is largest, 1, at 0; far from 0 it falls to 0, and learning slows down.",
        ),
        "relu": say(
            "ReLU의 도함수는 양수에서 언제나 1이라 기울기가 줄지 않고, 음수에서는 0이라 배우지 않는다.",
            "The derivative of ReLU is always 1 for positive inputs, so gradients do not shrink, "
            "and 0 for negative ones, which learn nothing.",
        ),
        "leaky_relu": say(
            "Leaky ReLU의 도함수는 음수에서도 0이 아니라 0.2이므로 배우기를 멈추지 않는다.",
            "The derivative of the leaky ReLU is 0.2 rather than 0 for negative inputs: learning goes on.",
        ),
        "elu": say(
            "ELU는 음수에서 −1에 매끄럽게 가까워지고, 도함수는 0에서도 끊기지 않는다.",
            "ELU comes smoothly near −1 for negative inputs, and its derivative does not jump at 0.",
        ),
        "gelu": say(
            "GELU는 모서리가 둥근 ReLU와 같아서, 조금 작은 음수에서는 값이 0보다 작아진다.",
            "GELU is like a ReLU with a round corner that dips below 0 for small negative inputs.",
        ),
        "silu": say(
            "SiLU는 입력에 시그모이드를 곱한 것으로, 큰 입력에서는 ReLU에 가까워진다.",
            "SiLU is the input times its sigmoid; for large inputs it comes near ReLU.",
        ),
        "softplus": say(
            "Softplus는 매끄러운 ReLU이고, 그 도함수는 바로 시그모이드이다.",
            "Softplus is a smooth ReLU, and its derivative is the sigmoid.",
        ),
    }[function]
