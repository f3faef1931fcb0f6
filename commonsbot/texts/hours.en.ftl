## Hours of rooms and members

hours-clock = { $hour }:{ $minutes }
hours-clock-full = { $hour }:00
hours-always = at any hour
hours-when = { $days }, { $opens } to { $closes }, { $zone } time
hours-midnight = midnight
hours-every-day = every day
hours-one-day = on { $day }
hours-days-range = { $first } to { $last }
hours-days-list = { $others } and { $last }
hours-date = { $weekday } { $day } { $month }
hours-date-year = { $weekday } { $day } { $month } { $year }
hours-moment = { $date } at { $time }
hours-span = from { $first } to { $last }
hours-weekday = { $day ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[other] Sunday
  }

territory-metropole = mainland France
territory-alsace-moselle = Alsace-Moselle
territory-guadeloupe = Guadeloupe
territory-martinique = Martinique
territory-guyane = French Guiana
territory-reunion = Réunion
territory-mayotte = Mayotte
territory-saint-barthelemy = Saint-Barthélemy
territory-saint-martin = Saint-Martin
territory-saint-pierre-et-miquelon = Saint-Pierre-et-Miquelon
territory-nouvelle-caledonie = New Caledonia
territory-polynesie = French Polynesia
territory-wallis-et-futuna = Wallis and Futuna
zone-paris = Paris
zone-noumea = Nouméa
zone-tahiti = Tahiti

hours-done = Done.
hours-room = **This room** · open { $when }
hours-holidays = Closed on public holidays: { $territory }. The next one: { $day }
hours-no-holidays = Open on public holidays too
hours-closures = Closures: { $closures }
hours-closed-now = Closed now; opens { $moment }.
hours-open-now = Open now.
hours-meaning = Outside these hours I start nothing: news, letter, questions and alerts wait for the opening. I answer whoever talks to me, without ringing.
hours-change = To change it: `!room hours monday-friday 9am-6pm`, `!room timezone Réunion`, `!room holidays Alsace-Moselle`, `!room closure 24/12-2/1`
hours-which = After `!room`, write what you would change, and not “{ $typed }”: `!room hours monday-friday 9am-6pm`, `!room timezone Réunion`, `!room holidays Alsace-Moselle`, `!room closure 24/12-2/1`, `!room shares reviewed`, `!room visible room`, `!room language french`
hours-room-where = There are only the two of us here: write `!{ $command }` in the room. Your own hours: `!my-hours 9am-5pm`. Your language: `!language french`

hours-unclear = I did not understand “{ $typed }”. Write days, hours or both: `monday-friday 9am-6pm`, `every day except sunday`, `9am-5:30pm`. Or `always`, or `default`.
hours-one-range = I can only keep one span a day, from opening to closing. For instance: `monday-friday 9am-6pm`
hours-backwards = From { $opens } to { $closes }, it would close before it opens. Write the opening first: `9am-6pm`. To the end of the day: `9am-midnight`
hours-no-hour = “{ $typed }” is not a time of day. For instance: `9am-6:30pm`
hours-no-such-day = “{ $word }” is not a day of the week. For instance: `monday-friday 9am-6pm`
hours-no-day = No day would be left. To hear nothing for a while: `!room closure` (for a room) or `!pause` (for you).
hours-zone-unknown = I don't know the time zone “{ $typed }”. Write a territory or a city: `Réunion`, `Nouméa`, `Guadeloupe`, `Europe/Paris`.
hours-territory-unknown = I don't know the public holidays of “{ $typed }”. I know: { $known }. To work on holidays: `none`
closure-unclear = I could not read “{ $typed }” as days to come. Write `24/12-2/1`, `24 December to 2 January`, or a single day: `14/7`
closure-list = **Closures of this room**
closure-none = No closure is planned. To add one: `!room closure 24/12-2/1`
closure-item = { $number }. { $days }
closure-remove-hint = To remove one: `!room reopen 1`
closure-added = Done: closed { $days }.
closure-removed = Done: no longer closed { $days }.
closure-missing = No closure matches “{ $typed }”. To see them: `!room closure`
closure-which = Which one? { $closures }. Write its number: `!room reopen 1`

