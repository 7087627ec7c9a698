// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/inspectorkeys.h"

#include "app/inspector/filetext.h"
#include "app/inspector/inspection.h"
#include "app/tokens/issueraddress.h"
#include "base/displaytext.h"
#include "base/secretbytes.h"
#include "jose/signatureverifier.h"

#include <QFileInfo>
#include <QUrl>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// Who waits at SigningKeys: there is one token at a time here.
const QUuid inspector(0x6d696e74, 0x6d61, 0x726b, 0x80, 0, 0, 0, 0, 0, 0, 1);

SignatureFinding findingOf(const SignatureVerdict &verdict)
{
    const bool decided =
        verdict.status == SignatureStatus::Valid || verdict.status == SignatureStatus::Invalid;
    const QString key = verdict.keyId.isEmpty() ? QString::fromLatin1(verdict.keyThumbprint)
                                                : verdict.keyId;
    return { verdict.status, decided ? key : QString(), decided ? QString() : verdict.sentence };
}

} // namespace

InspectorKeys::InspectorKeys(const Clock &clock, ProgramNetwork &network, ProfileStore &profiles,
                             QObject *parent)
    : QObject(parent), m_keys(clock, ExchangeLimits(), &network, &profiles)
{
    connect(&m_keys, &SigningKeys::checked, this,
            [this](const QUuid &, const std::shared_ptr<const Token> &token,
                   const SignatureFinding &finding) {
                if (token != m_token || m_file)
                    return;
                setFinding(finding);
                Q_EMIT changed();
            });
}

InspectorKeys::~InspectorKeys() = default;

InspectorKeys::Source InspectorKeys::sourceOf(const Token &token,
                                              const std::optional<Profile> &profile)
{
    Source source;
    if (profile)
        source.keys = KeySource::of(*profile);
    if (source.keys.isEmpty()) {
        const QString issuer = token.kind() == TokenKind::Jws ? token.issuer() : QString();
        const QString host = issuerHost(issuer);
        if (host.isEmpty())
            return {};
        source.keys.issuer = issuer;
        source.namedByToken = true;
        source.host = host;
    } else {
        const KeySource &keys = source.keys;
        source.host = QUrl(keys.jwksUri.isEmpty() ? keys.issuer : keys.jwksUri).host();
    }
    return source;
}

void InspectorKeys::setToken(const std::shared_ptr<const Token> &token,
                             const std::optional<Profile> &profile)
{
    const Source source = token ? sourceOf(*token, profile) : Source();
    if (token == m_token && source == m_source)
        return;
    m_token = token;
    m_source = source;
    evaluate();
}

bool InspectorKeys::isAgreed() const
{
    // A person wrote the profile's address down; that is no word about another one there.
    return m_agreed.contains(m_source.namedByToken ? m_source.host
                                                   : m_source.keys.issuer + m_source.keys.jwksUri);
}

void InspectorKeys::evaluate()
{
    m_keys.drop(inspector);
    m_state = {};
    if (!m_token || m_token->kind() != TokenKind::Jws)
        return;
    if (m_file) {
        m_state.finding = findingOf(verifySignature(*m_token, m_file->keys));
        m_state.source = m_file->name;
        m_state.offer.link = tr("Forget the file");
        m_state.offer.linkId = inspectorlink::forgetKeys;
        return;
    }
    // What is wrong with every key needs none.
    const SignatureVerdict without = verifySignature(*m_token, {});
    if (without.status != SignatureStatus::NoKey)
        m_state.finding = findingOf(without);
    else if (isAgreed())
        ask();
    else
        setFinding({});
}

void InspectorKeys::ask()
{
    const std::optional<SignatureFinding> known = m_keys.check(inspector, m_token, m_source.keys);
    if (known)
        return setFinding(*known);
    m_state = {};
    m_state.offer.caption = fetchingKeysSentence();
}

void InspectorKeys::setFinding(const SignatureFinding &finding)
{
    m_state = {};
    m_state.finding = finding;
    const bool decided =
        finding.status == SignatureStatus::Valid || finding.status == SignatureStatus::Invalid;
    if (decided) {
        const QString host = displayText(m_source.host).text;
        m_state.source = m_source.namedByToken ? tr("%1, which the token names").arg(host) : host;
    } else if (!m_source.keys.isEmpty()) {
        m_state.offer.link = m_source.namedByToken && !isAgreed() ? tr("Fetch keys…")
                                                                  : tr("Fetch keys");
        m_state.offer.linkId = inspectorlink::fetchKeys;
    }
}

QString InspectorKeys::openFile(const QString &path)
{
    FileText text = readKeyFile(path);
    if (!text.refusal.isEmpty())
        return text.refusal;
    const QString name = displayText(QFileInfo(path).fileName()).text;
    JwkSet keys = JwkSet::parse(text.bytes, SymmetricKeys::Accept);
    wipe(text.bytes);
    if (keys.fault)
        return tr("%1: %2").arg(name, keySetFaultSentence(*keys.fault));
    if (keys.usableKeys() == 0)
        return tr("%1 has no key that can be used.").arg(name);
    m_file = File { name, std::move(keys) };
    evaluate();
    Q_EMIT changed();
    return {};
}

void InspectorKeys::forgetFile()
{
    m_file.reset();
    evaluate();
    Q_EMIT changed();
}

QString InspectorKeys::hostToAgreeTo() const
{
    return m_source.namedByToken && !isAgreed() ? displayText(m_source.host).text : QString();
}

void InspectorKeys::fetch()
{
    if (!m_token || m_source.keys.isEmpty())
        return;
    m_agreed.insert(m_source.namedByToken ? m_source.host
                                          : m_source.keys.issuer + m_source.keys.jwksUri);
    evaluate();
    Q_EMIT changed();
}

} // namespace mintmark
