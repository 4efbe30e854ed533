"""Chromium, spoken to over a pipe: no driver, no port, nothing but the standard library."""

from __future__ import annotations

import base64
import json
import os
import subprocess
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any

# Nothing of the machine (its screen, fonts' hints, profile, network) may show in a picture.
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-lcd-text",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-extensions",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--lang=en",
    "--no-first-run",
    "--proxy-server=127.0.0.1:9",
    "--remote-debugging-pipe",
]


class Browser:
    """A page in a headless Chromium."""

    def __init__(self, command: str, home: Path, fonts: Path) -> None:
        ours, theirs = os.pipe()
        theirs_back, ours_back = os.pipe()
        self.numbers = count(1)
        self.requests: list[str] = []
        # A shell puts the pipes where Chromium looks for them.
        shell = ["/bin/sh", "-c", f'exec "$@" 3<&{theirs_back} 4>&{theirs}', "sh"]
        self.process = subprocess.Popen(
            [*shell, command, *ARGUMENTS, f"--user-data-dir={home}", "about:blank"],
            pass_fds=(theirs, theirs_back),
            env={**os.environ, "FONTCONFIG_FILE": str(fonts), "HOME": str(home), "LC_ALL": "C"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs)
        os.close(theirs_back)
        self.input = os.fdopen(ours, "rb")
        self.output = os.fdopen(ours_back, "wb")
        self.session = ""
        target = next(
            it for it in self.ask("Target.getTargets")["targetInfos"] if it["type"] == "page"
        )
        attached = self.ask("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network"):
            self.ask(f"{domain}.enable")

    def __enter__(self) -> Browser:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.process.terminate()
        self.process.wait(20)
        self.input.close()
        self.output.close()

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """Calls a method of the DevTools protocol and gives its result."""
        number = next(self.numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        self.output.write(json.dumps(message).encode() + b"\0")
        self.output.flush()
        while True:
            answer = self.hear()
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                result: dict[str, Any] = answer["result"]
                return result

    def hear(self) -> dict[str, Any]:
        """Gives the next message, and keeps what the page asks of the network."""
        words = bytearray()
        while (byte := self.input.read(1)) != b"\0":
            if not byte:
                raise RuntimeError("Chromium ended")
            words += byte
        message: dict[str, Any] = json.loads(words)
        if message.get("method") == "Network.requestWillBeSent":
            self.requests.append(message["params"]["request"]["url"])
        return message

    def open(self, page: Path) -> None:
        """Opens a file and waits until it is laid out."""
        self.requests.clear()
        self.ask("Page.navigate", url=page.as_uri())
        while self.hear().get("method") != "Page.loadEventFired":
            pass

    def look(self, width: int, *, scheme: str = "light", media: str = "screen") -> None:
        """Sets how wide the window is, and whether it is day, night or paper."""
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self.ask("Emulation.setDeviceMetricsOverride", **size)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.ask("Emulation.setEmulatedMedia", media=media, features=features)

    def evaluate(self, script: str) -> Any:
        """Gives what a script says; promises are waited for."""
        params = {"expression": script, "returnByValue": True, "awaitPromise": True}
        answer = self.ask("Runtime.evaluate", **params)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def picture(self) -> bytes:
        """Gives the whole page as a PNG."""
        size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}
        answer = self.ask("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
        return base64.b64decode(answer["data"])

    def paper(self) -> bytes:
        """Gives the page as it would be printed, as PDF."""
        answer = self.ask("Page.printToPDF", paperWidth=8.27, paperHeight=11.69)
        return base64.b64decode(answer["data"])
