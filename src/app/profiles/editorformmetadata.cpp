// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/editorform.h"

#include "app/profiles/editorgroups.h"
#include "app/profiles/issuersearch.h"
#include "app/widgets/foldgroup.h"
#include "base/displaytext.h"
#include "base/errorcatalogue.h"
#include "oauth/clientauthentication.h"
#include "oauth/provider.h"

#include <QUrl>

#include <algorithm>

// What the issuer's metadata bring into the form.

namespace mintmark {

using namespace Qt::StringLiterals;
using Method = ClientAuthenticationMethod;

namespace {

/// The catalogue speaks of tokens where a server has nothing to say at an address.
QString faultText(const Error &error)
{
    if (error.code == ErrorCode::HttpStatus)
        return EditorForm::tr("%1 publishes nothing about this issuer (HTTP %2). Check its address: "
                              "it is what stands before /.well-known.")
            .arg(displayText(error.argument(u"host")).text, error.argument(u"status"));
    const ErrorText text = errorText(error);
    return QStringList { text.cause + u'.', text.known, text.remedy }.join(u' ').simplified();
}

} // namespace

void EditorForm::connectSearch()
{
    connect(m_search, &IssuerSearch::askRequested, this, &EditorForm::metadataRequested);
    connect(m_search, &IssuerSearch::opened, this, [this] { Q_EMIT fieldFocused(m_search); });
    connect(m_search, &IssuerSearch::cancelRequested, this, &EditorForm::metadataCancelled);
    connect(m_search, &IssuerSearch::undoRequested, this, &EditorForm::undoMetadata);
}

void EditorForm::showMetadata(const Result<ServerMetadata> &metadata)
{
    if (!metadata)
        return m_search->showFault(faultText(metadata.error()));
    ProfileDraft changed = draft();
    m_beforeMetadata = PublishedFields::of(changed.profile);
    const PublishedFields fields = PublishedFields::from(*metadata, changed.profile);
    fields.writeTo(changed.profile);
    load(std::move(changed),
         revealed()
             + QSet { ProfileField::TokenEndpoint, ProfileField::Issuer, ProfileField::JwksUri,
                      ProfileField::Authentication },
         m_nowMs);
    setSupported(supportedMethods(*metadata), displayText(QUrl(metadata->issuer).host()).text);
    m_search->showFilled(filledSentence(m_beforeMetadata, fields, *metadata));
    Q_EMIT edited();
}

void EditorForm::undoMetadata()
{
    ProfileDraft changed = draft();
    m_beforeMetadata.writeTo(changed.profile);
    setSupported({}, {});
    load(std::move(changed), revealed(), m_nowMs);
    Q_EMIT edited();
}

void EditorForm::forgetMetadata()
{
    Q_EMIT metadataCancelled();
    m_search->reset();
    setSupported({}, {});
}

/// A proof the server does not take is said where it is chosen, and that place is opened.
void EditorForm::setSupported(const QList<Method> &methods, const QString &host)
{
    m_supported = methods;
    m_supportedBy = host;
    m_request->setSupported(methods);
    revalidate();
    const Method present = draft().profile.client.authentication;
    if (!methods.isEmpty() && !methods.contains(present))
        m_folded.first().fold->setExpanded(true);
}

void EditorForm::addMethodFinding(Method method)
{
    if (m_supported.isEmpty() || m_supported.contains(method))
        return;
    FieldFinding finding { ProfileField::Authentication, FindingLevel::Warning,
                           tr("%1 does not take %2.").arg(m_supportedBy, wireName(method)), {} };
    const QList<Method> &usual = providerById(m_base.profile.provider).methods;
    const auto preferred = std::ranges::find_if(
        usual, [this](Method one) { return m_supported.contains(one); });
    const QString name = wireName(preferred == usual.cend() ? m_supported.first() : *preferred);
    finding.fix = { FieldFix::Kind::ChooseMethod, tr("Use %1").arg(name), {}, name, {} };
    m_findings.prepend(finding);
}

void EditorForm::chooseMethod(const QString &wireName)
{
    ProfileDraft changed = draft();
    changed.profile.client.authentication =
        authenticationFromWireName(wireName).value_or(Method::ClientSecretBasic);
    load(std::move(changed), revealed(), m_nowMs);
    Q_EMIT edited();
}

} // namespace mintmark
