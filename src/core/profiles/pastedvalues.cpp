// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/pastedvalues.h"

#include <QRegularExpression>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// The address a template could have made, with and without a slash at its end.
QStringList spellings(const QString &text)
{
    static const QRegularExpression rest(
        uR"((/\.well-known/(openid-configuration|oauth-authorization-server))?/*([?#].*)?$)"_s);
    QString address = text.trimmed();
    if (!address.contains(u'/'))
        return {};
    if (!address.contains("://"_L1)) {
        if (!address.section(u'/', 0, 0).contains(u'.'))
            return {};
        address.prepend("https://"_L1);
    }
    address.remove(rest);
    return { address, address + u'/' };
}

} // namespace

ProviderValues pastedValues(const Provider &provider, const QString &variable, const QString &text)
{
    const QString mark = u"{%1}"_s.arg(variable);
    ProviderFields patterns = provider.templates;
    const auto read = [&](const QString &pattern, const QString &made, ProviderFields &fields,
                          QString &field) {
        if (!pattern.contains(mark) || pattern == mark)
            return ProviderValues();
        field = made;
        const ProviderValues values = valuesIn(provider, fields);
        return values.contains(variable) ? values : ProviderValues();
    };
    for (const QString &address : spellings(text)) {
        for (QString ProviderFields::*member :
             { &ProviderFields::issuer, &ProviderFields::jwksUri,
               &ProviderFields::introspectionEndpoint, &ProviderFields::revocationEndpoint }) {
            ProviderFields fields;
            const ProviderValues values =
                read(patterns.*member, address, fields, fields.*member);
            if (!values.isEmpty())
                return values;
        }
        ProviderFields fields;
        const ProviderValues values = read(patterns.client.tokenEndpoint, address, fields,
                                           fields.client.tokenEndpoint);
        if (!values.isEmpty())
            return values;
    }
    ProviderFields fields;
    return read(patterns.client.scope, text.trimmed(), fields, fields.client.scope);
}

} // namespace mintmark
