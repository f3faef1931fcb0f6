"""The schema, as the steps that make it. Append a step; never change one that was released.

Each step runs in one transaction with its version number, so a kill leaves the version before.
Moments are milliseconds since 1970 (UTC), lists are JSON.
"""

from commonsbot.store.index.tables import Tables

APPLICATION_ID = 0x434F4D4D
""""COMM": a file of another program is refused."""

BASE = (
    "CREATE TABLE sync (account TEXT PRIMARY KEY, token TEXT NOT NULL) WITHOUT ROWID",
    # Events whose effects are in the database: they are never handled again.
    "CREATE TABLE handled (event_id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID",
    """CREATE TABLE room (
        room_id TEXT PRIMARY KEY,
        name TEXT NOT NULL DEFAULT '',
        direct INTEGER NOT NULL DEFAULT 0,
        encrypted INTEGER NOT NULL DEFAULT 0,
        joined INTEGER NOT NULL DEFAULT 1,
        replaced_by TEXT,
        joined_at INTEGER NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE member (
        user_id TEXT PRIMARY KEY,
        language TEXT,
        forgotten_at INTEGER
    ) WITHOUT ROWID""",
    """CREATE TABLE outbox (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        txn_id TEXT NOT NULL,
        room_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        document TEXT,                 -- emptied once sent
        notice INTEGER NOT NULL,
        mentions TEXT NOT NULL,
        thread TEXT,
        reply_to TEXT,
        state TEXT NOT NULL DEFAULT 'queued',
        attempts INTEGER NOT NULL DEFAULT 0,
        not_before INTEGER NOT NULL DEFAULT 0,
        queued_at INTEGER NOT NULL,
        done_at INTEGER,
        event_id TEXT,
        error TEXT
    )""",
    "CREATE INDEX outbox_queue ON outbox (room_id, id) WHERE state = 'queued'",
    """CREATE TABLE resource (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        links TEXT NOT NULL,
        kind TEXT NOT NULL,
        audience TEXT NOT NULL,
        status TEXT NOT NULL,
        author TEXT,
        room_id TEXT REFERENCES room (room_id) ON UPDATE CASCADE,
        event_id TEXT UNIQUE,
        origin TEXT UNIQUE,            -- of imported content: importing it twice is harmless
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL
    )""",
    "CREATE INDEX resource_recent ON resource (created_at) WHERE status = 'published'",
    "CREATE INDEX resource_author ON resource (author)",
    """CREATE TABLE revision (
        resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        links TEXT NOT NULL,
        themes TEXT NOT NULL,
        editor TEXT,
        at INTEGER NOT NULL,
        PRIMARY KEY (resource_id, number)
    ) WITHOUT ROWID""",
    """CREATE TABLE theme (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        governed INTEGER NOT NULL DEFAULT 0 -- 0: a member's #word, a proposal
    )""",
    """CREATE TABLE resource_theme (
        resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
        theme_id INTEGER NOT NULL REFERENCES theme (id),
        PRIMARY KEY (resource_id, theme_id)
    ) WITHOUT ROWID""",
    "CREATE INDEX resource_theme_theme ON resource_theme (theme_id)",
    """CREATE TABLE thanks (
        resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
        user_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (resource_id, user_id)
    ) WITHOUT ROWID""",
    """CREATE TABLE trial (
        id INTEGER PRIMARY KEY,
        resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
        user_id TEXT,
        outcome TEXT NOT NULL,         -- adopted, adapted, abandoned
        note TEXT NOT NULL DEFAULT '',
        at INTEGER NOT NULL
    )""",
    "CREATE INDEX trial_resource ON trial (resource_id)",
    """CREATE TABLE source (
        id INTEGER PRIMARY KEY,
        url TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL DEFAULT '',
        status TEXT NOT NULL,
        etag TEXT NOT NULL DEFAULT '',
        last_modified TEXT NOT NULL DEFAULT '',
        body_hash TEXT NOT NULL DEFAULT '',
        filled INTEGER NOT NULL DEFAULT 0,
        next_at INTEGER NOT NULL,
        failures INTEGER NOT NULL DEFAULT 0,
        last_error TEXT NOT NULL DEFAULT '',
        added_by TEXT,
        added_at INTEGER NOT NULL
    )""",
    "CREATE INDEX source_due ON source (next_at) WHERE status <> 'stopped'",
    """CREATE TABLE source_room (
        source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
        room_id TEXT NOT NULL REFERENCES room (room_id) ON UPDATE CASCADE,
        added_by TEXT,
        added_at INTEGER NOT NULL,
        PRIMARY KEY (source_id, room_id)
    ) WITHOUT ROWID""",
    """CREATE TABLE source_request ( -- who is to be told how a first reading went
        event_id TEXT PRIMARY KEY,
        source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
        room_id TEXT NOT NULL,
        user_id TEXT NOT NULL,
        thread TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE news (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
        title TEXT NOT NULL,
        link TEXT NOT NULL,
        summary TEXT NOT NULL,
        published_at INTEGER,
        seen_at INTEGER NOT NULL,
        announced INTEGER NOT NULL     -- 0: stored in silence (a first reading)
    )""",
    "CREATE INDEX news_seen ON news (seen_at)",
    """CREATE TABLE news_key ( -- an item is known if any of its keys is
        source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        news_id INTEGER NOT NULL REFERENCES news (id) ON DELETE CASCADE,
        PRIMARY KEY (source_id, key)
    ) WITHOUT ROWID""",
    """CREATE TABLE edition (
        id INTEGER PRIMARY KEY,
        room_id TEXT NOT NULL REFERENCES room (room_id) ON UPDATE CASCADE,
        week TEXT NOT NULL,
        requested INTEGER NOT NULL DEFAULT 0, -- 1: by a moderator, beside the weekly one
        state TEXT NOT NULL,           -- sent, empty, skipped
        since INTEGER NOT NULL,
        until INTEGER NOT NULL
    )""",
    "CREATE UNIQUE INDEX edition_weekly ON edition (room_id, week) WHERE requested = 0",
    """CREATE TABLE journal (
        id INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        who TEXT,
        what TEXT NOT NULL,
        noun TEXT NOT NULL,
        noun_id TEXT NOT NULL,
        why TEXT NOT NULL DEFAULT ''
    )""",
)