own-hours = **Your hours** · { $when }
own-hours-none = **Your hours** · those of each room; in a direct chat, { $when }
own-hours-meaning = Outside them, nothing meant for you alone leaves by itself: questions, alerts, mentions, direct messages. The stricter of yours and the room's count. Back to those of the rooms: `!my-hours default`
own-hours-how = To choose some: `!my-hours monday-thursday 9am-5pm`, `!my-hours timezone Réunion`. A break: `!pause 2 weeks`
own-hours-apart = Your hours and those of this room never meet: nothing meant for you alone will leave here.
own-hours-paused = On a break { $days } · to come back before: `!resume`
pause-set = Done: { $days }, I address nothing to you by myself. What is still worth it will wait for you. I always answer if you talk to me. To come back before: `!resume`
pause-unclear = I did not understand “{ $typed }”. Write for how long, until when, or which days: `!pause 2 weeks`, `!pause until Monday`, `!pause until 15 August`, `!pause 24/12-2/1` (a year at most)
pause-over = Welcome back! What waited for you comes in open hours.
pause-none = You are not on a break.

urgent-head = **Urgent** · from { $who }
urgent-head-closed = **Urgent** · from { $who }, outside the hours of this room
urgent-only = `!urgent` overrides everybody's hours: here, only those who were named may use it. Ask one of them.
urgent-off = Nobody may use `!urgent` in this network: its operator decided so.

summary-hours = shows when I may speak by myself in this room
details-hours = Alone, it shows the hours, the public holidays, the closures, when the room opens, and what becomes of shares. Moderators change them.
summary-hours-set = chooses the days and hours of this room
details-hours-set = Days, hours or both: monday-friday 9am-6pm, every day except sunday, 9am-5:30pm. “always”: at any hour; “default”: as in the network.
summary-hours-zone = chooses the time zone of this room
details-hours-zone = A territory, a city or a name like Europe/Paris. Public holidays follow, unless you chose others.
summary-hours-holidays = chooses the public holidays of this room
details-hours-holidays = A territory (Réunion, Alsace-Moselle, mainland…), “none” where they are worked, “default” for those of the time zone.
summary-closure = closes this room for some days, or shows its closures
details-closure = Days to come: 24/12-2/1, 24 December to 2 January, 14/7. Meanwhile I start nothing; what is still worth it leaves when the room opens again.
summary-reopen = removes a closure of this room
summary-own-hours = chooses when I may address you, or shows it
details-own-hours = Days, hours or both (monday-thursday 9am-5pm), a time zone (timezone Réunion), “default” for the hours of the rooms. Between yours and the room's, the stricter count.
summary-pause = keeps me silent towards you for a while
details-pause = For how long (2 weeks), until when, that day included (until Monday, until 15 August) or which days (24/12-2/1). Nothing meant for you alone leaves; I always answer.
summary-resume = ends your break
summary-urgent = says something at once, outside the hours of the room
details-urgent = The message says that it is urgent and whom it comes from, and the log keeps it. It rings for the people it names (@anne:example.org), else for the whole room, if I have the right to.
form-hours-which = hours, timezone, holidays, closure, shares, visible or language
form-hours = days hours
form-days = days
example-hours-which = hours monday-friday 9am-6pm
example-hours = monday-friday 9am-6pm
example-zone = Réunion
example-territory = Alsace-Moselle
example-closure = 24/12-2/1
example-own-hours = 9am-5pm
example-pause = 2 weeks
example-urgent = The water is cut off tomorrow: the statement leaves at 8.
parameter-place = a place
parameter-period = for how long, or which days
usage-place = place
usage-period = for how long
