## Merge two cards

summary-merge = makes one card of two that say the same
details-merge = `!merge 12 42`: card 12 gets the links, themes, text, files, thanks and trials of card 42. Number 42 stays good: it leads to 12. For whoever moderates both cards, or wrote them.
form-merge = number number
summary-split = splits a card from the one it was merged into

merge-done = **Card { $number } is merged into card { $link }**
    Both numbers lead to it.
merge-words = The text and files of card { $other } were not taken over, because its licence is not that of card { $into }. They stay in its history: `!card { $card } history`
merge-undo = Undo: `!split { $card }`
merge-which = Which card should be merged with card { $number }? Example: `!merge 12 42` (the first stays, the second leads to it).
merge-itself = That is card { $number } twice.
merge-reviewed = The cards of that room are reviewed: merging cards { $into } and { $other } is for a moderator of the room where the first was shared.
merge-refused = To merge cards { $into } and { $other }, one must have written both, or moderate the rooms they were shared in. A steward of the network may too.
merge-unlike = Card { $into } is visible to { $wide }, card { $other } to { $narrow }: make them agree first, for example `!audience { $card } network`. Two different rooms keep a card each.
merge-others = Card { $number } also holds what somebody else wrote (card { $other }): to open its licence or show it to more people is up to them. Split them first: `!split { $card }`
split-done = **Card { $link } stands alone again**, with its thanks and trials. What it had brought to card { $number } is taken out: read that one again, `!card { $card }`
split-alone = Card { $number } is merged into no other.
split-refused = Card { $number } is split by its author or a moderator of the room it was shared in.

card-merged = Card { $number } is merged into card { $into }. For that one, write { $card }; to split them: `!split { $old }`
card-absorbed = Card { $number } is merged into this one.
card-absorbed-author = Card { $number }, by { $who }, is merged into this one.
