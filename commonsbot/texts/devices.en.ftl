## The device something is asked from, in an encrypted room

device-none = This takes a moderator's rights, and nothing proves that it comes from you: in this encrypted room, a message in clear or a reaction is not enough. Send the command from an app that encrypts (Element, Tchap).
device-foreign = This takes a moderator's rights, and the device it comes from is not listed among yours. See the list of your devices in the settings of your app; if this one is missing, sign out, sign in again and resend the command. If you sent nothing, tell the person who runs me.
device-unsigned = This takes a moderator's rights, and you have not verified the device it comes from. In the settings of your app, verify this device with another one of yours or with your recovery key, then resend the command.
