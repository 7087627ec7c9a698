# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""Clients that prove themselves with a private key, pasted into the window in every form it comes in."""

import json
import sys
import tempfile
import unittest
from pathlib import Path

from authenticating import PRIVATE_KEY_JWT, WithOidcServer, canaries_of, claims

sys.path.append(str(Path(__file__).resolve().parents[1] / 'cli'))
from listener import openssl  # noqa: E402  (the path must be known first)

PASSPHRASE = 'Pq5-Passphrase-Vb27'
REFUSED = '127.0.0.1 does not accept this client id and its signed assertion'


def encrypted(pem):
    return openssl('pkcs8', '-topk8', '-v2', 'aes256', '-passout', f'pass:{PASSPHRASE}', stdin=pem)


class WithServer(WithOidcServer):
    def make(self, alg, key, *canaries):
        self.guard(*canaries)
        self.begin(f'key {self._testMethodName}', self.server)
        self.window.fill('Client ID', f'mintmark-{alg}')
        self.prove_by(PRIVATE_KEY_JWT)
        self.assertIsNone(self.window.field('Client secret'))
        self.window.paste('Private key', key)

    def good(self, alg):
        token = self.fetched(self.server)
        self.assertEqual(claims(token)['client_id'], f'mintmark-{alg}')


class EveryKind(WithServer):
    def pem(self, alg, kind):
        key = self.server.private_keys[alg]
        self.make(alg, key, *canaries_of(key))
        self.window.wait_for_text(f'{kind} ')
        self.window.wait_for_text(' · thumbprint ')
        self.good(alg)

    def test_rs256_pem(self):
        self.pem('RS256', 'RSA')

    def test_es256_pem(self):
        self.pem('ES256', 'EC P-256')

    def test_eddsa_pem(self):
        self.pem('EdDSA', 'Ed25519')

    def test_ps256_jwk(self):
        jwk = self.server.private_jwks['PS256']
        self.make('PS256', json.dumps(jwk), jwk['d'][:64])
        self.window.wait_for_text(' · thumbprint ')
        self.good('PS256')

    def test_ps256_pem(self):
        """A PEM key does not say PS256: the person does."""
        key = self.server.private_keys['PS256']
        self.make('PS256', key, *canaries_of(key))
        self.unfold('Assertion')
        self.window.choose('Signed with', 'PS256')
        self.good('PS256')

    def test_es256_jwk_of_many_lines(self):
        jwk = self.server.private_jwks['ES256']
        self.make('ES256', json.dumps(jwk, indent=2), jwk['d'])
        self.window.wait_for_text(' · thumbprint ')
        self.good('ES256')


class OnTheWay(WithServer):
    """Files, passphrases and keys of others."""

    def test_rs256_opened_from_a_file(self):
        key = self.server.private_keys['RS256']
        self.guard(*canaries_of(key))
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, 'client-key.pem')
            file.write_text(key, encoding='utf-8')
            self.begin('key from a file', self.server)
            self.window.fill('Client ID', 'mintmark-RS256')
            self.prove_by(PRIVATE_KEY_JWT)
            self.window.press('Open a private key')
            self.window.wait_for_dialog('Open a private key')
            self.window.type(str(file))
            self.window.keys('Return')
            self.window.wait_for_focus()
            self.window.wait_for_text(' · thumbprint ')
        self.good('RS256')

    def test_rs256_encrypted(self):
        plain = self.server.private_keys['RS256']
        locked = encrypted(plain)
        self.make('RS256', locked, PASSPHRASE, *canaries_of(plain), *canaries_of(locked))
        self.window.fill('Passphrase of the key', PASSPHRASE[:-1])
        self.not_sent(self.server, 'The passphrase does not open the private key')
        self.window.fill('Passphrase of the key', PASSPHRASE)
        self.window.wait_for_text(' · thumbprint ')
        self.good('RS256')

    def test_another_key(self):
        """Refused by the server; the right key, put in through the cure, brings a token."""
        wrong, right = openssl('genpkey', '-algorithm', 'ed25519'), self.server.private_keys['EdDSA']
        self.make('EdDSA', wrong, *canaries_of(wrong), *canaries_of(right))
        self.refused(self.server, REFUSED, 'It answered invalid_client',
                     'Check that the public key or certificate is registered there for this client id')
        self.window.press('Edit profile')
        self.unfold('Request in detail')
        self.window.paste('Private key', right)
        self.good('EdDSA')

    def test_a_key_for_another_algorithm(self):
        key = self.server.private_keys['ES256']
        self.make('EdDSA', key, *canaries_of(key))
        self.refused(self.server, REFUSED, 'It answered invalid_client')


if __name__ == '__main__':
    unittest.main()
