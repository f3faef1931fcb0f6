## Hiding, putting back, pinning

summary-hide = hides a card, or all those of a search, while you decide
details-hide = Nobody finds it any more; `!unhide 42` puts it back as it was. Its author is told, with your reason. With filters (`by:`, `since:`, `#theme`, `type:`…), I first show what would change. The reason follows “reason:”.
form-hide = number reason
example-hide = by:@bruno:example.org since:yesterday reason: advertising
summary-show = puts a hidden card back
form-remove = number
details-remove = Whoever moderates may give a reason, passed on to the author, or filters as for `!hide`: I first show what would change.
summary-apply = confirms a change to several cards, by how many they are
summary-undo-bulk = undoes your last change to several cards (for 15 minutes)
summary-pin = pins the message of a card in this room

hide-done = Card { $number } is hidden: nobody finds it any more.
hide-back = Put it back: `!unhide { $card }`
hide-refused = Card { $number } can only be hidden by a moderator of the room it was shared in, or a steward of the network.
hidden-note = The moderators have hidden your card { $card }, while they talk about it. You may answer them; nothing is erased.
removed-note = The moderators have removed your card { $card }. You may talk about it with them.
shown-note = Your card { $card } is visible again.
show-done = Card { $link } is visible again, as before.
pin-done = Pinned: card { $link }
pin-elsewhere = A card is only pinned in the room it was shared in: card { $number } comes from elsewhere, or has no message.
pin-unsigned = The author of card { $number } does not sign it by name: pinning their message would tell who it is.
pin-no-power = I am not allowed to pin here, and I ask for nothing. To pin card { $number }: open its message and choose “Pin”, or give me that right in the room's settings.

## Several cards at once

bulk-plan-hidden = { $count ->
    [one] **{ $count } card would be hidden**; nothing has changed yet.
   *[other] **{ $count } cards would be hidden**; nothing has changed yet.
  }
bulk-plan-removed = { $count ->
    [one] **{ $count } card would be removed**; nothing has changed yet.
   *[other] **{ $count } cards would be removed**; nothing has changed yet.
  }
bulk-others = { $count ->
    [one] and { $count } other
   *[other] and { $count } others
  }
bulk-confirm = To do it, send `!apply { $count }` within { $minutes } minutes.
bulk-undoable = You will be able to undo it for { $minutes } minutes.
bulk-inexact = To act on several cards, give only filters that I understand: `by:@bruno:example.org`, `since:yesterday`, `before:march`, `#theme`, `type:link`. I could not follow “{ $typed }”; nothing has changed.
bulk-too-many = That is more than { $most } cards: narrow the filters. Nothing has changed.
bulk-nothing = No card that you moderate from here answers these filters. Nothing has changed.
bulk-none = Nothing waits for your confirmation here. To begin: `!hide` and filters, for instance `!hide by:@bruno:example.org since:yesterday`.
bulk-count = That is not the number of cards I showed you. If you mean it, send `!apply { $count }`. Nothing has changed.
bulk-done-hidden = { $count ->
    [one] Done: { $count } card hidden.
   *[other] Done: { $count } cards hidden.
  }
bulk-done-removed = { $count ->
    [one] Done: { $count } card removed.
   *[other] Done: { $count } cards removed.
  }
bulk-undo-how = Put them all back: `!undo-bulk`, for { $minutes } minutes.
bulk-undone = { $count ->
    [0] There was nothing left to put back.
    [one] Undone: { $count } card is visible again.
   *[other] Undone: { $count } cards are visible again.
  }
bulk-too-late = There is nothing to undo here: a change to several cards can be undone for { $minutes } minutes, by whoever made it.
bulk-note = { $count ->
    [one] The moderators have set one of your cards aside ({ $numbers }). You may talk about it with them.
   *[other] The moderators have set { $count } of your cards aside ({ $numbers }). You may talk about it with them.
  }

## Roles and members

