"""Install pip into the interpreter that runs this, from its wheel on PyPI.

For a Python without ensurepip (Debian's, before python3-venv is installed). The wheel is
checked against the digest below; standard library only.
"""

import hashlib
import re
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path
from urllib.parse import urljoin

WHEEL = "pip-26.3-py3-none-any.whl"
SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"
INDEX = "https://pypi.org/simple/pip/"
PATIENCE = 60  # seconds without a byte


def fetch(url: str) -> bytes:
    """The body found at `url`."""
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310 (https, ours)
        body: bytes = answer.read()
    return body


def fetch_wheel() -> bytes:
    """The pinned wheel; SystemExit when it is gone or is not the one that was pinned."""
    links = re.findall(r'href="([^"]+)"', fetch(INDEX).decode())
    address = next((urljoin(INDEX, link) for link in links if WHEEL in link), None)
    if address is None:
        raise SystemExit(f"{WHEEL} is not at {INDEX}")
    wheel = fetch(address.partition("#")[0])
    if hashlib.sha256(wheel).hexdigest() != SHA256:
        raise SystemExit(f"{address} is not the pinned wheel")
    return wheel


def main() -> None:
    """Fetch, check, and let the wheel install itself."""
    with tempfile.TemporaryDirectory() as folder:
        wheel = Path(folder) / WHEEL
        wheel.write_bytes(fetch_wheel())
        install = [sys.executable, f"{wheel}/pip", "install", "--no-index", str(wheel)]
        subprocess.run(install, check=True)  # noqa: S603 (our own arguments)


if __name__ == "__main__":
    main()
