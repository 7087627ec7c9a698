// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/assertiongroup.h"

#include "app/profiles/certificateinput.h"
#include "app/profiles/codeedit.h"
#include "app/profiles/quietinputs.h"
#include "base/displaytext.h"
#include "jose/privatekey.h"
#include "oauth/clientauthentication.h"

#include <QCheckBox>
#include <QLineEdit>

// What the group holds and says. How its rows are made is in assertionrows.cpp.

namespace mintmark {

using namespace Qt::StringLiterals;
using Scheme = SignatureAlgorithm::Scheme;

namespace {

/// The key of the draft, while something is signed with one and it can be read.
std::optional<PrivateKey> keyOf(const ProfileDraft &draft)
{
    const ClientConfiguration &client = draft.profile.client;
    const SecretBytes &text = draft.secrets.client.privateKey;
    if (!requiredFields(client.authentication, client.grantType).privateKey || text.isEmpty())
        return {};
    Result<PrivateKey> key = PrivateKey::from(text, {}, client.assertion.keyId);
    return key ? std::optional(std::move(key).value()) : std::nullopt;
}

/// Names of what can sign with all there is to sign with in this draft.
QStringList fitting(const ProfileDraft &draft, const std::optional<PrivateKey> &key)
{
    const ClientConfiguration &client = draft.profile.client;
    const RequiredFields fields = requiredFields(client.authentication, client.grantType);
    const bool bySecret =
        client.authentication == ClientAuthenticationMethod::ClientSecretJwt;
    QStringList names;
    for (const SignatureAlgorithm &algorithm : signatureAlgorithms()) {
        const bool isHmac = algorithm.scheme == Scheme::Hmac;
        const bool fits = isHmac ? !fields.privateKey : !bySecret;
        if (fits && (isHmac || !key || key->suits(algorithm)))
            names << algorithm.name;
    }
    return names;
}

/// The audience that is a text of its own; several with blanks between.
QString ownAudience(const AssertionSettings &settings)
{
    if (settings.audienceIsIssuer)
        return {};
    return settings.audiences.isEmpty() ? settings.audience : settings.audiences.join(u' ');
}

/// Several words are a list; so is one where there was a list. What is as it was stays as it was,
/// with blanks inside a text or not.
void takeOwnAudience(const QString &text, AssertionSettings &settings)
{
    if (!settings.audienceIsIssuer && text == ownAudience(settings).trimmed())
        return;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    const bool isList = words.size() > 1 || (words.size() == 1 && !settings.audiences.isEmpty());
    settings.audiences = isList ? words : QStringList();
    settings.audience = isList ? QString() : text;
}

} // namespace

AssertionGroup::Audience AssertionGroup::audience() const
{
    return static_cast<Audience>(m_audience->currentData().toInt());
}

void AssertionGroup::fit(const ProfileDraft &draft)
{
    const ClientConfiguration &client = draft.profile.client;
    const RequiredFields fields = requiredFields(client.authentication, client.grantType);
    row(ProfileField::AssertionIssuer)->setVisible(fields.assertionGrant);
    row(ProfileField::AssertionSubject)->setVisible(fields.assertionGrant);
    m_otherAudience->setVisible(audience() == Audience::Other);
    m_certificateRow->setVisible(fields.privateKey);
    m_thumbprint->setVisible(fields.privateKey);
    if (!fields.assertion)
        return;
    offerAlgorithms(draft);
    showDefaults(draft);
}

void AssertionGroup::offerAlgorithms(const ProfileDraft &draft)
{
    const std::optional<PrivateKey> key = keyOf(draft);
    const QString keyId = key ? displayText(key->keyId()).text : QString();
    m_keyId->edit()->setPlaceholderText(keyId.isEmpty() ? tr("none: not sent")
                                                        : tr("%1, as the key says").arg(keyId));
    const bool bySecret =
        draft.profile.client.authentication == ClientAuthenticationMethod::ClientSecretJwt;
    QString usual = tr("As the key says");
    if (key && !bySecret)
        usual = tr("As the key says: %1").arg(displayText(key->usualAlgorithm()).text);
    else if (bySecret && !requiredFields(ClientAuthenticationMethod::ClientSecretJwt,
                                         draft.profile.client.grantType)
                              .privateKey)
        usual = tr("As usual: %1").arg(u"HS256"_s);
    else if (bySecret)
        usual = tr("As secret and key say");
    QStringList names = fitting(draft, key);
    const QString chosen = m_algorithm->currentData().toString();
    if (!chosen.isEmpty() && !names.contains(chosen))
        names << chosen; // said to be wrong, and not lost
    QStringList shown { usual };
    shown << names;
    QStringList present;
    for (int i = 0; i < m_algorithm->count(); ++i)
        present << m_algorithm->itemText(i);
    if (present == shown)
        return; // a list that is open stays
    m_algorithm->clear();
    m_algorithm->addItem(usual, QString());
    for (const QString &name : std::as_const(names))
        m_algorithm->addItem(name, name);
    m_algorithm->setCurrentData(chosen);
}

void AssertionGroup::showDefaults(const ProfileDraft &draft)
{
    const ClientConfiguration client = requestConfiguration(draft.profile);
    const QString clientId = displayText(client.clientId.trimmed()).text;
    m_issuer->edit()->setPlaceholderText(clientId.isEmpty() ? tr("as the client id")
                                                            : tr("%1, the client id").arg(clientId));
    const AssertionSettings &settings = client.assertion;
    QString sent = settings.audienceIsIssuer ? settings.audience : client.tokenEndpoint.trimmed();
    if (audience() == Audience::Other)
        sent.clear(); // it stands in its own field
    m_audienceRow->setHelper(sent.isEmpty() ? QString()
                                            : tr("Sent: %1").arg(displayText(sent).text));
    m_certificateRow->setHelper(m_certificate->words());
    m_thumbprint->edit()->setPlaceholderText(m_certificate->pem().trimmed().isEmpty()
                                                 ? tr("none: not sent")
                                                 : tr("%1, of the certificate").arg(u"x5t#S256"_s));
}

QString AssertionGroup::summary(const ProfileDraft &draft) const
{
    const AssertionSettings &settings = draft.profile.client.assertion;
    const ClientConfiguration &client = draft.profile.client;
    const RequiredFields fields = requiredFields(client.authentication, client.grantType);
    QStringList parts { settings.algorithm.isEmpty() ? m_algorithm->itemText(0)
                                                     : settings.algorithm };
    if (!settings.keyId.isEmpty())
        parts << tr("kid %1").arg(displayText(settings.keyId).text);
    if (settings.audienceIsIssuer)
        parts << tr("for the issuer");
    else if (const QString audience = ownAudience(settings); !audience.isEmpty())
        parts << tr("for %1").arg(displayText(audience).text);
    else
        parts << tr("for the token address");
    if (fields.assertionGrant && !settings.issuer.isEmpty())
        parts << tr("from %1").arg(displayText(settings.issuer).text);
    if (fields.assertionGrant && !settings.subject.isEmpty())
        parts << tr("about %1").arg(displayText(settings.subject).text);
    parts << tr("%1 s", "number of seconds").arg(settings.lifetimeSeconds);
    if (fields.privateKey && !settings.certificate.trimmed().isEmpty())
        parts << tr("certificate");
    if (!settings.claims.trimmed().isEmpty())
        parts << tr("own claims");
    return parts.join(u" · "_s);
}

void AssertionGroup::loadOthers(const ProfileDraft &draft)
{
    const AssertionSettings &settings = draft.profile.client.assertion;
    if (m_algorithm->findData(settings.algorithm) < 0)
        m_algorithm->addItem(settings.algorithm, settings.algorithm); // fit() makes the list
    m_algorithm->setCurrentData(settings.algorithm);
    const Audience audience = settings.audienceIsIssuer ? Audience::Issuer
        : ownAudience(settings).isEmpty()               ? Audience::TokenEndpoint
                                                        : Audience::Other;
    m_audience->setCurrentData(static_cast<int>(audience));
    m_otherAudience->setText(ownAudience(settings));
    m_lifetime->setValue(settings.lifetimeSeconds);
    m_notBefore->setChecked(settings.notBefore);
    m_certificate->setPem(settings.certificate);
    m_claims->setText(settings.claims);
}

void AssertionGroup::storeOthers(ProfileDraft &draft) const
{
    AssertionSettings &settings = draft.profile.client.assertion;
    settings.algorithm = m_algorithm->currentData().toString();
    const bool isOwn = audience() == Audience::Other;
    takeOwnAudience(isOwn ? m_otherAudience->text().trimmed() : QString(), settings);
    settings.audienceIsIssuer = audience() == Audience::Issuer;
    settings.lifetimeSeconds = m_lifetime->value();
    settings.notBefore = m_notBefore->isChecked();
    settings.certificate = m_certificate->pem();
    settings.claims = m_claims->toPlainText();
}

} // namespace mintmark
