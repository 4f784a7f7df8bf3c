"""Where things are kept between runs that any run can make anew."""

from __future__ import annotations

import os
from pathlib import Path


def cache_folder() -> Path:
    """The program's folder in the user's cache; it may not exist yet."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()) / "generator"