INDEX = (
    # Stems, already analysed in Python; 'ascii' only cuts at spaces.
    """CREATE VIRTUAL TABLE resource_stems
        USING fts5 (title, themes, body, tokenize = 'ascii')""",
    """CREATE TABLE vocabulary (
        word TEXT PRIMARY KEY,
        written TEXT NOT NULL,         -- with its accents, as first met
        documents INTEGER NOT NULL
    ) WITHOUT ROWID""",
)

UNREAD = (
    # Encrypted messages that wait for their key.
    """CREATE TABLE unread (
        event_id TEXT PRIMARY KEY,
        room_id TEXT NOT NULL,
        source TEXT NOT NULL,
        at INTEGER NOT NULL
    ) WITHOUT ROWID""",
)

COMMONS = (
    "ALTER TABLE resource ADD COLUMN licence TEXT NOT NULL DEFAULT 'network'",
    "ALTER TABLE resource ADD COLUMN made_by TEXT",
    "ALTER TABLE resource ADD COLUMN consent_at INTEGER",
    "ALTER TABLE resource ADD COLUMN merged_into INTEGER REFERENCES resource (id)",
    "ALTER TABLE resource ADD COLUMN body TEXT",
    "ALTER TABLE resource ADD COLUMN population INTEGER",
    "ALTER TABLE resource ADD COLUMN budget INTEGER",
    "ALTER TABLE resource ADD COLUMN channel TEXT",
    "ALTER TABLE resource ADD COLUMN sections TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE resource ADD COLUMN files TEXT NOT NULL DEFAULT '[]'",
    "CREATE UNIQUE INDEX resource_made_by ON resource (made_by) WHERE made_by IS NOT NULL",
    "ALTER TABLE room ADD COLUMN peer TEXT",  # the other member of a direct chat
    # Every state of a resource, the present one included.
    "DROP TABLE revision",
    """CREATE TABLE revision (
        resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        content TEXT NOT NULL,
        editor TEXT,
        why TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (resource_id, number)
    ) WITHOUT ROWID""",
    # A link as it is compared: two resources may share one.
    """CREATE TABLE resource_link (
        resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
        cleaned TEXT NOT NULL,
        PRIMARY KEY (resource_id, cleaned)
    ) WITHOUT ROWID""",
    "CREATE INDEX resource_link_cleaned ON resource_link (cleaned)",
    # Reactions of others to something already kept: "useful to me too".
    """CREATE TABLE useful (
        resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
        user_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (resource_id, user_id)
    ) WITHOUT ROWID""",
    "DROP TABLE trial",
    """CREATE TABLE trial (
        id INTEGER PRIMARY KEY,
        resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
        user_id TEXT,
        outcome TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        body TEXT,
        population INTEGER,
        budget INTEGER,
        channel TEXT,
        cost TEXT NOT NULL DEFAULT '',
        changed TEXT NOT NULL DEFAULT '',
        again INTEGER,
        shown TEXT NOT NULL,
        event_id TEXT,
        at INTEGER NOT NULL,
        UNIQUE (resource_id, user_id)
    )""",
    """CREATE TABLE prompt (
        id INTEGER PRIMARY KEY,
        ask TEXT NOT NULL,
        key TEXT NOT NULL UNIQUE,
        user_id TEXT NOT NULL,
        room_id TEXT NOT NULL REFERENCES room (room_id) ON UPDATE CASCADE,
        thread TEXT,
        subject TEXT NOT NULL,
        asked_at INTEGER NOT NULL,
        expires_at INTEGER,
        closed_at INTEGER
    )""",
    "CREATE INDEX prompt_open ON prompt (user_id, room_id) WHERE closed_at IS NULL",
    "CREATE INDEX prompt_expiry ON prompt (expires_at) WHERE closed_at IS NULL",
    # What is to be done for a resource at a moment: a review, a question about an outcome.
    """CREATE TABLE duty (
        resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        due_at INTEGER NOT NULL,
        PRIMARY KEY (resource_id, kind)
    ) WITHOUT ROWID""",
    "CREATE INDEX duty_due ON duty (kind, due_at)",
    "CREATE INDEX outbox_event ON outbox (event_id) WHERE event_id IS NOT NULL",
)

