"""Install pip into the interpreter that runs this, from its wheel on PyPI.

For a Python without ensurepip (Debian's, before python3-venv is installed). The wheel is
checked against the digest below; standard library only.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

VERSION = "26.3"
SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"
DETAILS = f"https://pypi.org/pypi/pip/{VERSION}/json"
PATIENCE = 60  # seconds without a byte


def fetch(url: str) -> bytes:
    """The body found at `url`."""
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310 (https, ours)
        body: bytes = answer.read()
    return body


def fetch_wheel() -> bytes:
    """The pinned wheel; SystemExit when it is gone or is not the one that was pinned."""
    files = json.loads(fetch(DETAILS))["urls"]
    address = next((f["url"] for f in files if f["digests"]["sha256"] == SHA256), None)
    if address is None:
        raise SystemExit(f"pip {VERSION}: the pinned wheel is not on PyPI")
    wheel = fetch(address)
    if hashlib.sha256(wheel).hexdigest() != SHA256:
        raise SystemExit(f"pip {VERSION}: {address} is not the pinned wheel")
    return wheel


def main() -> None:
    """Fetch, check, and let the wheel install itself."""
    with tempfile.TemporaryDirectory() as folder:
        wheel = Path(folder) / f"pip-{VERSION}-py3-none-any.whl"
        wheel.write_bytes(fetch_wheel())
        install = [sys.executable, f"{wheel}/pip", "install", "--no-index", str(wheel)]
        subprocess.run(install, check=True)  # noqa: S603 (our own arguments)


if __name__ == "__main__":
    main()
