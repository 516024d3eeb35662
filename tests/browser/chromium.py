"""A headless Chromium, driven over the WebDriver protocol with the standard library alone."""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "Space": "\ue00d"}


def missing() -> str | None:
    """Say what a browser test lacks on this machine, if anything."""
    for name in ("chromium", "chromedriver"):
        if shutil.which(name) is None:
            return f"there is no {name}: apt-get install chromium chromium-driver"
    return None


class Browser:
    """One session of a browser."""

    def __init__(self, port: int, options: dict[str, Any]) -> None:
        self._base = f"http://127.0.0.1:{port}/session"
        # What a click brings may take a while on a busy machine: looking for it waits.
        asked = {"goog:chromeOptions": options, "timeouts": {"implicit": 20_000}}
        self._base += (
            "/" + self._call("POST", "", {"capabilities": {"alwaysMatch": asked}})["sessionId"]
        )

    def open(self, url: str) -> None:
        self._call("POST", "/url", {"url": url})

    def run(self, script: str, *arguments: object) -> Any:
        """Run a script's body in the page and give what it returns."""
        return self._call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def wait(self, script: str, *arguments: object) -> Any:
        """Run a script whose last argument is a function to call with the outcome."""
        return self._call("POST", "/execute/async", {"script": script, "args": list(arguments)})

    def find(self, selector: str) -> str:
        found = self._call("POST", "/element", {"using": "css selector", "value": selector})
        element: str = found[ELEMENT]
        return element

    def click(self, selector: str) -> None:
        self._call("POST", f"/element/{self.find(selector)}/click", {})

    def type(self, selector: str, text: str) -> None:
        self._call("POST", f"/element/{self.find(selector)}/value", {"text": text})

    def press(self, key: str) -> None:
        pressed = [{"type": what, "value": KEYS[key]} for what in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keyboard", "actions": pressed})

    def hover(self, selector: str) -> None:
        move = {
            "type": "pointerMove",
            "x": 0,
            "y": 0,
            "duration": 0,
            "origin": {ELEMENT: self.find(selector)},
        }
        self._act({"type": "pointer", "id": "mouse", "actions": [move]})

    def resize(self, width: int, height: int) -> None:
        """Give the page's view this size, below what a window may have."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.tool("Emulation.setDeviceMetricsOverride", size)

    def scheme(self, name: str) -> None:
        """Prefer a light or a dark page."""
        features = [{"name": "prefers-color-scheme", "value": name}]
        self.tool("Emulation.setEmulatedMedia", {"features": features})

    def tool(self, name: str, parameters: dict[str, Any]) -> Any:
        return self._call("POST", "/goog/cdp/execute", {"cmd": name, "params": parameters})

    def picture(self, path: Path, *, whole: bool = True) -> None:
        """Take a picture of the page, all of it or what is in view."""
        taken = self.tool("Page.captureScreenshot", {"captureBeyondViewport": whole})
        path.write_bytes(base64.b64decode(taken["data"]))

    def printed(self) -> bytes:
        """Print the page; give the PDF."""
        return base64.b64decode(self._call("POST", "/print", {"background": True}))

    def close(self) -> None:
        self._call("DELETE", "")

    def _act(self, action: dict[str, Any]) -> None:
        self._call("POST", "/actions", {"actions": [action]})

    def _call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._base + path, data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as failure:
            with failure:
                raise RuntimeError(json.load(failure)["value"]["message"]) from None


@contextmanager
def browsing(script: bool = True) -> Iterator[Browser]:
    """Start a browser with an empty profile; with ``script`` off, pages run none."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        driver = subprocess.Popen(
            ["chromedriver", f"--port={port}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _await(port)
            options: dict[str, Any] = {
                "binary": shutil.which("chromium"),
                "args": [*FLAGS, f"--user-data-dir={profile}"],
            }
            if not script:
                options["prefs"] = {"profile.managed_default_content_settings.javascript": 2}
            browser = Browser(port, options)
            try:
                yield browser
            finally:
                browser.close()
        finally:
            driver.terminate()
            driver.wait(20)


def _await(port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/status", timeout=5) as answer:
                if json.load(answer)["value"]["ready"]:
                    return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("chromedriver does not start")
