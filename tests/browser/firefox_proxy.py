"""A Firefox that Playwright can drive: ``python firefox_proxy.py FIREFOX [ARGUMENT …]``.

Playwright speaks WebDriver BiDi with a stock Firefox (its channel ``moz-firefox``), and begins with
a command that Firefox ESR 153 does not know: that for the wish for colours. This program stands
between them, says of this command that it is done, and hands over all others. It prints the address
at which it listens as Firefox would, and ends with Firefox.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection, serve

NOT_KNOWN = frozenset({"emulation.setMediaFeaturesOverride"})
LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


async def run(words: list[str]) -> None:
    """Start Firefox, and pass on what is said until it ends."""
    firefox = await asyncio.create_subprocess_exec(
        *words, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert firefox.stderr is not None
    address = await _address(firefox.stderr)

    async def handle(playwright: ServerConnection) -> None:
        assert playwright.request is not None
        url = address + playwright.request.path
        async with connect(url, max_size=None, compression=None) as browser:
            await asyncio.gather(_up(playwright, browser), _down(browser, playwright))

    async with serve(handle, "127.0.0.1", 0, max_size=None, compression=None) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        sys.stderr.write(f"WebDriver BiDi listening on ws://127.0.0.1:{port}\n")
        sys.stderr.flush()
        async for _ in firefox.stderr:
            """Read, or Firefox would wait for room in the pipe."""
        await firefox.wait()


async def _address(lines: asyncio.StreamReader) -> str:
    async for line in lines:
        if found := LISTENING.search(line.decode()):
            return found[1]
        sys.stderr.write(line.decode())
    raise SystemExit("Firefox ended before it listened")


async def _up(playwright: ServerConnection, browser: ClientConnection) -> None:
    async for text in playwright:
        said = json.loads(text)
        if said["method"] in NOT_KNOWN:
            await playwright.send(json.dumps({"type": "success", "id": said["id"], "result": {}}))
        else:
            await browser.send(text)
    await browser.close()


async def _down(browser: ClientConnection, playwright: ServerConnection) -> None:
    async for text in browser:
        await playwright.send(text)
    await playwright.close()


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1:]))
