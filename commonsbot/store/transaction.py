"""The nouns of the store, over one connection."""

from collections.abc import Callable, Iterable
from datetime import datetime

from commonsbot.search.synonyms import Group
from commonsbot.store.adoption import Adoption
from commonsbot.store.announcements import Announcements
from commonsbot.store.blocklist import Blocklist
from commonsbot.store.bulks import Bulks
from commonsbot.store.captures import Captures
from commonsbot.store.connection import Connection
from commonsbot.store.deliveries import Deliveries
from commonsbot.store.duties import Duties
from commonsbot.store.edition_plans import EditionPlans
from commonsbot.store.editions import Editions
from commonsbot.store.erasure import Erasure
from commonsbot.store.failures import Failures
from commonsbot.store.followings import Followings
from commonsbot.store.follows import Follows
from commonsbot.store.governance import Governance
from commonsbot.store.hours import Hours
from commonsbot.store.index import Index
from commonsbot.store.intake import Intake
from commonsbot.store.journal import Journal
from commonsbot.store.languages import Languages
from commonsbot.store.links import Links
from commonsbot.store.members import Members
from commonsbot.store.merges import Merges
from commonsbot.store.news import News
from commonsbot.store.news_agenda import NewsAgenda
from commonsbot.store.news_filters import NewsFilters
from commonsbot.store.news_readings import NewsReadings
from commonsbot.store.notes import Notes
from commonsbot.store.outbox import Outbox
from commonsbot.store.pages import Pages
from commonsbot.store.people import People
from commonsbot.store.prompts import Prompts
from commonsbot.store.proposals import Proposals
from commonsbot.store.questions import Questions
from commonsbot.store.records import Records
from commonsbot.store.refusals import Refusals
from commonsbot.store.resources import Resources
from commonsbot.store.retention import Retention
from commonsbot.store.reviews import Reviews
from commonsbot.store.revisions import Revisions
from commonsbot.store.room_terms import RoomTerms
from commonsbot.store.rooms import Rooms
from commonsbot.store.sending import Sending
from commonsbot.store.signals import Signals
from commonsbot.store.source_readings import SourceReadings
from commonsbot.store.sources import Sources
from commonsbot.store.stats import Stats
from commonsbot.store.sync import Sync
from commonsbot.store.synonyms import Synonyms
from commonsbot.store.thanks import Thanks
from commonsbot.store.themes import Themes
from commonsbot.store.trials import Trials
from commonsbot.store.tryouts import Tryouts
from commonsbot.store.unread import UnreadMessages


class Transaction:
    """The nouns, over one connection. What is written is kept all together or not at all."""

    def __init__(
        self, db: Connection, now: Callable[[], datetime], groups: Iterable[Group] = ()
    ) -> None:
        self.signals = Signals()
        self.sync = Sync(db, now)
        self.rooms = Rooms(db, now)
        self.hours = Hours(db, self.signals)
        self.languages = Languages(db, self.signals)
        self.room_terms = RoomTerms(db)
        self.outbox = Outbox(db, self.signals, now)
        self.sending = Sending(db, now)
        self.index = Index(db, now, groups)
        self.revisions = Revisions(db, now)
        self.themes = Themes(db)
        self.governance = Governance(db)
        self.adoption = Adoption(db, self.governance)
        self.synonyms = Synonyms(db, self.governance, now)
        self.resources = Resources(db, self.index, self.revisions, self.themes, now)
        self.captures = Captures(db, now)
        self.prompts = Prompts(db, now)
        self.proposals = Proposals(db, now)
        self.merges = Merges(db, self.index, now)
        self.reviews = Reviews(db, now)
        self.links = Links(db, now)
        self.duties = Duties(db, now)
        self.thanks = Thanks(db, now)
        self.trials = Trials(db, now)
        self.notes = Notes(db, now)
        self.follows = Follows(db, now)
        self.questions = Questions(db, now)
        self.pages = Pages(db, now)
        self.sources = Sources(db, now)
        self.source_readings = SourceReadings(db, now)
        self.tryouts = Tryouts(db)
        self.followings = Followings(db, self.signals, now)
        self.news = News(db, self.index, self.signals, now)
        self.news_readings = NewsReadings(db, self.signals, now)
        self.news_filters = NewsFilters(db, now)
        self.news_agenda = NewsAgenda(db, now)
        self.deliveries = Deliveries(db, self.signals, now)
        self.editions = Editions(db)
        self.edition_plans = EditionPlans(db, self.signals, now)
        self.journal = Journal(db, now)
        self.members = Members(db, now)
        self.bulks = Bulks(db, now)
        self.blocklist = Blocklist(db, now)
        self.stats = Stats(db)
        self.unread = UnreadMessages(db, now)
        self.refusals = Refusals(db, now)
        self.failures = Failures(db)
        self.announcements = Announcements(db)
        self.retention = Retention(db, now)
        self.erasure = Erasure(db, self.index, self.governance, now)
        self.people = People(db, self.erasure)
        self.records = Records(db, now)
        self.intake = Intake(db, self.index, self.themes, now)
