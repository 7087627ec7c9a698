# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""Looks for a secret where it must not be: in files, and in what processes were started with."""

import base64
import json
import os
import threading
from pathlib import Path
from urllib.parse import quote, quote_plus


def spellings(secret):
    """{name: bytes} of how it is written in requests and documents; `secret` is a text, or bytes."""
    if isinstance(secret, bytes):
        return {'raw': secret}
    return {'raw': secret.encode(), 'UTF-16LE': secret.encode('utf-16-le'), 'UTF-16BE': secret.encode('utf-16-be'),
            'percent': quote(secret, '').encode(), 'form': quote_plus(secret).encode(),
            'JSON': json.dumps(secret)[1:-1].encode()}


def forms(secret):
    """{name: bytes} of all the disguises the secret could lie in."""
    found = {}
    for name, raw in spellings(secret).items():
        found |= {name: raw, f'{name} hex': raw.hex().encode(), f'{name} HEX': raw.hex().upper().encode()}
        for shift in range(3):
            # Inside a longer text base64 starts at one of three places; whole groups of four stay the same.
            encoded = base64.b64encode(b'\0' * shift + raw).rstrip(b'=')
            inner = encoded[4 if shift else 0:len(encoded) // 4 * 4]
            found[f'{name} base64+{shift}'] = inner
            found[f'{name} base64url+{shift}'] = inner.translate(bytes.maketrans(b'+/', b'-_'))
    return found


def in_files(secret, *folders, but=()):
    """Every file under the folders that holds the secret in any form; `but` names allowed folders."""
    hits = []
    for folder, _, names in (step for top in folders for step in os.walk(top)):
        for path in (Path(folder, name) for name in names):
            if not path.is_symlink() and path.is_file() and not any(path.is_relative_to(one) for one in but):
                content = content_of(path)
                hits += [f'{path}: {name}' for name, form in forms(secret).items() if form in content]
    return hits


def content_of(path):
    try:
        return path.read_bytes()
    except FileNotFoundError:  # programs that run beside this one replace files
        return b''


class ArgvWatch:
    """While the `with` block runs, reads the argv of every process, again and again."""

    def __init__(self, *secrets):
        self._forms = {f'{number} {name}': form for number, secret in enumerate(secrets)
                       for name, form in forms(secret).items()}
        self._seen = set()
        self._ends, self._round = threading.Event(), threading.Condition()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self.hits = set()
        self.rounds = 0

    def _watch(self):
        while not self._ends.wait(0.02):
            for process in filter(str.isdigit, os.listdir('/proc')):
                try:
                    with open(f'/proc/{process}/cmdline', 'rb', buffering=0) as file:
                        content = file.read()
                except OSError:
                    continue
                if content in self._seen:
                    continue
                found = {f'{content!r}: {name}' for name, form in self._forms.items() if form in content}
                if found and self._is_of_another_run(process):
                    continue
                self._seen.add(content)
                self.hits |= found
            with self._round:
                self.rounds += 1
                self._round.notify_all()

    @staticmethod
    def _is_of_another_run(process):
        """Tests that run beside this one have a keyring of their own, and the same secrets."""
        try:
            with open(f'/proc/{process}/environ', 'rb') as file:
                own = [entry for entry in file.read().split(b'\0') if entry.startswith(b'MINTMARK_KEYRING_FOLDER=')]
        except OSError:
            return False
        return bool(own) and own[0].partition(b'=')[2] != os.environb[b'MINTMARK_KEYRING_FOLDER']

    def look(self):
        """Returns once each process has been looked at that runs now."""
        with self._round:
            enough = self.rounds + 2  # the one that may be on its way is not of now
            assert self._round.wait_for(lambda: self.rounds >= enough, timeout=60)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._ends.set()
        self._thread.join()
