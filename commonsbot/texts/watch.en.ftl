## News watch

summary-watch = shows what the room's sources publish, by class or by words
details-watch = Alone: the latest, and the next deadlines. With a class: `!news prizes`, `calls`, `events`, `jobs`, `training` or `articles`. With words: `!news employer brand`, narrowed as with `!search`: `#theme`, `since:2026-09`. To be told: `!follow in:news` and your words.
form-watch = class or words
example-watch = employer brand
watch-title = **News of this room** · the latest
watch-lately = In 7 days: { $classes }
watch-lately-nothing = Nothing new for 7 days.
watch-count-award-result = { $count ->
    [one] { $count } prize
   *[other] { $count } prizes
  }
watch-count-award-call = { $count ->
    [one] { $count } call
   *[other] { $count } calls
  }
watch-count-event = { $count ->
    [one] { $count } event
   *[other] { $count } events
  }
watch-count-job = { $count ->
    [one] { $count } job
   *[other] { $count } jobs
  }
watch-count-training = { $count ->
    [one] { $count } training course
   *[other] { $count } training courses
  }
watch-count-article = { $count ->
    [one] { $count } article
   *[other] { $count } articles
  }
watch-deadlines = **Next deadlines** · all: `!deadlines`
watch-how = By class: `!news calls` · By words: `!news employer brand` · To make a card of it: reply `!share` to an item
watch-empty = The sources of this room have published nothing yet. Those it follows: `!source list`
watch-no-source = This room follows no news source. Its moderators may add one: `!source add` and the address of a site.

news-class-article = article
news-class-award-result = prize
news-class-award-call = call
news-class-event = event
news-class-job = job
news-class-training = training
news-until = until { $date }
news-enrol-until = enrol until { $date }
news-at = { $date }, { $hour }
news-span = { $first } to { $last }
news-number = item { $number }

## Deadlines

summary-deadlines = shows until when to apply, three months ahead
deadlines-title = { $count ->
    [one] **One deadline** in three months
   *[other] **{ $count } deadlines** in three months
  }
deadlines-left = { $days ->
    [0] today
    [one] tomorrow
   *[other] in { $days } days
  }
deadlines-none = No deadline in three months, as far as this room's sources say. The calls there were: `!news calls`
deadlines-more = and { $count ->
    [one] another one, later
   *[other] { $count } others, later
  }
deadlines-how = Is a date wrong? Tell a moderator: `!item { $number } deadline` and the right date.
deadlines-reminder = { $count ->
    [one] **A few days left to apply**
   *[other] **A few days left to apply** · { $count } calls
  }
deadlines-closing = All deadlines: `!deadlines`

## One item

summary-item = shows an item of the news, and why it has its class
details-item = `!item 812 why` shows the rules that counted. Moderators may correct: `!item 812 class prizes` (or `calls`, `events`, `jobs`, `training`, `articles`), `!item 812 deadline 12/01/2027`, `!item 812 deadline none`; no later reading undoes a correction. `!item` alone shows moderators the rules that were corrected most.
form-item = number why
news-not-a-number = “{ $words }” is not the number of a news item. Those that speak of it: `!news { $words }`
news-missing = I know no item { $number }, or this room does not follow its source. The latest: `!news`
news-which = Which one? Give its number, for instance `!item 812`. The latest with their numbers: `!news`
news-acts = Why this class: `!item { $number } why` · To make a card of it: `!share item { $number }`
news-cards = **Cards made of this item**
news-why = It is a { $name }, by these rules ({ $scores }):
news-why-article = It is an article: no other class has points enough ({ $scores }; 3 are needed).
news-why-nothing = It is an article: no rule fits it.
news-why-corrected = It was said to be a { $name } by { $by }.
news-reason = “{ $words }” { $where }: { $points } · rule { $rule }
news-where-title = in the title
news-where-summary = in the summary
news-correct = Is the class wrong? `!item { $number } class` and one of: { $classes }
news-moderators-only = Only the moderators of this room correct an item: ask them.
news-class-which = Which class? Write `!item { $number } class` and one of: { $classes }
news-class-unknown = “{ $word }” is no class of news. Write `!item { $number } class` and one of: { $classes }
news-class-near = “{ $word }” is no class of news. Did you mean `!item { $number } class { $near }`? The classes: { $classes }
news-class-already = Item { $number } is a { $name } already.
news-class-corrected = **Corrected**: item { $number } is a { $name } (it was a { $was }), and will stay one.
news-class-back = To undo: `!item { $number } class { $word }`
news-deadline-read = Deadline read: { $date }.
news-deadline-unread = I read no date in “{ $value }”. Write for instance `!item { $number } deadline 12/01/2027`; to take it away: `!item { $number } deadline none`
news-deadline-moved = The deadline of item { $number } is now { $date }. The others: `!deadlines`
news-deadline-no-call = The deadline of item { $number } is now { $date }. It is recalled only if the item is a call: `!item { $number } class calls`
news-deadline-gone = Item { $number } has no deadline any more.
corrections-none = No class was corrected so far. To correct one: `!item 812 class` and one of { $classes }.
corrections-title = { $count ->
    [one] **One correction** of a class
   *[other] **{ $count } corrections** of classes
  }
