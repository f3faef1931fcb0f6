## What the moderators' room is told

week-note = **The moderators' week**: what waits for somebody
week-shares = { $count ->
    [one] **{ $count } share to review**, since { $since }: `!moderate`
   *[other] **{ $count } shares to review**, the oldest since { $since }: `!moderate`
  }
week-proposals = { $count ->
    [one] **{ $count } card has a proposed change**
   *[other] **{ $count } cards have a proposed change**
  }: `!proposals`
week-questions = { $count ->
    [one] **{ $count } question without an answer** for more than two weeks
   *[other] **{ $count } questions without an answer** for more than two weeks
  }
week-links = { $count ->
    [one] **{ $count } card has a dead link**
   *[other] **{ $count } cards have a dead link**
  }
week-sources = { $count ->
    [one] **{ $count } source can't be read any more**
   *[other] **{ $count } sources can't be read any more**
  }
week-suspended = { $count ->
    [one] **{ $count } suspended member**
   *[other] **{ $count } suspended members**
  }
week-more = and { $count } more

failures = **What did not get through.** Nothing needs doing at once:
failures-forbidden = { $room }: { $count ->
    [one] a message was refused
   *[other] { $count } messages were refused
  }, for I may not write there. A moderator of that room can allow it.
failures-refused = { $room }: { $count ->
    [one] a message was refused
   *[other] { $count } messages were refused
  } by the homeserver ({ $error }). The operator finds the details in the logs.
