data-kept = **What I keep**

    What you share on purpose: your cards, their history, your trials, your thanks, your proposals, what you follow. Nothing else of conversations: a message nobody addresses to me is not read beyond that question, not kept, not logged.

    Your cards stay until you take them back. The rest goes by itself:
data-kept-withdrawn = a card taken back: { $days ->
    [0] nothing is left of it
    [one] nothing but its number is left after 1 day
   *[other] nothing but its number is left after { $days } days
  }; at once if you delete your message
data-kept-exchanges = what I asked or told you privately, refused proposals: { $days ->
    [one] 1 day
   *[other] { $days } days
  }
data-kept-journal = who did what, to which card: { $days ->
    [one] 1 day
   *[other] { $days } days
  }
data-kept-answers = the trace of my answers, whose text goes as soon as it is sent: { $days ->
    [one] 1 day
   *[other] { $days } days
  }
data-rights = Your rights: `!my-data` (read it all, take it with you) · `!forget` (erase or anonymise it all) · `!remove 42` (one card).

summary-forget = erases what I keep of you, or makes it anonymous
details-forget = `!forget erase`: your cards disappear. `!forget anonymise`: they stay useful to all, without your name. I say exactly what goes and ask you to confirm. What others brought stays, unsigned.
form-forget = erase or anonymise
example-forget = anonymise
forget-nothing = I keep nothing that bears your name.
forget-which = I did not understand “{ $word }”. Two ways: `!forget erase` or `!forget anonymise`.
forget-ways = **Forgetting you: two ways**. Nothing goes before you confirm.
forget-way-erase = `!forget erase` · your cards disappear, for everybody and everywhere
forget-way-anonymise = `!forget anonymise` · your cards stay useful to others, without your name
forget-others = One card only: `!remove 42`. To read first what I keep: `!my-data`.
forget-ask-erase = **Erase everything I keep of you?**
forget-ask-anonymise = **Take your name off everything I keep?**
forget-stock-cards = { $count ->
    [one] 1 card
   *[other] { $count } cards
  }
forget-stock-trials = { $count ->
    [one] 1 trial told
   *[other] { $count } trials told
  }
forget-stock-thanks = { $count ->
    [one] 1 thank-you
   *[other] { $count } thank-yous
  }
forget-stock-proposals = { $count ->
    [one] 1 proposed correction
   *[other] { $count } proposed corrections
  }
forget-stock-follows = { $count ->
    [one] 1 follow
   *[other] { $count } follows
  }
forget-stock-notes = { $count ->
    [one] 1 private question or news
   *[other] { $count } private questions or news
  }
forget-goes-erase = What goes: your cards and their history, the words of your trials, your proposals, your follows, your searches, our private exchanges, your name in the log of actions.

    What stays, unsigned: what others added or tried, and your thanks and trials, counted on the cards of others. Your messages in the room are yours: delete them yourself. What is erased does not come back.
forget-goes-anonymise = What goes: your name everywhere, the way to your messages, your proposals, your follows, your searches, our private exchanges, and what you had taken back already.

    What stays, unsigned: your cards, their history, your trials and your thanks. You can no longer correct or remove them as their author. Read them first: a name written in the text stays there.
forget-answer = ✅ (or `!yes`) to do it, ❌ (or `!no`) to keep it all. The question waits { $minutes } minutes.
forget-declined = Nothing has changed.
forget-done-erase = Done: your cards are erased and I keep nothing under your name.
forget-done-anonymise = Done: your cards stay, and nothing bears your name any more.
forget-done-file = Tonight the database file is written anew without those bytes. The operator's backups lose them when they expire.
forget-done-chat = As long as our direct chat exists, I know that it is yours: leave it for me to forget that too.

summary-my-data = tells you privately everything I keep of you
details-my-data = In our direct chat. `!my-data json` gives every item whole, one a line, to take away. Without a direct chat, a moderator of the room is asked to hand them over. `!my-data others Anne Martin, Ms Martin` asks the moderators to look for those words in what others wrote about you.
form-my-data = json, or others and the words to look for
example-my-data = json
my-data-title = **Everything I keep of you**

    Every item whole, to take away: `!my-data json`. To erase them: `!forget`. What others wrote about you is not here: `!my-data others` and the words to look for (your names, role, number…) asks the moderators.