corrections-class = “{ $was }” → “{ $name }”: { $count } times
corrections-rule = rule { $rule }: proved wrong { $count } times
corrections-how = These rules are changed in a file: see news_classes in the settings.

## Filtering a source

summary-source-filter = keeps of a source only what the room cares for
details-source-filter = What it does to the last 30 items is shown before it is saved. Write what you want (`class:prizes,calls`, `#ai`, words) and what you don't want, with a minus before it (`-internship`, `-class:jobs`). Words in quotes stand in a row. `!source filter 3` shows the filter, `!source filter 3 all` takes it away, and `all` instead of the number is for every source of the room.
form-filter = number filter
example-filter = 3 class:prizes,calls -internship
filter-no-source = This room follows no source. To add one: `!source add` and the address of a site.
filter-which = Which source? Give its number: `!source filter { $number } class:prizes`. Those of the room: `!source list`
filter-class-unknown = “{ $value }” is no class of news. The classes: { $classes }
filter-class-near = “{ $value }” is no class of news: did you mean “{ $near }”? The classes: { $classes }
filter-theme-unknown = “{ $value }” can't be a theme. Write one like `#ai`; those of the network: `!topic all`
filter-name-unknown = I don't know “{ $value }:”. A filter is written with `class:prizes`, `#theme`, words, and a minus before what you don't want.
filter-empty = “{ $value }” filters nothing. Write for instance `class:prizes,calls`, `#ai` or `-internship`.
filter-one-source = “{ $title }”
filter-every-number = all
filter-all-sources = all sources of the room
filter-none = Nothing is filtered: this room reads everything of { $source }. To filter: `!source filter { $number } class:prizes,calls`
filter-now = **{ $source }** · filter: { $filter }
filter-how = To take it away: `!source filter { $number } all`
filter-asked = **Filter { $source }**: { $filter }
filter-untried = Nothing was published yet: I can't show what it would do.
filter-tried = { $count ->
    [one] Of the last item
   *[other] Of the last { $count } items
  }, { $kept ->
    [0] none would have been posted.
    [one] this one would have been posted:
   *[other] these { $kept } would have been posted:
  }
filter-left = { $count ->
    [one] Left out:
   *[other] The other { $count }, left out:
  }
filter-left-all = { $count ->
    [one] It would be left out:
   *[other] All would be left out:
  }
filter-word-or-class = “{ $word }” is looked for as a word here. For the class, write `class:{ $name }`.
filter-others = … and { $count ->
    [one] another one
   *[other] { $count } others
  }
filter-yes = Save this filter? ✅ or `!yes`. To drop it: ❌ or `!no`.
filter-kept = **Saved**: of { $source } this room only reads what the filter lets through.
filter-back = To take it away: `!source filter { $number } all`
filter-dropped = Nothing has changed: this room reads { $source } as before.
filter-gone = The filter is gone: this room reads everything of { $source }.

## Sharing an item

news-share-which = This message has several items. Which one shall become a card?
news-share-line = `!share item { $number }` · { $title }

## In themes and alerts

theme-in-news = **In the news** · { $count }
theme-in-news-more = All: `!news #{ $name }`
follow-in-news = **In the news** · { $count }
search-expects-class = prizes, calls, events, jobs, training or articles
