"""What the moderators of a room chose about what is shared there, and how it is typed."""

from dataclasses import dataclass, replace

from commonsbot.domain.audiences import Audience
from commonsbot.domain.choices import chosen_word
from commonsbot.domain.moderation import Policy
from commonsbot.domain.terms import Terms

_POLICIES = {
    Policy.REVIEW: "relus relu relue relues relire relecture verifies moderes review reviewed"
    " moderated",
    Policy.OPEN: "ouverts ouvert ouverte ouvertes libres libre directs direct open free",
}
_AUDIENCES = {
    Audience.ROOM: "salon room",
    Audience.NETWORK: "reseau network",
    Audience.PUBLIC: "public publics publique everyone everybody",
}
_LITTLE = frozenset(
    "a au aux le la les l ce cet par pour dans tout toute partages avant apres to by the this in"
    " whole shares".split()
)


@dataclass(frozen=True, slots=True)
class OwnTerms:
    """None: as the settings have it."""

    policy: Policy | None = None
    audience: Audience | None = None

    def over(self, configured: Terms) -> Terms:
        """What holds there."""
        reviewed = self.policy is Policy.REVIEW if self.policy else configured.reviewed
        audience = self.audience or configured.audience
        return replace(configured, reviewed=reviewed, audience=audience)


def read_policy(typed: str) -> Policy | None:
    """« relus », « ouverts », a slip apart; None for anything else."""
    return _POLICY_OF.get(chosen_word(typed, _POLICY_OF, _LITTLE))


def read_audience(typed: str) -> Audience | None:
    """« salon », « le réseau », a slip apart; None for anything else."""
    return _AUDIENCE_OF.get(chosen_word(typed, _AUDIENCE_OF, _LITTLE))


_POLICY_OF = {word: value for value, words in _POLICIES.items() for word in words.split()}
_AUDIENCE_OF = {word: value for value, words in _AUDIENCES.items() for word in words.split()}
