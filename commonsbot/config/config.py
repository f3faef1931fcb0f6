"""The settings as the rest of the code gets them."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

from commonsbot.config import credentials, documents, news_classes, themes, values
from commonsbot.config.credentials import Credentials
from commonsbot.config.faults import raise_faults
from commonsbot.config.profiles import with_profile
from commonsbot.config.settings import (
    Capture,
    Commands,
    Digest,
    Encryption,
    Invites,
    Links,
    Log,
    Moderation,
    News,
    Notes,
    OneRoom,
    OpeningHours,
    Pace,
    RequestLimits,
    Review,
    Settings,
)
from commonsbot.config.shapes import Fault, Group
from commonsbot.domain.audiences import Audience
from commonsbot.domain.editions import Schedule
from commonsbot.domain.holidays import Territory
from commonsbot.domain.hours import ALWAYS, Hours, is_span
from commonsbot.domain.ids import UserId
from commonsbot.domain.licences import Licence
from commonsbot.domain.moderation import Policy
from commonsbot.domain.news_classes import Lexicon
from commonsbot.domain.retention import Retention
from commonsbot.domain.roles import Bypass, Role
from commonsbot.domain.terms import Terms, terms_in
from commonsbot.domain.themes import Vocabulary
from commonsbot.domain.time_zones import territory_of

_File = TypeVar("_File")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomSettings:
    """What one room does otherwise."""

    digest: Schedule | None
    """None: no letter."""
    audience: Audience | None = None
    licence: Licence | None = None
    """Of what is shared there; None: as elsewhere."""
    policy: Policy | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Every path is absolute."""

    file: Path
    homeserver: str
    """Its client address, without a last slash."""
    account: UserId
    name: str
    """What the network is called; "" where that was not said."""
    profile: str
    secrets: Path
    credentials: Credentials
    space: str | None
    """An id or an alias, as in `rooms` and `room_settings`."""
    rooms: tuple[str, ...]
    stewards: frozenset[UserId]
    data: Path
    language: str
    vocabulary: Vocabulary
    lexicon: Lexicon
    """What news are told apart by."""
    permalink_prefix: str
    invites: Invites
    pace: Pace
    encryption: Encryption
    commands: Commands
    capture: Capture
    defaults: Terms
    moderation: Moderation
    limits: RequestLimits
    news: News
    review: Review | None
    """None: nobody is asked."""
    links: Links
    sources: tuple[str, ...]
    hours: Hours
    bypass: Bypass
    notes: Notes
    retention: Retention
    digest: Schedule | None
    """None: no letter, save in the rooms of `room_settings` that have one."""
    room_settings: Mapping[str, RoomSettings]
    log: Log

    @property
    def database(self) -> Path:
        return self.data / "commonsbot.db"

    def terms(self, *names: str, encrypted: bool, direct: bool) -> Terms:
        """What holds for shares in the room known by `names` (its id, its aliases)."""
        terms = terms_in(encrypted=encrypted, direct=direct, common=self.defaults)
        own = self._own(names)
        if own is None:
            return terms
        policy = own.policy or self.moderation.policy
        return Terms(
            audience=own.audience or terms.audience,
            licence=own.licence or terms.licence,
            reviewed=policy is Policy.REVIEW,
        )

    def language_of(self, *names: str) -> str | None:
        """The language of the room known by `names` (its id, its aliases), where it has its own."""
        own = self._own(names)
        return own.language if own else None

    def schedule(self, *names: str) -> Schedule | None:
        """When the letter of the room known by `names` (its id, its aliases) leaves."""
        own = self._own(names)
        return own.digest if own else self.digest

    def _own(self, names: Iterable[str]) -> RoomSettings | None:
        """What is set for that room alone."""
        return next(
            (self.room_settings[name] for name in names if name in self.room_settings), None
        )


def load(path: Path, language: str = "fr", environment: Mapping[str, str] = os.environ) -> Config:
    """Reads the configuration file and its secrets.

    Raises ConfigError, its sentences in `language`, with everything that is wrong with the
    files in its `errors`.
    """
    faults: list[Fault] = []
    secret_faults: list[Fault] = []
    read = Credentials()
    settings = None
    document = documents.read(path, faults)
    secrets = path.parent / (_named(document, "secrets") or "secrets.yaml")
    if document is not None:
        settings = _settings(document, faults)
        read = credentials.load(secrets, environment, secret_faults)
    found = {path: faults, secrets: secret_faults}
    if settings is not None:
        _check_data(path.parent / settings.data, found)
    vocabulary = _own("themes", document, path, found, themes.load)
    lexicon = _own("news_classes", document, path, found, news_classes.load)
    raise_faults(found, language)
    assert settings is not None
    return _config(path.absolute(), settings, read, vocabulary, lexicon)


