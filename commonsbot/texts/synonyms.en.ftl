## Synonyms, for moderators

summary-synonym = makes a word be searched with another, or shows those that are
details-synonym = For the whole network, both ways, from the next search on. Separate with “=”, a comma or “equals”. `!synonym` alone shows the latest, `!synonym telework` those of a word. Acronyms and the usual words of the trade are known already, and so are the names of themes.
summary-synonym-remove = removes a synonym, by its number or its words
usage-synonym = word = word
example-synonym = telework = remote work
synonym-added = Noted, for the whole network: **{ $words }**. Searching one finds the other. Remove: `!synonym remove { $number }`
synonym-already = It was so already: { $words } (no. { $number }).
synonym-removed = These words are no longer synonyms: { $words }.
synonym-unknown = I find no synonym “{ $words }” to remove. Their numbers: `!synonym`
synonym-wordless = “{ $words }” says nothing to search. For instance: `!synonym telework = remote work`
synonym-same = For a search this is the same word already: { $words }. Accents, capitals and plurals do not count there.
synonym-long = That is too long: { $most } words or phrases at most, of { $longest } characters each.
synonym-none = Moderators have added no synonym yet. To begin: `!synonym telework = remote work`
synonym-none-of = No synonym was added for “{ $word }”. Add one: `!synonym { $word } = other word`
synonym-list = { $count ->
    [one] **{ $count } synonym** added by moderators
   *[other] **{ $count } synonyms** added by moderators, the last { $shown }
  }
synonym-acts = Remove one: `!synonym remove { $number }`
