# The sentences of the command line and of the settings. `config-x` says what is wrong,
# `config-x-remedy` what to write.

## Settings: values

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
config-duration-remedy = Give a number and its unit, for instance { $suggested } (s, min, h or d).
config-day = “{ $value }” is not a day of the week.
config-day-remedy = Write for instance { $suggested }.
config-time = “{ $value }” is not a time of day.
config-time-remedy = Write it like this: "09:00".
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
config-nowhere = is missing, and there are no rooms either: the bot would not know where to go.
config-nowhere-remedy = Give the network's space, for instance space: "#network:example.org", or rooms, for instance rooms: ["#room:example.org"].

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
config-secrets-mode = can be read by other accounts of this machine (mode { $mode }).
config-secrets-mode-remedy = Run: chmod 600 { $path }
