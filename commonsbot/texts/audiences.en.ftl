## Who sees a card

reach-room = its room
reach-network = the network
reach-public = everyone

summary-visible = chooses who sees a card: room, network or public
details-visible = To show it to fewer people is done at once. To show it to more needs its author's consent, who first reads exactly what will be visible. Only a card under an open licence can be public.
form-visible = number network
example-visible = 42 network

visible-now = Card { $number } is visible to { $audience }. To change that: `!audience { $card } room`, `!audience { $card } network` or `!audience { $card } public`.
visible-already = Card { $number } is already visible to { $audience }.
visible-refused = Who sees card { $number } is decided by its author or a moderator of the room it was shared in.
visible-no-room = Card { $number } was not shared in a room: it stays visible to the network.
visible-done = Card { $number } is now visible to { $audience }.
visible-done-direct = Card { $number } is now visible to you alone.
visible-back = To bring it back: `!audience { $card } { $audience }`
audience-word-room = room
audience-word-network = network
audience-word-public = public

widen-ask = **This card would be visible to { $audience }**
widen-ask-network = That is, to the members of all the rooms I serve. Here is exactly what they would read:
widen-ask-public = That is, to anybody, even outside the network. Here is exactly what they would read:
widen-files = Files of an encrypted room never leave it: they are taken off the card, and stay in their message.
widen-answer = Do you agree? ✅ or `!yes`. To leave it as it is: ❌ or `!no`. Without an answer within { $days } days, nothing changes.
widen-closed = To be visible to everyone, a card must be reusable: choose an open licence first, for example `!license { $card } open` or `!license { $card } cc-by`. Today: { $licence }.
widen-asked = To show card { $number } to more people is up to its author: I am asking { $author }.
widen-asked-before = I have already asked { $author }: to show card { $number } to more people is up to them.
widen-nobody = To show card { $number } to more people is up to its author, who is no longer there: it stays visible to { $audience }.
widen-kept = Fine: card { $number } stays visible to { $audience }.
widen-gone = Card { $number } is no longer there: nothing changes.
widen-changed = The card has changed since I asked you: here it is again.
