## The letter

letter-title = **The network's letter** · { $date }
letter-word = **A word from { $who }**: { $words }

letter-opening-awards = { $variant ->
    [0] The awards are out: good ideas to look at closely.
   *[1] Prizes were given this week: there is something to be inspired by.
  }
letter-opening-pressing = { $count ->
    [one] And there is a date not to be missed.
   *[other] And there are dates not to be missed.
  }
letter-opening-abandoned = { $variant ->
    [0] Somebody tried, gave up, and says why: that is often where one learns most.
   *[1] A trial that did not work out, plainly told: it may save you some time.
  }
letter-opening-adopted = { $variant ->
    [0] An idea shared here has just served elsewhere: see what became of it.
   *[1] What some share, others try, and tell.
  }
letter-opening-theme = { $variant ->
    [0] This week's thread: { $theme }.
   *[1] One subject comes back in what you shared: { $theme }.
  }
letter-opening-plenty = { $variant ->
    [0] You shared a lot: here is a choice, the rest is at hand.
   *[1] A generous week: help yourself.
  }
letter-opening-several = { $variant ->
    [0] A little of everything this week, from several places.
   *[1] Several of you opened their boxes this week.
  }
letter-opening-single = { $variant ->
    [0] Only one new thing this week: it takes a coffee to read.
   *[1] A quiet week, and a find nonetheless.
  }
letter-opening-some = { $variant ->
    [0] Some finds of the week, to read over a coffee.
   *[1] Here is what you put in common this week.
  }
letter-opening-question = { $variant ->
    [0] Little that is new, but somebody waits for an answer.
   *[1] A quiet week: the right moment to help somebody.
  }
letter-opening-news = { $variant ->
    [0] Little was shared this week, but there is something to read from elsewhere.
   *[1] This week, the news comes from elsewhere.
  }
letter-opening-quiet = { $variant ->
    [0] Few things this week, but chosen ones.
   *[1] A short letter, for a quiet week.
  }
letter-opening-waiting = { $count ->
    [one] And one question still waits for its answer.
   *[other] And some questions still wait for their answer.
  }

letter-picked = Chosen for you
letter-fresh = New in what you share
letter-open = read it: `!card { $number }`
letter-trials = Tried this week
letter-trial-adopted = Adopted ({ $who }){ $said }
letter-trial-adapted = Adapted ({ $who }){ $said }
letter-trial-abandoned = Given up ({ $who }){ $said }
letter-quote = { "" }: “{ $words }”
letter-questions = Who can answer?
letter-asked = asked by { $who }
letter-awards = Awards
letter-news = Worth reading elsewhere
letter-news-award-call = call
letter-news-event = event
letter-news-training = training
letter-news-job = job
letter-until = until { $day }
letter-deadlines = Dates not to be missed
letter-again = Worth rediscovering
letter-again-season = in season
letter-again-theme = along this week's thread: { $theme }
letter-thread = The rest is in the thread, for whoever has time.
letter-details = **The rest of the letter**
letter-details-more = All the latest cards: `!latest`
letter-footer = { $messages ->
    [one] This letter: one message, { $kilobytes } kB.
   *[other] This letter: two messages, { $kilobytes } kB.
  } To change its day, or to stop it: `!letter`

## When it leaves, and what is decided about it

weekday = { $day ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[6] Sunday
  }
moment = { $day } at { $time }
moment-day = { $weekday } { $day } { $month }
moment-time = { $minute ->
    [0] { $hour }:{ $minutes }
   *[other] { $hour }:{ $minutes }
  }

summary-letter = says when the next letter of this room leaves and what is planned; with a week, reads that week's letter again
details-letter = “W47”, “2026-W47” or “last” will do. What was withdrawn since is no longer in it.
form-letter = week
summary-letter-preview = shows the letter exactly as it will leave
summary-letter-now = sends the letter without waiting for its day
summary-letter-leave-out = leaves a card out of the next letter
summary-letter-add = puts a card into the next letter, before the others
summary-letter-word = opens the next letter with a sentence of yours, signed
details-letter-word = Alone, shows the sentence that is planned; `!letter word remove` takes it out.
form-letter-word = "your sentence"
example-letter-word = "Welcome to our colleagues of the county!"
summary-letter-day = chooses the day and hour of this room's letter
details-letter-day = The day alone or the hour alone will do.
form-letter-day = day hour
example-letter-day = Monday 9:00
summary-letter-postpone = puts the next letter off to the next day, another day or the next week
details-letter-postpone = Alone, to the next working day. Nothing is lost: what appears meanwhile will be in it too.
form-letter-postpone = day
example-letter-postpone = week
summary-letter-pause = suspends this room's letter, for a time or until further notice
form-letter-pause = time
example-letter-pause = 3 weeks
summary-letter-resume = resumes the letter after a pause