CAPTURE = (
    # Commands that were refused or went wrong: an edit of the message tries again.
    """CREATE TABLE failed (
        event_id TEXT PRIMARY KEY,
        user_id TEXT NOT NULL,
        thread TEXT,
        answers TEXT,                  -- the message it replied to
        at INTEGER NOT NULL
    ) WITHOUT ROWID""",
    # What a resource was called by others than its own message.
    """CREATE TABLE capture (
        resource_id INTEGER PRIMARY KEY REFERENCES resource (id) ON DELETE CASCADE,
        words TEXT NOT NULL,
        page TEXT NOT NULL
    )""",
    "ALTER TABLE outbox ADD COLUMN redacts TEXT",  # a message of ours to take back
)

ORGANISE = (
    # 1: a moderator of the room may answer in the person's place.
    "ALTER TABLE prompt ADD COLUMN moderated INTEGER NOT NULL DEFAULT 0",
    # What others than its keepers would change in a resource.
    """CREATE TABLE proposal (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
        change TEXT NOT NULL,
        user_id TEXT NOT NULL,
        room_id TEXT NOT NULL REFERENCES room (room_id) ON UPDATE CASCADE,
        event_id TEXT NOT NULL,
        thread TEXT,
        state TEXT NOT NULL,
        at INTEGER NOT NULL,
        decided_by TEXT,
        decided_at INTEGER,
        reason TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE INDEX proposal_open ON proposal (resource_id) WHERE state = 'open'",
    # The resource it was first given to, where that one was merged into another.
    "ALTER TABLE thanks ADD COLUMN original_id INTEGER REFERENCES resource (id)",
    "ALTER TABLE useful ADD COLUMN original_id INTEGER REFERENCES resource (id)",
    "ALTER TABLE trial ADD COLUMN original_id INTEGER REFERENCES resource (id)",
    "CREATE INDEX resource_merged ON resource (merged_into) WHERE merged_into IS NOT NULL",
    "CREATE INDEX resource_updated ON resource (updated_at)",
    # Whether a resource still holds: asked, confirmed, or left without an answer.
    """CREATE TABLE review (
        resource_id INTEGER PRIMARY KEY REFERENCES resource (id) ON DELETE CASCADE,
        confirmed_at INTEGER,
        asked_at INTEGER,
        times INTEGER NOT NULL DEFAULT 0,
        stale_at INTEGER
    )""",
    "CREATE INDEX review_stale ON review (stale_at) WHERE stale_at IS NOT NULL",
    # How the links of published resources do.
    """CREATE TABLE link (
        resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
        url TEXT NOT NULL,
        next_at INTEGER NOT NULL,
        answered_at INTEGER,           -- the last time a page was there
        failures INTEGER NOT NULL DEFAULT 0,
        failing_since INTEGER,
        problem TEXT NOT NULL DEFAULT '',
        dead_at INTEGER,               -- when it was given up
        asked_at INTEGER,
        confirmed_at INTEGER,          -- the author agreed
        PRIMARY KEY (resource_id, url)
    ) WITHOUT ROWID""",
    "CREATE INDEX link_due ON link (next_at)",
    "CREATE INDEX link_url ON link (url)",
    "CREATE INDEX link_dead ON link (resource_id) WHERE dead_at IS NOT NULL",
)

THEMES = (
    "ALTER TABLE theme ADD COLUMN sort TEXT NOT NULL DEFAULT 'theme'",  # or tool
    "ALTER TABLE theme ADD COLUMN label TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE theme ADD COLUMN about TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE theme ADD COLUMN site TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE theme ADD COLUMN shown_under TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE theme ADD COLUMN position INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE theme ADD COLUMN origin TEXT",  # its id in the vocabulary file
    "ALTER TABLE theme ADD COLUMN set_aside INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE theme ADD COLUMN merged_into INTEGER REFERENCES theme (id)",
    "CREATE UNIQUE INDEX theme_origin ON theme (origin) WHERE origin IS NOT NULL",
    # Every name a theme answers to, under the key that tells names apart.
    """CREATE TABLE theme_name (
        key TEXT PRIMARY KEY,
        theme_id INTEGER NOT NULL REFERENCES theme (id),
        written TEXT NOT NULL,
        manner TEXT NOT NULL,
        rank INTEGER NOT NULL DEFAULT 0,
        filed INTEGER NOT NULL DEFAULT 0 -- 1: from the vocabulary file, 0: from the network
    ) WITHOUT ROWID""",
    "CREATE INDEX theme_name_theme ON theme_name (theme_id)",
    # One row: which file was taken in, and another text after every change.
    "CREATE TABLE theme_state (file TEXT NOT NULL, version TEXT NOT NULL)",
    "INSERT INTO theme_state (file, version) VALUES ('', '')",
    "ALTER TABLE resource_theme ADD COLUMN recognised INTEGER NOT NULL DEFAULT 0",
)


EXCHANGES = (
    # What an author is to be told, privately.
    """CREATE TABLE note (
        id INTEGER PRIMARY KEY,
        user_id TEXT NOT NULL,
        news TEXT NOT NULL,
        resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
        by_user TEXT NOT NULL,
        at INTEGER NOT NULL,
        told_at INTEGER,
        UNIQUE (user_id, news, resource_id, by_user)
    )""",
    "CREATE INDEX note_waiting ON note (user_id) WHERE told_at IS NULL",
    "CREATE TABLE chat_invite (user_id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID",
    """CREATE TABLE follow (
        id INTEGER PRIMARY KEY,
        user_id TEXT NOT NULL,
        room_id TEXT NOT NULL REFERENCES room (room_id) ON UPDATE CASCADE,
        theme TEXT,
        query TEXT NOT NULL,
        seen INTEGER NOT NULL,         -- the last resource taken into account
        at INTEGER NOT NULL,
        told_at INTEGER,
        UNIQUE (user_id, room_id, query)
    )""",
    """CREATE TABLE question (
        resource_id INTEGER PRIMARY KEY REFERENCES resource (id) ON DELETE CASCADE,
        thread TEXT NOT NULL,
        asked_at INTEGER NOT NULL,
        answer INTEGER REFERENCES resource (id),
        answered_at INTEGER
    )""",
    "CREATE INDEX question_open ON question (asked_at) WHERE answered_at IS NULL",
)

ANNOUNCEMENTS = (
    # What the bot wrote of its commands into the state of rooms; a room's state outlives a stay.
    """CREATE TABLE announcement (
        room_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        state_key TEXT NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (room_id, kind, state_key)
    ) WITHOUT ROWID""",
)

HONESTY = (
    # What is known of an unread message besides that it waits for its key.
    "ALTER TABLE unread ADD COLUMN sender TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE unread ADD COLUMN session TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE unread ADD COLUMN thread TEXT",
    "ALTER TABLE unread ADD COLUMN answers_bot INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE unread ADD COLUMN silent INTEGER NOT NULL DEFAULT 0",  # not for the bot
    "ALTER TABLE unread ADD COLUMN locked INTEGER NOT NULL DEFAULT 0",  # its key came in vain
    "ALTER TABLE unread ADD COLUMN settled INTEGER NOT NULL DEFAULT 0",  # its sender was told
    """UPDATE unread SET settled = 1, sender = json_extract(source, '$.sender'),
        session = json_extract(source, '$.content.session_id')""",
    """CREATE TABLE unread_notice ( -- when a member was last told; '' for the whole room
        room_id TEXT NOT NULL,
        user_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (room_id, user_id)
    ) WITHOUT ROWID""",
    """CREATE TABLE refusal ( -- of a room key, by another device
        user_id TEXT NOT NULL,
        room_id TEXT NOT NULL,
        session_id TEXT NOT NULL,      -- '' with the room for m.no_olm, which names neither
        reason TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (user_id, room_id, session_id)
    ) WITHOUT ROWID""",
    # Whether the room was told last that it is encrypted (1) or that it is not (0).
    "ALTER TABLE room ADD COLUMN told_encrypted INTEGER",
    "UPDATE room SET told_encrypted = 1 WHERE encrypted",
)

SEARCH = (
    "DROP TABLE resource_stems",
    "DROP TABLE vocabulary",
    # An index: the one that serves, and beside it one that is being filled.
    """CREATE TABLE search_index (
        number INTEGER PRIMARY KEY,
        serving INTEGER NOT NULL,
        analysis INTEGER NOT NULL,     -- by which version of the text analysis it was filled
        upto INTEGER,                  -- the last document a rebuilding took in; NULL: all are
        documents INTEGER NOT NULL DEFAULT 0,
        titles INTEGER NOT NULL DEFAULT 0,
        title_words INTEGER NOT NULL DEFAULT 0,
        themed INTEGER NOT NULL DEFAULT 0,
        theme_words INTEGER NOT NULL DEFAULT 0
    )""",
    *Tables(1).making(),
    "INSERT INTO search_index (number, serving, analysis) VALUES (1, 1, 0)",
    # Words of the network that moderators made synonyms of one another.
    """CREATE TABLE synonym (
        id INTEGER PRIMARY KEY,
        words TEXT NOT NULL,           -- JSON
        added_by TEXT,
        added_at INTEGER NOT NULL
    )""",
)

SPELLINGS = (
    # How the author wrote it, where it goes by another name: what they search it by, too.
    "ALTER TABLE resource_theme ADD COLUMN written TEXT",
)

SEARCH_PAGES = (
    # What somebody searched last in a room, and how many results they saw.
    """CREATE TABLE search_page (
        user_id TEXT NOT NULL,
        room_id TEXT NOT NULL REFERENCES room (room_id) ON UPDATE CASCADE ON DELETE CASCADE,
        query TEXT NOT NULL,
        start INTEGER NOT NULL,
        expires_at INTEGER NOT NULL,
        PRIMARY KEY (user_id, room_id)
    ) WITHOUT ROWID""",
)

THREADS = (
    # The key of another message of ours, in whose thread this one goes.
    "ALTER TABLE outbox ADD COLUMN under TEXT",
    "CREATE INDEX outbox_under ON outbox (under) WHERE under IS NOT NULL",
    # However a message comes to be given up, what waits to go under it goes with it.
    """CREATE TRIGGER outbox_drop_under AFTER UPDATE OF state ON outbox
        WHEN NEW.state IN ('refused', 'dropped') BEGIN
        UPDATE outbox SET state = 'dropped', document = NULL, done_at = NEW.done_at,
            error = 'what it goes under was not sent'
            WHERE under = NEW.key AND state = 'queued';
    END""",
)

HOURS = (
    # Waits for an opening, as was ruled: see domain/sending.
    "ALTER TABLE outbox ADD COLUMN held INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX outbox_due ON outbox (not_before) WHERE state = 'queued' AND not_before > 0",
)

NEWS_READING = (
    "ALTER TABLE news ADD COLUMN class TEXT NOT NULL DEFAULT 'article'",
    "ALTER TABLE news ADD COLUMN class_by TEXT",  # who corrected it; NULL: the rules
    # The rules that counted, as JSON.
    "ALTER TABLE news ADD COLUMN reasons TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE news ADD COLUMN deadline TEXT",  # 2027-01-12, or 2027-01-12T18:00
    "ALTER TABLE news ADD COLUMN takes_place TEXT",  # its first day
    "ALTER TABLE news ADD COLUMN ends TEXT",  # and its last one
    "ALTER TABLE news ADD COLUMN read_by TEXT NOT NULL DEFAULT ''",  # by which rules it was read
    "CREATE INDEX news_deadline ON news (deadline) WHERE deadline IS NOT NULL",
    "CREATE INDEX news_class ON news (class, seen_at)",
    """CREATE TABLE news_theme (
        news_id INTEGER NOT NULL REFERENCES news (id) ON DELETE CASCADE,
        theme_id INTEGER NOT NULL REFERENCES theme (id) ON DELETE CASCADE,
        PRIMARY KEY (news_id, theme_id)
    ) WITHOUT ROWID""",
    "CREATE INDEX news_theme_theme ON news_theme (theme_id)",
    """CREATE TABLE news_correction ( -- somebody who moderates gave an item another class
        id INTEGER PRIMARY KEY,
        news_id INTEGER NOT NULL REFERENCES news (id) ON DELETE CASCADE,
        was TEXT NOT NULL,
        class TEXT NOT NULL,
        reasons TEXT NOT NULL,         -- JSON: the rules that had counted
        by_user TEXT NOT NULL,
        at INTEGER NOT NULL
    )""",
    """CREATE TABLE news_filter ( -- what a room wants of a source; of all of them: source 0
        room_id TEXT NOT NULL REFERENCES room (room_id) ON UPDATE CASCADE ON DELETE CASCADE,
        source_id INTEGER NOT NULL,
        filter TEXT NOT NULL,          -- JSON
        by_user TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (room_id, source_id)
    ) WITHOUT ROWID""",
)

EDITIONS = (
    # What a letter told: read again, it shows what may still be read of that.
    """CREATE TABLE edition_item (
        edition_id INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        part TEXT NOT NULL,
        number INTEGER NOT NULL,       -- of a resource, a trial or a piece of news
        note TEXT NOT NULL,
        PRIMARY KEY (edition_id, place)
    ) WITHOUT ROWID""",
    "CREATE INDEX edition_room ON edition (room_id, until)",
    "ALTER TABLE edition ADD COLUMN word TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE edition ADD COLUMN word_by TEXT",
    # What moderators decided about a room's letter, and about the next one.
    """CREATE TABLE edition_plan (
        room_id TEXT PRIMARY KEY REFERENCES room (room_id) ON UPDATE CASCADE ON DELETE CASCADE,
        weekday INTEGER,
        at TEXT,                       -- HH:MM
        paused INTEGER NOT NULL DEFAULT 0,
        resumes_at INTEGER,
        postponed_week TEXT,
        postponed_to INTEGER,
        changed_at INTEGER NOT NULL DEFAULT 0,
        word TEXT NOT NULL DEFAULT '',
        word_by TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE edition_choice (
        room_id TEXT NOT NULL REFERENCES room (room_id) ON UPDATE CASCADE ON DELETE CASCADE,
        resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
        added INTEGER NOT NULL,        -- 0: left out
        user_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (room_id, resource_id)
    ) WITHOUT ROWID""",
    "CREATE INDEX trial_at ON trial (at)",
)

OWN_HOURS = (
    # What a room or a member chose: domain/own_hours, as JSON.
    """CREATE TABLE own_hours (
        whose TEXT PRIMARY KEY,
        document TEXT NOT NULL
    ) WITHOUT ROWID""",
    # Given to the homeserver at least once, maybe: it is never joined with others.
    "ALTER TABLE outbox ADD COLUMN tried INTEGER NOT NULL DEFAULT 0",
    # An emoji, and the message it is put on where words would disturb.
    "ALTER TABLE outbox ADD COLUMN sign TEXT",
    "ALTER TABLE outbox ADD COLUMN sign_on TEXT",
)

MODERATION = (
    # Named by another steward; those of the configuration are not here.
    """CREATE TABLE steward (
        user_id TEXT PRIMARY KEY,
        by_user TEXT NOT NULL,
        at INTEGER NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE suspension (
        user_id TEXT PRIMARY KEY,
        until INTEGER,                 -- NULL: until it is lifted
        why TEXT NOT NULL,
        by_user TEXT NOT NULL,
        at INTEGER NOT NULL,
        told INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID""",
    "CREATE INDEX resource_pending ON resource (created_at) WHERE status = 'pending'",
    # The journal only grows. Erasing a person empties who, what about and why, never the act;
    # what is past its time goes once the moment is written down here.
    "CREATE TABLE journal_retention (at INTEGER NOT NULL, before INTEGER NOT NULL)",
    """CREATE TRIGGER journal_keeps BEFORE DELETE ON journal
        WHEN OLD.at >= (SELECT coalesce(max(before), 0) FROM journal_retention) BEGIN
        SELECT raise(ABORT, 'the journal only grows');
    END""",
    """CREATE TRIGGER journal_stays BEFORE UPDATE ON journal
        WHEN NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.what IS NOT OLD.what
            OR NEW.noun IS NOT OLD.noun
            OR (NEW.who IS NOT OLD.who AND NEW.who IS NOT NULL)
            OR (NEW.noun_id IS NOT OLD.noun_id AND NEW.noun_id IS NOT '')
            OR (NEW.why IS NOT OLD.why AND NEW.why IS NOT '') BEGIN
        SELECT raise(ABORT, 'the journal only grows');
    END""",
    "CREATE INDEX journal_at ON journal (at)",
)

NEWS_USES = (
    "ALTER TABLE news ADD COLUMN deadline_by TEXT",  # who corrected it
    """CREATE TABLE news_card ( -- the resources that members made of an item
        news_id INTEGER NOT NULL REFERENCES news (id) ON DELETE CASCADE,
        resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
        PRIMARY KEY (news_id, resource_id)
    ) WITHOUT ROWID""",
    "CREATE INDEX news_card_resource ON news_card (resource_id)",
    """CREATE TABLE news_reminder ( -- the deadlines a room was reminded of, that many days ahead
        news_id INTEGER NOT NULL REFERENCES news (id) ON DELETE CASCADE,
        room_id TEXT NOT NULL REFERENCES room (room_id) ON UPDATE CASCADE ON DELETE CASCADE,
        days INTEGER NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (news_id, room_id, days)
    ) WITHOUT ROWID""",
    # The last item of the news that a follow took into account.
    "ALTER TABLE follow ADD COLUMN news_seen INTEGER NOT NULL DEFAULT 0",
    "UPDATE follow SET news_seen = (SELECT coalesce(max(id), 0) FROM news)",
)

ERASURE = (
    # Whether something was erased since the file was last written anew: one row.
    "CREATE TABLE sweep (wanted INTEGER NOT NULL)",
    "INSERT INTO sweep (wanted) VALUES (1)",  # what was deleted by earlier versions is in there
    # Whom a message was to ring is nobody's business once it is over.
    """CREATE TRIGGER outbox_unname AFTER UPDATE OF state ON outbox
        WHEN NEW.state <> 'queued' AND NEW.mentions <> '[]' BEGIN
        UPDATE outbox SET mentions = '[]' WHERE id = NEW.id;
    END""",
    "UPDATE outbox SET mentions = '[]' WHERE state <> 'queued'",
    # Of the message a card was made of, once nothing may lead to it.
    "ALTER TABLE resource ADD COLUMN source_digest TEXT",
    "CREATE INDEX resource_source ON resource (source_digest) WHERE source_digest IS NOT NULL",
    "CREATE INDEX proposal_event ON proposal (event_id)",
    "CREATE INDEX trial_event ON trial (event_id) WHERE event_id IS NOT NULL",
)

RELAY = (
    "ALTER TABLE source ADD COLUMN host TEXT NOT NULL DEFAULT ''",  # one request at a time
    "ALTER TABLE source ADD COLUMN selectors TEXT",  # JSON, of a watched page
    "ALTER TABLE source ADD COLUMN interval INTEGER NOT NULL DEFAULT 3600000",  # ms
    "ALTER TABLE source ADD COLUMN ttl INTEGER NOT NULL DEFAULT 0",  # ms
    "ALTER TABLE source ADD COLUMN skip_hours TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE source ADD COLUMN skip_days TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE source ADD COLUMN read_at INTEGER",  # the last good reading
    "ALTER TABLE source ADD COLUMN failing_since INTEGER",
    "ALTER TABLE source ADD COLUMN error_detail TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE source ADD COLUMN told_at INTEGER",  # when moderators heard that it fails
    """UPDATE source SET host = lower(substr(substr(url, instr(url, '://') + 3), 1,
        instr(substr(url, instr(url, '://') + 3) || '/', '/') - 1))""",
    "UPDATE source SET host = substr(host, 1, instr(host || ':', ':') - 1)",
    "UPDATE source SET host = substr(host, 5) WHERE host LIKE 'www.%'",
    "UPDATE source SET read_at = next_at WHERE status = 'active'",
    "UPDATE source SET last_error = '' WHERE failures = 0",
    "ALTER TABLE source_room ADD COLUMN mode TEXT NOT NULL DEFAULT 'letter'",
    "ALTER TABLE source_room ADD COLUMN every INTEGER NOT NULL DEFAULT 14400000",  # ms
    "ALTER TABLE source_room ADD COLUMN paused INTEGER NOT NULL DEFAULT 0",
    "UPDATE source_room SET mode = 'at_once'",  # as it was until now
    "ALTER TABLE news ADD COLUMN fate TEXT NOT NULL DEFAULT 'relayed'",
    "ALTER TABLE news ADD COLUMN edits INTEGER NOT NULL DEFAULT 0",
    "UPDATE news SET fate = 'first' WHERE announced = 0",
    "CREATE INDEX news_source ON news (source_id, seen_at)",
    # What was done with an item for each room, and why.
    """CREATE TABLE delivery (
        id INTEGER PRIMARY KEY,
        news_id INTEGER NOT NULL REFERENCES news (id) ON DELETE CASCADE,
        room_id TEXT NOT NULL REFERENCES room (room_id) ON UPDATE CASCADE ON DELETE CASCADE,
        handed TEXT NOT NULL,
        why TEXT NOT NULL DEFAULT '',
        key TEXT,                      -- of the outbox message that has it
        at INTEGER NOT NULL,
        UNIQUE (news_id, room_id)
    )""",
    "CREATE INDEX delivery_room ON delivery (room_id, at)",
    "CREATE INDEX delivery_waiting ON delivery (room_id) WHERE handed = 'waiting'",
    "CREATE INDEX delivery_key ON delivery (key) WHERE key IS NOT NULL",
    """INSERT INTO delivery (news_id, room_id, handed, at)
        SELECT news.id, room_id, 'queued', seen_at FROM news JOIN source_room USING (source_id)
        WHERE announced = 1""",
    # The key of the message that this one is the new wording of.
    "ALTER TABLE outbox ADD COLUMN replaces TEXT",
    "CREATE INDEX outbox_replaces ON outbox (replaces) WHERE replaces IS NOT NULL",
    """CREATE TRIGGER outbox_drop_edits AFTER UPDATE OF state ON outbox
        WHEN NEW.state IN ('refused', 'dropped') BEGIN
        UPDATE outbox SET state = 'dropped', document = NULL, done_at = NEW.done_at,
            error = 'what it rewords was not sent'
            WHERE replaces = NEW.key AND state = 'queued';
    END""",
)

ACTS = (
    # What a moderator decides on many cards at once.
    """CREATE TABLE bulk (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        user_id TEXT NOT NULL,
        room_id TEXT NOT NULL REFERENCES room (room_id) ON UPDATE CASCADE ON DELETE CASCADE,
        status TEXT NOT NULL,
        resources TEXT NOT NULL,       -- JSON
        why TEXT NOT NULL,
        planned_at INTEGER NOT NULL,
        done_at INTEGER,
        undone_at INTEGER
    )""",
    "ALTER TABLE outbox ADD COLUMN pins TEXT",  # a message to pin in the room
    # REPLACE fires no trigger of deletion.
    """CREATE TRIGGER journal_replaces BEFORE INSERT ON journal
        WHEN EXISTS (SELECT 1 FROM journal WHERE id = NEW.id) BEGIN
        SELECT raise(ABORT, 'the journal only grows');
    END""",
)

BLOCKLIST = (
    """CREATE TABLE blocked_domain (
        domain TEXT PRIMARY KEY,
        by_user TEXT,                  -- NULL: by the configuration
        at INTEGER NOT NULL
    ) WITHOUT ROWID""",
)

ROOM_TERMS = (
    # What its moderators chose about what is shared in a room; NULL: as the settings have it.
    """CREATE TABLE room_terms (
        room_id TEXT PRIMARY KEY REFERENCES room (room_id) ON UPDATE CASCADE ON DELETE CASCADE,
        policy TEXT,
        audience TEXT
    ) WITHOUT ROWID""",
)

SIGNATURES = ("ALTER TABLE resource ADD COLUMN signed TEXT",)  # NULL: by name

APPEARANCES = (
    # In which order resources could first be read; NULL: not yet. What waited for a moderator
    # has an older number than what appeared meanwhile.
    "ALTER TABLE resource ADD COLUMN appeared INTEGER",
    "UPDATE resource SET appeared = id WHERE status != 'pending'",
    "CREATE INDEX resource_appeared ON resource (appeared)",
    "UPDATE follow SET seen = min(seen, (SELECT coalesce(max(appeared), 0) FROM resource))",
    """CREATE TRIGGER resource_appears AFTER INSERT ON resource WHEN NEW.status = 'published' BEGIN
        UPDATE resource SET appeared = (SELECT coalesce(max(appeared), 0) + 1 FROM resource)
            WHERE id = NEW.id;
    END""",
    """CREATE TRIGGER resource_accepted AFTER UPDATE OF status ON resource
        WHEN NEW.status = 'published' AND NEW.appeared IS NULL BEGIN
        UPDATE resource SET appeared = (SELECT coalesce(max(appeared), 0) + 1 FROM resource)
            WHERE id = NEW.id;
    END""",
)

FAILURES = ("CREATE INDEX outbox_refused ON outbox (done_at) WHERE state = 'refused'",)

RESTATED = (
    # Something that its messages say reads otherwise since they were written.
    "ALTER TABLE news ADD COLUMN restated INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX news_restated ON news (id) WHERE restated = 1",
)

# As chosen there; NULL: as the settings have it.
LANGUAGES = ("ALTER TABLE room ADD COLUMN language TEXT",)

TRYOUTS = (
    """CREATE TABLE source_tryout ( -- an address to read once, before any room follows it
        event_id TEXT PRIMARY KEY,
        url TEXT NOT NULL,
        room_id TEXT NOT NULL,
        user_id TEXT NOT NULL,
        thread TEXT
    ) WITHOUT ROWID""",
)

_SOURCE = """id, url, host, selectors, title, status, etag, last_modified, body_hash, filled,
    next_at, interval, ttl, skip_hours, skip_days, read_at, failures, failing_since, last_error,
    error_detail, told_at, added_by, added_at"""

PLACES = (
    # A page may be watched in several ways: its address alone no longer tells a source.
    """CREATE TABLE source_anew (
        id INTEGER PRIMARY KEY,
        url TEXT NOT NULL,
        host TEXT NOT NULL,            -- one request at a time
        selectors TEXT,                -- JSON, of a watched page
        title TEXT NOT NULL DEFAULT '',
        status TEXT NOT NULL,
        etag TEXT NOT NULL DEFAULT '',
        last_modified TEXT NOT NULL DEFAULT '',
        body_hash TEXT NOT NULL DEFAULT '',
        filled INTEGER NOT NULL DEFAULT 0,
        next_at INTEGER NOT NULL,
        interval INTEGER NOT NULL DEFAULT 3600000,  -- ms
        ttl INTEGER NOT NULL DEFAULT 0,             -- ms
        skip_hours TEXT NOT NULL DEFAULT '[]',
        skip_days TEXT NOT NULL DEFAULT '[]',
        read_at INTEGER,               -- the last good reading
        failures INTEGER NOT NULL DEFAULT 0,
        failing_since INTEGER,
        last_error TEXT NOT NULL DEFAULT '',
        error_detail TEXT NOT NULL DEFAULT '',
        told_at INTEGER,               -- when moderators heard that it fails
        added_by TEXT,
        added_at INTEGER NOT NULL
    )""",
    f"INSERT INTO source_anew ({_SOURCE}) SELECT {_SOURCE} FROM source",
    "DROP TABLE source",
    "ALTER TABLE source_anew RENAME TO source",
    "CREATE UNIQUE INDEX source_place ON source (url, coalesce(selectors, ''))",
    "CREATE INDEX source_due ON source (next_at) WHERE status <> 'stopped'",
)

TIDIED = ("DROP TABLE member",)  # nothing was ever kept in it

STEPS: tuple[tuple[str, ...], ...] = (
    BASE,
    INDEX,
    UNREAD,
    COMMONS,
    EXCHANGES,
    ANNOUNCEMENTS,
    HONESTY,
    THEMES,
    CAPTURE,
    ORGANISE,
    SEARCH,
    SPELLINGS,
    SEARCH_PAGES,
    THREADS,
    HOURS,
    NEWS_READING,
    EDITIONS,
    OWN_HOURS,
    MODERATION,
    NEWS_USES,
    ERASURE,
    RELAY,
    ACTS,
    BLOCKLIST,
    ROOM_TERMS,
    SIGNATURES,
    APPEARANCES,
    FAILURES,
    RESTATED,
    LANGUAGES,
    TRYOUTS,
    PLACES,
    TIDIED,
)
"""Step n brings a database of version n to n + 1."""

VERSION = len(STEPS)
