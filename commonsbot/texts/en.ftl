## Words

resource-number = no.{"\u00A0"}{ $number }
kind-tip = tip
kind-experience = experience report
kind-tool = tool
kind-template = template
kind-reference = link
kind-question = question
audience-room = this room
audience-network = the network
audience-public = everyone
month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
  }
date = { $day } { $month } { $year }
date-near = { $day } { $month }

## Welcome

introduction = **Hello, I am the memory of this network.** I keep the tips and resources you decide to share here, and find them again when you need them.

    I keep: what you send me with `!share`, under your name. I never keep the rest of your conversations without your consent.

    To start: `!help` · to search: `!search participatory budget` · to share: `!share` followed by a title.
introduction-reaction = A { $emoji } reaction on a message offers it to me: I keep it if its author agrees.
introduction-desk = **Hello, this is the moderators' room.** I put the questions of moderation here; its members may answer them for the whole network. What waits: `!moderate` · what you may do: `!help`.
introduction-encrypted = This room is encrypted: what you share here stays visible to its members only.
invite-refused = Hello! I only serve the rooms of my network: ask the person who runs me to allow your server or your account.

## Common answers

error-internal = Something went wrong on my side (ref. { $reference }). Nothing is lost: try again in a moment, and if it comes back, give this reference to the person who runs me.
away = I was away when you wrote to me. Your request may be out of date: if it still stands, please ask again.
unknown-command = I do not know `!{ $word }`. All commands: `!help`.
unknown-command-near = I do not know `!{ $word }`. Did you mean `!{ $command }`? All commands: `!help`.
unknown-speech = I did not understand. To search: `!search` followed by a few words. All commands: `!help`.
moderators-only = `!{ $command }` is for the moderators of this room. Please ask one of them.
stewards-only = `!{ $command }` is for the stewards of the network.
stranger = Hello! I only answer the members of my network: join one of its rooms, or write to the person who told you about it.
suspended = Your requests to the bot are suspended by the moderators.{ $because } To talk about it, write to one of them.
suspended-until = Your requests to the bot are suspended by the moderators until { $date }.{ $because } To talk about it, write to one of them.
suspended-why = {" "}The reason: “{ $why }”.
missing-argument = After `!{ $command }`, write { $what }. Example: `{ $example }`
argument-number-wrong = “{ $value }” is not a number. Example: `{ $example }`
parameter-number = a number
parameter-words = what you are looking for
parameter-content = a title, then, on the next lines, the text and the links
parameter-followed = the number or the name of a source of this room
parameter-source = the address of a feed or a page, or the name of a ready-made source
parameter-command = the name of a command
usage-number = number
usage-words = words
usage-content = title
usage-followed = number or name
usage-source = address or name
usage-command = command

## Help

help-title = **What I can do**
help-others = **And also**
help-topic-share = Share:
help-topic-find = Find:
help-topic-ask = Help each other:
help-topic-try = Try:
help-topic-news = Read the news:
help-topic-follow = Follow:
help-topic-keep = Keep a card up to date:
help-topic-you = Your hours, your data:
help-topic-answer = Talk to me:
help-moderator-title = **For moderators**
help-more = More on one command: `!help share`. In a direct message or after mentioning me, the `!` is optional.
help-data = I only keep what you share on purpose: `!help data` says what, for how long, and how to erase it.
help-example = Example: { $example }
help-family = And also:
help-aliases = Also: { $aliases }
help-unknown = I do not know the command “{ $word }”. All commands: `!help`.

summary-help = shows the commands, or one in detail
summary-card = opens a card by its number; without one, your latest
summary-recent = shows the latest cards
summary-thank = thanks the author of a card
summary-remove = removes a card (yours, or any card of this room if you moderate it)
summary-source-add = follows a news feed or a site in this room
summary-source-list = shows the sources this room follows, or one of them
summary-source-remove = stops following a source in this room

example-title = Accessible greeting card template
example-words = participatory budget

## Cards

card-facts = { $kind } · { $date } · visible to { $audience }
card-facts-author = { $kind } · by { $author } · { $date } · visible to { $audience }
card-thanks = { $count ->
    [one] { $count } thank-you
   *[other] { $count } thank-yous
  }
card-actions = Thank: `!thanks { $number }`
card-which = Which card? Write its number: `!card 42`. Alone, `!card` shows what you shared last here.
card-missing = There is no card { $number }, or it cannot be seen from here. To search: `!search` followed by a few words.

recent-title = **The latest cards**
recent-nothing = There is no card yet. Be the first to share: `!share` followed by a title.

thank-done = Noted: thank you for card { $link }
thank-again = You had already thanked for card { $number }. Thank you all the same!
thank-self = Card { $number } is yours: leave others the pleasure of thanking you.

remove-done = Card { $number } is removed: nobody sees it any more. Its number will not be used again.
remove-refused = Card { $number } can only be removed by its author, a moderator of the room it was shared in, or a steward of the network.

## Sources

source-already = This room already follows this source: no.{"\u00A0"}{ $number } · { $title }.
source-list-title = { $count ->
    [one] **{ $count } source** followed in this room
   *[other] **{ $count } sources** followed in this room
  }
source-list-empty = This room follows no source. To add one: `!source add` followed by its address. Ready-made sources: `!source catalogue`
source-item = no.{"\u00A0"}{ $number } · { $title }
source-health-new = not read yet
source-health-good = read without error
source-health-failing = { $count ->
    [one] failed at its last reading
   *[other] failed at its last { $count } readings
  }
source-health-stopped = stopped
source-removed = This room no longer follows “{ $title }”.
source-missing = This room follows no source no.{"\u00A0"}{ $number }. Those it follows: `!source list`.
