"""The first words in a room."""

from commonsbot.config import Config
from commonsbot.domain.audiences import Audience
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.rooms import Room
from commonsbot.texts import Languages
from commonsbot.texts.encryption import not_encrypted


def introduction(config: Config, languages: Languages, room: Room, *, desk: bool) -> Outgoing:
    """What the bot says when it comes into a room. `desk`: that of the moderators."""
    texts = languages.views_of(room.id).texts
    document = texts.document("introduction")
    if emojis := config.capture.emojis:
        document += texts.document("introduction-reaction", emoji=emojis[0])
    terms = config.terms(room.id, room.alias, encrypted=room.encrypted, direct=room.direct)
    if not room.encrypted:
        document += texts.document(not_encrypted(direct=room.direct))
    elif terms.audience is Audience.ROOM:
        document += texts.document("introduction-encrypted")
    if desk:
        document = texts.document("introduction-desk")
    return Outgoing(
        key=f"introduction:{room.id}",
        room=room.id,
        kind=Kind.INTRODUCTION,
        document=document,
        notice=True,
    )
