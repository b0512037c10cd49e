"""As much of JSON Schema as the printed schema uses, to hold files against it."""

import re
from collections.abc import Iterator
from typing import Any

TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}


def breaches(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "") -> Iterator[str]:
    """Every place where a value does not keep the schema."""
    if "$ref" in schema:
        yield from breaches(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, at)
        return
    ways = schema.get("anyOf") or schema.get("oneOf")
    if ways:
        fits = sum(not list(breaches(value, way, root, at)) for way in ways)
        if fits == 0 or ("oneOf" in schema and fits > 1):
            yield f"{at}: fits {fits} of {len(ways)}"
        return
    kind = schema.get("type")
    if kind and (not isinstance(value, TYPES[kind]) or (kind == "integer" and isinstance(value, bool))):
        yield f"{at}: expected {kind}"
        return
    if ("enum" in schema and value not in schema["enum"]) or value != schema.get("const", value):
        yield f"{at}: {value!r} is not offered"
    yield from _sizes(value, schema, at)
    yield from _inside(value, schema, root, at)


def _inside(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{at}: {name} is missing" for name in schema.get("required", []) if name not in value)
        for name, inner in value.items():
            other = schema.get("additionalProperties", True)
            found = schema.get("properties", {}).get(name, other)
            if found is False:
                yield f"{at}: {name} is unknown"
            elif isinstance(found, dict):
                yield from breaches(inner, found, root, f"{at}/{name}")
    if isinstance(value, list):
        for i, inner in enumerate(value):
            yield from breaches(inner, schema.get("items", {}), root, f"{at}/{i}")


def _sizes(value: Any, schema: dict[str, Any], at: str) -> Iterator[str]:
    words: dict[type, str] = {str: "Length", list: "Items", dict: "Properties"}
    if isinstance(value, int):
        low, high, size = schema.get("minimum", value), schema.get("maximum", value), value
    else:
        word = words[type(value)]
        size = len(value)
        low, high = schema.get(f"min{word}", 0), schema.get(f"max{word}", size)
    if not low <= size <= high:
        yield f"{at}: {size} is not between {low} and {high}"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{at}: {value!r} does not match {schema['pattern']}"
