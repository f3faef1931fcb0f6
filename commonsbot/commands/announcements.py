"""The table of commands as clients can be told it, for them to complete what a member types.

Both forms are proposals, each read by some clients: MSC4332 is one event for all the commands,
MSC4391 one for each.
"""

import base64
import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from commonsbot.commands.command import Command, Parameter
from commonsbot.domain.announcements import Announcement
from commonsbot.domain.ids import UserId
from commonsbot.texts import Translator

Json = dict[str, Any]


def announce(
    commands: Sequence[Command], texts: Translator, owner: UserId, forms: Collection[str]
) -> list[Announcement]:
    """What `owner`, the bot's account, says of `commands` in each of `forms`."""
    return [each for form in forms for each in _FORMS[form](commands, texts, owner)]


def _all_in_one(
    commands: Sequence[Command], texts: Translator, owner: UserId
) -> Iterator[Announcement]:
    content = {"sigil": "!", "commands": [_syntax(command, texts) for command in commands]}
    yield Announcement("org.matrix.msc4332.commands", owner, content)


def _syntax(command: Command, texts: Translator) -> Json:
    """It knows no optional variables: a command that can do without is offered without."""
    name, needed = command.called(texts.language), command.parameter
    described: Json = {"syntax": name, "description": _summary(command, texts)}
    if needed and not command.optional:
        variable = _name(needed, texts)
        described["syntax"] = f"{name} {{{variable}}}"
        described["variables"] = {variable: _explained(needed, texts)}
    return described


def _one_by_one(
    commands: Sequence[Command], texts: Translator, owner: UserId
) -> Iterator[Announcement]:
    for command in commands:
        name = command.called(texts.language)
        key = base64.b64encode(hashlib.sha256(f"{name}{owner}".encode()).digest()).decode()
        content = _description(command, name, texts)
        yield Announcement("org.matrix.msc4391.command_description", key, content)


def _description(command: Command, name: str, texts: Translator) -> Json:
    described: Json = {
        "command": name,
        "aliases": [other for other in command.names if other != name],
        "description": _summary(command, texts),
    }
    if taken := command.parameter:
        key = _name(taken, texts)
        described["parameters"] = [
            {
                "key": key,
                "schema": {"schema_type": "primitive", "type": _type(taken)},
                "optional": command.optional,
                "description": _explained(taken, texts),
            }
        ]
        described["fi.mau.tail_parameter"] = key  # it may have several words
    return described


_FORMS: dict[str, Callable[[Sequence[Command], Translator, UserId], Iterator[Announcement]]] = {
    "msc4332": _all_in_one,
    "msc4391": _one_by_one,
}


def _type(parameter: Parameter) -> str:
    return "integer" if parameter is Parameter.NUMBER else "string"


def _name(parameter: Parameter, texts: Translator) -> str:
    return texts.plain(f"usage-{parameter.value}")


def _summary(command: Command, texts: Translator) -> Json:
    return _text(texts.plain(f"summary-{command.id}"))


def _explained(parameter: Parameter, texts: Translator) -> Json:
    return _text(texts.plain(f"parameter-{parameter.value}"))


def _text(words: str) -> Json:
    """Spec, "m.room.topic": the one text block there is; MSC1767."""
    return {"m.text": [{"body": words}]}
