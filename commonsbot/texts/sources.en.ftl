## Looking after sources

summary-source-page = follows a page that has no feed, after a preview
summary-source-catalogue = shows the ready-made sources, followed by their names
summary-source-view = tells how a source is doing
summary-source-test = reads a source again now, or shows what an address would give
summary-source-mode = chooses when its articles appear here
summary-source-pause = silences a source in this room
summary-source-resume = lets it speak again
summary-source-accept = accepts a preview, a feed among several or articles held back
summary-source-journal = tells what became of its last articles
usage-source-page = address item: selector ; title: selector ; link: selector ; date: selector
usage-source-mode = number at once | grouped 4 h | every day | letter
usage-source-test = number, address or name
usage-source-accept = number, then the place of the feed
example-source-page = https://www.example.org/news item: .teaser ; title: h3 ; date: .date
example-source-mode = 3 grouped 4 h
details-source-add = The address of a feed (RSS, Atom or JSON Feed), or of a site, whose feeds the bot looks for. Or the name of a ready-made source, like `!source add cnil`: `!source catalogue` shows them. Nothing old is posted.
details-source-page = Selectors are those of style sheets (CSS): `item` finds each article of the page, the others are looked for in the article. Only `item` is needed: title, link and date can often be guessed. Nothing is followed before you agree.
details-source-test = With the number of a source of the room, reads it again. With the address of a feed or a site, or the name of a ready-made source: shows its latest articles as they would appear here. Nothing is followed or kept.
details-source-mode = `at once`: as it is published, within the room's hours. `grouped 4 h`: one message for what four hours bring; `every day`, for a day. `letter`: in the weekly letter only.

source-list-hint = How it is doing: `!source show { $number }` · When it appears: `!source mode { $number } at once` · Stop following: `!source remove { $number }`
source-health-proposed = waits for your choice
source-paused = paused in this room
source-mode-at-once = posted as it is published
source-mode-grouped = posted in groups, every { $hours ->
    [one] hour
   *[other] { $hours } hours
  }
source-mode-letter = in the letter only
source-view-read = read on { $when }, again { $minutes ->
    [one] every minute
   *[other] about every { $minutes } minutes
  }
source-view-posted = Last message here: { $when }
source-view-held = { $count ->
    [one] One article held back
   *[other] { $count } articles held back
  }: nearly everything was unknown at once. Post them all the same: `!source accept { $number }`
source-view-hint = Its last articles: `!source log { $number }` · Read it now: `!source test { $number }`
source-mode-set = “{ $title }” (no. { $number }): { $how }.
source-mode-wrong = I did not understand “{ $value }”. Write `!source mode { $number }`, then `at once`, `grouped 4 h`, `every day` or `letter`.
source-mode-whose = Of which source? Give its number or its name: `!source mode { $number } { $mode }`. Those of the room: `!source list`
source-mode-which = When is it to appear here? Write `!source mode { $number }`, then `at once`, `grouped 4 h`, `every day` or `letter`.
source-mode-hours = Articles are grouped by hours, from 1 to { $hours }: `!source mode 3 grouped 4 h`.
source-pause-done = “{ $title }” is silent in this room. What is published meanwhile won't be posted here. Resume: `!source resume { $number }`
source-resume-done = “{ $title }” speaks again in this room.
source-choice = **{ $url }** offers { $count } feeds. Which one?
source-choice-item = { $place } · { $title }
source-choice-how = The first: ✅ or `!yes` · Another: `!source accept { $number } 2` · None: `!no`
source-choice-wrong = Choose a place from 1 to { $count }.
source-preview = **{ $url }**: this is what I find there ({ $count ->
    [one] one article
   *[other] { $count } articles
  }).
source-preview-guessed = **{ $url }** has no feed, but seems to list articles ({ $count ->
    [one] one found
   *[other] { $count } found
  }). I can watch the page itself:
