# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""Runs mintmark-cli as people and scripts do: through pipes and on a terminal."""

import base64
import codecs
import json
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS / 'e2e'))

# A shell starts what runs in the background with Ctrl-C ignored, and programs started here inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGQUIT, signal.SIG_DFL)

CLI = os.environ['MINTMARK_CLI']
NO_TERMINAL = {'start_new_session': True}  # no /dev/tty either


def run(*arguments, stdin='', env=None, **options):
    """The finished process; stdin is text, or bytes to get bytes back."""
    return subprocess.run([CLI, *map(str, arguments)], input=stdin, capture_output=True, timeout=60, check=False,
                          text=isinstance(stdin, str), env=os.environ | (env or {}), **NO_TERMINAL, **options)


def start(*arguments):
    """The running process, for its `with` block; pipes of text."""
    return subprocess.Popen([CLI, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            text=True, **NO_TERMINAL)


def said(process):
    """What a failing test should show."""
    return f'{process.args} ended with {process.returncode}\nstdout: {process.stdout}\nstderr: {process.stderr}'


def encoded(part):
    raw = part if isinstance(part, bytes) else json.dumps(part).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b'=').decode()


def jws(claims, header=None, signature=b'not a signature'):
    """A token by hand: dicts become JSON, bytes stay as they are."""
    return '.'.join(encoded(part) for part in (header or {'alg': 'RS256', 'typ': 'JWT'}, claims, signature))


class Terminal:
    """mintmark-cli on a terminal of its own."""

    def __init__(self, *arguments, env=None):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(CLI, [CLI, *arguments], os.environ | {'TERM': 'xterm'} | (env or {}))
        self.seen = ''
        self._decoder = codecs.getincrementaldecoder('utf-8')()  # what is read at a time may end inside a character
        self.ended = False

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if not self.ended:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)

    def read_until(self, text, seconds=20):
        end = time.monotonic() + seconds
        while text not in self.seen:
            if not self._read(end - time.monotonic()):
                raise AssertionError(f'no {text!r} in {self.seen!r}')
        return self.seen

    def _read(self, seconds):
        if seconds <= 0 or not select.select([self.fd], [], [], seconds)[0]:
            return False
        try:
            chunk = os.read(self.fd, 4096)
        except OSError:  # Linux: the other side is closed
            return False
        self.seen += self._decoder.decode(chunk)
        return bool(chunk)

    def type(self, text):
        os.write(self.fd, text.encode())

    def shows_typing(self):
        return bool(termios.tcgetattr(self.fd)[3] & termios.ECHO)

    def wait(self, seconds=20):
        """(exit code or None, signal or None), after all output was read."""
        end = time.monotonic() + seconds
        while self._read(end - time.monotonic()):
            pass
        pid, status = os.waitpid(self.pid, 0 if time.monotonic() < end else os.WNOHANG)
        if pid == 0:
            raise AssertionError(f'has not ended: {self.seen!r}')
        self.ended = True
        if os.WIFSIGNALED(status):
            return None, os.WTERMSIG(status)
        return os.WEXITSTATUS(status), None
