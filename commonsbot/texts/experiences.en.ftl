## Experience

summary-experience = keeps an experience, from a card to fill in
details-experience = `!experience` alone gives the card. Send it back filled in, in any order: everything is optional, even the title.
example-experience = New Year greetings on video
experience-card = !experience Title of your experience
    Context:
    Goal:
    Public:
    What we did:
    Measured result:
    Cost and time:
    Footprint:
    What we would do differently:
    Contact:
    Body:
    Inhabitants:
    Budget:
    Channel:
    Licence:

    ↑ Copy this message, fill in what you like, send it. Nothing is compulsory.

section-context = Context
section-goal = Goal
section-public = Public
section-done = What we did
section-result = Measured result
section-cost = Cost and time
section-footprint = Footprint
section-differently = What we would do differently
section-contact = Contact

body-commune = municipality
body-epci = group of municipalities
body-department = département
body-region = region
body-state = State
body-hospital = hospital
body-museum = museum or library
body-fire-service = fire and rescue service
body-housing = social housing
body-education = education
body-association = association
body-other = other body
population-under-2k = under 2,000 inhabitants
population-under-10k = under 10,000 inhabitants
population-under-50k = under 50,000 inhabitants
population-under-200k = under 200,000 inhabitants
population-over-200k = over 200,000 inhabitants
budget-none = no budget
budget-under-1k = under €1,000
budget-under-10k = under €10,000
budget-under-50k = under €50,000
budget-over-50k = over €50,000
channel-print = print
channel-web = web
channel-social = social media
channel-video = video or audio
channel-event = event
channel-press = press
channel-mobile = mobile
channel-display = display
channel-internal = internal

## Files

card-files = **Files** · open them in the original message
file-undescribed = not described
size-kilobytes = { $count } kB
size-megabytes = { $count } MB
share-describe = For who can't see the file, say what it shows: `!describe { $number }` and a sentence.
summary-describe = says what an attached file shows, for who can't see it
usage-numbered = number text
parameter-numbered = a number, then the text
example-alt = 42 A blue poster: “The town by bicycle”
describe-done = Thank you: the file of card { $number } is described.
describe-refused = The file of card { $number } is described by its author or by a moderator.
describe-empty = Say what the file shows, after the number: `!describe { $number } A blue poster`
describe-long = That is long for a description ({ $limit } characters at most): say the essential, the rest goes into the card's text.
describe-no-file = Card { $number } has no file. To attach one: send it with the caption `!share` and a title.
