# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""Clients that prove themselves with certificates, from files and from the keychain."""

import shutil
import unittest

from authenticating import CERTIFICATE, SELF_SIGNED, canaries_of
from overtls import PASSPHRASE, OverTls


class ClientCertificates(OverTls):
    def start(self, name, method=CERTIFICATE, key='client', client_id='mintmark-tls'):
        self.guard(PASSPHRASE, *canaries_of((self.folder / f'{key}.key').read_text()))
        self.make(name, client_id, method)
        self.assertIsNone(self.window.field('Client secret'))
        self.trust_the_file()

    def test_pem(self):
        self.start('PEM')
        self.window.fill('Client certificate', str(self.folder / 'client.pem'))
        self.good('mintmark-tls')

    def test_encrypted_key_beside_it(self):
        self.start('encrypted PEM')
        self.window.fill('Client certificate', str(self.folder / 'client.crt'))
        self.window.fill('Client key', str(self.folder / 'locked.key'))
        self.window.fill('Key passphrase', PASSPHRASE)
        self.good('mintmark-tls')

    def test_pkcs12_kept_in_the_keychain(self):
        self.start('PKCS#12')
        copy = self.folder / 'copy.p12'
        shutil.copy(self.folder / 'client.p12', copy)
        self.window.fill('Client certificate', str(copy))
        self.window.fill('Key passphrase', PASSPHRASE)
        self.window.press('Keep certificate and key in the keychain')
        self.window.wait(lambda: self.window.field('Client key') is None, 'the row of the key to go')
        copy.unlink()
        self.good('mintmark-tls')

    def test_a_wrong_passphrase(self):
        self.start('PKCS#12, wrong passphrase')
        self.window.fill('Client certificate', str(self.folder / 'client.p12'))
        self.window.fill('Key passphrase', PASSPHRASE[:-1])
        self.not_sent(self.server, 'client.p12 does not open')
        self.window.press('Enter the passphrase…')
        self.window.fill('Key passphrase', PASSPHRASE)
        self.good('mintmark-tls')

    def test_self_signed(self):
        self.start('self-signed', SELF_SIGNED, 'self-signed', 'mintmark-self-signed')
        self.window.fill('Client certificate', str(self.folder / 'self-signed.pem'))
        self.good('mintmark-self-signed')

    def test_a_stranger(self):
        """Of the same name, but nobody vouches for it."""
        self.start('stranger', key='stranger')
        self.window.fill('Client certificate', str(self.folder / 'stranger.pem'))
        self.refused(self.server, '127.0.0.1 does not accept this client id and its certificate',
                     'It answered invalid_client', 'Check that the public key or certificate is registered')

    def test_no_certificate(self):
        self.make('no certificate', 'mintmark-tls', CERTIFICATE)
        self.trust_the_file()
        self.not_sent(self.server, 'client certificate')
        self.window.fill('Client certificate', str(self.folder / 'client.pem'))
        self.good('mintmark-tls')


if __name__ == '__main__':
    unittest.main()
