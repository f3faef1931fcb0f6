## What is shared in a room

room-shares-open = **Shares** · seen at once, by { $audience } unless their author says otherwise
room-shares-review = **Shares** · read by a moderator first, then visible to { $audience } unless their author says otherwise
room-shares-change = To change it: `!room shares reviewed` or `!room shares open`, `!room visible room` or `!room visible network`
room-shares-still-wait = What waits for a review still waits: `!moderate`
room-policy-wrong = I did not understand “{ $typed }”. Write `!room shares reviewed` (a moderator reads them first), `!room shares open` (they are seen at once) or `!room shares default` (as the operator set it).
room-audience-wrong = I did not understand “{ $typed }”. Write `!room visible room`, `!room visible network` or `!room visible default` (as the operator set it).
room-audience-public = Nothing is public unless its author says so: they choose it card by card, with `!visible 42 public`. For the whole network: `!room visible network`
room-audience-leaves = This room is encrypted: what is shared here will leave it from now on, unencrypted, unless its author writes `visible: room`. You had better tell its members.

summary-room-policy = chooses whether this room's shares are reviewed before they are seen
details-room-policy = reviewed: a moderator reads each share, then accepts it or not; those of moderators appear at once. open: they are seen at once. default: as the operator set it. Alone, it shows what holds.
form-room-policy = reviewed or open
example-room-policy = reviewed
summary-room-audience = chooses who sees what is shared in this room
details-room-audience = room: its members only. network: the members of all rooms. default: as the operator set it; in an encrypted room, its members only. Each author may say otherwise of a card, and they alone can make it public. What is shared already does not change.
form-room-audience = room or network
example-room-audience = room
