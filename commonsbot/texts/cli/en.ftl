# The sentences of the command line and of the settings. `config-x` says what is wrong,
# `config-x-remedy` what to write.

## Settings: values

config-switch = “{ $value }” is neither yes nor no.
config-switch-remedy = Write true or false.
config-empty = has no value.
config-empty-remedy = Give one, or remove the line. A value that begins with # or @ must be in quotes, or YAML takes it for a comment.
config-not-text = must be a text, not { $value }.
config-not-text-remedy = Put the value in quotes.
config-secret-text = must be a text.
config-secret-text-remedy = Put the value in quotes.
config-url = “{ $value }” is not an http(s) address.
config-url-remedy = Write for instance { $suggested }.
config-user = “{ $value }” is not a person's Matrix id.
config-user-remedy = Write it in full, in quotes, for instance "{ $suggested }".
config-room = “{ $value }” is neither the alias nor the id of a room or space.
config-room-remedy = Write for instance "{ $suggested }", or an id "!…", in quotes.
config-host = “{ $value }” is not a server's name.
config-host-remedy = Write it without https:// or a path, for instance { $suggested }.
config-duration = “{ $value }” is not a duration.
config-duration-remedy = Give a number and its unit, for instance { $suggested } (s, min, h, d or months).
config-day = “{ $value }” is not a day of the week.
config-day-remedy = Write for instance { $suggested }.
config-emoji = “{ $value }” is not an emoji.
config-emoji-remedy = Write an emoji in quotes, for instance "💡".
config-emoji-taken = “{ $value }” already answers the bot's questions.
config-emoji-taken-remedy = Choose another emoji, for instance "💡" or "📌".
config-time = “{ $value }” is not a time of day.
config-time-remedy = Write it like this: "09:00".
config-no-day = With no day at all, the bot would never say anything by itself.
config-no-day-remedy = Write at least one day, for instance [monday]; for the bot to speak at any hour, hours: always.
config-closes-first = The hours close before they open, at { $opens }.
config-closes-first-remedy = Write a later time; "00:00" is the end of the day.
config-zone = “{ $value }” is not a known time zone.
config-zone-remedy = Write for instance { $suggested }.
config-rate = must be a number above zero, not { $value }.
config-rate-remedy = Write for instance 1 (or 0.5 for a message every other second).
config-count = must be a whole number, at least 1, not { $value }.
config-count-remedy = Write for instance 5.
config-choice = “{ $value }” is not one of the choices.
config-choice-remedy = Choose among: { $choices }.
config-not-list = must be a list.
config-not-list-remedy = Put the value in brackets, for instance { $key }: ["…"].
config-not-mapping = must hold settings.
config-not-mapping-remedy = Put on the next lines, indented, one or more of these settings: { $keys }.
config-not-rooms = must name rooms.
config-not-rooms-remedy = Put on the next line, indented, a room's alias in quotes, a colon, then its settings.

## Settings: keys

config-missing-homeserver = is missing.
config-missing-homeserver-remedy = Add the Matrix server's address, for instance homeserver: https://matrix.example.org
config-missing-account = is missing.
config-missing-account-remedy = Add the bot's id, for instance account: "@commonsbot:example.org"
config-unknown-near = is not a known setting.
config-unknown-near-remedy = Did you mean { $near }?
config-unknown = is not a known setting.
config-unknown-remedy = Remove this line. The settings known here: { $keys }.
config-secret-here = is a secret, and does not belong in this file.
config-secret-here-remedy = Move this line to the file that secrets names, of mode 600.
config-nobody-reviews = asks for shares to be reviewed, but there is no moderators' room: nobody could accept what is shared in a direct chat.
config-nobody-reviews-remedy = Give that room, for instance room: "#moderation:example.org" under moderation, or set policy: review in room_settings, for the rooms that want it.
config-nowhere = is missing, and there are no rooms either: the bot would not know where to go.
config-nowhere-remedy = Give the network's space, for instance space: "#network:example.org", or rooms, for instance rooms: ["#room:example.org"].

## Settings: the vocabulary

