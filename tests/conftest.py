"""What every test stands on: no display, no folder of the learner."""

import os
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own, for the programs it starts too: nothing of the learner is touched."""
    folder = tmp_path / "data"
    monkeypatch.setenv("CLOZELINE_DATA_DIR", str(folder))
    return folder


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail what would be skipped although it has to run."""
    return _without_skip(item.path, (yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail a module that would be skipped as a whole."""
    return _without_skip(collector.path, (yield))


def _without_skip(path: Path, report: Report) -> Report:
    required = "end_to_end" in path.parts and os.environ.get("CLOZELINE_REQUIRE_E2E")
    if required and report.outcome == "skipped":
        report.outcome = "failed"
        report.longrepr = f"The end-to-end test has to run here, and did not: {report.longrepr}"
    return report
