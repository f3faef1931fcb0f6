"""Which sentence tells a room that it is not encrypted."""


def not_encrypted(*, direct: bool) -> str:
    """Its message id."""
    return "encryption-none-chat" if direct else "encryption-none-room"
