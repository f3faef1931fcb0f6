# The recovery key of the cryptographic identity: made, handed over, given back.

## What the account has (a sentence for each standing)

recovery-none = No recovery key: if the data directory is lost, so is the identity. Make one: commonsbot identity recovery-key
recovery-ready = There is a recovery key, and it brings this identity back. If you no longer have it, make another: commonsbot identity recovery-key
recovery-outdated = The account's recovery key does not bring this identity back, or not all of it. Make another: commonsbot identity recovery-key
recovery-elsewhere = The account has a recovery key, given by another Matrix client (Element for instance). To know whether it brings this identity back, with the bot stopped: commonsbot identity restore
recovery-to-try = The account has a recovery key: if you have it, try it, with the bot stopped.
recovery-nothing-to-try = The account has no recovery key: that leaves a backup, or a new identity.
recovery-no-identity = The account has no identity yet: there is nothing to recover. Make it first, with the bot stopped: commonsbot identity sign

## Handed over, once

recovery-write-down = The bot's recovery key. Write it down now: it will never be shown again.
recovery-keep-it = Keep it like a password, elsewhere than on this machine: the bot does not keep it. If the data directory is lost, it gives the bot its identity back, with commonsbot identity restore.
recovery-in-file = Recovery key written to { $path }, which only this account can read. Keep it elsewhere like a password, then delete this file: the bot does not keep it. If the data directory is lost, it gives the bot its identity back, with commonsbot identity restore.
recovery-sure = The account already has a recovery key. It will no longer bring the bot's identity back. Make a new one?
recovery-not-replaced = The account already has a recovery key, given by another Matrix client (Element for instance): it is not replaced. Use that one. If it is lost, change it in that client, or make a new identity: commonsbot identity reset
recovery-later = The recovery key could not be made. Try again: commonsbot identity recovery-key ({ $detail })
recovery-file-exists = { $path } exists already, and was not touched. Give the name of a new file for the recovery key.
recovery-file-closed = { $path } can't be made for the recovery key: { $detail }. Give another path.

## Given back

recovery-ask = Recovery key (nothing shows while you type)
recovery-restored = { $account } has its identity back. Its secrets are in { $folder }: back them up with the rest.
recovery-known = This key does bring back the identity of { $account }, whose secrets were here already.
recovery-file-unread = { $path } can't be read: { $detail }. Give the file that holds the recovery key, or - for standard input.
recovery-key-length = A recovery key has { $wanted } characters, not counting spaces, and there are { $count } here. Copy all of it.
recovery-key-character = Character { $place } can't be part of it (not counting spaces). A recovery key has only digits and plain letters, and never the digit zero, capital O, capital I or small l. Check it, then try again.
recovery-key-typo = This recovery key is not well copied: a character is wrong, or two have changed places. Check it, capital and small letters too, then try again.
recovery-wrong-key = This recovery key opens nothing in this account: it is another account's, or a newer one took its place. Look for the last key given for this account.
recovery-wrong-phrase = This is neither a well copied recovery key nor the passphrase of this account. Check capitals, accents and spaces, then try again.
recovery-other-identity = This key brings back an identity that the account no longer has: it has had another since. Give the recovery key made then; if nobody has it, make a new identity: commonsbot identity reset
recovery-unusable-remedy = If its secrets are still here (commonsbot identity show tells), make another key: commonsbot identity recovery-key. Else put identity.json back into the keys' folder from a backup, or make a new identity: commonsbot identity reset
recovery-without = This account has no recovery key: the server keeps nothing of its identity. { recovery-unusable-remedy }
recovery-not-there = This recovery key is right, but the server does not have, or no longer has, all that it opens ({ $type } is missing). { recovery-unusable-remedy }
recovery-damaged = What the server keeps for the recovery key is damaged ({ $type }): no key can open it. { recovery-unusable-remedy }

## init

init-help-data = data directory (data beside the configuration by default)
init-help-recovery-key-file = new file to write the recovery key to, instead of showing it; without it, --non-interactive makes none
init-identity-elsewhere = The configuration is written, but { $account } already has a cryptographic identity, made elsewhere: nothing was replaced. Give it to the bot, with its recovery key: commonsbot identity restore -c { $config }. If nobody has that key, make a new identity: commonsbot identity reset -c { $config }
init-identity-later = The configuration is written, but the cryptographic identity could not be made. Try again: commonsbot identity sign -c { $config }, then commonsbot identity recovery-key -c { $config } ({ $detail })

## identity

identity-help-recovery-key-file = with restore: the file whose first line is the recovery key (- for standard input); with recovery-key and reset: the new file to write it to, instead of showing it
identity-no-recovery-key-file = --recovery-key-file is only for restore, recovery-key and reset.
