## Edit

summary-edit = corrects a card, or proposes a correction
details-edit = After the number, write what changes: `title: …`, `text: …`, `link: …`, `type: …`, `licence: …`, `visible: …`, or `#ai -#web` to add and take away themes. One line alone is a new title; several, a new title and a new text. What is not said stays. If the card is not yours, I propose the change to its author.
example-edit = 42 title: Greeting card template
form-edit = number change

change-empty = What should change in card { $number }? For example: `!edit { $card } title: New title`, `!edit { $card } #ai -#web`, or a new title and, below it, a new text.
change-nothing = Nothing changes: card { $number } says that already.
change-no-title = A title is needed. Example: `title: Greeting card template`
change-title-long = This title is too long ({ $limit } characters at most). Keep the essential, and put the rest into the text.
change-link-wrong = “{ $value }” is no web address: it must begin with https://. To take the links away: `link: none`
change-theme-wrong = “{ $value }” can't be a theme. Example: `themes: #ai #falc`
change-kind-wrong = I don't know the type “{ $value }”. One of: tip, experience, tool, template, link, question, test.
change-licence-wrong = I don't know the licence “{ $value }”. One of: open licence, CC0, CC BY, CC BY-SA, internal, link only.
change-audience-wrong = “{ $value }”? A card is visible to: room, network or public.
change-which-link = This card has { $count } links. Give the old one, then the new one: `link: { $old } { $new }`

edit-done = **Card { $link } is edited**
edit-public-lost = Without an open licence it is no longer public: it is now visible to the network.
edit-undo = See it: `!card { $number }` · Go back: `!restore { $number } { $version }`

part-title = title
part-text = text
part-facets = body, budget, channel
part-links = links
part-themes = themes
part-files = files
part-kind = type
part-licence = licence
part-audience = visible to
difference-title = { $part }: “{ $old }” becomes “{ $new }”
difference-value = { $part }: { $new } (before: { $old })
difference-part = { $part }:
difference-quote = “{ $words }”
difference-gained = added: { $what }
difference-lost = taken away: { $what }
difference-more-gained = and { $count ->
    [one] one more passage added
   *[other] { $count } more passages added
  }
difference-more-lost = and { $count ->
    [one] one more passage taken away
   *[other] { $count } more passages taken away
  }
difference-rewritten = { $part }: changed

## History

history-title = { $count ->
    [one] **Card { $link }** · one version only
   *[other] **Card { $link }** · { $count } versions
  }
history-item = version { $version } · { $date } · by { $who }
history-item-nobody = version { $version } · { $date }
history-first = first version
history-proposal = proposal accepted by { $who }
history-revert = back to version { $version }
history-merge = merged with card { $number }
history-split = split from card { $number }
history-hidden = { $count ->
    [one] One version can't be seen from here.
   *[other] { $count } versions can't be seen from here.
  }
history-older = Older ones: `!card { $number } history { $page }`
history-how = See one: `!card { $number } version { $version }`
history-back = Go back to it: `!restore { $number } { $version }`
version-missing = Card { $number } has no version { $version }, or it can't be seen from here. Its versions: `!card { $card } history`
version-title = **Version { $version } of card { $link }** · { $date }
version-now = This is today's version.
details-card = `!card 42 history` shows what changed, when and by whom; `!card 42 version 3`, the card as it was. Alone, `!card` shows that of the message you reply to, else the last one you shared here.

## Restore

summary-restore = puts a card back as it was (yours, or any card of this room if you moderate it)
details-restore = `!restore 42 3` puts version 3 back; without a version, the one before. Nothing is erased: the history keeps it all. The licence and who sees the card stay as they are today.
form-restore = number version
restore-done = **Card { $link } is back to its version { $version }**
restore-same = Card { $number } is already as in its version { $version }.
restore-only = Card { $number } has one version only.
restore-refused = Card { $number } is restored by its author or a moderator of the room it was shared in. To propose a change: `!edit { $card }` followed by what changes.
restore-narrower = Version { $version } was visible in its room only: its author alone may show it again.
restore-split = Version { $version } held card { $number }, which was split from it. Merge them first: `!merge { $card } { $other }`
restore-parted = Card { $number }, which had been merged into it since, stands alone again.
