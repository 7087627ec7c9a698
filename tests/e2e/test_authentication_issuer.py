# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""What a server publishes about itself fills the editor, and only the proofs it takes can be chosen."""

import unittest

from authenticating import (BASIC, BASIC_RAW, GENERIC, IN_BODY, PRIVATE_KEY_JWT, PUBLIC, SHARED_SECRET_JWT,
                            WithOidcServer, claims)
from servers import SECRET

FIND = 'Find addresses from the issuer…'
FILLED = 'Filled from 127.0.0.1: token address, address of its keys, introspection, revocation.'


class Issuer(WithOidcServer):
    def begin_at_issuer(self, name, issuer):
        window = self.window
        window.keys('ctrl+n')
        window.choose('Provider', GENERIC)
        window.fill('Customer', 'Acme')
        window.fill('API or purpose', name)
        window.press('Test')
        window.press(FIND)
        window.fill('Issuer to ask', issuer)
        window.wait_for_text('Asks 127.0.0.1 what it publishes. Nothing of this profile is sent.')
        window.keys('Return')

    def value(self, name):
        return self.window.wait(lambda: self.window.field(name), f'field "{name}"').text

    def after(self, box, key):
        """What the box says once it has got the key: keys arrive in their order."""
        box.act_focus()
        self.window.keys(key)
        self.window.fill('Client ID', key)
        return box.name

    def save(self):
        """What is not saved is found again in the next new profile."""
        self.window.keys('ctrl+s')
        self.window.wait(lambda: self.window.button('Save and fetch') is None, 'the editor to close')

    def test_fills_the_addresses(self):
        self.guard(SECRET)
        self.begin_at_issuer('filled', self.server.issuer)
        self.window.wait_for_text(FILLED)
        self.assertEqual(self.value('Token address'), self.server.token_endpoint)
        self.unfold('Checks and keys')
        self.assertEqual(self.value('Issuer'), self.server.issuer)
        self.assertIn(self.server.jwks_uri, self.window.node.texts())
        self.window.fill('Client ID', self.server.clients['basic'])
        self.window.fill('Client secret', SECRET)
        token = self.fetched(self.server)
        self.assertEqual(claims(token)['client_id'], self.server.clients['basic'])

    def test_offers_what_the_server_takes(self):
        self.begin_at_issuer('offered', self.server.issuer)
        self.window.wait_for_text(FILLED)
        self.unfold('Request in detail')
        box = self.window.wait(lambda: self.window.combo_box('Client proof'), 'the choice of proofs')
        offered = [self.after(box, 'Home')]
        while (proof := self.after(box, 'Down')) != offered[-1]:
            offered.append(proof)
        self.assertCountEqual(offered, [IN_BODY, BASIC, BASIC_RAW, SHARED_SECRET_JWT, PRIVATE_KEY_JWT])
        self.save()

    def test_a_proof_the_server_does_not_take(self):
        self.guard(SECRET)
        window = self.window
        self.begin('other proof', self.server)
        window.fill('Client ID', self.server.clients['basic'])
        self.prove_by(PUBLIC)
        window.press(FIND)
        window.fill('Issuer to ask', self.server.issuer)
        window.press('Ask')
        window.wait_for_text('127.0.0.1 does not take none.')
        window.press('Use client_secret_basic')
        window.wait(lambda: window.combo_box('Client proof').name == BASIC, 'the other choice')
        window.fill('Client secret', SECRET)
        token = self.fetched(self.server)
        self.assertEqual(claims(token)['client_id'], self.server.clients['basic'])

    def test_undone(self):
        self.begin_at_issuer('undone', self.server.issuer)
        self.window.wait_for_text(FILLED)
        self.window.press('Undo')
        self.window.wait(lambda: self.value('Token address') == '', 'the address to go')
        self.save()

    def test_no_issuer(self):
        self.begin_at_issuer('nothing there', f'{self.server.issuer}/elsewhere')
        self.window.wait_for_text('127.0.0.1 publishes nothing about this issuer (HTTP 404)')
        self.assertEqual(self.value('Token address'), '')
        self.save()


if __name__ == '__main__':
    unittest.main()
