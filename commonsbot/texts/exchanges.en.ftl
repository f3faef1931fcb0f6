## Trials

summary-trial = says that you tried a card, and what came of it
details-trial = `!tried 42` alone gives a card to fill in. Giving up is as useful to tell as a success: it saves others the same dead end.
example-trial = 42 adapted, 200 people signed up in two weeks
summary-trials = shows who tried a card, and what came of it
trial-card = !tried { $number } adopted
    What happened: { $note }
    Body:
    Inhabitants:
    Cost and time:
    What we changed:
    Would you do it again:
    Signed: body

    ↑ “{ $title }”: copy this message, fill in what you like, send it. Instead of “adopted”: “adapted” or “abandoned”. Signed: “name”, “body” or “nobody”.
trial-done = { $thanks } Signed: { $who }. Everybody who sees the card sees it.

    Correct it: `!tried { $number }` again · All trials: `!trials { $number }`
trial-thanks-adopted = Thank you, noted: you adopted it.
trial-thanks-adapted = Thank you, noted: you adapted it.
trial-thanks-abandoned = Thank you, noted: you gave it up, and saying so will save others the same dead end.
trial-none = Nobody has said they tried this card yet. Did you? `!tried { $number }`
trial-list = **They tried** { $link }
trial-adopted-by = Adopted · { $who } · { $date }
trial-adapted-by = Adapted · { $who } · { $date }
trial-abandoned-by = Given up · { $who } · { $date }
trial-changed = Changed: { $what }
trial-cost = Cost and time: { $what }
trial-again-yes = Would do it again
trial-again-no = Would not do it again
trial-somebody = somebody of the network
trial-adopted = { $count ->
    [one] adopted by one body
   *[other] adopted by { $count } bodies
  }
trial-small = { "" }, { $count } of them under 10,000 inhabitants
trial-abandoned = { $count ->
    [one] given up once
   *[other] given up { $count } times
  }
trial-tally = { $said } · why: `!trials { $number }`
outcome-ask = You were trying { $link }. What came of it? ✅ (or `!yes`): adopted. ❌ (or `!no`): given up. To tell it: `!tried { $number }`
outcome-adopted = Noted: adopted. In a sentence, what you keep from it: `!tried { $number } adopted` and a few words.
outcome-abandoned = Noted: given up. Saying why will help the next ones: `!tried { $number } abandoned` and a few words.
share-followed = On { $date } I will ask you what came of it. Another delay: `!outcome { $number } 3 months`
outcome-planned = Noted: on { $date } I will ask what came of card { $number }.
outcome-never = Noted: I will not ask what came of card { $number }. You can still tell it: `!tried`.
outcome-when = I did not understand “{ $typed }”. Give a delay from one day to two years: `!outcome { $card } 3 months`, `!outcome { $card } 10 days`, or `!outcome { $card } never`.
outcome-no-test = Card { $number } is not a test under way. To make it one: `!edit { $card } type: test`
outcome-refused = Only the author of card { $number } and the moderators of its room choose when to ask what came of it.
summary-outcome = chooses when to ask you “what came of it?” of a test
details-outcome = For what is shared with `type: test`. Unless you choose, six weeks later. `!outcome 42 never`: no question.
form-outcome = number delay
example-outcome = 42 3 months

## Private notes

note-title = **What you shared was of use**
note-thanked = { $count ->
    [one] thanks from { $names }
   *[other] { $count } thanks, from { $names }
  }
note-tried = { $count ->
    [one] tried by { $names }
   *[other] tried { $count } times, by { $names }
  }

## Following

summary-follow = tells you of what is new on a theme or a search
details-follow = At most one message a day, in office hours, where you ask for it: in this room, or in a direct chat for you alone. A search may be as precise as with `!search`: `!follow poster type:template -facebook`
summary-followed = shows what you follow here
summary-unfollow = follows a theme or a search no more
follow-done = Noted: I will tell you { $place } of what is new on “{ $what }”. Stop following: `!unfollow { $what }`
follow-already = You follow “{ $what }” already; I tell you { $place }. All that you follow: `!following`
follow-here-room = here
follow-here-direct = in this direct chat
follow-empty = “{ $words }” says nothing to search for. Give a theme, for instance `!follow #accessibility`, or a few words.
follow-too-many = You follow { $limit } things here already. Stop one first: `!following`
follow-none = You follow nothing here. To begin: `!follow #accessibility`
follow-list = **You follow here**
follow-stop-hint = Stop following: `!unfollow` and its number in `!following`, or its name.
follow-unknown = You don't follow “{ $words }” here. What you follow: `!following`
follow-stopped = You don't follow “{ $what }” here any more.
follow-news = **News on what you follow**

## Questions

summary-question = asks the network a question
details-question = What the network knows already is shown first. After a week without an answer, the question is in the letter.
example-question = Who has a poster template for the census?
form-question = your question
summary-reply = answers a question; the answer becomes a card
details-reply = In the question's thread the number is optional. Who asked says whether the answer helps.
example-reply = 51 We use the template of Insee
summary-questions = shows the questions that wait for an answer
question-asked = **Your question is asked: { $link }**
question-near = What the network knows already:
question-near-helps = Does card { $number } answer your question? ✅ here, or `!yes`.
question-open = To answer: `!reply { $number }`, or simply in the thread; then put ✅ on the answer that helps.
question-replied = **Thank you! Your answer is card { $link }** · I am asking whether it answers question { $question }.
question-helped = { $answer }: does this answer your question { $question }? ✅ (or `!yes`) closes it, ❌ (or `!no`) leaves it open.
question-reply-empty = Write the answer after the number: `!reply { $number } We use the template of Insee`
question-which = Which question? Give its number: `!reply 51` and the answer. Those that wait: `!questions`
question-no-question = Card { $number } is not a question. Those that wait for an answer: `!questions`
question-none = No question waits for an answer. To ask one: `!ask`
question-list = **Questions that wait for an answer**
question-how = Answer: `!reply { $number }`
question-still-open = Noted: question { $number } stays open.
question-closed = Question { $number } had its answer already.
question-solved = Thank you: question { $number } has its answer, { $link }
question-solved-there = An answer in the thread helped who asked.
question-helpful = Thank you for saying so: question { $number } is closed. I am asking { $author } whether I may keep their message as its answer.
question-ask = **{ $author }, may I keep this message?** It answers question { $number } of { $asker }.
question-answer = Answer: { $link }
question-reply-hint = No answer yet: `!reply { $number }`
