"""The weekly letter of a room: what goes in, how it reads, when it leaves."""
