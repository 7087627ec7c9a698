// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// Keys made and assertions judged by another implementation. Prints a line {"alg", "pem", "jwk",
// "publicJwk"} for each algorithm, "pem" being PKCS#8, then {"ready": true}. After that, for each line
// {"token", "alg", "jwk" or "secret", "audience"} on stdin, one {"header", "claims"} or {"error"}.
//
//   node assertion-oracle.mjs

import { createInterface } from 'node:readline';
import { exportJWK, exportPKCS8, generateKeyPair, importJWK, jwtVerify } from 'jose';

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

async function makeKey(alg, options = {}) {
    const { privateKey, publicKey } = await generateKeyPair(alg, { ...options, extractable: true });
    say({ alg, pem: await exportPKCS8(privateKey), jwk: { ...(await exportJWK(privateKey)), kid: `key-${alg}` },
          publicJwk: await exportJWK(publicKey) });
}

for (const alg of ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'])
    await makeKey(alg);
await makeKey('EdDSA', { crv: 'Ed448' });
say({ ready: true });

async function judge({ token, alg, jwk, secret, audience }) {
    const key = secret === undefined ? await importJWK(jwk, alg) : new TextEncoder().encode(secret);
    const { protectedHeader, payload } = await jwtVerify(token, key, { algorithms: [alg], audience });
    return { header: protectedHeader, claims: payload };
}

for await (const line of createInterface({ input: process.stdin }))
    say(await judge(JSON.parse(line)).catch((error) => ({ error: error.message })));
