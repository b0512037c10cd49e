"""`clozeline schema`: prints the JSON Schema of course and lesson files."""

from __future__ import annotations

import argparse
import json

from desktop.authoring.schema import lesson_schema


def run(arguments: list[str]) -> int:
    """Print the schema; the order of its keys never changes by itself."""
    parser = argparse.ArgumentParser(
        prog="clozeline schema", description="Print the JSON Schema of course and lesson files."
    )
    parser.parse_args(arguments)
    print(json.dumps(lesson_schema(), indent=2, ensure_ascii=False))
    return 0
