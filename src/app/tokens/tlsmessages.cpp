// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/tlsmessages.h"

#include "app/widgets/errorbar.h"
#include "base/displaytext.h"

#include <QCoreApplication>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TokenMessages)
};

void drop(BarMessage &message, Cure cure)
{
    message.buttons.removeIf(
        [cure](const BarButton &button) { return button.id == cureButtonId(cure); });
}

bool isOfProxy(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ProxyFailed:
    case ErrorCode::ProxyClosed:
    case ErrorCode::ProxyRefused:
    case ErrorCode::ProxyAuthentication:
    case ErrorCode::ProxyLoginRefused:
        return true;
    default:
        return false;
    }
}

QString ownNetworkText(ProfileField field)
{
    switch (field) {
    case ProfileField::CaFile:
        return Text::tr("Use a CA file for this profile…");
    case ProfileField::Proxy:
        return Text::tr("Set a proxy for this profile…");
    case ProfileField::KeyPassphrase:
        return Text::tr("Enter the passphrase…");
    default:
        return Text::tr("Set a client certificate…");
    }
}

} // namespace

std::optional<ProfileField> networkFieldOf(const Error &error)
{
    if (isOfProxy(error.code))
        return ProfileField::Proxy;
    // Its arguments are words; what is empty is named in the detail.
    if (error.code == ErrorCode::ProfileIncomplete && error.detail.endsWith("client_certificate"_L1))
        return ProfileField::ClientCertificate;
    switch (error.code) {
    case ErrorCode::TlsSelfSigned:
    case ErrorCode::TlsUntrusted:
    case ErrorCode::TlsIncomplete:
    case ErrorCode::TlsIntercepted:
        return ProfileField::CaFile;
    case ErrorCode::ClientKeyPassphrase:
        return ProfileField::KeyPassphrase;
    case ErrorCode::ClientCertificateWanted:
    case ErrorCode::ClientCertificateRefused:
    case ErrorCode::ClientCertificateUnusable:
    case ErrorCode::ClientKeyMismatch:
    case ErrorCode::ClientCertificateExpired:
    case ErrorCode::ClientCertificateNotYetValid:
        return ProfileField::ClientCertificate;
    default:
        return {};
    }
}

void fitNetworkButtons(BarMessage &message, const Error &error, const ExchangeRecord *record)
{
    const bool hasChain = record && record->tls && !record->tls->chain.isEmpty();
    if (!hasChain)
        drop(message, Cure::ShowCertificate);
    const QString trust = cureButtonId(Cure::TrustAuthority);
    if (!hasChain || !record->tls->authority())
        drop(message, Cure::TrustAuthority);
    for (qsizetype i = 0; i < message.buttons.size(); ++i) {
        if (message.buttons[i].id == trust)
            message.buttons.insert(++i, { trustAlwaysButton, Text::tr("Trust always…") });
    }
    const std::optional<ProfileField> field = networkFieldOf(error);
    if (!field)
        return;
    drop(message, Cure::EditProfile);
    message.buttons.append({ ownNetworkButton, ownNetworkText(*field) });
}

BarMessage trustQuestion(const QString &host, const CertificateDetails &authority, bool always)
{
    const QString shownHost = displayText(host).text;
    BarMessage message;
    message.kind = BarKind::Warning;
    message.cause = always
        ? Text::tr("Trust “%1” for %2 from now on?").arg(authority.subject, shownHost)
        : Text::tr("Trust “%1” for %2 until the end of today?").arg(authority.subject, shownHost);
    message.known = Text::tr("Whoever has its key can then read the client secret and the tokens on "
                             "their way to %1, and nothing here will warn of it. SHA-256 %2")
                        .arg(shownHost, authority.sha256);
    message.remedy = Text::tr("Trust it only if the customer's IT confirms this fingerprint.");
    message.buttons = {
        { doNotTrustButton, Text::tr("Do not trust it") },
        always ? BarButton { confirmAlwaysButton, Text::tr("Trust it always") }
               : BarButton { confirmTodayButton, Text::tr("Trust it for today") },
        { cureButtonId(Cure::ShowCertificate), cureText(Cure::ShowCertificate) },
    };
    return message;
}

} // namespace mintmark
