"""Turns what pydantic says about a file's content into words for its author, and into a place."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from desktop.domain.exercises import AnyTask
from desktop.domain.problems import KeyPath

Model = TypeVar("Model", bound=BaseModel)

MOST_VALUES = 30_000

PATTERNS: dict[str, str] = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "lower-case letters and digits, joined by hyphens",
    r"^[A-Za-z0-9._/ -]{1,80}$": "a file name of letters, digits and ._/-",
    r"^(python|yaml|json|toml|bash|sql|dockerfile|ini|console|text)$": (
        "python, yaml, json, toml, bash, sql, dockerfile, ini, console or text"
    ),
    r"^\S{1,60}$": "one word without spaces, at most 60 characters",
    r"^[a-z]{2,3}(-[A-Z]{2})?$": "a language code such as en or pt-BR",
    r"^\d+\.\d+(\.\d+)?$": "a version such as 1.0 or 1.2.3",
    r"^https://[^\s\"<>]{4,300}$": "an address that begins with https://",
    r"^3\.\d{1,2}$": "a version of Python such as 3.13",
    r"^[a-z0-9_]{1,60}\.py$": "a name in lower case that ends in .py",
    r"^[^\s=]{1,40}$": "a name of at most 40 characters without spaces",
    r"^[a-z0-9._-]{1,90}\.(png|jpg|jpeg|webp)$": "a name in lower case that ends in .png, .jpg or .webp",
}
"""What each pattern of the models asks for."""

WORDS: dict[str, str] = {
    "missing": "the field {name} is missing",
    "string_type": "expected text in quotes, found {found}",
    "string_too_short": "expected text, found none",
    "string_too_long": "expected at most {max_length} characters, found {length}",
    "string_pattern_mismatch": "expected {expected}, found {found}",
    "int_type": "expected a whole number, found {found}",
    "bool_type": "expected true or false, found {found}",
    "tuple_type": "expected a list in [ ], found {found}",
    "dict_type": "expected a table, found {found}",
    "model_type": "expected a table, found {found}",
    "model_attributes_type": "expected a table, found {found}",
    "greater_than_equal": "expected {ge} or more, found {found}",
    "less_than_equal": "expected {le} or less, found {found}",
    "too_short": "expected at least {min_length}, found {actual_length}",
    "too_long": "expected at most {max_length}, found more",
    "union_tag_invalid": "expected kind = {expected_tags}, found {found}",
    "union_tag_not_found": "the field kind is missing; expected {expected_tags}",
}
"""Our words for the errors of pydantic that lessons can cause."""
MISSPELT = "there is no field {name} here; did you mean {near}?"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a value was refused, and where it stands in the file's content."""

    path: KeyPath
    message: str
    """A template for `values`."""
    values: Mapping[str, object] = field(default_factory=dict)
    offset: int | None = None
    """The character that is to blame, in a text."""


def validated(model: type[Model], content: dict[str, Any]) -> Model | tuple[Refusal, ...]:
    """The model of a file's content, or everything that keeps it from being one."""
    if _has_too_many_values(content):
        return (Refusal((), "the file holds more than {most} values", {"most": MOST_VALUES}),)
    try:
        return model.model_validate(content)
    except ValidationError as error:
        found = [_refusal(model, content, one) for one in error.errors(include_url=False)]
        misspelt = {(*one.path[:-1], one.values["near"]) for one in found if "near" in one.values}
        # A misspelt field is missing as well; one of the two is enough.
        return tuple(one for one in found if one.message != WORDS["missing"] or one.path not in misspelt)


def _has_too_many_values(content: Any) -> bool:
    """Whether there is more than any lesson needs: a million wrong values would be a million errors."""
    count = 0
    waiting = [content]
    while waiting and count <= MOST_VALUES:
        value = waiting.pop()
        count += 1
        if isinstance(value, dict | list):
            waiting.extend(value.values() if isinstance(value, dict) else value)
    return count > MOST_VALUES


