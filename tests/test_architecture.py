"""Who may import whom, and what a folder must not hold: each rule is a test, proved to catch a breach."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
Check = Callable[[Path], Iterator[str]]


@dataclass(frozen=True)
class Rule:
    """One sentence about the source, how to check it, and a file that breaks it."""

    sentence: str
    check: Check
    breach_path: str
    breach: str


def modules(root: Path, folder: str = "") -> Iterator[tuple[Path, ast.Module]]:
    """Yield each module of a folder of desktop/, or the one file of that name, with its syntax tree."""
    start = root / "desktop" / folder
    for path in [start] if start.is_file() else sorted(start.rglob("*.py")):
        yield path.relative_to(root), ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and dotted name of each import, those inside functions and type-checking blocks too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{module}.{name.name}") for name in node.names)


def is_in(name: str, packages: set[str]) -> bool:
    """Say whether a dotted name is one of the packages or lies in one."""
    return any(name == package or name.startswith(package + ".") for package in packages)


def imports_only(folder: str, ours: set[str], others: set[str]) -> Check:
    """Check that a folder imports itself, the standard library, some of our folders and some packages."""
    own = {f"desktop.{folder}"} if folder else {"desktop"}
    allowed = own | {f"desktop.{name}" for name in ours} | others | set(sys.stdlib_module_names)

    def check(root: Path) -> Iterator[str]:
        for path, tree in modules(root, folder):
            yield from (
                f"{path}:{line} imports {name}" for line, name in imports(tree) if not is_in(name, allowed)
            )

    return check


def imported_nowhere(packages: set[str], but_in: set[str]) -> Check:
    """Check that packages are imported in the named files or folders of desktop/ and nowhere else."""

    def check(root: Path) -> Iterator[str]:
        for path, tree in modules(root):
            if not any(path.is_relative_to(Path("desktop", place)) for place in but_in):
                yield from (
                    f"{path}:{line} imports {name}" for line, name in imports(tree) if is_in(name, packages)
                )

    return check


def imports_none_of(folder: str, packages: set[str], but: set[str]) -> Check:
    """Check that a folder does without some packages, save a few of their names."""

    def check(root: Path) -> Iterator[str]:
        for path, tree in modules(root, folder):
            found = (
                (line, name) for line, name in imports(tree) if is_in(name, packages) and name not in but
            )
            yield from (f"{path}:{line} imports {name}" for line, name in found)

    return check


def never_calls(folder: str, *calls: str) -> Check:
    """Check that a folder has no call written like one of the patterns."""
    pattern = re.compile("|".join(calls))

    def check(root: Path) -> Iterator[str]:
        for path, tree in modules(root, folder):
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and pattern.fullmatch(ast.unparse(node.func)):
                    yield f"{path}:{node.lineno} calls {ast.unparse(node.func)}"

    return check


def names_no(folder: str, names: set[str], but_in: set[str]) -> Check:
    """Check that some names are used in a folder only by the files that are there for it."""

    def check(root: Path) -> Iterator[str]:
        for path, tree in modules(root, folder):
            if path.relative_to("desktop").as_posix() in but_in:
                continue
            for node in ast.walk(tree):
                if isinstance(node, ast.Name | ast.Attribute):
                    name = ast.unparse(node).split(".")[-1]
                    if name in names:
                        yield f"{path}:{node.lineno} uses {name}"

    return check


def tooltips(root: Path) -> Iterator[str]:
    """Check that each tooltip goes through plain_tooltip, so that a lesson's `<b>` is shown as it is."""
    for path, tree in modules(root, "ui"):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not ast.unparse(node.func).endswith("setToolTip"):
                continue
            if not all(re.search(r"\bplain_tooltip\(|^''$", ast.unparse(given)) for given in node.args):
                yield f"{path}:{node.lineno} sets the tooltip {ast.unparse(node)}"


def colours(root: Path) -> Iterator[str]:
    """Check that no file of ui but tokens.py spells a colour in digits."""
    for path, tree in modules(root, "ui"):
        if path.name == "tokens.py":
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found = re.search(r"#([0-9a-fA-F]{8}|[0-9a-fA-F]{6})\b", node.value)
                if found:
                    yield f"{path}:{node.lineno} holds the colour {found.group()}"
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("QColor", "QColor.fromRgb")):
                numbers = [a for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, int)]
                if len(numbers) >= 3 and ast.unparse(node.args[-1]) != "0":
                    yield f"{path}:{node.lineno} mixes the colour {ast.unparse(node)}"


