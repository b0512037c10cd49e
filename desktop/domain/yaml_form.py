"""YAML as data, its plain scalars kept as they are written: `no`, `1:30` and `012` are no other values."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from desktop.domain.unreadable import KeyTwiceError, TooLargeError

MOST_NODES = 5_000
"""Of a document, once its aliases are put in."""
DEEPEST = 40

_STRING = "tag:yaml.org,2002:str"
_OCTAL = re.compile(r"0o[0-7]+")


@dataclass(slots=True)
class _Open:
    """A collection that is being read."""

    kind: str
    tag: str
    anchor: str | None
    parts: list[Hashable] = field(default_factory=list)
    nodes: int = 1


class _Reader:
    """Builds the form of a stream of events."""

    def __init__(self, resolver: Any) -> None:
        self._resolver = resolver
        self._anchors: dict[str, tuple[Hashable, int]] = {}
        self._stack = [_Open("stream", "", None)]

    def read(self, events: Iterator[Any]) -> Hashable:
        for event in events:
            match event:
                case yaml.ScalarEvent():
                    self._add(self._scalar(event), 1, event.anchor)
                case yaml.AliasEvent():
                    form, nodes = self._anchors.get(event.anchor or "", (("alias", event.anchor), 1))
                    self._add(form, nodes, None)
                case yaml.SequenceStartEvent():
                    self._begin("list", event)
                case yaml.MappingStartEvent():
                    self._begin("map", event)
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    self._end()
        return tuple(self._stack[0].parts)

    def _begin(self, kind: str, event: Any) -> None:
        if len(self._stack) > DEEPEST:
            raise TooLargeError
        self._stack.append(_Open(kind, event.tag or "", event.anchor))

    def _end(self) -> None:
        done = self._stack.pop()
        form: Hashable
        if done.kind == "map":
            pairs = list(zip(done.parts[::2], done.parts[1::2], strict=True))
            if len({key for key, _ in pairs}) < len(pairs):
                raise KeyTwiceError
            form = ("map", done.tag, frozenset(pairs))
        else:
            form = ("list", done.tag, tuple(done.parts))
        self._add(form, done.nodes, done.anchor)

    def _add(self, form: Hashable, nodes: int, anchor: str | None) -> None:
        if anchor is not None:
            self._anchors[anchor] = (form, nodes)
        top = self._stack[-1]
        top.nodes += nodes
        if top.nodes > MOST_NODES:
            raise TooLargeError
        top.parts.append(form)

    def _scalar(self, event: Any) -> Hashable:
        """A text, or what is written where it may be read as a number, a truth value, a date or nothing."""
        plain = event.implicit[0] and not event.style
        tag = event.tag or ""
        if plain and not tag:
            resolved = self._resolver.resolve(yaml.ScalarNode, event.value, (True, False))
            if resolved != _STRING or _OCTAL.fullmatch(event.value):
                return ("plain", event.value)
        return ("text", "" if tag == "!" else tag, event.value)


def yaml_form(text: str) -> Hashable:
    """The documents of a text in a form that equals another's where both hold the same.

    Raises ValueError where it cannot be read, among them TooLargeError and KeyTwiceError.
    """
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return _Reader(yaml.resolver.Resolver()).read(yaml.parse(text, Loader=loader))
    except yaml.YAMLError as error:
        raise ValueError(getattr(error, "problem", None) or "") from None
