## Proposals

summary-proposals = shows the changes proposed to your cards, or to this room's if you moderate it
summary-accept = accepts what waits for a card: a proposed change, or a share to review
details-accept = The author of the card, or a moderator of the room it was shared in; in a reviewed room, a moderator alone. Where there are several proposals, add its number: `!accept 42 7`.
summary-refuse = declines what waits for a card, and thanks who proposed it
details-refuse = A reason may follow: I pass it on. Whoever made a proposal may take it back this way too.
form-accept = number
form-refuse = number reason
example-refuse = 42 the page has changed since

proposal-kept = **Thank you! Your proposal for card { $number } is kept.** { $author } or a moderator of its room decides; I will tell you what becomes of it.
proposal-kept-nobody = **Thank you! Your proposal for card { $number } is kept.** Whoever moderates it decides; I will tell you what becomes of it.
proposal-ask = **{ $who } proposes to edit card { $link }**
proposal-accept = To accept: ✅, or `!accept { $which }`
proposal-refuse = To keep it as it is: ❌, or `!refuse { $which }` (a reason may follow)
proposal-accepted = It was proposed by { $who }: thank you!
proposal-accepted-note = Thank you! Your proposal for card { $number } is accepted.
proposal-refused = Card { $number } stays as it is. Thanks to { $who } for proposing.
proposal-refused-note = Thank you for proposing to edit card { $number }: for now it stays as it is.
proposal-reason = The reason: “{ $reason }”
proposal-withdrawn = Your proposal for card { $number } is taken back.
proposal-gone = Card { $number } is no longer there: the proposal is kept, without effect.
proposal-none = No proposal is waiting for card { $number }.
proposal-none-here = No proposal is waiting.
proposal-which = Several proposals wait for card { $number }: add the number of the one you mean, for example `!accept { $card } { $proposal }`. To read them: `!proposals`
proposal-decided = Somebody has decided on this proposal already.
proposal-refused-to-you = A proposal for card { $number } is decided by its author or a moderator of the room it was shared in.
proposal-author-only = To open the licence of a card is up to its author: they alone can accept this proposal.
proposal-moderators = Changes to card { $number } are reviewed: a moderator of the room where it was shared decides. You may take yours back with `!refuse`.
proposal-widen-stale = Card { $number } has changed since its author agreed: let them ask again with `!audience`, they will read it first.
proposals-count = { $count ->
    [one] **{ $count } proposal** to decide
   *[other] **{ $count } proposals** to decide
  }
proposals-item = proposal { $proposal } · by { $who } · { $date }
proposals-how = Accept: `!accept { $number } { $proposal }` · Keep the card as it is: `!refuse { $number } { $proposal }`
card-proposals = { $count ->
    [one] { $count } change proposed
   *[other] { $count } changes proposed
  }: `!proposals`