source-preview-how = Follow it so: ✅ or `!yes`, or `!source accept { $number }` · No: `!no`
source-preview-other = Not the right ones? `!source watch { $url } item: { $item }`, with another selector.
source-chosen = This room follows “{ $title }” · source no. { $number }. I am reading it, and will only post what comes next.
source-declined = Very well, this room does not follow it.
source-nothing-held = Nothing waits for your approval for source no. { $number }. Those of the room: `!source list`.
source-released = Articles of “{ $title }” let through: { $count }.
source-page-wrong = Give the address of the page, then the selector of its articles: `!source watch https://www.example.org/news item: .teaser ; title: h3`.
source-page-which = Give the selector of the articles too: `!source watch { $url } item: .teaser`. Without a selector I guess them: `!source add { $url }`
source-page-has-feed = This is the address of a feed: nothing is to be chosen there by selectors. Follow it so: `!source add { $url }`
source-journal = **{ $title }** · source no. { $number }: its last articles, in this room
source-journal-empty = Nothing from “{ $title }” yet.
source-journal-sent = posted here
source-journal-queued = in a message about to leave
source-journal-refused = the server refused the message, or it waited too long
source-journal-waiting = waits for the room's hours, or to be grouped
source-journal-letter = for the letter
source-journal-double = already told here by another source
source-journal-paused = passed over: the source was paused
source-journal-filtered = set aside by this room's filters
source-journal-dropped = dropped: the room no longer followed the source
source-journal-first = there already at the first reading: not posted again
source-journal-stale = too old when I saw it: not posted
source-journal-held = held back: nearly everything was unknown at once
source-journal-relayed = published before this room followed the source

source-catalogue = { $count ->
    [one] **One ready-made source**
   *[other] **{ $count } ready-made sources**
  } · `!source add` and a name
source-catalogue-here = followed here, no.{"\u00A0"}{ $number }
source-catalogue-hint = Follow one: `!source add { $name }` · Try it first: `!source test { $name }` · Those this room follows: `!source list`
source-catalogue-unchecked = Not all of their addresses could be checked: I say at once if a source cannot be read. Then give the address of the site.
source-not-here = This room follows no source “{ $word }”. Those it follows: `!source list` · Follow one: `!source add` and its address
source-several = “{ $word }” may be { $names }. Give its number.
source-name-unknown = I know no source “{ $word }”. Give its address, which starts with https://, or choose a ready-made one: `!source catalogue`
source-name-near = I know no source “{ $word }”. Did you mean { $name }? Then write { $again }. All of them: `!source catalogue`
source-name-several = “{ $word }” may be several sources: { $names }. Which one? All of them: `!source catalogue`

source-tried = **Trying “{ $title }”** · nothing is followed or kept
source-tried-page = **Trying “{ $title }”** · a page without a feed, whose articles I guessed · nothing is followed or kept
source-tried-items = { $count ->
    [0] No article would appear.
    [one] One article. This is how it would appear here:
   *[other] { $count } articles. This is how the latest would appear here:
  }
source-tried-left = { $count ->
    [one] The filter of this room leaves one out.
   *[other] The filter of this room leaves { $count } out.
  }
source-tried-how = Follow it: `!source add { $url }` · Nothing old will be posted, only what is published next.
source-tried-feeds = **{ $url }** has { $count } feeds. Nothing is followed.
source-tried-which = Try one: `!source test { $url }`
source-untried = **I could not read `{ $url }`.** { $reason }
source-tries-many = Several addresses are already being tried in this room. Ask again in a moment.

page-selector = The selector “{ $detail }” is not CSS I understand. Try a simpler one, such as `.teaser` or `article`.
page-nothing = No article found in the page by “{ $detail }”. Check the selector in your browser (right click, Inspect).

sources-failing = **Some sources can't be read.** Nothing urgent: I keep trying, less and less often.
sources-failing-item = no. { $number } · { $title }: { $count ->
    [one] one failure
   *[other] { $count } failures in a row
  } since { $since }. { $reason }
