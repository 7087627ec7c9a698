# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""A ticket with a token in it: whose it is, against another profile, at another time."""

import base64
import json
import time
import unittest

from driver import Window, clipboard, put_on_clipboard
from servers import SECRET, cli


def part(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b'=').decode()


def token():
    now = int(time.time())
    return '.'.join([part({'alg': 'RS256', 'kid': 'one'}),
                     part({'iss': 'https://id.example.com/', 'aud': 'payments', 'azp': 'acme-client',
                           'iat': now - 60, 'exp': now + 10800}),
                     base64.urlsafe_b64encode(b'S' * 256).rstrip(b'=').decode()])


def add(name, client_id, audience):
    cli('profile', 'add', name, '--token-endpoint', 'https://id.example.com/token', '--client-id', client_id,
        '--audience', audience, '--secret-stdin', secret=SECRET)


class Inspector(unittest.TestCase):
    def test_ticket(self):
        add('acme/payments@sandbox', 'acme-client', 'other')
        add('globex/payments@test', 'globex-client', 'payments')
        text = f'Hello,\nthe API says 401:\n> Authorization: Bearer {token()}\nRegards\n'
        with Window() as window:
            put_on_clipboard(text)
            window.keys('ctrl+shift+v')
            window.wait_for_text('Looks like acme · payments [Sandbox]')
            window.wait_for_text('Audience is another one: payments')
            window.wait_for_text('Still usable for')
            window.choose('Check against', 'globex · payments [Test]')
            window.wait_for_text('Audience as in the profile')
            window.press('Copy reply')
            window.wait(lambda: 'leave out the third part' in (clipboard() or ''), 'the reply on the clipboard')
            self.assertNotIn('eyJ', clipboard())
            window.press('At another time…')
            window.wait(lambda: window.field('Check at this local time'), 'the field for the time')
            window.keys('Up')  # in the year, which it begins with
            window.wait_for_text(': Expired')
            window.press('Check now again')
            window.wait(lambda: not window.shows(': Expired'), 'the time to be now again')
            window.quit()


if __name__ == '__main__':
    unittest.main()
