## Review of shares

summary-moderate = shows what waits for your opinion: shares to review and proposed changes

share-waits = **Thank you! Your share is kept as { $number }, and waits for a moderator's review.**
share-waits-who = Nobody else can find it yet; I will tell you what becomes of it.
capture-waits = This message already waits for a moderator's review.
moderation-direct = a direct chat
moderation-head = **To review: card { $link }** · by { $who } · { $room }. The text and the answer are in the thread.
moderation-ask = **Share to review** · by { $who } · { $room }
moderation-accept = Accept it: { $taps ->
    [0] {""}
   *[other] ✅, or {""}
  }`!approve { $number }`. It will be visible to { $audience }, and { $who } will know.
moderation-refuse = Refuse it: { $taps ->
    [0] {""}
   *[other] ❌, or {""}
  }`!refuse { $number }` and a reason. Nobody will see it, and { $who } will know, with the reason.
moderation-no-taps = This room is encrypted: a reaction does not count here, for nothing proves who made it.
change-waits = **Thank you! This change to card { $number } waits for a moderator's review.** Until then the card stays as it is; I will tell you what becomes of it. Take it back: `!refuse { $card }`
moderation-change-head = **To review: a change to card { $link }** · by { $who } · { $room }. The text and the answer are in the thread.
moderation-change-ask = **Change to review: card { $link }** · by { $who } · { $room }
moderation-change-would = The card would then say:
moderation-change-accept = Accept it: { $taps ->
    [0] {""}
   *[other] ✅, or {""}
  }`!approve { $which }`. This is what { $audience } will read, and whoever wrote it will know.
moderation-change-refuse = Keep the card as it is: { $taps ->
    [0] {""}
   *[other] ❌, or {""}
  }`!refuse { $which }` and a reason. Nothing changes, and whoever wrote it will know, with the reason.
moderation-accepted = Card { $number } is published, visible to { $audience }. Thanks to { $who }!
moderation-accepted-note = Good news: your share is published, it is card { $link }. Thank you!
moderation-refused = Card { $number } is not published. Thanks to { $who } for proposing it.
moderation-refused-note = Thank you for sharing “{ $title }” (card { $number }). The moderators chose not to publish it.
moderation-refused-note-here = Thank you for sharing. The moderators chose not to publish card { $number }.
moderation-refused-again = You may share it otherwise, or talk about it with them.
moderation-reason = The reason: “{ $reason }”
moderation-decided = Somebody already decided on card { $number }.
moderation-changed = Card { $number } has just changed: read it again in the question I put anew, then send `!approve { $card }` in a minute{ $taps ->
    [0] .
   *[other] , or react ✅ to it.
  }
moderation-queue = { $count ->
    [0] **Nothing to review**
    [one] **{ $count } share** to review
   *[other] **{ $count } shares** to review
  }
moderation-item = by { $who } · { $room } · { $date }
moderation-how = Accept: `!approve { $number }` · Refuse: `!refuse { $number }` and a reason
moderation-elsewhere = { $count ->
    [one] { $count } share kept to its room waits there: only its moderators read it.
   *[other] { $count } shares kept to their rooms wait there: only their moderators read them.
  }
moderation-proposals = { $count ->
    [one] { $count } proposed change
   *[other] { $count } proposed changes
  }: `!proposals`
moderation-nothing = Nothing waits for your opinion here.
