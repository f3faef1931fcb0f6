# The sentences of the demonstration. `demo-beat-x` says what must happen, `demo-say-x` what the
# person types in the room.

demo-help-folder = FOLDER
demo-help-data = keep the demo in this folder, and go on with it later (otherwise it is erased at the end)

## Setting up

demo-space = Network
demo-room-help = Mutual help
demo-room-news = News
demo-room-office = Office (encrypted)
demo-topic-help = A question, a tip: anyone may answer.
demo-topic-news = What is published elsewhere and is of use to us.
demo-topic-office = The board's talks. This room is encrypted.

demo-title = CommonsBot, a demo in real Matrix rooms
demo-step-server = Demo Matrix server
demo-step-rooms = A space, three rooms, three people
demo-step-starter = Starter cards
demo-step-bot = The bot joins the rooms
demo-step-done = ready in { $seconds } s
demo-stopping = Stopping the bot and the server
demo-stopped = stopped in { $seconds } s
demo-interrupted = Demo interrupted.

## The scene

demo-same-message = (the same message)
demo-answered = { $milliseconds } ms
demo-answered-slowly = { $seconds } s
demo-article-published = The site that is followed publishes an article: “{ $title }”

demo-beat-introduction = The bot arrives and introduces itself in the three rooms
demo-beat-share = Anne shares a tip: the bot makes a card of it
demo-beat-search = Bruno searches with typing slips: he finds Anne's card, and a starter card (those are in French)
demo-beat-card = Bruno opens the card
demo-beat-thanks = Bruno says thanks
demo-beat-trial = Claire tried it, and says what came of it
demo-beat-mistyped = Bruno mistypes a command: the bot offers the right one
demo-beat-capture = Bruno keeps a message by a mere reaction: the bot answers in its thread
demo-beat-secret = In the encrypted room Bruno shares something: the answer is encrypted, the card stays in this room
demo-beat-hidden = From the open room, the card of the encrypted room cannot be found
demo-beat-source = Claire, a moderator, has a news feed followed
demo-beat-relay = An article comes out in the feed: the bot relays it
demo-beat-word = Claire opens the week's letter with a sentence of hers
demo-beat-letter = Claire asks for the letter without waiting for its day
demo-beat-return = The bot is back and remembers

demo-share-title = Accessible greeting card: our template
demo-say-share = !share Accessible greeting card: our template
    Checked contrasts, text that reads well on a phone, an audio version. Finding a good typeface took longest: choose one that tells I, l and 1 apart.
    https://accessibilite.numerique.gouv.fr/
    #accessibility #greetings
demo-search-starter = Carte de vœux : sobre, lisible, et faite une seule fois
demo-say-search = !search greating card acessible rgaa
demo-say-card = !card { $number }
demo-say-thanks = !thanks { $number }
demo-say-trial = !tried { $number } adapted, with the logo of the metropole: half as many questions about the date of the ceremony
demo-say-mistyped = !saerch greetings
demo-mistyped-near = !search
demo-say-capture = On our posters, a QR code only helps if it leads to a page that reads well on a phone
demo-secret-title = Hydrangea: the code name of the May campaign
demo-say-secret = !share Hydrangea: the code name of the May campaign
    Not to be told before the official announcement.
    #campaign
demo-say-hidden = !search hydrangea
demo-say-source = !source add { $url }
demo-source-title = Réseau Com'Exemple
demo-article-title = Signs: ten panels reread by those who read them
demo-article-summary = Sample data. A library had its signs reread by its visitors before printing them.
demo-word = Welcome to the network's first letter!
demo-say-word = !letter word "Welcome to the network's first letter!"
demo-say-letter = !letter now
demo-say-return = !latest

## The summary

demo-summary = Summary
demo-outcome-late = not seen in { $seconds } s
demo-outcome-clear = the answer is not encrypted
demo-outcome-died = interrupted
demo-outcome-skipped = not played
demo-all-good = Everything that was expected came ({ $count } of { $count }).
demo-not-all-good = Did not come: { $name }.

## What may go wrong

demo-bot-died = The bot stopped (code { $code }). The end of its log, { $path }:
demo-server-died = The Matrix server stopped. { $detail }
demo-bot-absent = The bot has not joined the rooms in { $seconds } s. The end of its log, { $path }:
demo-import-failed = The starter cards could not be imported:
demo-no-starter = { $path } is missing: run the demo from a complete copy of the project.
demo-folder-foreign = { $path } already holds something that is not a demo. Give an empty or new folder.

## Your turn

demo-yours = Your turn
demo-yours-intro = The rooms are open. Type a message and Enter: it is sent as the person and in the room that the prompt shows. Try !help
demo-feeds = Sample feeds, for Claire to follow with !source add:
demo-element = To come in with Element: https://app.element.io or Element Desktop, “Sign in”, “Edit” the homeserver, then this address (on this machine only):
demo-element-account = { $name }: user name { $user }, password { $password }
demo-element-moderator = { $name } (moderator): user name { $user }, password { $password }
demo-kept = Everything is kept in { $path }. To go on later: make demo ARGS="--data { $path }"
demo-not-kept = Nothing is kept: all will be erased at the end. To keep it: make demo ARGS="--data folder"
demo-commands = /anne, /bruno, /claire: speak as that person
    /room: the rooms · /room 2: speak there
    /article Title: publish an article in the demo feed
    /help: this reminder · /quit (or Ctrl-D): stop everything
    For a new line inside a message, type \n
demo-room-line = { $number }. { $name }
demo-room-line-here = { $number }. { $name } (you are here)
demo-room-unknown = There is no room “{ $word }”. Here are those there are:
demo-slash-near = “{ $word }” is not a command of this prompt. Did you mean { $near }?
demo-slash-unknown = “{ $word }” is not a command of this prompt: /help shows them. The bot's commands begin with “!”.
demo-article-untitled = Give a title, for example: /article The town is hiring
demo-article-yours = Sample data: an article published from the demo.
demo-article-followed = The bot relays it within seconds in the rooms that follow this feed.
demo-not-sent = The message was not sent: { $detail }
