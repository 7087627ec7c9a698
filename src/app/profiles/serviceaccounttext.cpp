// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/serviceaccounttext.h"

#include "json/reader.h"

namespace mintmark {

using namespace Qt::StringLiterals;

std::optional<ServiceAccount> serviceAccountIn(const QString &text)
{
    constexpr qsizetype longest = 64 * 1024; // as in the field of the key
    if (text.size() > longest || !text.contains("\"service_account\""_L1))
        return {};
    QByteArray bytes = text.trimmed().toUtf8();
    std::optional<ServiceAccount> account;
    {
        const JsonDocument document =
            JsonDocument::parse(QByteArray::fromRawData(bytes.constData(), bytes.size()));
        const JsonValue root = document.root();
        const JsonValue email = root.member("client_email"_L1);
        const JsonValue key = root.member("private_key"_L1);
        if (document.isValid() && root.isObject() && document.duplicateMembers().isEmpty()
            && root.member("type"_L1).toString() == "service_account"_L1 && email.isString()
            && key.isString())
            account = { email.toString(), root.member("token_uri"_L1).toString(),
                        root.member("private_key_id"_L1).toString() };
    }
    wipe(bytes);
    return account;
}

} // namespace mintmark
