# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""The certificates of the tests over TLS, as tests/servers/oidc.mjs --tls wants them."""

import shutil

from listener import openssl

PASSPHRASE = 'hunter2'


def make_certificates(folder, server_names='IP:127.0.0.1,DNS:token.example.test'):
    """ca.pem; server.pem, self-signed.pem and client.pem with their keys inside; client.key, client.crt, client.p12…"""
    def path(name):
        return str(folder / name)

    def certificate(name, subject, *options):
        openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', subject,
                '-keyout', path(f'{name}.key'), '-out', path(f'{name}.crt'), *options)
        (folder / f'{name}.pem').write_text((folder / f'{name}.crt').read_text() + (folder / f'{name}.key').read_text())

    certificate('authority', '/CN=authority of this test', '-addext', 'keyUsage=keyCertSign')
    shutil.copy(path('authority.crt'), path('ca.pem'))
    by_authority = ('-CA', path('authority.crt'), '-CAkey', path('authority.key'), '-addext', 'basicConstraints=critical,CA:FALSE')
    certificate('server', '/CN=server', *by_authority, '-addext', f'subjectAltName={server_names}')
    certificate('client', '/CN=mintmark-tls', *by_authority, '-addext', 'extendedKeyUsage=clientAuth')
    certificate('self-signed', '/CN=self')
    certificate('stranger', '/CN=mintmark-tls')
    openssl('pkcs12', '-export', '-in', path('client.pem'), '-out', path('client.p12'), '-passout', f'pass:{PASSPHRASE}')
    openssl('pkcs12', '-export', '-in', path('client.pem'), '-out', path('open.p12'), '-passout', 'pass:')
    openssl('pkey', '-in', path('client.key'), '-aes256', '-passout', f'pass:{PASSPHRASE}', '-out', path('locked.key'))