config-themes-missing = does not exist, and the settings name it (themes).
config-themes-missing-remedy = Write it after the model of config/themes.yaml, correct its path, or take themes out of the settings.
config-not-groups = must name groups of themes.
config-not-groups-remedy = Put on the next line, indented, a group's name, a colon, then how it is shown: participer: Participer et décider
config-not-themes = must name themes or tools.
config-not-themes-remedy = Put on the next line, indented, a hashtag without its #, a colon, then its settings; or “word: off” to take the bot's own away.
config-theme = “{ $value }” can't be a hashtag.
config-theme-remedy = Write letters, numbers or hyphens, without a space, at most 40, for instance { $suggested }.
config-name = “{ $value }” has neither a letter nor a number: it can name nothing.
config-name-remedy = Write a word or words, or remove it.
config-name-twice = gives “{ $value }”, which already names { $other }.
config-name-twice-remedy = Leave it on one side only: a word names one theme or tool.
config-name-taken = gives “{ $value }”, which is the name of the bot's theme { $theme }.
config-name-taken-remedy = Choose another word, complete { $theme }, or take it away: “{ $theme }: off”.
config-missing-label = is missing.
config-missing-label-remedy = Say how it is shown, for instance label: Budget participatif

## Settings: the classes of news

config-classes-missing = does not exist, and the settings name it (news_classes).
config-classes-missing-remedy = Write it after the model of config/news_classes.yaml, correct its path, or take news_classes out of the settings.
config-not-rules = must name rules.
config-not-rules-remedy = Put on the next line, indented, a rule's name, a colon, then its points and its words; or “name: off” to take the bot's own away.
config-not-sets = must name sets of words.
config-not-sets-remedy = Put on the next line, indented, a set's name, a colon, then its words in brackets: mois: [janvier, février]
config-not-points = must say how many points each class gains.
config-not-points-remedy = Write for instance points: {"{"}prix: 4{"}"}, or points: {"{"}prix: -6, appels: -6{"}"}.
config-missing-points = is missing.
config-missing-points-remedy = Say how many points each class gains, for instance points: {"{"}prix: 4{"}"}
config-rule-wordless = looks for no word.
config-rule-wordless-remedy = Give it words: text: [palmarès], or title: […] to look for them in the title only.
config-pattern = can't be looked for: “{ $value }”.
config-pattern-remedy = Write a word (prix), the beginning of one (candidat*), one or the other (prix/trophée), a word that may be missing (grand?), … or one of these sets in angle brackets: { $sets }.
config-number = must be a number, not { $value }.
config-number-remedy = Write for instance 4, 2.5 or -6.

## Settings: the file

config-no-file = does not exist.
config-no-file-remedy = Make it with commonsbot init, or give the right path with -c.
config-no-permission = can't be read: you are not allowed to.
config-no-permission-remedy = Run the command as the bot's account, or let that account read the file.
config-is-folder = is a folder.
config-is-folder-remedy = Give the path of the file in it, for instance { $path }/commonsbot.yaml.
config-unreadable = can't be read.
config-unreadable-remedy = Check the path and the disk.
config-not-utf8 = is not written in UTF-8.
config-not-utf8-remedy = Save it as UTF-8 from your text editor.
config-no-settings = is empty.
config-no-settings-remedy = Fill it with commonsbot init, or after config/commonsbot.example.yaml.
config-not-settings = holds no settings.
config-not-settings-remedy = Write one setting a line: its name, a colon, a space, its value.
config-not-yaml = is not YAML.
config-not-yaml-remedy = Remove the invisible characters, or start from config/commonsbot.example.yaml.
config-syntax = is not correct YAML at line { $line }, column { $column }.
config-syntax-remedy = Look at this line and the one before: indentation, a space after the colon, quotes or brackets to close.
config-quote-needed = is not correct YAML at line { $line }, column { $column }: this value must be in quotes.
config-quote-needed-remedy = Put straight quotes around it: "…".
config-tab = has a tab at line { $line }, column { $column }.
config-tab-remedy = Replace it by spaces.
config-twice = is given twice, the second time at line { $line }.
config-twice-remedy = Keep only one of these lines.

## Settings: secrets

config-secrets-missing = does not exist: without a password or an access token, the bot can't log in.
config-secrets-missing-remedy = Make it with commonsbot init, or give COMMONSBOT_PASSWORD or COMMONSBOT_ACCESS_TOKEN in the environment.
config-secrets-empty = holds neither password nor access_token.
config-secrets-empty-remedy = Add one of them, or give COMMONSBOT_PASSWORD or COMMONSBOT_ACCESS_TOKEN in the environment.
config-secrets-unknown = holds a name that is not known here (it is not repeated: it may be a secret).
config-secrets-unknown-remedy = Leave only these names in it, each followed by a colon and its value: { $keys }.
config-secrets-mode = can be read by other accounts of this machine (mode { $mode }).
config-secrets-mode-remedy = Run: chmod 600 { $path }
config-credential-mode = can be read by every account of this machine (mode { $mode }).
config-credential-mode-remedy = Let systemd give it (LoadCredential=), or run: chmod 600 { $path }
config-data-mode = can be read by other accounts of this machine (mode { $mode }).
config-data-mode-remedy = Run: chmod 700 { $folder }

