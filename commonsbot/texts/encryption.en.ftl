## Rooms encrypted or not

encryption-none-room = This room is not encrypted: the people who host its servers can read what is written here. Share nothing confidential.
encryption-none-chat = This conversation is not encrypted: the people who host our servers can read what is written here. Share nothing confidential.
encryption-begun = This room is encrypted now: new cards stay among its members, those from before stay visible to the network.
