## Searching

summary-search = finds the cards that speak of these words
details-search = Accents, plurals and typing slips do not matter; a whole question is fine too. To be precise, in any order: `"exact words"`, `-word` (without it), `#theme`, `type:tool`, `from:anne`, `room:here`, `since:2025-03`, `before:2026`, `licence:open`, `tested:yes`, `<10000 inhabitants`, `body:town`, `in:news`, `sort:date`. A last word `why` explains the ranking.
summary-more = shows more of your last search here

search-count = { $total ->
    [one] **{ $total } card{ $more }** · { $query }
   *[other] **{ $total } cards{ $more }** · { $query }
  }
search-count-news = { $total ->
    [one] **{ $total } news item{ $more }** · { $query }
   *[other] **{ $total } news items{ $more }** · { $query }
  }
search-count-mixed = { $total ->
    [one] **{ $total } result{ $more }** · { $query }
   *[other] **{ $total } results{ $more }** · { $query }
  }
search-capped = { "" } or more
search-range = { $first } to { $last }
search-repaired = Results for “{ $meant }”: no card contains “{ $typed }”.
search-repaired-news = Results for “{ $meant }”: no news item contains “{ $typed }”.
search-loosened = Nowhere do these words follow one another: “{ $phrase }”. Here is what has them apart.
search-unknown-name = Nothing seen from here has “{ $name }” for a theme, author or room: I searched it as a word.
search-unknown-field = I do not know the filter “{ $name }:”: I searched it as a word. Those I know: `!help search`
search-unknown-value = “{ $name }: { $value }”: I did not understand, and searched the words. After “{ $name }:”, write { $expected }.
search-no-value = After “{ $name }:”, write { $expected }.
search-expects-theme = a theme, for instance #ia
search-expects-kind = tip, experience, tool, template, link, question or test
search-expects-author = the name of a member, for instance @anne, or “me”
search-expects-room = “here” or the name of a room
search-expects-since = a date: 2025, 2025-03, March 2025, 12/03/2025, yesterday, 3 months…
search-expects-after = a date: 2025, 2025-03, March 2025, 12/03/2025, yesterday, 3 months…
search-expects-before = a date: 2025, 2025-03, March 2025, 12/03/2025, yesterday, 3 months…
search-expects-until = a date: 2025, 2025-03, March 2025, 12/03/2025, yesterday, 3 months…
search-expects-during = a date: 2025, 2025-03, March 2025, 12/03/2025, yesterday, 3 months…
search-expects-licence = “open”, CC BY, CC BY-SA, CC0, “open licence” or “internal”
search-expects-tried = “yes” or “no”
search-expects-body = town, métropole, department, region, hospital, museum…
search-expects-population = a number of inhabitants, for instance <10000
search-expects-budget = “none” or an amount, for instance <1000
search-expects-channel = print, web, video, poster, press, event…
search-expects-place = “cards”, “news” or “all”
search-expects-order = “date”, “oldest” or “relevance”
search-alike = { $count ->
    [one] + { $count } nearly identical card: { $numbers }
   *[other] + { $count } nearly identical cards: { $numbers }
  }
search-alike-news = { $count ->
    [one] + { $count } nearly identical news item
   *[other] + { $count } nearly identical news items
  }
search-news-from = news · { $source } · { $date }
search-news-beside = **In the news** · { $count }
search-news-more = See them all: `!search { $query } in:news`
search-more = More: `!more`
search-open = Open a card: `!card { $number }`
search-empty = “{ $words }” says nothing to search. Give a few words, for instance `!search participatory budget`, or a filter: `!search #ia type:tool`
more-nothing = I have no search of yours to go on with here. Search first: `!search` followed by a few words.
more-end = You have seen everything of “{ $query }”. To search something else: `!search` followed by a few words.

## Nothing found

search-nothing = No card speaks of “{ $query }”. Try a simpler word, or see the latest: `!latest`
search-nothing-news = No news item speaks of “{ $query }”. The cards perhaps: `!search { $words }`
search-nothing-news-filtered = No news item of this room answers “{ $query }”. Take a filter away, or see the latest: `!news`
search-nothing-filtered = No card seen from here answers “{ $query }”. Take a filter away, or see the latest: `!latest`
search-near-themes = Themes nearby: { $themes }.
search-nearest = The nearest:
search-without-filters = { $count ->
    [one] Without these filters, { $count } card: `!search { $words }`
   *[other] Without these filters, { $count } cards: `!search { $words }`
  }
search-ask-network = Ask the network: `!ask { $words }`

## Why this ranking

why-listed = Without a word to search, cards go from the newest to the oldest.
why-dated = The cards that answer best, sorted by date.
why-reason = “{ $typed }”: { $how }, { $field } ({ $part } %)
why-how-exact = the very word
why-how-form = another form of the word, “{ $found }”
why-how-kin = a word that begins alike, “{ $found }”
why-how-pair = the two words in a row
why-how-synonym = by its synonym “{ $found }”
why-field-title = in the title
why-field-themes = in the themes
why-field-text = in the text
why-bonus = { $said } ({ $part } %)
why-bonus-tried = tried by others
why-bonus-thanked = already useful to somebody
why-bonus-recent = recent
why-missing = missing: { $words }