## Command line

cli-about = CommonsBot keeps what the members of a network tell each other: tips, news, a weekly letter.
cli-verbs = commands:
cli-verb = command
cli-verb-help = More on one of them: commonsbot command --help
cli-init = Asks a few questions, writes the configuration and makes the bot's cryptographic identity.
cli-check = Checks the configuration and the connection, and says how to mend them.
cli-run = Keeps the bot alive until it is told to stop.
cli-import = Adds resources to the commons, of another bot, a spreadsheet (CSV), Markdown pages or a YAML file.
cli-identity = Shows the bot's cryptographic identity, recovers it, mends it or makes it anew.
cli-backup = Backs up the database and the encryption keys, whether the bot runs or not.
cli-restore = Puts a backup back, while the bot is stopped.
cli-schema = Prints the JSON Schema of the configuration, for text editors.
cli-demo = Shows the bot at work in real rooms, on this machine.
cli-exit-codes = Exit codes: 0 all is well, 1 failure, 2 badly written command, 69 account expired, 75 data directory in use, 76 other keys under this device, 77 access token revoked, 78 configuration to mend.
cli-usage = Usage:
cli-positionals = to give
cli-options = options
cli-prompt = { $question }:
cli-file = FILE
cli-help-help = shows this help
cli-help-version = shows the version
cli-help-lang = language of the command line (else the system's; French by default)
cli-help-debug = shows the technical details of errors
cli-help-config = configuration file (default: { $default })
cli-unknown-verb = “{ $verb }” is not a command.
cli-required = Missing: { $names }.
cli-unrecognized = “{ $value }” is not expected here.
cli-expected = { $name } needs a value.
cli-choice = “{ $value }” is not a choice of { $name }. Choose among: { $choices }.
cli-value = “{ $value }” does not suit { $name }.
cli-no-value = { $name } takes no value (“{ $value }”).
cli-together = { $name } does not go with { $other }.
cli-near = Did you mean { $near }?
cli-see-help = Help: { $command }
cli-interrupted = Interrupted.
cli-busy = This data directory is already used by another CommonsBot. Stop that one first. ({ $detail })
cli-device-clash = The server knows other encryption keys for the device { $device }: the data directory was lost, or copied. Give the bot a new device: commonsbot identity new-device
cli-token-gone = The access token is no longer valid: the bot's device was logged out. Log it in again with commonsbot init.
cli-account-expired = { server-expired } { check-expired-remedy }
cli-unexpected-log = Unexpected error, reference { $reference }. The details are in the log, under this reference.
cli-unexpected-file = Unexpected error, reference { $reference }. The details are in { $path }.

## Server

server-unreachable = { $url } does not answer: { $reason }.
server-not-matrix = { $url } answers, but not as a Matrix server.
server-refused = The server refuses: { $words } ({ $code }).
server-token = The server does not know this access token.
server-expired = The bot's account has expired: the server refuses everything until it is renewed.
server-limited = The server asks to wait { $seconds } s before trying again.
place-joined = { $name }: the bot is in.
place-invited = { $name }: the bot is invited, it will join when it starts.
place-open = { $name }: the bot can join, and will when it starts.
place-closed = { $name }: the bot is not in and can't join by itself. Invite it.
steward-unknown = { $name }: the server finds no such profile. Check the id.

## init

init-homeserver = Matrix server (domain or address)
init-account = The bot's account (name, or @name:domain)
init-password = Password (empty to give an access token)
init-token = Access token
init-keep-password = Keep the password too? The access token is enough for the bot.
init-space = The network's space, for instance #network (empty to name rooms)
init-rooms = Rooms, separated by spaces
init-name = Name of the network, as credit lines quote it
init-stewards = The network's stewards, separated by spaces (empty: nobody)
init-overwrite = { $paths }: this file exists. Overwrite it?
init-yes-no = y/N
init-answers = { $url } answers (Matrix { $version }).
init-logged-in = Logged in: { $account }
init-needed = This answer is needed (in a script: { $flag }).
init-wrong-password = The server refuses this account or password. Check both.
init-other-account = This token belongs to { $account }. Give the bot's token, or that account.
init-no-device = This token has no device: encryption would be impossible. Give the password instead.
init-nowhere = Give at least one room, or the bot would not know where to go (in a script: --space or --room).
init-not-space = { $name } is a room, not a space.
init-not-room = { $name } is a space, not a room.
init-no-file = { $path } can't be read.
init-kept = Nothing has changed: { $paths } already exists. To overwrite: --force
init-written = Written: { $config }, and { $secrets } which only your account can read.
init-next = And now: commonsbot check -c { $config }, then commonsbot run -c { $config }
init-help-homeserver = Matrix server, domain or address
init-help-account = the bot's account
init-help-password-file = file whose first line is the password
init-help-token-file = file whose first line is an access token
init-help-keep = keeps the password too (the access token is enough)
init-name-form = NAME
init-help-name = name of the network (else that of its space)
init-help-space = the network's space
init-help-room = room to serve; may be repeated
init-help-steward = steward of the network; may be repeated
init-help-force = overwrites existing files
init-help-non-interactive = asks nothing

## Files written by init

written-head = Configuration of CommonsBot. Every setting: config/commonsbot.example.yaml
written-homeserver = The Matrix server's address.
written-account = The bot's id.
written-name = Name of the network, as credit lines quote it.
written-profile = Defaults of this network: its links, its pace.
written-secrets = The access token, in a file that only this account can read (mode 600).
written-space = The network's space: the bot serves its rooms.
written-rooms = Rooms served.
written-stewards = Stewards of the network: they moderate in every room.
written-data = The folder of the database and of the encryption keys.
written-language = The bot's language: fr or en.
written-secrets-head = Give this file to nobody: it lets one act in the bot's name.

## check

check-help-offline = without reaching the server
check-config = { $path }: settings read.
check-secrets = { $path }: readable by its owner only.
check-data = { $path }: usable data directory.
check-data-closed = the folder { $path } can't be written.
check-data-remedy = Let the bot's account write in { $path }, or change data.
check-database = Database readable, version { $version }.
check-database-none = No database yet: it will be made at the first start.
check-database-remedy = Install the version of CommonsBot that wrote it, restore a backup, or change data.
check-homeserver = { $url } answers (Matrix { $version }).
check-homeserver-remedy = Check the address, the network and the certificate.
check-secrets-remedy = Check the password or the token, or make them anew with commonsbot init.
check-expired-remedy = Open the link in the mail that the server sends to the address of this account; to be sent another one, open the account in Tchap or Element. A running bot waits, and goes on by itself.
check-account = Logged in as { $account }.
check-other-account = the login is { $account }'s.
check-other-account-remedy = Write account: "{ $account }", or give the right account's token.
check-place-remedy = Check the spelling, and that this room still exists.
check-space-remedy = Give a space, or move this room under rooms.
check-closed-remedy = Invite the bot's account.
check-no-steward = No stewards: only the rooms' moderators will be able to moderate.
check-steward = { $name }: steward.
check-good = All is ready.
check-bad = { $count ->
    [one] { $count } thing to mend.
   *[other] { $count } things to mend.
  }

## backup

backup-folder = FOLDER
backup-help-folder = where to put the backup (default: backups, in the data directory)
backup-help-keep = keeps only the N latest backups of this bot in that folder
backup-made = Backup made: { $path } ({ $size } kB), which only this account can read. It holds:
backup-database = the database, version { $version };
backup-device = the encryption keys of the device { $device };
backup-identity = the bot's identity, which signs its devices;
backup-session = the login of this device.
backup-settings = The configuration and the secrets are not in it: keep them apart.
backup-pruned = Old backup deleted: { $path }
backup-nothing = Nothing to back up: there is no database in { $path }. Check data in the configuration.
backup-under-way = Another backup is being made in { $path }. Wait until it is done.
backup-unreadable = { $path } is damaged or busy ({ $detail }): nothing was backed up, and no old backup deleted. Try again; if it lasts, restore a backup.

## restore

restore-archive = BACKUP
restore-help-archive = archive made by commonsbot backup
restore-help-with-device = brings back the encryption device too, if it was not used since the backup
restore-help-force = replaces what is there, after moving it aside
restore-done = Database restored, as it was on { $made }.
restore-aside = What was there is kept in { $path }
restore-repeats = When it starts, the bot reads again what was said since in open rooms: shares come back. Answers, news or a letter may be said a second time.
restore-device-back = The encryption device is back. Never use the other copy of this data directory again.
restore-device-kept = The encryption device of this data directory stays in service: nothing it can read is lost.
restore-device-new = The bot will have a new encryption device. What was said before in encrypted rooms will stay unreadable for it: what was shared there since the backup is to be shared again. Nothing else of the commons is lost.
restore-token = The access token in the secrets is that of the old device, whose keys don't come back. Before you start the bot: commonsbot init --force -c { $config }
restore-no-archive = { $path } does not exist or can't be read. Give the path of an archive made by commonsbot backup.
restore-foreign = { $path } is not a backup of CommonsBot. Give an archive made by commonsbot backup.
restore-damaged = { $path } is damaged ({ $detail }): nothing was changed. Take another backup.
restore-newer = { $path } was made by a later version of CommonsBot. Install that version, then try again.
restore-occupied = There is already { $paths }. With --force, what is there is moved aside, and nothing deleted.
restore-device-remedy = Nothing was changed. Restore without --with-device: the bot will take a new device, and every resource of the backup will come back.
restore-device-none = This backup holds no encryption device of this account. { restore-device-remedy }
restore-device-locked = The encryption keys of this backup don't open with the key beside them. { restore-device-remedy }
restore-device-running = This backup was made while the bot ran: its encryption device was used since, and the others would refuse the old copy of it for ever. { restore-device-remedy }
restore-device-gone = The server no longer knows the encryption device of this backup: it was logged out. { restore-device-remedy }
restore-device-other-keys = The server knows this encryption device by other keys: it was made anew since the backup. { restore-device-remedy }
restore-device-untold = The server does not tell when this encryption device was last used: whether it was used since the backup can't be known. { restore-device-remedy }
restore-device-used = According to the server, this encryption device was used after the backup, or less than five minutes before: the others would refuse an outdated copy for ever. { restore-device-remedy }
restore-device-unasked = The server could not tell whether this encryption device was used since the backup: { $detail } Nothing was changed. Try again, or restore without --with-device.
restore-device-password = To ask the server whether this encryption device was used since, the bot's password is needed: the access token is that of this device, and merely asking would be a use of it. Give COMMONSBOT_PASSWORD in the environment, or restore without --with-device.

## export, import

cli-path = PATH
cli-export = Writes the commons in an open format, whether the bot runs or not.
export-help-path = .jsonl or .csv file, or folder (Markdown); by default, a .jsonl in the data folder
export-help-format = jsonl (everything), markdown or csv (the cards alone); by default, after the name
export-help-audience = all: everything; network: what the whole network may read; public: what everybody may read
export-help-force = set aside what has this name already
export-help-schema = show the JSON Schema of a line, and nothing else
export-under-way = Export
export-done = { $count ->
    [0] No card to export: { $path } is empty.
    [one] { $count } card exported to { $path }
   *[other] { $count } cards exported to { $path }
  }
export-private = This file also holds what only one room may see: keep it secret. To publish: --audience public
export-no-folder = The folder { $path } does not exist. Create it, or give another path.
export-exists = { $path } exists already. Give another name, or --force to set the old one aside.
export-no-database = There is no database at { $path }. Check data in the configuration.
export-older-database = The database { $path } is of an older version. Start the bot once with this version, then try again.
exchange-no-format = The name of { $path } does not tell its format. Add --format with one of: { $formats }.
import-under-way = Import
import-no-file = { $path } does not exist.
import-not-read = { $path } can't be read ({ $detail }). What comes before was imported; mend it and run again: nothing is imported twice.
import-bad-entry = { $problem } { $remedy }
import-bad-title = the title must fit on one line of at most { $limit } characters, and not be empty. Shorten it, and put the rest into text.
import-bad-number = { $value } is not a card's number. Take number out: the card will get one.
import-bad-choice = “{ $value }” is not one of the choices. Write one of: { $choices }.
import-missing = { $name } is missing. Add it.
import-unknown = { $name } is not a known field. Correct its name, or take it out. All fields: commonsbot export --schema
import-bad-value = { $name } does not fit ({ $detail }). What it may be: commonsbot export --schema
import-unreadable = not readable ({ $detail }). Mend it, or take this entry out.
import-orphan = this belongs to a card, and no card precedes. Put it after its card.
import-row-long = this row has more cells than headings. Check the quotes and the “;”.
import-no-front = this file does not begin with facts between two lines of “---” ({ $detail }). Take an exported file as a model.
import-more-faults = and { $count } more entries to mend.
import-forgotten = { $count ->
    [one] { $count } card taken out, because it was where this file comes from.
   *[other] { $count } cards taken out, because they were where this file comes from.
  }
import-moved = Card { $before } of the file is { $now } here: its number was taken.
import-more-moved = and { $count } more cards whose number changes.

import-file = what commonsbot export wrote, or a YAML file with a list under “resources”
import-added = { $count ->
    [0] No resource added.
    [one] { $count } resource added.
   *[other] { $count } resources added.
  }
import-known = { $count ->
    [one] { $count } resource already imported, left as it is.
   *[other] { $count } resources already imported, left as they are.
  }
import-title = must fit one line of at most { $limit } characters.
import-title-remedy = Shorten it, and put the rest in text.
import-no-resources = must be a list of resources.
import-no-resources-remedy = Put the resources under resources:, each beginning with a dash.
import-twice = “{ $value }” already names a resource above in this file.
import-twice-remedy = Give each resource a different origin.
config-missing-origin = is missing.
config-missing-origin-remedy = Give the resource a lasting, unique id, for instance origin: starter/alt-text
config-missing-title = is missing.
config-missing-title-remedy = Give the resource a title.
config-missing-text = is missing.
config-missing-text-remedy = Give the resource a text.

## identity

identity-help-action = show: shows it; sign: signs the device; restore: gives it back to the bot by its recovery key; recovery-key: makes a recovery key; new-device: gives the bot a new device; reset: makes a new one
identity-help-yes = asks for no confirmation
identity-device = Device { $device }, fingerprint { $fingerprint }
identity-no-keys = Device { $device }: its keys are not on the server yet. They will be at the first start.
identity-trusted = Device signed: strict clients write to it and read it.
identity-untrusted = Device not signed: some members can neither read it nor be read by it. Remedy: with the bot stopped, commonsbot identity sign
identity-master = The account's identity (public key): { $key }
identity-none = The account has no identity yet: it will be made at the first start.
identity-here = Its secrets are in { $folder }: back them up with the rest.
identity-elsewhere = The secrets of the account's identity are not here: it was made elsewhere. Give it to the bot by its recovery key (commonsbot identity restore), or put identity.json back into { $folder } from a backup. Else make a new one: commonsbot identity reset
identity-done-created = The identity is made, and the device { $device } signed.
identity-done-signed = The device { $device } is signed.
identity-done-known = The device { $device } was signed already: nothing has changed.
identity-password = { $account }'s password
identity-password-env = The access token comes from COMMONSBOT_ACCESS_TOKEN: it can't be replaced here. Remove this variable, and give a password.
identity-new = The bot has a new device, { $device }. It will be signed at the next start. The keys of the old one are kept in { $folder }.
identity-reset-sure = Everybody who talks with { $account } will see that its identity changed, and the old recovery key will no longer serve. Make a new one?
identity-reset-kept = Nothing has changed.
identity-reset-done = { $account } has a new identity, and the device { $device } is signed.
identity-approve = Open this page with the bot's account, and approve: { $link }
identity-not-approved = Nothing was approved. Try again when you can open this page.

## Sources

cli-sources = Shows sources that are ready to follow, and exchanges lists of feeds (OPML).
sources-action = list: those that come with the bot; import: follow the feeds of an OPML file; export: write those the network follows
sources-file = the OPML file
sources-room = the room that will follow these feeds: its name, or its id (import)
sources-room-name = ROOM
sources-no-file = Give the OPML file: commonsbot sources import --file feeds.opml --room News
sources-no-room = Give the room that will follow these feeds: --room News
sources-room-unknown = The bot does not serve one room, and one only, called “{ $room }”. Those it serves:
sources-unreadable = { $path } can't be read: { $reason }. Give an OPML file, as feed readers export them.
sources-exported = { $count ->
    [one] One source written to { $path }
   *[other] { $count } sources written to { $path }
}
sources-imported = { $count ->
    [0] No more feed followed
    [one] One more feed followed
   *[other] { $count } more feeds followed
}; followed already: { $known }. The bot will read them when it next starts.
sources-checked = checked on { $day }
sources-off = not checked, off: try it with !source add
