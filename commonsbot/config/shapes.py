"""What a setting may be: each shape reads a YAML value, and describes itself to editors.

A shape never raises for a bad value: it notes a fault and goes on, so that an operator learns
everything that is wrong in one go.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from difflib import get_close_matches
from typing import Any, Protocol

from commonsbot.errors import CommonsBotError


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the value at `key`.

    `sentence` names the Fluent message that says it, its twin `…-remedy` what to write instead;
    `values` fill both.
    """

    key: str
    sentence: str
    values: Mapping[str, str | int]


class UnreadableError(CommonsBotError):
    """A value that a leaf refuses, before its key is known."""

    def __init__(self, sentence: str, **values: str | int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values


class Shape(Protocol):
    def read(self, value: Any, key: str, faults: list[Fault]) -> Any:
        """The typed value; anything at all when a fault was added."""

    def schema(self) -> dict[str, Any]:
        """Its JSON Schema (draft 2020-12)."""


def setting(shape: Shape, about: str, default: Any = MISSING) -> Any:
    """A dataclass field that is a setting; `about` is what editors show. No default: required."""
    metadata = {"shape": shape, "about": about}
    if default is MISSING:
        return field(metadata=metadata)
    return field(default_factory=lambda: default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One scalar. `parse` raises UnreadableError."""

    parse: Callable[[Any], Any]
    described: Mapping[str, Any]

    def read(self, value: Any, key: str, faults: list[Fault]) -> Any:
        try:
            if value is None:
                raise UnreadableError("config-empty")
            return self.parse(value)
        except UnreadableError as error:
            faults.append(Fault(key, error.sentence, {"key": key, **error.values}))

    def schema(self) -> dict[str, Any]:
        return dict(self.described)


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of one shape, kept as a tuple or a frozenset."""

    item: Shape
    into: type = tuple

    def read(self, value: Any, key: str, faults: list[Fault]) -> Any:
        if not isinstance(value, list):
            faults.append(Fault(key, "config-not-list", {"key": key.rpartition(".")[2]}))
            return None
        read = [self.item.read(item, f"{key}[{n}]", faults) for n, item in enumerate(value)]
        return None if faults else self.into(read)

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.item.schema()}


@dataclass(frozen=True, slots=True)
class Group:
    """A mapping with known keys: the fields of the dataclass `made`."""

    made: type[Any]

    def read(self, value: Any, key: str, faults: list[Fault]) -> Any:
        if not isinstance(value, dict):
            faults.append(Fault(key, "config-not-mapping", {"keys": ", ".join(self._settings())}))
            return None
        settings = self._settings()
        faults.extend(self._unknown(name, key) for name in value if name not in settings)
        read = {
            name: shape_of(known).read(value[name], _below(key, name), faults)
            for name, known in settings.items()
            if name in value
        }
        missing = [n for n, known in settings.items() if _required(known) and n not in value]
        faults.extend(Fault(_below(key, n), f"config-missing-{n}", {}) for n in missing)
        return None if faults else self.made(**read)

    def _settings(self) -> dict[str, Field[Any]]:
        return {known.name: known for known in fields(self.made)}

    def _unknown(self, name: Any, key: str) -> Fault:
        path = _below(key, str(name))
        if name in ("password", "access_token", "token"):
            return Fault(path, "config-secret-here", {})
        near = get_close_matches(str(name).casefold(), self._settings(), n=1, cutoff=0.5)
        if near:
            return Fault(path, "config-unknown-near", {"near": near[0]})
        return Fault(path, "config-unknown", {"keys": ", ".join(self._settings())})

    def schema(self) -> dict[str, Any]:
        settings = self._settings()
        described: dict[str, Any] = {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                name: {"description": known.metadata["about"], **shape_of(known).schema()}
                for name, known in settings.items()
            },
        }
        required = [name for name, known in settings.items() if _required(known)]
        return {**described, "required": required} if required else described


@dataclass(frozen=True, slots=True)
class Mapped:
    """A mapping whose keys are chosen by the operator."""

    keys: Leaf
    item: Shape
    otherwise: str = "config-not-rooms"
    """What to say of anything but a mapping."""

    def read(self, value: Any, key: str, faults: list[Fault]) -> Any:
        if not isinstance(value, dict):
            faults.append(Fault(key, self.otherwise, {"key": key}))
            return None
        return {
            self.keys.read(name, _below(key, str(name)), faults): self.item.read(
                item, _below(key, str(name)), faults
            )
            for name, item in value.items()
        }

    def schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "propertyNames": self.keys.schema(),
            "additionalProperties": self.item.schema(),
        }


@dataclass(frozen=True, slots=True)
class Switchable:
    """A group, or `off`, which is read as False. `words`: what says the same, more clearly."""

    group: Group
    words: tuple[str, ...] = ()

    def read(self, value: Any, key: str, faults: list[Fault]) -> Any:
        if value is False or value in ("off", "non", "no", *self.words):
            return False
        return self.group.read(value, key, faults)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [self.group.schema(), {"enum": [*self.words, False, "off", "non"]}]}


def shape_of(known: Field[Any]) -> Shape:
    shape: Shape = known.metadata["shape"]
    return shape


def _required(known: Field[Any]) -> bool:
    return known.default_factory is MISSING


def _below(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name
