summary-share = keeps a tip, a link, an experience report, or the message you reply to
details-share = The first line is the title, the next ones the text. #themes and links are recognised wherever they stand; so are `type: tool`, `licence: CC BY` and `visible: network`, at the beginning or the end of a line. In reply to a message, `!share` keeps that message, if its author agrees. A 💡 reaction on a message does the same. Outside the room's hours, a ✅ tells you that it is kept: `!card` shows it.
summary-undo = takes back what you last shared in this room (for 15 minutes)
summary-complete = adds what you share to the card that looks like it, when I offer to
summary-useful = says that a card is useful to you too (like 💡)

## Sharing

share-done = **Thank you! This is card { $link }**
share-visible = Visible to { $audience }.
share-visible-licence = Visible to { $audience } · licence: { $licence }.
share-themes = Themes: { $themes }.
share-undo = Put it right: edit your message · Take it back: `!undo` within 15 minutes, then `!remove { $number }`
share-empty = After `!share`, write a title, then, on the next lines, the text and the links. Example: `!share Accessible greeting card template`. To keep a message that is there already, reply to it with `!share`.
share-too-long = This is longer than I can keep ({ $limit } characters at most). Your message stays in the room: cut it into two, or share a link to the document.
share-unknown = I did not understand “{ $typed }”: { $choices } Edit your message, the card will follow.
share-held-file = Its file comes from an encrypted room: it stays there, and so does the card.
share-held-licence = For everyone to see it, it needs an open licence: add `licence: open licence`, `CC0`, `CC BY` or `CC BY-SA` to your message, the card will follow.
field-kind-choices = the type is `tip`, `experience`, `tool`, `template`, `link`, `question` or `test`.
field-licence-choices = the licence is `open licence`, `CC0`, `CC BY`, `CC BY-SA`, `internal` or `link only`.
field-audience-choices = visible to `this room`, `the network` or `everyone`.

## Somebody else's message

capture-ask = **{ $author }, may I keep this message?** { $proposer } would like to find it again later.
capture-changed = Your message has changed since I asked: this is what I would keep now.
capture-ask-kept = What would be kept, under your name:
capture-ask-seen = { $kind } · visible to { $audience } · licence: { $licence }
capture-ask-like = It looks like card { $link }.
capture-ask-how = Yes: ✅ on this message, or `!yes` · No, thank you: ❌ or `!no`. Without an answer from you in { $days } days, I keep nothing.
capture-declined = All right: I keep nothing.
capture-gone = I cannot read this message again, so I have kept nothing. Try again in a moment; if it was deleted, share it with `!share`.
capture-proposed = I am asking { $author }, in the thread of that message. I keep nothing without their consent.
capture-proposed-before = { $author } has been asked about this message before: it is up to them.
capture-already = This message is already card { $link }
capture-removed = This message was card no. { $number }, removed by a moderator: I cannot take it back.
capture-unreadable = I cannot read this message: it is from before I came, was deleted, or is not a text. Its author can share it with `!share`.
capture-not-this = I keep neither my own messages nor commands. To share: `!share` followed by a title.

useful-done = Noted: card { $number } is useful to you too.
useful-again = You had said so of card { $number } already. Thank you all the same!
useful-self = Card { $number } is yours: others will say whether it serves them.
card-useful = { $count ->
    [one] useful to { $count } other person
   *[other] useful to { $count } other people
  }
card-cut = The text is longer: read all of it in { $source }.
card-source = the original message

## Edits of the message

edit-followed = Card { $link } follows your edit.
edit-not-read = Your message no longer says what to share: card { $number } keeps the text it had.

## Duplicates

duplicate-link = **Shared already: card { $link } has this link.**
duplicate-title = **Shared already? Card { $link } has almost the same title.**
duplicate-complete = Add your text to card { $number }, visible to { $audience }: `!complete`
duplicate-yes = Share it all the same: ✅ or `!yes`
duplicate-no = Drop it: ❌ or `!no`
duplicate-waits = While I wait for your answer, I keep your text for { $days } days.
duplicate-dropped = All right: nothing is shared, and I have forgotten your text.
complete-nothing = Nothing you shared waits for your answer here. To share: `!share` followed by a title.
complete-file = Card { $number } is somebody else's, and a proposal cannot carry a file. To share it all the same: `!yes`
complete-gone = Card { $number } is no longer there. To share your text: send it again with `!share`.

## Undo

undo-done = Taken back: nobody sees card { $number } · { $title } any more
undo-dropped = Taken back: nothing is shared, and I have forgotten your text.
undo-nothing = You have shared nothing in this room. To remove a card shared elsewhere: `!remove` and its number.
undo-late = What you last shared here, { $title }, is more than 15 minutes old. To remove it: `!remove { $number }`
