"""How well and how fast LeNet learns MNIST: five seeds of both networks.

    python benchmarks/training.py [--thorough] [SEEDS]

reads MNIST as the program does (GENERATOR_DATA, Keras' cache, a download) and prints accuracy on the test set
and seconds beside what is promised: a median of at least 98.9 %, no seed under 98.7 %, at most 40 s each on
two cores. Training alone is timed; importing TensorFlow comes once, and is printed.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from pathlib import Path
from statistics import median

from generator.learning import data, model
from generator.networks import NETWORKS


def main(arguments: list[str]) -> None:
    thorough = "--thorough" in arguments
    seeds = [int(argument) for argument in arguments if argument.isdigit()] or list(range(5))
    folder = os.environ.get("GENERATOR_DATA")
    dataset = data.load("mnist", Path(folder) if folder else None)
    start = time.perf_counter()
    model.keras()
    print(f"importing TensorFlow and Keras: {time.perf_counter() - start:.1f} s", flush=True)
    for name in ("paper", "post"):
        _network(name, dataset, seeds, thorough)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory: {peak:.0f} MB")


def _network(name: str, dataset: data.Dataset, seeds: list[int], thorough: bool) -> None:
    accuracies, seconds = [], []
    for seed in seeds:
        start, processor = time.perf_counter(), time.process_time()
        trained = model.train(NETWORKS[name], dataset, seed=seed, thorough=thorough, progress=False)
        seconds.append(time.perf_counter() - start)
        accuracies.append(trained.test_accuracy)
        used = time.process_time() - processor
        print(
            f"{name} seed {seed}: {trained.test_accuracy:.2%}, "
            f"validation {max(trained.history['val_accuracy']):.2%}, "
            f"{seconds[-1]:.1f} s, {used:.1f} s of processor time",
            flush=True,
        )
    print(
        f"{name}: median {median(accuracies):.2%} (promised 98.9 %), minimum {min(accuracies):.2%} (98.7 %), "
        f"longest {max(seconds):.1f} s (40 s)",
        flush=True,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