my-data-nothing = I keep nothing that bears your name.
my-data-sent = It is in our direct chat: these data are nobody else's business.
my-data-asked = { $who } asks what I keep under their name, and we have no direct chat. Simplest: open one with me and write `!my-data` there. Otherwise a moderator answers ✅ (or `!yes`): I send them the data privately to hand over. Within 30 days.
my-data-handed = The data of { $who } are in my direct chat with you: hand them over to them, and to nobody else.
my-data-refused = { $who }, a moderator can't hand them over here. Open a direct chat with me and write `!my-data` there.
my-data-no-chat = To receive them and hand them over, first open a direct chat with me, then answer ✅ here again.
my-data-resource = your cards
my-data-revision = versions of your cards, and your corrections
my-data-resource-theme = themes of your cards
my-data-resource-link = links of your cards
my-data-capture = titles given to your kept messages
my-data-question = states of your questions
my-data-trial = your trials
my-data-thanks = your thanks, by card number
my-data-useful = your “useful”, by card number
my-data-proposal = your proposals and decisions
my-data-follow = your follows
my-data-search-page = your last search in each room, for a day
my-data-prompt = questions I asked you
my-data-note = private news from you or for you
my-data-chat-invite = invitation to a direct chat
my-data-room = our direct chat
my-data-failed = mistyped commands, for a day
my-data-unread = encrypted messages I could not read, for a day
my-data-unread-notice = notices of unreadable messages
my-data-refusal = keys your devices refused
my-data-source = sources you added
my-data-source-room = sources you subscribed a room to
my-data-source-request = sources asked for, waiting
my-data-source-tryout = addresses to try, waiting
my-data-synonym = synonyms you added
my-data-news = news whose class you corrected
my-data-news-correction = corrections of news
my-data-news-filter = news filters you set
my-data-edition = words you wrote in a letter
my-data-edition-plan = words ready for a next letter
my-data-edition-choice = choices for a letter
my-data-own-hours = your hours
my-data-journal = your acts in the log of actions
my-data-outbox = messages of mine under way that name you
my-data-handled = declined invitation
my-data-steward = your role of steward, and those you named
my-data-suspension = suspensions of you or by you
my-data-bulk = cards you hid or removed together
my-data-blocked-domain = sites you blocked

summary-sign = chooses how you sign a card: name, role or nobody
details-sign = `!sign 42 role communications officer, hospital` shows your role, in your words; `!sign 42 nobody` shows nothing; `!sign 42 name` goes back to your name. Only the author chooses. It holds everywhere: card, search, letter, history, credit, public export. Tell me in our direct chat: in a room, your command is read.
form-sign = number name, role or nobody
example-sign = 42 nobody
author-role = “{ $role }”
author-unnamed = whoever shared it
sign-now = Card { $number } is signed { $who }.
sign-now-nobody = Card { $number } is signed by nobody.
sign-ways = Its author chooses: `!sign { $card } name` · `!sign { $card } role your words` · `!sign { $card } nobody`
sign-since = Your name no longer shows on the card, in searches, the letter, the history, the credit line or the public export. Moderators can find it if they must; what I have already said does not change.
sign-message = Your original message, in its room, still shows who wrote it: the card no longer leads there.
sign-privately = Here the room reads this answer: next time, write to me in our direct chat.
sign-which = I did not understand “{ $word }”. One of: `name`, `role` and your words, or `nobody`. Example: `!sign 42 role communications officer, hospital`
sign-role-empty = Which role? Example: `!sign 42 role communications officer, hospital`
sign-role-long = That role is long: { $most } characters at most.
sign-role-name = A role holds neither “@” nor a link: only words. Example: `!sign 42 role communications officer`
sign-refused = Only the author of card { $number } chooses how it is signed.

others-which = Which words are to be looked for in what others wrote about you? Your names, a role, a number, separated by commas. Example: `!my-data others Anne Martin, Ms Martin`
others-nowhere = This network has no moderators' room. Write the same request in a room you are in: its moderators will answer there, and its members will read it. To keep it private, write to a moderator or to the data protection officer.
others-asked = The moderators have it: they look for these words in what others wrote, answer you within { $days } days, and correct or remove what must go.

    I show nothing of it myself: those texts speak of other people too.
others-search = !search "{ $words }"
others-request = **{ $who } asks what others wrote about them.** To look for, within { $days } days:
others-how = A card kept to a room is only found in that room. Answer this person privately; correct (`!edit 42`) or hide (`!hide 42`) what must not stay.

    ✅ (or `!yes`): it is done · ❌ (or `!no`): the request cannot be followed. Either way, I tell this person.
others-settled = { $who }, the moderators looked for what others wrote about you. They tell you privately what came of it; if you hear nothing, ask them.
others-refused = { $who }, the moderators cannot follow your request about what others wrote about you. Ask them why; you can also write to the data protection officer, or to the supervisory authority.
others-told = { $who } has been told.
