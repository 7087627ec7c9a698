// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/tickettext.h"

#include "base/displaytext.h"
#include "base/redaction.h"
#include "profiles/profilename.h"
#include "session/copyformat.h"
#include "session/expiry.h"
#include "session/timetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QUrl>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TicketText)
};

constexpr qsizetype valueCharacters = 200;
/// Shorter secrets would be found in innocent words.
constexpr qsizetype secretCharacters = 8;
constexpr qint64 skewWorthSayingMs = 60'000;

/// Names of claims that decide what a token is good for; everything else stays here.
constexpr QLatin1StringView decidingClaims[] = {
    "iss"_L1,   "sub"_L1,   "aud"_L1, "client_id"_L1, "azp"_L1,
    "appid"_L1, "scope"_L1, "scp"_L1, "roles"_L1,     "jti"_L1,
};

QString momentText(qint64 ms)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return at.date().year() > 9999 ? Text::tr("after the year 9999")
                                   : at.toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
}

/// The address without what may hold a key: user info, query, fragment.
QString addressText(const QString &address)
{
    return QUrl(address.trimmed())
        .toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

/// Of a token nobody fetched here only the text is known.
TokenSet setOf(const CopyContext &context)
{
    if (context.tokenSet)
        return *context.tokenSet;
    TokenSet set;
    set.accessToken = context.token->sharedText();
    return set;
}

class TicketWriter
{
public:
    explicit TicketWriter(const CopyContext &context)
        : m_context(context), m_set(setOf(context)), m_token(*context.token)
    { }

    QString write()
    {
        writeSource();
        writeToken();
        writeTimes();
        m_lines << Text::tr("The token itself is not in this text.");
        return m_lines.join(u'\n');
    }

private:
    void line(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_lines << name + u": "_s + safe(value);
    }
    void writeSource();
    void writeToken();
    void writeTimes();
    QString claimText(const JsonValue &value) const;
    QString safe(QString value) const;
    void hide(QString &value, QByteArrayView secret) const;

    const CopyContext &m_context;
    const TokenSet m_set;
    const Token &m_token;
    QStringList m_lines;
};

void TicketWriter::writeSource()
{
    const Profile &profile = m_context.profile;
    const QString environment = environmentName(profile.listing.environment);
    if (!m_context.tokenSet && profile.listing.id.isNull())
        return;
    line(Text::tr("Profile"),
         environment.isEmpty() ? displayName(profile.listing)
                               : displayName(profile.listing) + u", "_s + environment);
    line(Text::tr("Token address"), addressText(profile.client.tokenEndpoint));
    line(Text::tr("Client id"), profile.client.clientId);
    line(Text::tr("Grant type"), profile.client.grantType);
    line(Text::tr("Audience asked for"), profile.client.audience);
    line(Text::tr("Scope asked for"), profile.client.scope);
    line(Text::tr("Scope granted"), m_set.scope);
}

void TicketWriter::writeToken()
{
    QStringList kind { QString(tokenKindName(m_token.kind())) };
    if (const QString name = m_token.type(); !name.isEmpty())
        kind << u"typ "_s + name;
    if (const QString name = m_token.algorithm(); !name.isEmpty())
        kind << u"alg "_s + name;
    if (const QString name = m_token.encryption(); !name.isEmpty())
        kind << u"enc "_s + name;
    if (const QString name = m_token.keyId(); !name.isEmpty())
        kind << u"kid "_s + name;
    kind << Text::tr("%1 characters").arg(m_set.accessToken->size());
    line(Text::tr("Token"), kind.join(u", "_s));
    for (const QLatin1StringView name : decidingClaims)
        line(name, claimText(m_token.claims().member(name)));
}

void TicketWriter::writeTimes()
{
    const auto claimed = [this](const QString &name, std::optional<qint64> ms) {
        if (ms)
            line(name, momentText(*ms));
    };
    if (m_context.tokenSet)
        line(Text::tr("Fetched"), momentText(m_set.receivedAtMs));
    claimed(u"iat"_s, m_token.issuedAtMs());
    claimed(u"nbf"_s, m_token.notBeforeMs());
    claimed(u"exp"_s, m_token.expiresAtMs());
    if (m_set.expiresInS)
        line(u"expires_in"_s, QString::number(*m_set.expiresInS));
    const Expiry expiry = m_context.tokenSet ? expiryOf(m_set, m_token, m_context.nowMs)
                                             : expiryOf(m_token, m_context.nowMs);
    if (expiry.expiresMs)
        line(Text::tr("Expires"),
             u"%1, %2"_s.arg(momentText(*expiry.expiresMs),
                             relativeText(*expiry.expiresMs, m_context.nowMs)));
    if (const qint64 skewMs = m_set.skewMs.value_or(0); qAbs(skewMs) > skewWorthSayingMs)
        line(Text::tr("Clock"),
             (skewMs > 0 ? Text::tr("this computer's is %1 behind the server's")
                         : Text::tr("this computer's is %1 ahead of the server's"))
                 .arg(roughText(skewMs)));
    line(Text::tr("Written"), momentText(m_context.nowMs));
}

QString TicketWriter::claimText(const JsonValue &value) const
{
    if (value.isString())
        return value.toString();
    if (!value.isArray())
        return value.exists() ? QString::fromUtf8(value.raw()) : QString();
    QStringList texts;
    for (const JsonValue &element : value)
        texts << claimText(element);
    return texts.join(u", "_s);
}

/// One line, safe to show, and no secret in it whatever a server wrote into its claims.
QString TicketWriter::safe(QString value) const
{
    hide(value, m_set.accessToken->view());
    if (m_set.refreshToken)
        hide(value, m_set.refreshToken->view());
    value = redacted(value);
    if (value.size() > valueCharacters)
        value = value.left(valueCharacters) + u'…';
    return displayText(value).text;
}

void TicketWriter::hide(QString &value, QByteArrayView secret) const
{
    if (secret.size() < secretCharacters)
        return;
    QString text = QString::fromUtf8(secret);
    value.replace(text, Text::tr("[hidden]"));
    wipe(text);
}

} // namespace

QString ticketText(const CopyContext &context)
{
    return TicketWriter(context).write();
}

} // namespace mintmark
