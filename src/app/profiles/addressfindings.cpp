// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilefindings.h"
#include "oauth/endpoint.h"

#include <QRegularExpression>

namespace mintmark::findings {

using namespace Qt::StringLiterals;

namespace {

void addAddressFinding(ProfileField field, const QString &address, bool allowHttp,
                       Findings &findings)
{
    if (address.trimmed().isEmpty())
        return;
    const Result<QUrl> endpoint = endpointFrom(address, allowHttp);
    if (endpoint)
        return;
    FieldFinding finding { field, FindingLevel::BlocksSave, {}, {} };
    switch (endpoint.error().code) {
    case ErrorCode::EndpointInsecure:
        finding.text = Text::tr("http sends the secret in the clear. Use https, or allow http for "
                                "this host under Network.");
        finding.fix = { FieldFix::Kind::AllowHttp, Text::tr("Show the switch"), {}, {}, {} };
        break;
    case ErrorCode::EndpointWithCredentials:
        finding.text = Text::tr("An address has no user name, no password and no part after #: "
                                "they would be sent to nobody or to everybody.");
        break;
    default:
        finding.text = Text::tr("Not an address: it must start with https:// and have a host, "
                                "e.g. https://id.sage.com/oauth/token.");
    }
    findings.append(finding);
}

void addWrongPageFinding(const Profile &profile, Findings &findings)
{
    static const QRegularExpression signIn(u"/(authorize|authorization|login|signin|sign-in)/?$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression api(u"/(api|graphql|v\\d+(\\.\\d+)?)/?$"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    const QString path = QUrl(profile.client.tokenEndpoint.trimmed()).path();
    QString text;
    if (signIn.match(path).hasMatch())
        text = Text::tr("This looks like the sign-in page. The token address usually ends in "
                        "/token.");
    else if (api.match(path).hasMatch())
        text = Text::tr("This looks like an API. The token address usually ends in /token.");
    if (!text.isEmpty())
        findings.append({ ProfileField::TokenEndpoint, FindingLevel::Note, text, {} });
}

} // namespace

void addAddressFindings(const Profile &profile, Findings &findings)
{
    const std::pair<ProfileField, const QString &> addresses[] {
        { ProfileField::TokenEndpoint, profile.client.tokenEndpoint },
        { ProfileField::RenewalEndpoint, profile.client.renewalEndpoint },
        { ProfileField::Issuer, profile.issuer },
        { ProfileField::JwksUri, profile.jwksUri },
        { ProfileField::IntrospectionEndpoint, profile.introspectionEndpoint },
        { ProfileField::RevocationEndpoint, profile.revocationEndpoint },
        { ProfileField::ApiUrl, profile.apiUrl },
    };
    for (const auto &[field, address] : addresses)
        addAddressFinding(field, address, profile.client.network.allowHttp, findings);
    addWrongPageFinding(profile, findings);
}

} // namespace mintmark::findings
