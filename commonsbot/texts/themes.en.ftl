## Topics and tools

share-recognised = Topics and tools recognised: { $themes }.

usage-theme = #topic
usage-themes = #topic #topic
usage-tool = name
parameter-theme = a topic
parameter-themes = two topics
parameter-tool = the name of a tool
example-theme = #ia

summary-themes = shows the network's topics, or the cards of one
details-themes = `!topics` alone shows those that have cards, `!topics all` shows them all. Synonyms and acronyms are understood: #rs is #réseaux-sociaux.
summary-tools = shows the tools that cards speak of, or the cards of one
details-tools = `!tools` alone shows those a card speaks of, `!tools all` shows them all.

overview-title-theme = { $count ->
    [one] **{ $count } topic**
   *[other] **{ $count } topics**
  }, and how many cards each has
overview-title-tool = { $count ->
    [one] **{ $count } tool**
   *[other] **{ $count } tools**
  }, and how many cards each has
overview-none-theme = No card seen from here has a topic so far. Those I know: `!topics all`
overview-none-tool = No card seen from here speaks of a tool so far. Those I know: `!tools all`
overview-closing-theme = See a topic: `!topic { $example }` · The tools: `!tools` · Every topic: `!topics all`
overview-closing-tool = See a tool: `!tool { $example }` · Every tool: `!tools all`
overview-other-group = Others
overview-others = Other words in use: { $words }

theme-count-all = { $total ->
    [one] **{ $name }** · { $total } card
   *[other] **{ $name }** · { $total } cards
  }
theme-count = **{ $name }** · { $total } cards · { $first } to { $last }
theme-no-card = **{ $name }** · no card seen from here so far
theme-names = Also: { $names }
theme-next = Next: `!{ $command }`
tool-site = Its site: { $site }
not-known-theme = I know no topic “{ $name }”. Every topic: `!topics all`
not-known-near-theme = I know no topic “{ $name }”. Perhaps { $near }? Every topic: `!topics all`
not-known-tool = I know no tool “{ $name }”. Look for it in the text of the cards: `!search { $name }`
not-known-near-tool = I know no tool “{ $name }”. Perhaps { $near }? Otherwise, look for it in the text of the cards: `!search { $name }`

## The vocabulary, for moderators

summary-theme-proposals = shows the members' hashtags that are no topics yet
summary-theme-accept = makes a hashtag a topic of the network
details-theme-accept = It is recognised in texts from then on. To make it a tool, add “tool”: `!topic accept #swapcard tool`
summary-theme-merge = joins a topic to another
details-theme-merge = The cards of the first take the second, and the first word is still understood. Only stewards join topics of the vocabulary.
summary-theme-rename = gives a topic another name
details-theme-rename = Cards follow, and the old word is still understood. Only stewards rename topics of the vocabulary.
summary-theme-aside = no longer proposes a hashtag as a topic
details-theme-aside = Cards that carry it keep it. Only stewards drop topics of the vocabulary.
example-proposal = #budget-vert
example-merge = #bp #budget-participatif
example-rename = #com-de-crise #crise-locale

proposals-title = { $count ->
    [one] **{ $count } hashtag** to look at
   *[other] **{ $count } hashtags** to look at, the most used first
  }
proposals-none = No hashtag to look at: those of the cards are all topics.
proposal = { $count ->
    [one] **#{ $name }** · { $count } card
   *[other] **#{ $name }** · { $count } cards
  }
proposal-near = close to #{ $near }
proposals-acts = Make it a topic: `!topic accept #{ $name }` · Join it to another: `!topic merge #{ $name } #other` · Rename it: `!topic rename #{ $name } #other` · No longer see it here: `!topic drop #{ $name }`

theme-accepted-theme = **#{ $name }** is now a topic of the network: it is recognised in texts.
theme-accepted-tool = **#{ $name }** is now a tool of the network: it is recognised in texts.
theme-merged = { $count ->
    [one] #{ $name } joins **#{ $into }** ({ $count } card seen from here), and is still understood.
   *[other] #{ $name } joins **#{ $into }** ({ $count } cards seen from here), and is still understood.
  }
theme-renamed = { $count ->
    [one] #{ $name } is now called **#{ $into }** ({ $count } card seen from here); the old word is still understood.
   *[other] #{ $name } is now called **#{ $into }** ({ $count } cards seen from here); the old word is still understood.
  }
theme-aside = #{ $name } is no topic of the network. Cards that carry it keep it.
theme-already = #{ $name } is a topic of the network already.
theme-same = It is the same topic already: #{ $name }.
theme-name-taken = #{ $other } exists already. To join them: `!topic merge #{ $name } #{ $other }`
theme-steward-only = #{ $name } is a topic of the whole network: only a steward may change it.
theme-private = #{ $name } is only on cards kept to one room. The vocabulary is the network's: it can't make this word known elsewhere.
theme-unnamed = Give a hashtag: letters, numbers or hyphens, at most 40, for instance #budget-vert.
theme-merge-two = Give two topics: the one that goes, then the one that stays. Example: `!topic merge #bp #budget-participatif`
theme-rename-two = Give the topic, then its new name. Example: `!topic rename #com-de-crise #crise-locale`
