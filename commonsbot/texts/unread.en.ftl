## Unreadable messages

unread = I could not read your message: its encryption key did not reach me.
unread-not-for-me = If it was not for me, there is nothing to do.
unread-again = Please send it again. If this goes on, close your app and open it again; in Element on a computer, send `/discardsession` first.
unread-trust = Please send it again. If this goes on, your app only writes to people you have verified: in Element's settings, turn off “Only send messages to verified users”.
unread-unblock = Your app has blocked my device: unblock it (my profile, my sessions), then send your message again.
unread-sign = Your app sends nothing to my device, because it is not signed. There is nothing you can do: tell the person who runs me, who can sign it. Until then, write to me in a room that is not encrypted.
