"""Where the generated notebooks are: in a clone, beside this package; in an installed wheel, inside it."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent
ROOT = PACKAGE.parent


def release_folder() -> Path:
    """Return the folder with the student notebooks."""
    in_clone = ROOT / "release"
    return in_clone if in_clone.is_dir() else PACKAGE / "release"