def _check_data(data: Path, found: dict[Path, list[Fault]]) -> None:
    """What only the bot may read is refused where others can."""
    for path, mode in credentials.exposed(data):
        values = {"folder": str(data), "mode": f"{mode:o}"}
        found[path] = [Fault("", "config-data-mode", values)]


def _own(
    setting: str,
    document: dict[Any, Any] | None,
    path: Path,
    found: dict[Path, list[Fault]],
    load: Callable[[Path | None, list[Fault]], _File],
) -> _File:
    """What comes with the bot, under the operator's file that `setting` names."""
    named = _named(document, setting)
    own = path.parent / named if named else None
    faults: list[Fault] = []
    read = load(own, faults)
    if own:
        found[own] = [*found.get(own, []), *faults]
    return read


def _settings(document: dict[Any, Any], faults: list[Fault]) -> Settings | None:
    settings: Settings | None = Group(Settings).read(with_profile(document), "", faults)
    if settings and not (settings.space or settings.rooms or settings.invites != Invites()):
        faults.append(Fault("space", "config-nowhere", {}))
    if settings and settings.moderation.policy is Policy.REVIEW and not settings.moderation.room:
        faults.append(Fault("moderation.policy", "config-nobody-reviews", {}))
    if settings and settings.hours:
        faults.extend(_never_open(settings.hours))
    return settings


def _never_open(hours: OpeningHours) -> Iterator[Fault]:
    if not hours.days:
        yield Fault("hours.days", "config-no-day", {})
    if not is_span(hours.opens, hours.closes):
        yield Fault("hours.closes", "config-closes-first", {"opens": f"{hours.opens:%H:%M}"})


def _named(document: dict[Any, Any] | None, setting: str) -> Path | None:
    """The file that `setting` names, even when other settings are wrong."""
    named = (document or {}).get(setting)
    return values.path(named) if isinstance(named, str) and named.strip() else None


def _config(
    file: Path, settings: Settings, read: Credentials, vocabulary: Vocabulary, lexicon: Lexicon
) -> Config:
    common = settings.digest
    return Config(
        file=file,
        homeserver=settings.homeserver,
        account=settings.account,
        name=settings.name,
        profile=settings.profile,
        secrets=file.parent / settings.secrets,
        credentials=read,
        space=settings.space,
        rooms=settings.rooms,
        stewards=settings.stewards,
        data=file.parent / settings.data,
        language=settings.language,
        vocabulary=vocabulary,
        lexicon=lexicon,
        permalink_prefix=settings.permalink_prefix,
        invites=settings.invites,
        pace=settings.pace,
        encryption=settings.encryption,
        commands=settings.commands,
        capture=settings.capture,
        defaults=Terms(
            audience=settings.defaults.audience,
            licence=settings.defaults.licence,
            reviewed=settings.moderation.policy is Policy.REVIEW,
        ),
        moderation=settings.moderation,
        limits=settings.limits,
        news=settings.news,
        review=settings.review or None,
        links=settings.links,
        sources=settings.sources,
        hours=_hours(settings.hours),
        bypass=_bypass(settings.urgent),
        notes=settings.notes,
        retention=settings.retention.periods,
        digest=common.schedule if common else None,
        room_settings={
            name: RoomSettings(
                digest=_schedule(room, common),
                audience=room.audience,
                licence=room.licence,
                policy=room.policy,
                language=room.language,
            )
            for name, room in settings.room_settings.items()
        },
        log=settings.log,
    )


def _hours(written: OpeningHours | Literal[False]) -> Hours:
    if not written:
        return ALWAYS
    return Hours(
        days=written.days,
        opens=written.opens,
        closes=written.closes,
        zone=written.timezone,
        territory=_territory(written),
    )


def _bypass(named: Iterable[Role | UserId]) -> Bypass:
    roles = [one for one in named if isinstance(one, Role)]
    users = frozenset(one for one in named if not isinstance(one, Role))
    return Bypass(role=min(roles, default=None), users=users)


def _territory(written: OpeningHours) -> Territory | None:
    if written.holidays == "auto":
        return territory_of(written.timezone)
    return None if written.holidays == "off" else written.holidays


def _schedule(room: OneRoom, common: Digest | Literal[False]) -> Schedule | None:
    if room.digest is None:
        return common.schedule if common else None
    return room.digest.over(common or Digest()).schedule if room.digest else None
