// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/tokenform.h"

#include "json/writer.h"

namespace mintmark {

SecretBytes tokenJson(const TokenSet &tokenSet, std::optional<qint64> expiresMs, qint64 nowMs)
{
    const QByteArrayView token = tokenSet.accessToken->view();
    JsonWriter json;
    json.reserve(6 * (token.size() + tokenSet.scope.size()) + 256); // a secret is not moved about
    json.beginObject();
    json.member("access_token").string(QUtf8StringView(token.data(), token.size()));
    json.member("token_type").string(tokenSet.tokenType);
    if (expiresMs) {
        json.member("expires_in").integer((*expiresMs - nowMs) / 1000);
        json.member("expires_at").integer(*expiresMs / 1000);
    }
    if (!tokenSet.scope.isEmpty())
        json.member("scope").string(tokenSet.scope);
    QByteArray bytes = json.endObject().take();
    return SecretBytes::take(bytes);
}

} // namespace mintmark
