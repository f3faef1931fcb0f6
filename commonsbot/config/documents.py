"""YAML files, read so that what an operator wrote is what we get."""

import re
from importlib import resources
from pathlib import Path
from typing import Any, Protocol, TypeVar

import yaml

from commonsbot.config.shapes import Fault, Group

try:
    from yaml import CSafeLoader as _SafeLoader  # ten times as fast
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]


class Layer(Protocol):
    """A whole file that may lie over the bot's own."""

    @property
    def default(self) -> bool:
        """Whether it does."""


_Layer = TypeVar("_Layer", bound=Layer)


class _Loader(_SafeLoader):
    """Refuses a key given twice, and leaves `18:30` a text (YAML 1.1 made it 1110)."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for name, _ in node.value:
            if name.value in seen:
                raise _TwiceError(None, None, str(name.value), name.start_mark)
            if isinstance(name.value, str):
                seen.add(name.value)
        return super().construct_mapping(node, deep)


class _TwiceError(yaml.constructor.ConstructorError):
    pass


_PLAIN_NUMBERS = r"[-+]?[0-9]+"
_KEPT = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")


def _set_resolvers() -> None:
    kept = {
        letter: [(tag, pattern) for tag, pattern in resolvers if tag in _KEPT]
        for letter, resolvers in _SafeLoader.yaml_implicit_resolvers.items()
    }
    _Loader.yaml_implicit_resolvers = kept
    _Loader.add_implicit_resolver(
        "tag:yaml.org,2002:int", re.compile(rf"^{_PLAIN_NUMBERS}$"), list("-+0123456789")
    )
    _Loader.add_implicit_resolver(
        "tag:yaml.org,2002:float",
        re.compile(rf"^{_PLAIN_NUMBERS}\.[0-9]*$"),
        list("-+0123456789"),
    )


_set_resolvers()


def packaged(name: str) -> dict[Any, Any]:
    """A file that comes with the package."""
    text = resources.files("commonsbot.config").joinpath(name).read_text(encoding="utf-8")
    document: dict[Any, Any] = yaml.load(text, _Loader)  # noqa: S506 - a SafeLoader
    return document


def read(path: Path, faults: list[Fault], *, secret: bool = False) -> dict[Any, Any] | None:
    """The file's mapping; None after noting why not. Of a `secret` file nothing is quoted."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        document = yaml.load(text, _Loader)  # noqa: S506 - a SafeLoader
    except OSError as error:
        faults.append(Fault("", _WHY.get(type(error), "config-unreadable"), {"path": str(path)}))
    except UnicodeDecodeError:
        faults.append(Fault("", "config-not-utf8", {}))
    except (yaml.YAMLError, ValueError, TypeError) as error:  # a list as a name
        faults.append(_syntax(error, text, secret=secret))
    else:
        if isinstance(document, dict):
            return document
        sentence = "config-no-settings" if document is None else "config-not-settings"
        faults.append(Fault("", sentence, {}))
    return None


def read_as(shape: type[_Layer], path: Path, faults: list[Fault]) -> _Layer | None:
    """The whole file as a `shape`; None after noting why not."""
    document = read(path, faults)
    if document is None:
        return None
    layer: _Layer | None = Group(shape).read(document, "", faults)
    return layer


def layers(
    shape: type[_Layer], packaged: Path, own: Path, missing: str, faults: list[Fault]
) -> tuple[_Layer, _Layer] | None:
    """The bot's file, an empty one where `own` goes without, and `own`.

    None after noting what is wrong with `own`, or that it is `missing`; the bot's file is known
    to be good.
    """
    if not own.exists():
        faults.append(Fault("", missing, {}))
        return None
    over = read_as(shape, own, faults)
    if over is None:
        return None
    return (read_as(shape, packaged, []) if over.default else None) or shape(), over


_WHY: dict[type[OSError], str] = {
    FileNotFoundError: "config-no-file",
    PermissionError: "config-no-permission",
    IsADirectoryError: "config-is-folder",
}


def _syntax(error: Exception, text: str, *, secret: bool) -> Fault:
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Fault("", "config-not-yaml", {})
    place: dict[str, str | int] = {"line": mark.line + 1, "column": mark.column + 1}
    if isinstance(error, _TwiceError):
        return Fault("" if secret else str(error.problem), "config-twice", place)
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    if _UNQUOTED.search(line):
        return Fault("", "config-quote-needed", place)
    tab = line[mark.column : mark.column + 1] == "\t"
    return Fault("", "config-tab" if tab else "config-syntax", place)


_UNQUOTED = re.compile(r"(?:^|[\s\[,{])[@!`][\w*]")
"""A room's or person's id where YAML sees the beginning of something else."""
