## Diagnostics

summary-diagnosis = tells whether the members and I can read one another in this room, and if not, what to do
details-diagnosis = The worst first: my device, the messages I could not read in the last day, the devices that can't read me. Then what I know of the room.

diagnosis-well = **Diagnostics: all is well.**
diagnosis-well-so-far = **Diagnostics: nothing to report so far.**
diagnosis-troubles = **Diagnostics: here is what is wrong.**
diagnosis-more = and { $count ->
    [one] { $count } other like these
   *[other] { $count } others like these
  }
diagnosis-code = Reason given by their app: `{ $code }`

diagnosis-device-unsigned = **My device is not signed**: strict apps neither write to me nor read me. The person who runs me stops me, then runs `commonsbot identity sign`.
diagnosis-device-foreign = **My device is not signed**, because my account's identity was made elsewhere: strict apps neither write to me nor read me. The person who runs me runs `commonsbot identity restore` with the recovery key, or else `commonsbot identity reset`.
diagnosis-device-borrowed = My device is signed, but by an identity whose secrets I do not have: the next one will not be. The person who runs me runs `commonsbot identity restore` with the recovery key.
diagnosis-device-unknown = My server is too slow to answer: I can't tell whether my device is signed. Ask again in a moment.

diagnosis-unread = { $count ->
    [one] **{ $who }** · { $count } message I could not read since yesterday
   *[other] **{ $who }** · { $count } messages I could not read since yesterday
  }
diagnosis-unread-again = Its key did not come. To do: send the message again, and if this goes on, close the app and open it again.
diagnosis-unread-trust = Their app only writes to verified people. To do: in Element's settings, turn off “Only send messages to verified users”.
diagnosis-unread-unblock = Their app has blocked my device. To do: unblock it.
diagnosis-unread-sign = Their app does not write to my device as long as it is not signed.

diagnosis-keyless = **{ $who }** · can't read me on “{ $device }”
diagnosis-keyless-undelivered = The server did not pass my key on. Nothing to do: I send it again with the next one, within the hour.
diagnosis-keyless-no-one-time-key = This device leaves nothing to write to it with. To do: open the app there, or remove that session if it is no longer used.

diagnosis-doubt-unsigned = I write only to verified devices, and this one is not. To do: in its settings, verify it with another of theirs or with the recovery key.
diagnosis-doubt-no-identity = I write only to verified devices, and this account has none. To do: in the encryption settings of their app, create a recovery key.
diagnosis-doubt-unknown = I write only to verified devices, and their server has not told me yet whether this one is. Nothing to do: I ask it again.

diagnosis-no-reactions = Members can't react to messages: my emoji gestures do not work here, commands do. To do: in the room's permissions, allow everybody to react.

diagnosis-room = Encrypted room · { $joining } · version { $version }
diagnosis-room-open = Room not encrypted: whoever hosts its servers can read what is written here · { $joining } · version { $version }
diagnosis-signed = My device is signed.
diagnosis-unverified = { $count ->
    [one] { $count } device of a member is not verified; it reads me all the same.
   *[other] { $count } devices of members are not verified; they read me all the same.
  }
diagnosis-rights = My rights: level { $level }. Level 0 is enough: all I do is write.
diagnosis-no-key-yet = I had written nothing here since I was started: ask again now to know which devices can't read me.

join-public = open to all
join-invite = by invitation
join-private = closed
join-knock = on request
join-restricted = open to the members of its space
join-knock-restricted = open to the members of its space, on request to others
history-world-readable = History: anyone can read it, even without joining.
history-shared = History: new members read all that came before.
history-invited = History: members read from their invitation on.
history-joined = History: members read from their arrival on.
tchap-restricted = Tchap access: agents only, no external guests.
tchap-unrestricted = Tchap access: open to external guests.
tchap-direct = Tchap access: a conversation between two.
