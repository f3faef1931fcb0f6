## Still valid?

review-ask = { $count ->
    [one] **Still valid?** You shared this card a while ago.
   *[other] **Still valid?** You shared these cards a while ago.
  }
review-answer = { $count ->
    [one] Yes: ✅ or `!yes`. No: ❌ or `!no`. To correct it: `!edit { $number }` followed by what changes.
   *[other] Yes, all of them: ✅ or `!yes`. If not, one by one: `!valid { $number }`, `!edit { $number }` followed by what changes, or `!remove { $number }`.
  }
review-confirmed = { $count ->
    [one] Thank you: card { $numbers } is confirmed.
   *[other] Thank you: cards { $numbers } are confirmed.
  }
review-no = { $count ->
    [one] Thank you for saying so. For the time being the card says that it is to be checked.
   *[other] Thank you for saying so. For each of them:
  }
review-ways = { $title }: to correct it, `!edit { $number }` followed by what changes; to remove it, `!remove { $number }`; it is fine, `!valid { $number }`
review-gone = These cards are no longer there: thank you all the same.
review-refused = Card { $number } is confirmed by its author or a moderator of the room it was shared in. To propose a correction: `!edit { $card }` followed by what changes.

summary-valid = confirms that a card is still valid
details-valid = Several at once: `!valid 42 43`. For the card's author, or a moderator of the room it was shared in.
summary-check = shows the cards to be checked: outdated perhaps, or with a dead link
form-valid = number
check-title = **Cards to check**
check-nothing = No card is to be checked here.
check-how = Still good? `!valid { $number }` · To correct it: `!edit { $number }` followed by what changes
card-stale = To be checked since { $date }: nobody confirmed that it is still valid.
