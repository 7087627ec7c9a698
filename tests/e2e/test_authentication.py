# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""Clients that prove themselves with a secret, or not at all: made in the window, verified by the server."""

import unittest

import tokenserver
from authenticating import BASIC, BASIC_RAW, IN_BODY, PUBLIC, SHARED_SECRET_JWT, WithOidcServer, WithWindow, claims
from tokenserver import TokenServer

SECRET = 'Cq7-canary:%41 +&=/?~<"\\>Zx93-of-many-signs'
ODD_ID = 'acme:crm %2B+&=/ü€'
ODD_SECRET = 'Cq7:canary %25+&=;ß€-Zx93'


class AtACertifiedServer(WithOidcServer):
    secret = SECRET

    def make(self, name, client_id, method, secret=SECRET):
        self.guard(secret)
        self.begin(name, self.server)
        self.window.fill('Client ID', client_id)
        self.prove_by(method)
        self.window.fill('Client secret', secret)

    def good(self, client_id, authorization=''):
        token = self.fetched(self.server)
        self.assertEqual(claims(token)['client_id'], client_id)
        self.assertEqual(self.server.posts[-1]['authorization'], authorization)

    def test_post(self):
        self.make('in the body', self.server.clients['post'], IN_BODY)
        self.good(self.server.clients['post'])

    def test_basic(self):
        self.make('in the header', self.server.clients['odd'], BASIC)
        self.good(self.server.clients['odd'], 'Basic')

    def test_signed_with_the_secret(self):
        self.make('signed', 'mintmark-HS256', SHARED_SECRET_JWT)
        self.good('mintmark-HS256')

    def test_a_wrong_secret(self):
        self.make('wrong', self.server.clients['basic'], BASIC, SECRET[:-1])
        self.refused(self.server, '127.0.0.1 does not accept this client id and secret', 'It answered invalid_client',
                     'Check with the customer whether the secret was replaced, or belongs to another environment.')
        self.window.press('Replace secret…')
        self.window.fill('Client secret', SECRET)
        self.good(self.server.clients['basic'], 'Basic')

    def test_a_wrong_secret_that_signs(self):
        self.make('signed wrong', 'mintmark-HS256', SHARED_SECRET_JWT, SECRET[:-1])
        self.refused(self.server, '127.0.0.1 does not accept this client id and its signed assertion',
                     'It answered invalid_client')


class AtAServerThatTakesOneWay(WithWindow):
    def make(self, server, name, client_id, method, secret=None):
        self.begin(name, server)
        self.enter('Client ID', client_id)
        self.prove_by(method)
        if secret:
            self.guard(secret)
            self.enter('Client secret', secret)

    def good(self, server):
        self.assertEqual(self.fetched(server), server.tokens[-1])
        self.assertEqual(len(server.posts), 1)

    def test_post_form(self):
        with TokenServer(tokenserver.post_form(ODD_ID, ODD_SECRET)) as server:
            self.make(server, 'form', ODD_ID, IN_BODY, ODD_SECRET)
            self.good(server)

    def test_post_json(self):
        with TokenServer(tokenserver.post_json(ODD_ID, ODD_SECRET)) as server:
            self.make(server, 'JSON', ODD_ID, IN_BODY, ODD_SECRET)
            self.window.press('JSON')
            self.good(server)

    def test_basic_encoded(self):
        with TokenServer(tokenserver.basic_encoded(ODD_ID, ODD_SECRET)) as server:
            self.make(server, 'encoded', ODD_ID, BASIC, ODD_SECRET)
            self.good(server)

    def test_basic_raw(self):
        client_id = ODD_ID.replace(':', '')  # RFC 7617 §2: cannot have one
        with TokenServer(tokenserver.basic_raw(client_id, ODD_SECRET)) as server:
            self.make(server, 'raw', client_id, BASIC_RAW, ODD_SECRET)
            self.good(server)

    def test_a_server_that_decodes_nothing(self):
        """Refuses the encoded header; what to choose instead is in the editor."""
        client_id = ODD_ID.replace(':', '')
        with TokenServer(tokenserver.basic_raw(client_id, ODD_SECRET)) as server:
            self.make(server, 'first encoded', client_id, BASIC, ODD_SECRET)
            self.refused(server, 'It answered invalid_client')
            self.window.press('Edit')
            self.prove_by(BASIC_RAW)
            self.assertEqual(self.fetched(server), server.tokens[-1])

    def test_public(self):
        with TokenServer(tokenserver.public('a public client')) as server:
            self.make(server, 'public', 'a public client', PUBLIC)
            self.assertIsNone(self.window.field('Client secret'))
            self.good(server)


if __name__ == '__main__':
    unittest.main()