def docstrings(root: Path) -> Iterator[str]:
    """Check that each module and each public class says what it is."""
    for path, tree in modules(root):
        if tree.body and not ast.get_docstring(tree):
            yield f"{path}:1 has no docstring"
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.ClassDef)
                and not node.name.startswith("_")
                and not ast.get_docstring(node)
            ):
                yield f"{path}:{node.lineno} class {node.name} has no docstring"


def package_files(root: Path) -> Iterator[str]:
    """Check that __init__.py files are empty, but for the version and the lists of kinds."""
    full = {"desktop/__init__.py", "desktop/domain/exercises/__init__.py", "desktop/ui/exercises/__init__.py"}
    for path, tree in modules(root):
        if path.name == "__init__.py" and path.as_posix() not in full:
            yield from (f"{path}:{node.lineno} is not empty" for node in tree.body if not _is_text(node))


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


METADATA = ("Distribution", "distributions", "version")

RULES = [
    Rule(
        "domain imports nothing of ours, and of others pydantic and PyYAML only",
        imports_only("domain", set(), {"pydantic", "pydantic_core", "yaml"}),
        "domain/lesson.py",
        "from desktop.storage import database",
    ),
    Rule(
        "study imports domain and fsrs only",
        imports_only("study", {"domain"}, {"fsrs"}),
        "study/session.py",
        "def start():\n    from desktop.ui import words",
    ),
    Rule(
        "storage imports domain, apsw and tomli only, and of pydantic what it raises",
        imports_only(
            "storage", {"domain"}, {"apsw", "tomli", "pydantic.ValidationError", "pydantic_core.ErrorDetails"}
        ),
        "storage/database.py",
        "import desktop.study.session",
    ),
    Rule(
        "ui imports domain, study, PySide6 and pygments only",
        imports_only("ui", {"domain", "study"}, {"PySide6", "shiboken6", "pygments"}),
        "ui/pages/home.py",
        "from desktop.storage.database import Database",
    ),
    Rule(
        "authoring imports domain, study and storage only",
        imports_only("authoring", {"domain", "study", "storage"}, {"pydantic", "tomli"}),
        "authoring/check.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from desktop.ui import words",
    ),
    Rule(
        "cli imports domain, study, storage and authoring only",
        imports_only("cli", {"domain", "study", "storage", "authoring"}, {"pydantic"}),
        "cli/check.py",
        "from PySide6 import QtCore",
    ),
    Rule(
        "paths.py imports domain and appdirs only",
        imports_only("paths.py", {"domain"}, {"appdirs"}),
        "paths.py",
        "import desktop.storage",
    ),
    Rule(
        "app.py and __main__.py are imported by no folder",
        imported_nowhere({"desktop.app", "desktop.__main__"}, {"app.py", "__main__.py"}),
        "ui/main_window.py",
        "from desktop import app",
    ),
    Rule(
        "authoring is never imported by the window",
        imported_nowhere({"desktop.authoring"}, {"authoring", "cli", "__main__.py"}),
        "app.py",
        "from desktop.authoring import check",
    ),
    Rule(
        "Qt lives in ui, gallery, app.py and __main__.py only",
        imported_nowhere({"PySide6", "shiboken6"}, {"ui", "gallery", "app.py", "__main__.py"}),
        "study/review.py",
        "import PySide6.QtCore",
    ),
    Rule(
        "gallery imports domain, study, storage, ui and PySide6 only",
        imports_only("gallery", {"domain", "study", "storage", "ui"}, {"PySide6"}),
        "gallery/pictures.py",
        "from desktop.paths import Paths",
    ),
    Rule(
        "gallery is imported by app.py only",
        imported_nowhere({"desktop.gallery"}, {"gallery", "app.py"}),
        "ui/main_window.py",
        "from desktop.gallery import pictures",
    ),
    Rule(
        "appdirs is imported by paths.py only",
        imported_nowhere({"appdirs"}, {"paths.py"}),
        "app.py",
        "import appdirs",
    ),
    Rule(
        "nothing is imported by a string",
        imports_none_of("", {"importlib"}, but={f"importlib.metadata.{name}" for name in METADATA}),
        "ui/pages/lesson.py",
        "from importlib import import_module",
    ),
    Rule(
        "domain and study are given the time",
        lambda root: (
            line
            for folder in ("domain", "study")
            for line in never_calls(
                folder,
                r"(.+\.)?(now|utcnow|today|localtime|gmtime|monotonic|perf_counter)",
                r"time\.time(_ns)?",
            )(root)
        ),
        "study/test.py",
        "from datetime import datetime\nSTARTED = datetime.now()",
    ),
    Rule(
        "study is given its randomness",
        imports_none_of("study", {"random", "secrets", "uuid"}, but={"random.Random"}),
        "study/choosing.py",
        "import random\nFIRST = random.choice([1, 2])",
    ),
    Rule(
        "domain and study read and write no files",
        lambda root: (
            line
            for folder in ("domain", "study")
            for line in never_calls(
                folder, r"(io\.|os\.)?open", r".+\.(read|write)_(text|bytes)", r".+\.mkdir"
            )(root)
        ),
        "domain/course.py",
        "TEXT = open('course.toml').read()",
    ),
    Rule(
        "ui never prints",
        never_calls("ui", "print"),
        "ui/failures.py",
        "print('oh')",
    ),
    Rule(
        "QLabel, which takes text for HTML, is used by the two label widgets only",
        names_no("ui", {"QLabel"}, {"ui/widgets/label.py", "ui/widgets/markup_label.py"}),
        "ui/pages/result.py",
        "from PySide6.QtWidgets import QLabel\nQLabel('<img src=/etc/passwd>')",
    ),
    Rule(
        "Qt's own boxes, which take text for HTML, are not used",
        names_no(
            "ui", {"QMessageBox", "QInputDialog", "QProgressDialog", "QErrorMessage", "QTextBrowser"}, set()
        ),
        "ui/failures.py",
        "from PySide6 import QtWidgets\nQtWidgets.QMessageBox(text='<img src=/etc/passwd>')",
    ),
    Rule(
        "tooltips are told that their text is plain",
        tooltips,
        "ui/widgets/node.py",
        "def show(self, title):\n    self.setToolTip(title)",
    ),
    Rule(
        "colours are spelt in ui/tokens.py only",
        colours,
        "ui/widgets/chip.py",
        "BORDER = 'border: 1px solid #3f4ec2'",
    ),
    Rule(
        "each module and class says what it is in a docstring",
        docstrings,
        "ui/widgets/ring.py",
        "'''Rings.'''\nclass Ring:\n    pass",
    ),
    Rule(
        "__init__.py files are empty",
        package_files,
        "ui/pages/__init__.py",
        "from desktop.ui.pages import home",
    ),
]
NAMES = [rule.sentence for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_rule(rule: Rule) -> None:
    assert not list(rule.check(ROOT))


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_breach_is_caught(rule: Rule, tmp_path: Path) -> None:
    planted = tmp_path / "desktop" / rule.breach_path
    planted.parent.mkdir(parents=True)
    planted.write_text(rule.breach)
    assert [line.split(":")[0] for line in rule.check(tmp_path)] == [f"desktop/{rule.breach_path}"]


IMPORT_ALL = """
import importlib, pathlib, sys
import tests.without_qt
for folder in sys.argv[1:]:
    for path in sorted(pathlib.Path("desktop", folder).rglob("*.py")):
        importlib.import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
"""


def import_without_qt(root: Path) -> subprocess.CompletedProcess[str]:
    """Import every module that must not need Qt, in a process where Qt cannot be imported."""
    folders = ("domain", "study", "storage", "authoring", "cli")
    return subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, *folders], cwd=root, capture_output=True, text=True, check=False
    )


def test_everything_but_ui_works_where_there_is_no_qt() -> None:
    assert import_without_qt(ROOT).stderr == ""


def test_the_proof_without_qt_can_fail(tmp_path: Path) -> None:
    (tmp_path / "desktop" / "study").mkdir(parents=True)
    (tmp_path / "desktop" / "__init__.py").touch()
    (tmp_path / "desktop" / "study" / "review.py").write_text("import PySide6.QtCore")
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    assert "PySide6 is blocked here" in import_without_qt(tmp_path).stderr
