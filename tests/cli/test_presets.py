# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""Every preset at its own address: what arrives there, and what is said of the refusals its server is known for."""

import json
import os
import shutil
import unittest
from pathlib import Path

from program import run, said
from listener import Listener, Proxy, answer, openssl

FOLDER = Path(os.environ['MINTMARK_KEYRING_FOLDER']) / 'presets-of-this-test'
HOSTS = ('id.sage.com', 'api.intacct.com', 'api.erp.sage.com', 'acme.eu.auth0.com', 'login.microsoftonline.com', 'acme.okta.com',
         'acme.auth.eu-west-1.amazoncognito.com', 'sso.example.test', 'oauth2.googleapis.com', 'acme.my.salesforce.com')
SECRET = {'client_id': 'c', 'client_secret': 's+e%c'}
BASIC = 'Authorization: Basic YzpzJTJCZSUyNWM='  # c:s%2Be%25c
CC = 'grant_type=client_credentials'
IN_BODY = f'{CC}&client_id=c&client_secret=s%2Be%25c'


def setUpModule():
    FOLDER.mkdir()
    curve = ('-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2')
    ca, key = FOLDER / 'ca.pem', FOLDER / 'ca.key'
    openssl('req', '-x509', *curve, '-subj', '/CN=CA', '-keyout', str(key), '-out', str(ca), '-addext', 'keyUsage=keyCertSign')
    server = FOLDER / 'server.pem'
    openssl('req', '-x509', *curve, '-subj', '/CN=s', '-keyout', str(FOLDER / 'server.key'), '-out', str(server), '-CA', str(ca),
            '-CAkey', str(key), '-addext', 'basicConstraints=critical,CA:FALSE',
            '-addext', 'subjectAltName=' + ','.join(f'DNS:{host}' for host in HOSTS))
    server.write_text(server.read_text() + (FOLDER / 'server.key').read_text())


def tearDownModule():
    shutil.rmtree(FOLDER)