letter-next = The next letter leaves **{ $moment }**.
letter-held = This room is closed at that hour: it will wait for the opening, { $moment }.
letter-off = This room has no letter. To have one, a moderator chooses its day: `!letter day monday 9am`.
letter-paused = The letter of this room is paused. To resume it: `!letter resume`
letter-direct = A letter belongs to a room: ask for it where it appears.
letter-planned = Planned so far: { $parts }.
letter-part-picked = { $count ->
    [one] one chosen card
   *[other] { $count } chosen cards
  }
letter-part-fresh = { $count ->
    [one] one new card
   *[other] { $count } new cards
  }
letter-part-tried = { $count ->
    [one] one card tried
   *[other] { $count } cards tried
  }
letter-part-questions = { $count ->
    [one] one question
   *[other] { $count } questions
  }
letter-part-news = { $count ->
    [one] one piece of news
   *[other] { $count } pieces of news
  }
letter-part-deadlines = { $count ->
    [one] one date not to be missed
   *[other] { $count } dates not to be missed
  }
letter-nothing = Nothing to say for now: no card, no trial, no question and no news since the last letter. In that case no letter is sent.
letter-added = Added: { $numbers }
letter-left-out = Left out: { $numbers }
letter-again-last = Read the last one again: `!letter { $week }`
letter-how = See it before it leaves: `!letter preview`. Change it: `!letter remove 42`, `!letter add 42`, `!letter word "…"`. Its moment: `!letter day Monday 9:00`, `!letter postpone`, `!letter now`, `!letter pause`.
letter-how-member = Its day and its pauses are decided with the moderators of this room.

letter-preview = **This is the letter as it will leave { $moment }**, if nothing is added to it meanwhile.
letter-preview-now = **This is the letter as it would leave now.** Send it: `!letter now`
letter-eve = **The letter of “{ $room }” leaves { $moment }.** Here it is as planned. To change it, in that room: `!letter remove 42`, `!letter word "…"`, `!letter postpone`
letter-eve-hidden = { $count ->
    [one] One card that only the room's members may read is not shown here.
   *[other] { $count } cards that only the room's members may read are not shown here.
  }
letter-waits = Noted: this room is closed at this hour, the letter will leave at the opening, { $moment }.
letter-past = **The letter of week { $week }**, without what was withdrawn since.
letter-no-such = There is no letter of that week (“{ $words }”). Those that left: { $weeks }.
letter-unknown = “{ $words }” tells me nothing. When the letter leaves: `!letter`; a past letter: `!letter W47`. Those that left: { $weeks }.
letter-none-yet = none so far

letter-left = Card { $number } will not be in the next letter. Put it back: `!letter add { $card }`
letter-left-absent = Card { $number } was not planned for the next letter: it will not come into it. Changed your mind: `!letter add { $card }`
letter-put = Card { $number } will be in the next letter. Take it out: `!letter remove { $card }`
letter-put-first = Card { $number } was planned already: it will come first. Take it out: `!letter remove { $card }`
letter-word-kept = Noted. The next letter will open with: “{ $words }”
letter-word-replaced = Noted, in place of the word before. The next letter will open with: “{ $words }”
letter-word-is = The next letter opens with: “{ $words }”. Take it out: `!letter word remove`
letter-word-gone = The next letter will leave without an opening word.
letter-word-how = Write the sentence after the command: `!letter word "Welcome to our colleagues of the county!"`
letter-word-long = That is long for an opening word ({ $length } characters, { $limit } at most). Keep what matters; the rest is better off in a card: `!share`

letter-moved = Noted. The next letter leaves **{ $moment }**.
letter-moved-paused = Noted for when it resumes: the letter is paused. To resume it: `!letter resume`
letter-day-how = Say on which day and at what time: `!letter day Monday 9:00`
letter-day-wrong = I did not understand “{ $words }”. Write a day and a time, for instance `!letter day Monday 9:00` or `!letter day Thursday 2:30pm`
letter-postponed = Noted, there is no hurry: the letter will wait until **{ $moment }**.
letter-postpone-wrong = I did not understand “{ $words }”. To the next working day: `!letter postpone`; to another day: `!letter postpone Thursday`; to the next week: `!letter postpone week`
letter-paused-now = Noted: no letter in this room until `!letter resume`.
letter-paused-until = Noted, have a good rest. The next letter will leave **{ $moment }**.
letter-pause-wrong = I did not understand “{ $words }”. Until further notice: `!letter pause`; for a time: `!letter pause 3 weeks`
letter-not-paused = The letter is not paused: the next one leaves **{ $moment }**.
letter-resumed = The letter resumes: the next one leaves **{ $moment }**.