network-only = `!{ $command }` concerns the whole network: it is for the stewards, and for the moderators' room.
summary-role = names a steward of the network, or ends that role
details-role = A steward moderates the whole network and may name others. Those of the configuration only change there.
form-role = @anne steward
example-role = @anne:example.org steward
role-which = What should { $who } become? Write `steward` or `member` after their name.
role-stewards = Stewards of the network: { $names }
role-nobody = The network has no steward: the operator can name some in the configuration.
role-already = { $who } is a steward of the network already.
role-named = { $who } is now a steward of the network: their commands count everywhere.
role-not = { $who } was no steward of the network.
role-unnamed = { $who } is a member again.
role-configured = { $who } is a steward by configuration: the operator can change that in `stewards`.
member-unknown = I do not know “{ $typed }”. Write the whole identifier, for instance `{ $user }`.
member-several = Several people are called “{ $typed }”. Write the whole identifier, for instance `{ $user }`.
summary-members = shows the suspended members
form-members = suspend @bruno
summary-suspend = suspends a member's requests to the bot
details-suspend = The time may be left out, the reason may not: the member is told, once. They keep their rights on what the bot holds of them, and can always take their messages back.
form-suspend = @bruno time reason
example-suspend = @bruno:example.org 7 days repeated advertising
summary-unsuspend = ends a suspension
form-unsuspend = @bruno
example-unsuspend = @bruno:example.org
member-how = I did not understand “{ $typed }”. To suspend: `!member suspend @bruno:example.org 7 days` and a reason · to end it: `!member restore @bruno:example.org`.
member-none = No member is suspended.
member-list = { $count ->
    [one] **{ $count } suspended member**
   *[other] **{ $count } suspended members**
  }
member-without-end = without end
member-until = until { $date }
member-self = You can't suspend yourself.
member-steward = { $who } is a steward of the network: that role has to end first.
member-why = Give a reason: the member is told. For instance: `!member suspend { $who } 7 days repeated advertising`
member-suspended = { $who } is suspended { $until }. The reason: “{ $why }”
member-meaning = I no longer answer their requests; what was shared already stays.
member-restore-how = End it: `!member restore { $user }`
member-not-suspended = { $who } is not suspended.
member-restored = The suspension of { $who } is over.

## Journal and figures

summary-journal = shows who did what, when and why
details-journal = All that was decided stays there. You may name a person, a card or dates.
form-journal = filters
example-journal = @anne:example.org since:monday
journal-title = { $count ->
    [one] **Journal** · { $count } act
   *[other] **Journal** · { $count } acts
  }
journal-how = { $more ->
    [0] Narrow: `!log 42`, `!log @anne:example.org`, `!log since:yesterday`
   *[other] and { $more } older ones. Narrow: `!log 42`, `!log @anne:example.org`, `!log since:yesterday` · export it all: the operator, with `commonsbot journal`
  }
journal-nothing = The journal holds nothing like that.
journal-inexact = I did not understand “{ $typed }”. Examples: `!log 42`, `!log @anne:example.org`, `!log since:yesterday`.
journal-nobody = the bot
act-publish-resource = publishes
act-refuse-resource = refuses
act-removed-resource = removes
act-withdrawn-resource = takes back
act-hide-resource = hides
act-put-back-resource = puts back
act-revise-resource = edits
act-merge-resource = merges
act-confirm-resource = confirms
act-pin-resource = pins
act-accepted-proposal = accepts proposal
act-refused-proposal = declines proposal
act-withdrawn-proposal = takes back proposal
act-suspend-member = suspends
act-hand-over-member = hands their data over to
act-settled-words-of-member = looked for what others wrote about
act-refused-words-of-member = cannot follow the request of
act-restore-member = ends the suspension of
act-name-steward-member = names steward
act-unname-steward-member = ends the stewardship of
act-accept-theme = accepts theme
act-set-aside-theme = sets theme aside
act-merge-theme = merges theme
act-rename-theme = renames theme
act-add-synonym = adds synonym
act-remove-synonym = removes synonym
act-announce-source = announces the news of source
act-stop-source = stops source
act-hold-source = holds source
act-drop-message = gives a message up
act-send-edition = sends the letter
act-urgent-room = speaks outside hours in
act-set-hours = sets the hours of
act-set-policy-room = chooses whether shares are reviewed in
act-set-language-room = chooses the language of
act-set-audience-room = chooses who sees the shares of

summary-stats = counts cards, trials, thanks and questions, never people
stats-title = **The network in figures**, for what is seen from here
stats-cards = { $count ->
    [one] { $count } card
   *[other] { $count } cards
  }, of which { $fresh } within a month
stats-kinds = { $kinds }
stats-life = { $trials ->
    [one] { $trials } trial told
   *[other] { $trials } trials told
  } · { $thanks ->
    [one] { $thanks } thank-you
   *[other] { $thanks } thank-yous
  }
stats-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
  }, of which { $open } without an answer
stats-sources = { $count ->
    [one] { $count } news source followed here
   *[other] { $count } news sources followed here
  }
