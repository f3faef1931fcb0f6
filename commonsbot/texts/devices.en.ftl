## The device a command comes from, in an encrypted room

device-none = I won't carry out `!{ $command }`: this room is encrypted, and your message was not. Send it again from an app that encrypts (Element, Tchap).
device-foreign = I won't carry out `!{ $command }`: the device that sent it is not listed among yours. See the list of your devices in the settings of your app; if this one is missing, sign out, sign in again and resend the command. If you sent nothing, tell the person who runs me.
device-unsigned = I won't carry out `!{ $command }`: you have not verified the device that sent it. In the settings of your app, verify this device with another one of yours or with your recovery key, then resend the command.
