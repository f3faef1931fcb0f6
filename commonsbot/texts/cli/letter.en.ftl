## Letter

cli-letter = Takes out a letter that was sent, as HTML ready for an e-mail or as Markdown.
letter-week = WEEK
letter-room = ROOM
letter-help-week = the week of the letter, for instance 2026-S47 (the last one by default)
letter-help-room = the name or id of the room, where there are several
letter-help-format = html (the default) or md; the ending of the file will do
letter-help-audience = whom it goes to: network (the default) leaves out what only the room may read, public what is not public, room leaves out nothing
letter-help-output = the file to write (the screen by default)
letter-done = The letter is in { $path }
letter-exists = { $path } is there already, and nothing is overwritten. Give another name, or move that file.
letter-none-sent = No letter has left yet. The first one leaves on its day, or when a moderator writes “!letter now” in their room.
letter-which-room = Say of which room: { $rooms } Add --room and one of these names or ids.
letter-no-week = There is no letter of week “{ $week }” in that room. The last ones that left: { $weeks }
