"""Where the end-to-end test is required, it cannot be skipped unseen."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SKIPPED = {
    "one test": "import pytest\n\ndef test_drag():\n    pytest.skip('no display')\n",
    "a module": "import pytest\n\npytest.skip('no display', allow_module_level=True)\n",
}


@pytest.mark.parametrize("required", [True, False])
@pytest.mark.parametrize("program", SKIPPED.values(), ids=SKIPPED)
def test_a_skip_fails_where_the_test_is_required(program: str, required: bool, tmp_path: Path) -> None:
    (tmp_path / "end_to_end").mkdir()
    (tmp_path / "end_to_end" / "test_learner.py").write_text(program)
    (tmp_path / "test_other.py").write_text("def test_other():\n    pass\n")
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path)
    settings = {"CLOZELINE_REQUIRE_E2E": "1" if required else "", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:pytest-qt",
        "--rootdir",
        ".",
    ]
    done = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, **settings}, capture_output=True, text=True, check=False
    )
    assert (done.returncode != 0) == required
    assert ("has to run here, and did not" in done.stdout) == required
    assert "no display" in done.stdout or not required
