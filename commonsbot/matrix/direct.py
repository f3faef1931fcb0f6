"""Opening a direct chat: only to tell somebody what is for them alone."""

import logging

from commonsbot.domain.ids import UserId
from commonsbot.errors import RefusedError
from commonsbot.matrix.client import Client

log = logging.getLogger(__name__)

OPENED_FOR = "commonsbot.direct"
"""Key of the `m.room.create` content of a chat the bot opened: the homeserver does not send the
bot its own invite back, and a restart must know the chat again."""

_ENCRYPTED = {
    "type": "m.room.encryption",
    "state_key": "",
    "content": {"algorithm": "m.megolm.v1.aes-sha2"},
}


async def open_chat(client: Client, user: UserId) -> None:
    """Invites `user` (spec, "POST /createRoom", "Direct Messaging"). Raises MatrixError.

    A homeserver that forbids it is only noted: the person may still write to the bot first.
    """
    body = {
        "is_direct": True,
        "preset": "trusted_private_chat",
        "invite": [user],
        "initial_state": [_ENCRYPTED],
        "creation_content": {OPENED_FOR: user},
    }
    try:
        await client.call("POST", "/v3/createRoom", body)
    except RefusedError as error:
        log.info("direct chat not opened", extra={"user": user, "error": str(error)})