def _refusal(model: type[BaseModel], content: dict[str, Any], error: ErrorDetails) -> Refusal:
    kind, context = error["type"], dict(error.get("ctx", {}))
    path = _in_file(error["loc"])
    if "template" in context:  # refused by the models themselves, in their own words
        template, at, offset = context.pop("template"), context.pop("at"), context.pop("offset")
        return Refusal(_existing((*path, *at), content), template, context, offset)
    if kind == "extra_forbidden":
        return _unknown_field(model, path, content)
    found = error["input"]
    if kind == "union_tag_not_found" and isinstance(found, dict):
        strange = set(found).difference(*(one.model_fields for one in _kinds().values()))
        if near := difflib.get_close_matches("kind", sorted(strange), n=1):
            return Refusal((*path, near[0]), MISSPELT, {"name": near[0], "near": "kind"})
    values = {
        **{key: value for key, value in context.items() if isinstance(value, int | str)},
        "name": str(path[-1]) if path else "",
        "found": in_toml_words(found),
        "length": len(found) if isinstance(found, str) else 0,
        "expected": PATTERNS.get(str(context.get("pattern")), "other text"),
        "expected_tags": " or ".join(f'"{tag}"' for tag in _kinds()),
    }
    if kind == "union_tag_invalid":
        values["found"] = in_toml_words(found.get("kind"))
        path = (*path, "kind")
    if kind == "missing":
        # The field has no line, but its name belongs into the words of the place.
        return Refusal(path, WORDS[kind], {"name": values["name"]})
    template = WORDS.get(kind)
    if template is None:
        return Refusal(_existing(path, content), "not accepted: {reason}", {"reason": error["msg"]})
    used = {name: value for name, value in values.items() if f"{{{name}}}" in template}
    return Refusal(_existing(path, content), template, used)


def _in_file(loc: tuple[int | str, ...]) -> KeyPath:
    """A place without the name of the kind, which pydantic puts behind the number of a task."""
    tagged = len(loc) > 2 and loc[0] == "tasks" and loc[2] in _kinds()
    return (*loc[:2], *loc[3:]) if tagged else tuple(loc)


def _existing(path: KeyPath, content: Any) -> KeyPath:
    """As much of a path as the file has: a blank's number is a text there, one answer needs no list."""
    found: list[str | int] = []
    for step in path:
        if isinstance(content, dict):
            key = step if step in content else str(step)
            if key not in content:
                break
            content = content[key]
            found.append(key)
        elif isinstance(content, list) and isinstance(step, int) and step < len(content):
            content = content[step]
            found.append(step)
        else:
            break
    return tuple(found)


def _unknown_field(model: type[BaseModel], path: KeyPath, content: dict[str, Any]) -> Refusal:
    name = str(path[-1])
    fields = _model_at(model, path[:-1], content).model_fields
    known = [field.alias or name for name, field in fields.items()]
    values: dict[str, object] = {"name": name[:64]}
    if near := difflib.get_close_matches(name, known, n=1):
        return Refusal(path, MISSPELT, {**values, "near": near[0]})
    return Refusal(
        path, "there is no field {name} here; known are {known}", {**values, "known": ", ".join(known)}
    )


def _model_at(model: type[BaseModel], path: KeyPath, content: Any) -> type[BaseModel]:
    """The model of the table at a path."""
    for step in path:
        content = content[step]
        if isinstance(step, int):
            continue
        models = list(_models_in(model.model_fields[step].annotation)) if step in model.model_fields else []
        if len(models) == 1:
            model = models[0]
        elif models:  # a list of several kinds: the next step is a number, and the table says its kind
            kind = content[path[path.index(step) + 1]]["kind"]
            model = _kinds()[kind]
    return model


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _kinds() -> dict[str, type[BaseModel]]:
    """The models of tasks by the word that stands in `kind`."""
    return {get_args(one.model_fields["kind"].annotation)[0]: one for one in _models_in(AnyTask)}


def in_toml_words(value: Any) -> str:
    """A value as its author wrote it, short."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{value}"' if len(value) <= 40 else f'"{value[:38]}…"'
        case int() | float():
            return "a very large number" if abs(value) > 10**18 else f"the number {value}"
        case list() | tuple():
            return "a list"
        case dict():
            return "a table"
        case dt.date() | dt.time():
            return "a date or time"
        case _:
            return "nothing"