def profiles():
    """What a person fills in, by preset."""
    key = {'client_id': 'c', 'private_key': openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256')}
    return {
        'sage-id': SECRET | {'audience': 's200ukipd/sage200'},
        'sage-intacct': SECRET | {'extra_parameters': {'username': 'ws@acme|north'}},
        'sage-dmo': SECRET | {'scope': 'tenantid:acme-prod'},
        'auth0': SECRET | {'token_endpoint': 'https://acme.eu.auth0.com/oauth/token', 'audience': 'https://api'},
        'entra-id': SECRET | {'token_endpoint': 'https://login.microsoftonline.com/contoso/oauth2/v2.0/token', 'scope': 'api://x/.default'},
        'okta': SECRET | {'token_endpoint': 'https://acme.okta.com/oauth2/default/v1/token', 'scope': 'orders'},
        'okta-org': key | {'token_endpoint': 'https://acme.okta.com/oauth2/v1/token', 'scope': 'okta.users.read'},
        'cognito': SECRET | {'token_endpoint': 'https://acme.auth.eu-west-1.amazoncognito.com/oauth2/token', 'scope': 'orders/read'},
        'keycloak': SECRET | {'token_endpoint': 'https://sso.example.test/realms/Acme/protocol/openid-connect/token'},
        'pingfederate': SECRET | {'token_endpoint': 'https://sso.example.test:9031/as/token.oauth2',
                                  'extra_parameters': {'access_token_manager_id': 'jwt'}},
        'salesforce': SECRET | {'token_endpoint': 'https://acme.my.salesforce.com/services/oauth2/token'},
        'google': key | {'client_id': 'robot@p.iam.gserviceaccount.com', 'scope': 'https://www.googleapis.com/auth/drive'},
    }


# Preset: host and port of the connection, path, what the head and the body have.
REQUESTS = {
    'sage-id': ('id.sage.com:443', '/oauth/token', 'Content-Type: application/json',
                '{"grant_type":"client_credential","client_id":"c","client_secret":"s+e%c","audience":"s200ukipd/sage200"}'),
    'sage-intacct': ('api.intacct.com:443', '/ia/api/v1/oauth2/token', 'x-www-form-urlencoded', IN_BODY + '&username=ws%40acme%7Cnorth'),
    'sage-dmo': ('api.erp.sage.com:443', '/v1/token', 'x-www-form-urlencoded', IN_BODY + '&scope=tenantid%3Aacme-prod'),
    'auth0': ('acme.eu.auth0.com:443', '/oauth/token', 'x-www-form-urlencoded', IN_BODY + '&audience=https%3A%2F%2Fapi'),
    'entra-id': ('login.microsoftonline.com:443', '/contoso/oauth2/v2.0/token', 'x-www-form-urlencoded',
                 IN_BODY + '&scope=api%3A%2F%2Fx%2F.default'),
    'okta': ('acme.okta.com:443', '/oauth2/default/v1/token', BASIC, CC + '&scope=orders'),
    'cognito': ('acme.auth.eu-west-1.amazoncognito.com:443', '/oauth2/token', BASIC, CC + '&scope=orders%2Fread'),
    'keycloak': ('sso.example.test:443', '/realms/Acme/protocol/openid-connect/token', BASIC, CC),
    'pingfederate': ('sso.example.test:9031', '/as/token.oauth2', BASIC, CC + '&access_token_manager_id=jwt'),
    'salesforce': ('acme.my.salesforce.com:443', '/services/oauth2/token', 'x-www-form-urlencoded', IN_BODY),
}

# Preset, status, error and description as that server sends them: what has to be said.
REFUSALS = (
    ('sage-id', '403 Forbidden', 'unsupported_grant_type', 'Unsupported grant type: client_credential', 'Try the standard spelling'),
    ('sage-id', '401 Unauthorized', 'access_denied', 'Unauthorized', 'does not accept this client id and secret'),
    ('auth0', '401 Unauthorized', 'access_denied', 'Unauthorized', 'does not accept this client id and secret'),
    ('auth0', '403 Forbidden', 'access_denied', 'Client is not authorized to access resource server "https://api".',
     'denies access to this client', 'has to be authorised for this API'),
    ('auth0', '403 Forbidden', 'access_denied', 'Client is not authorized to access "https://api". You might probably want to create a '
     '"client-grant" associated to this API.', 'has to be authorised for this API'),
    ('auth0', '403 Forbidden', 'access_denied', 'Service not enabled within domain: https://api', 'knows no API with this audience'),
    ('auth0', '403 Forbidden', 'unauthorized_client', "Grant type 'client_credentials' not allowed for the client.", 'advanced settings'),
    ('entra-id', '401 Unauthorized', 'invalid_client', 'AADSTS7000215: Invalid client secret provided.', 'the id is not the secret'),
    ('entra-id', '401 Unauthorized', 'invalid_client', "AADSTS7000222: The provided client secret keys are expired.", 'has ended'),
    ('entra-id', '400 Bad Request', 'invalid_request', "AADSTS90002: Tenant 'x' not found.", 'does not know this tenant'),
    ('entra-id', '400 Bad Request', 'invalid_request', "AADSTS900144: must contain the following parameter: 'scope'.", '/.default'),
    ('entra-id', '401 Unauthorized', 'invalid_client', 'AADSTS700024: Client assertion is not within its valid time range.', 'clock'),
    ('okta', '400 Bad Request', 'invalid_scope', 'One or more scopes are not configured.', 'Scopes tab'),
    ('okta', '400 Bad Request', 'access_denied', 'Policy evaluation failed for this request', 'access policy'),
    ('okta', '400 Bad Request', 'invalid_dpop_proof', 'The DPoP proof JWT header is missing.', 'Proof of possession'),
    ('okta-org', '400 Bad Request', 'invalid_scope', 'Custom scopes are not allowed for this request.', 'begin with okta.'),
    ('okta-org', '401 Unauthorized', 'invalid_client', "A 'kid' value in the client_assertion header did not match.", 'key of this id'),
    ('cognito', '400 Bad Request', 'invalid_grant', '', 'custom scopes'),
    ('cognito', '400 Bad Request', 'invalid_client', '', 'does not accept this client id and secret'),
    ('keycloak', '401 Unauthorized', 'unauthorized_client', 'Invalid client or Invalid client credentials',
     'does not accept this client id and secret'),
    ('keycloak', '401 Unauthorized', 'unauthorized_client', 'Client not enabled to retrieve service account', 'Service accounts roles'),
    ('keycloak', '404 Not Found', 'Realm does not exist', 'For more on this error consult the server log.', 'no such realm'),
    ('keycloak', '404 Not Found', 'RESTEASY003210: Could not find resource for full path: https://x/auth', '', 'have no /auth'),
    ('pingfederate', '400 Bad Request', 'invalid_scope', 'The requested scope(s) must be blank or a subset', 'allowed for this client'),
    ('salesforce', '400 Bad Request', 'invalid_grant', 'no client credentials user enabled', 'run as'),
    ('salesforce', '400 Bad Request', 'unsupported_grant_type', 'grant type not supported', 'switched off for this app'),
    ('google', '400 Bad Request', 'invalid_grant', 'Invalid JWT Signature.', 'the key was deleted'),
    ('google', '401 Unauthorized', 'unauthorized_client', 'Client is unauthorized to retrieve access tokens using this method',
     'domain-wide delegation'),
)

# The same, in the forms of these servers' other interfaces.
OTHER_FORMS = (
    ('sage-intacct', '401 Unauthorized', {'ia::result': {'ia::error': {'code': 'invalidCredentials', 'message': 'No', 'errorId': 'GW-0011'}}},
     'refused: invalidCredentials', 'No (GW-0011)', 'Web Services user'),
    ('okta', '404 Not Found', {'errorCode': 'E0000007', 'errorSummary': 'Not found: Resource not found: aus1 (AuthorizationServer)'},
     'no authorization server of this id'),
)


class Presets(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.profiles = profiles()

    def ask(self, preset, reply=None):
        """The process, where its connection went, and the only request."""
        with Listener(FOLDER / 'server.pem') as server, Proxy(server.port) as proxy:
            server.answer = reply or server.answer
            network = {'ca_file': str(FOLDER / 'ca.pem'), 'proxy': f'127.0.0.1:{proxy.port}'}
            process = run('token', '--from', '-', stdin=json.dumps(self.profiles[preset] | {'provider': preset, 'network': network}))
            self.assertEqual(len(server.requests), 1, said(process))
            return process, proxy.heads[0].split()[1], server.requests[0]

    def test_what_arrives(self):
        for preset, (host, path, head, body) in REQUESTS.items():
            with self.subTest(preset):
                process, connected, request = self.ask(preset)
                self.assertEqual((process.returncode, process.stdout, process.stderr), (0, 't0k\n', ''), said(process))
                self.assertEqual(connected, host)
                got_head, got_body = request.split('\r\n\r\n')
                self.assertEqual(got_body, body)
                self.assertEqual(got_head.split()[:2], ['POST', path])
                self.assertIn(f'Host: {host.removesuffix(":443")}\r\n', got_head)
                self.assertIn(head, got_head)
                self.assertEqual('Authorization' in got_head, head == BASIC)
        for preset in ('okta-org', 'google'):  # assertions: tested elsewhere, with their signatures
            self.assertEqual(self.ask(preset)[0].returncode, 0, preset)

    def refused(self, preset, reply, *words):
        process, _, _ = self.ask(preset, reply)
        self.assertEqual((process.returncode, process.stdout), (6, ''), said(process))
        for word in words:
            self.assertIn(word, process.stderr)
        self.assertNotIn('""', process.stderr)

    def test_known_refusals(self):
        for preset, status, error, description, *words in REFUSALS:
            with self.subTest(f'{preset}: {error} {description}'):
                self.refused(preset, answer(status, {'error': error, 'error_description': description}), *words)

    def test_other_forms(self):
        for preset, status, members, *words in OTHER_FORMS:
            with self.subTest(preset):
                self.refused(preset, answer(status, members), *words)


if __name__ == '__main__':
    unittest.main()
