"""CommonsBot keeps what a cooperation network shares in its Matrix rooms."""

__version__ = "0.1.0"
