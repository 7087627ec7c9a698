// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// A certified authorization server, written by others, for the tests: oidc-provider with a
// client_credentials client for each method of client authentication, that answers with JWT access
// tokens. An assertion is taken once only, as its jti says.
//
//   node oidc.mjs [--port N] [--audience A] [--lifetime SECONDS] [--tls FOLDER]
//
// --tls: https, and clients that prove themselves with certificates (RFC 8705). The folder holds
// server.pem (certificate and key), ca.pem (vouches for tls_client_auth, subject CN=mintmark-tls) and
// self-signed.pem (the certificate that mintmark-self-signed registered).
//
// The secret of all clients comes in MINTMARK_TEST_SECRET, so that it is in no argv. Prints one JSON
// object a line: {"ready": {...}} once it listens, then {"post": {...}} for every POST to the token
// endpoint, before its answer goes out. A line on stdin is answered with {"seen": true}: every POST
// answered so far stands before it, so that a test can say "exactly one". Ends when stdin closes.

import { randomUUID, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createInterface } from 'node:readline';
import { Provider } from 'oidc-provider';
import { exportJWK, exportPKCS8, generateKeyPair } from 'jose';

function option(name, fallback) {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? fallback : process.argv[at + 1];
}

const audience = option('audience', 'https://api.example.com');
const lifetime = Number(option('lifetime', '3600'));
const secret = process.env.MINTMARK_TEST_SECRET;
if (!secret) {
    console.error('oidc.mjs: MINTMARK_TEST_SECRET is not set');
    process.exit(2);
}

// The provider's notices go to stderr: stdout carries only our lines.
console.info = console.error;
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

const client = (method) => ({
    client_id: `mintmark-${method}`,
    client_secret: secret,
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
    token_endpoint_auth_method: `client_secret_${method}`,
});

const tls = option('tls');
const tlsFile = (name) => readFileSync(`${tls}/${name}.pem`);

async function certificateClients() {
    if (!tls)
        return [];
    const certificate = new X509Certificate(tlsFile('self-signed'));
    const jwk = { ...(await exportJWK(certificate.publicKey)), use: 'sig', x5c: [certificate.raw.toString('base64')] };
    const without = { ...client('post'), client_secret: undefined };
    return [{ ...without, client_id: 'mintmark-tls', token_endpoint_auth_method: 'tls_client_auth',
              tls_client_auth_subject_dn: 'CN=mintmark-tls' },
            { ...without, client_id: 'mintmark-self-signed', token_endpoint_auth_method: 'self_signed_tls_client_auth',
              jwks: { keys: [jwk] } }];
}

const mutualTls = {
    enabled: Boolean(tls),
    tlsClientAuth: true,
    selfSignedTlsClientAuth: true,
    getCertificate: (context) => context.socket.getPeerX509Certificate(),
    certificateAuthorized: (context) => context.socket.authorized,
    certificateSubjectMatches: (context, _property, expected) => context.socket.getPeerX509Certificate().subject === expected,
};

// Characters that RFC 6749 §2.3.1 has encoded before Base64.
const oddId = 'mintmark: 100%+odd/client';

const secretAlgorithms = ['HS256', 'HS384', 'HS512'];
const keyAlgorithms = ['RS256', 'PS256', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const privateKeys = {};
const privateJwks = {};

async function keyClient(alg) {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    privateKeys[alg] = await exportPKCS8(privateKey);
    const facts = { alg, use: 'sig', kid: `key-${alg}` };
    privateJwks[alg] = { ...(await exportJWK(privateKey)), ...facts };
    const jwk = { ...(await exportJWK(publicKey)), ...facts };
    return { ...client('post'), client_id: `mintmark-${alg}`, client_secret: undefined, jwks: { keys: [jwk] },
             token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: alg };
}

function secretClient(alg) {
    return { ...client('post'), client_id: `mintmark-${alg}`, token_endpoint_auth_method: 'client_secret_jwt',
             token_endpoint_auth_signing_alg: alg };
}

async function allClients() {
    return [client('basic'), client('post'), { ...client('basic'), client_id: oddId },
            ...secretAlgorithms.map(secretClient), ...(await Promise.all(keyAlgorithms.map(keyClient))),
            ...(await certificateClients())];
}

async function configuration() {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'test-1' };
    return {
        jwks: { keys: [key] },
        clients: await allClients(),
        clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'client_secret_jwt', 'private_key_jwt',
                            ...(tls ? ['tls_client_auth', 'self_signed_tls_client_auth'] : [])],
        enabledJWA: { clientAuthSigningAlgValues: [...secretAlgorithms, ...keyAlgorithms] },
        cookies: { keys: [randomUUID()] },
        ttl: { ClientCredentials: lifetime },
        scopes: ['payments:read', 'payments:write'],
        features: {
            devInteractions: { enabled: false },
            clientCredentials: { enabled: true },
            ...(tls ? { mTLS: mutualTls } : {}),
            introspection: { enabled: true },
            revocation: { enabled: true },
            resourceIndicators: {
                enabled: true,
                defaultResource: () => audience,
                getResourceServerInfo: (_context, indicator) => ({
                    audience: indicator,
                    scope: 'payments:read payments:write',
                    // Only tokens that the server keeps can be revoked.
                    accessTokenFormat: indicator.endsWith('/opaque') ? 'opaque' : 'jwt',
                    accessTokenTTL: lifetime,
                    jwt: { sign: { alg: 'RS256' } },
                }),
            },
        },
    };
}

const server = tls ? createTlsServer({ cert: tlsFile('server'), key: tlsFile('server'), ca: tlsFile('ca'),
                                       requestCert: true, rejectUnauthorized: false })
                   : createServer();
server.on('connection', (socket) => socket.setNoDelay(true));
server.listen(Number(option('port', '0')), '127.0.0.1', async () => {
    const issuer = `http${tls ? 's' : ''}://127.0.0.1:${server.address().port}`;
    const provider = new Provider(issuer, await configuration());
    provider.use(async (context, next) => {
        await next();
        if (context.method === 'POST' && context.path === '/token')
            say({ post: { status: context.status, contentType: context.get('content-type'),
                          authorization: context.get('authorization').split(' ')[0] } });
    });
    server.on('request', provider.callback());
    say({ ready: { issuer, tokenEndpoint: `${issuer}/token`, jwksUri: `${issuer}/jwks`, audience,
                   clients: { basic: 'mintmark-basic', post: 'mintmark-post', odd: oddId }, privateKeys, privateJwks } });
});

createInterface({ input: process.stdin }).on('line', () => say({ seen: true })).on('close', () => process.exit(0));
