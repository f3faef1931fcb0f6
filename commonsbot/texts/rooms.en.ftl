## What is shared in a room

room-shares-open = **Shares** · seen at once, by { $audience } unless their author says otherwise
room-shares-review = **Shares** · read by a moderator first, then visible to { $audience } unless their author says otherwise
room-shares-change = To change it: `!room shares reviewed` or `!room shares open`, `!room visible room` or `!room visible network`
room-shares-still-wait = What waits for a review still waits: `!moderate`
room-policy-wrong = I did not understand “{ $typed }”. Write `!room shares reviewed` (a moderator reads them first), `!room shares open` (they are seen at once) or `!room shares default` (as the operator set it).
room-audience-wrong = I did not understand “{ $typed }”. Write `!room visible room`, `!room visible network` or `!room visible default` (as the operator set it).
room-audience-public = Nothing is public unless its author says so: they choose it card by card, with `!audience 42 public`. For the whole network: `!room visible network`
room-audience-leaves = This room is encrypted: what is shared here will leave it from now on, unencrypted, unless its author writes `visible: room`. You had better tell its members.

room-news = **News** · { $count ->
    [0] no source followed (its moderators add one with `!source add`)
    [one] one source followed · `!news`
   *[other] { $count } sources followed · `!news`
  }
room-letter = **Letter** · { $when } All about it: `!letter`
room-language = **Language** · { $language }
room-language-change = To change it: `!room language french`, `!room language english` or `!room language default` (as the operator set it)
room-language-done = Done: here I speak { $language } from now on. Commands can still be typed in both languages: `!help`
room-language-refused = The language of this room is chosen by its moderators: ask one of them. With you alone, in a direct chat, I speak yours: `!language french`
room-language-wrong = I do not speak “{ $typed }”. Write `!room language english`, `!room language french` or `!room language default` (as the operator set it).
language-fr = French
language-en = English

summary-room-policy = chooses whether this room's shares are reviewed before they are seen
details-room-policy = reviewed: a moderator reads each share, then accepts it or not; those of moderators appear at once. open: they are seen at once. default: as the operator set it. Alone, it shows what holds.
form-room-policy = reviewed or open
example-room-policy = reviewed
summary-room-audience = chooses who sees what is shared in this room
details-room-audience = room: its members only. network: the members of all rooms. default: as the operator set it; in an encrypted room, its members only. Each author may say otherwise of a card, and they alone can make it public. What is shared already does not change.
form-room-audience = room or network
example-room-audience = room
summary-room-language = chooses my language in this room or, in a direct chat, with you
details-room-language = french, english, or default: as the operator set it. In a room its moderators choose it; all I write there is then in that language, the letter too. What members wrote is not translated. Alone, it says which it is.
form-room-language = french or english
example-room-language = french
