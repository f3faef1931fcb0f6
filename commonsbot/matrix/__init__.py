"""The only nio: the client, what comes in, what goes out, and the rooms in between."""
