"""What every test stands on: no display, no folder of the learner."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own, for the programs it starts too: nothing of the learner is touched."""
    folder = tmp_path / "data"
    monkeypatch.setenv("CLOZELINE_DATA_DIR", str(folder))
    return folder
