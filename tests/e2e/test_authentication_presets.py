# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""Presets ask for their own few values, and what is sent goes where such a server answers."""

import unittest
from urllib.parse import urlsplit

from authenticating import WithWindow
from servers import SECRET
from tokenserver import TokenServer, demand


def at(path, form):
    """A Basic header and nothing but this form, at this address alone."""
    def accepts(request):
        demand(request.path == path, 'invalid_request', f'nothing is at {request.path}')
        demand(request.basic() == f'acme-crm:{SECRET}', 'invalid_client', 'another client')
        demand(request.form() == form, 'invalid_request', f'{request.form()}')
    return accepts


class Presets(WithWindow):
    def make(self, server, preset, values):
        self.guard(SECRET)
        self.begin(preset, server, preset)
        for name, text in values.items():
            self.window.fill(name, text)
        self.window.fill('Client ID', 'acme-crm')
        self.window.fill('Client secret', SECRET)
        self.assertEqual(self.fetched(server), server.tokens[-1])

    @staticmethod
    def base(server):
        return 'http://' + urlsplit(server.token_endpoint).netloc

    def test_keycloak(self):
        with TokenServer(at('/realms/acme/protocol/openid-connect/token',
                            {'grant_type': 'client_credentials'})) as server:
            self.make(server, 'Keycloak', {'Base address': self.base(server), 'Realm': 'acme'})

    def test_pingfederate(self):
        with TokenServer(at('/as/token.oauth2', {'grant_type': 'client_credentials', 'scope': 'orders.read',
                                                 'access_token_manager_id': 'jwt'})) as server:
            self.make(server, 'PingFederate', {'Base address': self.base(server), 'Scope': 'orders.read',
                                               'Token manager': 'jwt'})


if __name__ == '__main__':
    unittest.main()
