"""Every setting of the configuration file: its name, shape, default and meaning.

The meanings are in French, as editors show them to operators.
"""
# ruff: noqa: RUF009 - setting() declares a field, and its defaults are immutable

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Literal
from zoneinfo import ZoneInfo

from commonsbot.config import values
from commonsbot.config.profiles import PROFILES
from commonsbot.config.shapes import Group, Listed, Mapped, Switchable, setting
from commonsbot.domain.audiences import Audience
from commonsbot.domain.editions import Schedule
from commonsbot.domain.holidays import Territory
from commonsbot.domain.ids import UserId
from commonsbot.domain.licences import Licence
from commonsbot.domain.limits import Rates
from commonsbot.domain.moderation import Policy
from commonsbot.domain.posting import GROUPED_BY, Mode, Posting
from commonsbot.domain.resources import Kind
from commonsbot.domain.retention import Retention
from commonsbot.domain.reviews import INTERVALS
from commonsbot.domain.roles import Role

_PARIS = ZoneInfo("Europe/Paris")


@dataclass(frozen=True, slots=True, kw_only=True)
class Invites:
    """Whose invitations are accepted, besides those of the space's members."""

    servers: frozenset[str] = setting(
        Listed(values.HOST, frozenset),
        "Serveurs dont toute personne peut inviter le robot.",
        frozenset(),
    )
    users: frozenset[UserId] = setting(
        Listed(values.USER, frozenset), "Personnes qui peuvent inviter le robot.", frozenset()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast the bot may speak."""

    per_second: float = setting(values.RATE, "Messages par seconde, en moyenne.", 1.0)
    burst: int = setting(values.COUNT, "Messages qui peuvent partir d'un coup.", 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Encryption:
    strict: bool = setting(
        values.SWITCH,
        "N'écrire qu'aux appareils signés par leur propriétaire, et ne prendre les commandes de"
        " modération que d'eux.",
        False,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Commands:
    max_age: timedelta = setting(
        values.DURATION,
        "Au-delà de cet âge, une commande reçue pendant une absence n'est plus exécutée.",
        timedelta(minutes=10),
    )
    announce: tuple[str, ...] = setting(
        Listed(values.choice("msc4332", "msc4391")),
        "Formes sous lesquelles les commandes sont annoncées aux clients qui les complètent.",
        (),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    interval: timedelta = setting(
        values.DURATION, "Temps entre deux lectures d'une source.", timedelta(minutes=60)
    )
    slowest: timedelta = setting(
        values.DURATION,
        "Temps au plus entre deux lectures d'une source qui publie rarement, ou qui le demande.",
        timedelta(hours=24),
    )
    post: str = setting(
        values.choice("at_once", "grouped", "letter"),
        "Ce que devient une nouvelle source dans un salon, tant que ses modérateurs n'en disent "
        "rien : articles postés dès leur parution (at_once), rassemblés (grouped) ou dans la "
        "lettre seulement (letter).",
        "letter",
    )
    group_every: timedelta = setting(
        values.DURATION, "Temps pendant lequel les articles sont rassemblés (grouped).", GROUPED_BY
    )
    contact: str = setting(
        values.CONTACT, "Adresse donnée aux sites lus, pour qu'ils puissent vous écrire.", ""
    )
    allowed_hosts: frozenset[str] = setting(
        Listed(values.HOST, frozenset),
        "Serveurs de votre réseau interne que le robot peut lire ; les autres sont refusés.",
        frozenset(),
    )

    @property
    def posting(self) -> Posting:
        return Posting(Mode(self.post), self.group_every)


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """How messages are kept."""

    emojis: tuple[str, ...] = setting(
        Listed(values.EMOJI),
        "Réactions qui gardent un message, ou proposent à son auteur de le garder ; [] : aucune.",
        ("💡", "📌"),
    )
    page_titles: bool = setting(
        values.SWITCH, "Donner à un lien partagé seul le titre de sa page.", True
    )
    previews: str = setting(
        values.choice("open", "always", "never"),
        "Demander d'abord ce titre au serveur Matrix, qui apprend alors l'adresse : dans les "
        "salons non chiffrés (open), toujours (always) ou jamais (never).",
        "open",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """How long each kind of card holds, before its author is asked."""

    tip: timedelta = setting(values.DURATION, "Pour une astuce.", INTERVALS[Kind.TIP])
    experience: timedelta = setting(
        values.DURATION, "Pour un retour d'expérience.", INTERVALS[Kind.EXPERIENCE]
    )
    tool: timedelta = setting(values.DURATION, "Pour un outil.", INTERVALS[Kind.TOOL])
    template: timedelta = setting(values.DURATION, "Pour un modèle.", INTERVALS[Kind.TEMPLATE])
    reference: timedelta = setting(values.DURATION, "Pour un lien.", INTERVALS[Kind.REFERENCE])

    @property
    def intervals(self) -> Mapping[Kind, timedelta]:
        return {kind: getattr(self, kind) for kind in INTERVALS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    check: bool = setting(
        values.SWITCH, "Vérifier de temps en temps que les liens des fiches marchent.", True
    )
    interval: timedelta = setting(
        values.DURATION, "Temps entre deux vérifications d'un lien.", timedelta(days=30)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What holds for a share whose author says nothing of it."""

    audience: Audience = setting(
        values.AUDIENCE,
        "Qui voit ce qui est partagé dans un salon non chiffré : salon ou réseau.",
        Audience.NETWORK,
    )
    licence: Licence = setting(values.LICENCE, "Licence de ce qui est partagé.", Licence.NETWORK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moderation:
    room: str | None = setting(
        values.ROOM,
        "Salon des modérateurs, par alias ou identifiant : le robot y pose les questions de"
        " modération, et ses membres modèrent le réseau.",
        None,
    )
    policy: Policy = setting(
        values.POLICY,
        "Ce qui est partagé est vu aussitôt (open), ou après l'accord d'un modérateur (review).",
        Policy.OPEN,
    )
    ignored: frozenset[UserId] = setting(
        Listed(values.USER, frozenset),
        "Autres robots, à qui celui-ci ne répond jamais.",
        frozenset(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLimits:
    """Against floods: what is beyond gets one sentence, then silence for a while."""

    member: int = setting(values.COUNT, "Demandes d'une personne, par minute.", 30)
    room: int = setting(values.COUNT, "Demandes d'un salon, par minute.", 120)
    domains: frozenset[str] = setting(
        Listed(values.HOST, frozenset),
        "Domaines dont les liens ne sont pas gardés ; les modérateurs peuvent en ajouter.",
        frozenset(),
    )

    @property
    def rates(self) -> Rates:
        return Rates(member=self.member, room=self.room)


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """When the weekly letter leaves. `day`: Monday is 0."""

    day: int = setting(values.DAY, "Jour de la lettre.", 0)
    at: time = setting(values.TIME, "Heure de la lettre.", time(9))
    timezone: ZoneInfo = setting(values.ZONE, "Fuseau horaire de cette heure.", _PARIS)

    @property
    def schedule(self) -> Schedule:
        return Schedule(weekday=self.day, at=self.at, zone=self.timezone)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningHours:
    """Outside them the bot starts nothing by itself. It answers at any hour."""

    days: frozenset[int] = setting(
        Listed(values.DAY, frozenset), "Jours ouvrés.", frozenset(range(5))
    )
    opens: time = setting(values.TIME, "Heure d'ouverture.", time(8, 30))
    closes: time = setting(values.TIME, "Heure de fermeture.", time(18, 30))
    timezone: ZoneInfo = setting(values.ZONE, "Fuseau horaire de ces heures.", _PARIS)
    holidays: Territory | Literal["auto", "off"] = setting(
        values.HOLIDAYS,
        "Territoire dont les jours fériés sont fermés : celui du fuseau (auto), aucun (off), ou "
        "son nom.",
        "auto",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What members are told privately."""

    group_for: timedelta = setting(
        values.DURATION,
        "Temps pendant lequel mercis et essais sont rassemblés avant d'être dits à l'auteur.",
        timedelta(hours=1),
    )
    open_chats: bool = setting(
        values.SWITCH, "Le robot peut inviter l'auteur à un message direct, une fois.", True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """How long is kept what serves no more."""

    withdrawn: timedelta = setting(
        values.DURATION,
        "Après ce temps, rien ne reste d'une fiche retirée que son numéro ; les copies de la base "
        "faites avant une mise à niveau sont effacées.",
        Retention().withdrawn,
    )
    exchanges: timedelta = setting(
        values.DURATION,
        "Ce que le robot a demandé ou dit à une personne en privé, et les propositions refusées.",
        Retention().exchanges,
    )
    journal: timedelta = setting(
        values.DURATION, "Qui a fait quoi, à quelle fiche, et quand.", Retention().journal
    )
    answers: timedelta = setting(
        values.DURATION,
        "La trace d'une réponse envoyée (son texte est effacé dès l'envoi).",
        Retention().answers,
    )

    @property
    def periods(self) -> Retention:
        return Retention(
            withdrawn=self.withdrawn,
            exchanges=self.exchanges,
            journal=self.journal,
            answers=self.answers,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomDigest:
    """What a room's letter does otherwise; None: as the others do."""

    day: int | None = setting(values.DAY, "Jour de la lettre dans ce salon.", None)
    at: time | None = setting(values.TIME, "Heure de la lettre dans ce salon.", None)
    timezone: ZoneInfo | None = setting(values.ZONE, "Fuseau horaire de cette heure.", None)

    def over(self, common: Digest) -> Digest:
        return Digest(
            day=common.day if self.day is None else self.day,
            at=common.at if self.at is None else self.at,
            timezone=self.timezone or common.timezone,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OneRoom:
    audience: Audience | None = setting(
        values.AUDIENCE, "Qui voit ce qui est partagé dans ce salon : salon ou réseau.", None
    )
    licence: Licence | None = setting(
        values.LICENCE, "Licence de ce qui est partagé dans ce salon.", None
    )
    policy: Policy | None = setting(
        values.POLICY,
        "Ce qui est partagé dans ce salon est vu aussitôt (open), ou après l'accord d'un"
        " modérateur (review).",
        None,
    )
    language: str | None = setting(
        values.LANGUAGE, "Langue du robot dans ce salon : fr ou en.", None
    )
    digest: RoomDigest | Literal[False] | None = setting(
        Switchable(Group(RoomDigest)), "La lettre de ce salon, ou off pour n'en pas avoir.", None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    format: str = setting(
        values.choice("human", "json"), "Journal pour une personne ou pour une machine.", "human"
    )
    level: str = setting(
        values.choice("debug", "info", "warning", "error"), "Détail du journal.", "info"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The whole file. Paths are as written, relative to it."""

    homeserver: str = setting(values.BASE_URL, "Adresse du serveur Matrix du robot.")
    account: UserId = setting(values.USER, "Identifiant Matrix du robot.")
    name: str = setting(
        values.CONTACT, "Nom du réseau, tel que le citent les lignes de crédit.", ""
    )
    profile: str = setting(
        values.choice(*PROFILES),
        "Réglages par défaut d'un réseau : tchap donne ses liens et son rythme.",
        "matrix",
    )
    secrets: Path = setting(
        values.PATH,
        "Fichier (mode 600) du mot de passe ou du jeton d'accès.",
        Path("secrets.yaml"),
    )
    space: str | None = setting(
        values.ROOM, "Espace du réseau, par alias ou identifiant : le robot sert ses salons.", None
    )
    rooms: tuple[str, ...] = setting(
        Listed(values.ROOM), "Salons servis en plus de ceux de l'espace.", ()
    )
    stewards: frozenset[UserId] = setting(
        Listed(values.USER, frozenset), "Référents : ils modèrent dans tout le réseau.", frozenset()
    )
    data: Path = setting(values.PATH, "Dossier des données (base et clés).", Path("data"))
    language: str = setting(values.LANGUAGE, "Langue du robot.", "fr")
    themes: Path | None = setting(
        values.PATH,
        "Fichier qui complète ou remplace le vocabulaire du robot : thèmes, outils, synonymes.",
        None,
    )
    news_classes: Path | None = setting(
        values.PATH,
        "Fichier qui complète ou remplace les règles qui donnent un genre aux actualités.",
        None,
    )
    permalink_prefix: str = setting(
        values.BASE_URL,
        "Où s'ouvrent les liens vers les messages : matrix.to, ou un client Element du réseau.",
        "https://matrix.to",
    )
    invites: Invites = setting(
        Group(Invites),
        "Qui peut inviter le robot, en plus des membres de l'espace (toujours acceptés).",
        Invites(),
    )
    pace: Pace = setting(Group(Pace), "Rythme des envois du robot.", Pace())
    encryption: Encryption = setting(Group(Encryption), "Les salons chiffrés.", Encryption())
    commands: Commands = setting(Group(Commands), "Les commandes des membres.", Commands())
    capture: Capture = setting(
        Group(Capture), "Ce qui garde un message, hors commandes.", Capture()
    )
    defaults: Defaults = setting(
        Group(Defaults),
        "Ce qui vaut pour un partage dont l'auteur ne dit rien. Ce qui est partagé dans un salon "
        "chiffré y reste, sauf réglage propre à ce salon.",
        Defaults(),
    )
    moderation: Moderation = setting(Group(Moderation), "La modération.", Moderation())
    limits: RequestLimits = setting(
        Group(RequestLimits), "Ce qui protège des abus.", RequestLimits()
    )
    news: News = setting(Group(News), "Lecture des sources d'actualités.", News())
    sources: tuple[str, ...] = setting(
        Listed(values.LINK), "Flux RSS ou Atom suivis par tous les salons.", ()
    )
    review: Review | Literal[False] = setting(
        Switchable(Group(Review)),
        "Quand demander à l'auteur d'une fiche si elle est toujours valable ; off : jamais.",
        Review(),
    )
    links: Links = setting(Group(Links), "Vérification des liens des fiches.", Links())
    hours: OpeningHours | Literal[False] = setting(
        Switchable(Group(OpeningHours), ("toujours", "always")),
        "Heures où le robot peut parler de lui-même, là où les modérateurs n'en ont pas choisi "
        "d'autres ; toujours : à toute heure.",
        OpeningHours(),
    )
    urgent: tuple[Role | UserId, ...] = setting(
        Listed(values.BYPASS),
        "Qui peut passer outre ces heures par !urgent : modérateurs (d'un salon, dans le leur), "
        "référents, ou des personnes par leur identifiant ; [] : personne.",
        (Role.MODERATOR,),
    )
    notes: Notes = setting(Group(Notes), "Ce qui est dit aux auteurs en privé.", Notes())
    retention: Keeping = setting(
        Group(Keeping), "Combien de temps est gardé ce qui ne sert plus.", Keeping()
    )
    digest: Digest | Literal[False] = setting(
        Switchable(Group(Digest)), "La lettre hebdomadaire, ou off pour n'en pas avoir.", Digest()
    )
    room_settings: Mapping[str, OneRoom] = setting(
        Mapped(values.ROOM, Group(OneRoom)),
        "Réglages propres à un salon, nommé par alias ou identifiant.",
        MappingProxyType({}),
    )
    log: Log = setting(Group(Log), "Le journal.", Log())
