// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/editorgroups.h"
#include "app/profiles/namevaluelist.h"
#include "app/profiles/quietinputs.h"
#include "app/widgets/segmentedchoice.h"
#include "oauth/clientauthentication.h"
#include "oauth/parameters.h"
#include "oauth/provider.h"

#include <QLineEdit>

#include <utility>

namespace mintmark {

using namespace Qt::StringLiterals;
using Method = ClientAuthenticationMethod;

namespace {

constexpr BodyFormat bodies[] { BodyFormat::Form, BodyFormat::Json };

struct Proof
{
    Method method;
    BasicEncoding encoding;
    const char *words;
};

constexpr Proof proofs[] {
    { Method::ClientSecretPost, BasicEncoding::Form,
      QT_TRANSLATE_NOOP("RequestGroup", "In the body") },
    { Method::ClientSecretBasic, BasicEncoding::Form,
      QT_TRANSLATE_NOOP("RequestGroup", "HTTP Basic header") },
    { Method::ClientSecretBasic, BasicEncoding::Raw,
      QT_TRANSLATE_NOOP("RequestGroup", "Basic, not encoded (for servers that get it wrong)") },
    { Method::ClientSecretJwt, BasicEncoding::Form,
      QT_TRANSLATE_NOOP("RequestGroup", "Signed JWT, shared secret") },
    { Method::PrivateKeyJwt, BasicEncoding::Form,
      QT_TRANSLATE_NOOP("RequestGroup", "Signed JWT, private key") },
    { Method::TlsClientAuth, BasicEncoding::Form,
      QT_TRANSLATE_NOOP("RequestGroup", "Client certificate (mTLS)") },
    { Method::SelfSignedTlsClientAuth, BasicEncoding::Form,
      QT_TRANSLATE_NOOP("RequestGroup", "Self-signed client certificate (mTLS)") },
    { Method::None, BasicEncoding::Form, QT_TRANSLATE_NOOP("RequestGroup", "None") },
};

/// Basic comes twice: encoded and raw. One number for both parts of the choice.
int choiceOf(Method method, BasicEncoding encoding)
{
    const bool raw = method == Method::ClientSecretBasic && encoding == BasicEncoding::Raw;
    return static_cast<int>(method) * 2 + (raw ? 1 : 0);
}

int memberCount(const ProfileDraft &draft)
{
    const ClientConfiguration &client = draft.profile.client;
    const bool needsAudience =
        providerById(draft.profile.provider).required.contains(parameter::audience);
    const RequiredFields fields = requiredFields(client.authentication, client.grantType);
    const bool sendsId = client.authentication != Method::ClientSecretBasic
        && (fields.clientId || !client.assertion.issuer.isEmpty());
    int count = (client.grantType.isEmpty() ? 0 : 1) + (fields.assertionGrant ? 1 : 0);
    count += sendsId ? 1 : 0;
    count += client.authentication == Method::ClientSecretPost ? 1 : 0;
    const bool signsProof = client.authentication == Method::ClientSecretJwt
        || client.authentication == Method::PrivateKeyJwt;
    count += signsProof ? 2 : 0; // with its type
    count += client.audience.isEmpty() && !needsAudience ? 0 : 1;
    count += client.scope.isEmpty() ? 0 : 1;
    const int resources = static_cast<int>(client.resources.size());
    return count + (client.body == BodyFormat::Json ? qMin(1, resources) : resources);
}

} // namespace

RequestGroup::RequestGroup(QWidget *parent)
    : EditorGroup(parent),
      m_body(new SegmentedChoice({ tr("Form"), tr("JSON") })),
      m_authentication(new ChoiceBox),
      m_parameters(new NameValueList(NameValueList::Kind::Parameters)),
      m_headers(new NameValueList(NameValueList::Kind::Headers))
{
    EditorRow *body = addRow(ProfileField::Body, tr("Body"), m_body);
    connect(m_body, &SegmentedChoice::chosen, this, [this, body] {
        updateTypes();
        notifyChosen(body);
    });

    addGrantType();
    addAuthentication();

    m_resources =
        new TextRow(ProfileField::Resources, tr("Resources"), new QLineEdit, TextRow::Kind::Code);
    m_resources->setQuietHelper(tr("Addresses, separated by spaces; each is sent as resource."));
    addTextRow(m_resources, nullptr);

    const std::pair<NameValueList *, EditorRow *> lists[] {
        { m_parameters,
          addRow(ProfileField::ExtraParameters, tr("Extra parameters"), m_parameters) },
        { m_headers, addRow(ProfileField::Headers, tr("Extra headers"), m_headers) },
    };
    for (const auto &[list, row] : lists)
        connect(list, &NameValueList::edited, this, [this, row = row] { notifyChosen(row); });
}

void RequestGroup::addGrantType()
{
    auto *grantType = new ChoiceBox;
    grantType->setEditable(true);
    grantType->setCompleter(nullptr);
    const std::pair<QString, QString> grants[] {
        { parameter::clientCredentials, tr("the client for itself") },
        { parameter::clientCredential, tr("as the Sage guide spells it") },
        { parameter::jwtBearerGrant, tr("a signed assertion") },
    };
    for (const auto &[name, words] : grants) {
        grantType->addItem(name);
        grantType->setNote(grantType->count() - 1, words);
    }
    m_grantType = new TextRow(ProfileField::GrantType, tr("Grant type"), grantType->lineEdit(),
                              TextRow::Kind::Code, grantType);
    addTextRow(m_grantType,
               [](Profile &profile) -> QString & { return profile.client.grantType; });
}

void RequestGroup::addAuthentication()
{
    m_authenticationRow =
        addRow(ProfileField::Authentication, tr("Client proof"), m_authentication);
    connect(m_authentication, &QComboBox::activated, this,
            [this] { notifyChosen(m_authenticationRow); });
    connect(m_authenticationRow, &EditorRow::helperClicked, this,
            &RequestGroup::certificateWanted);
}

/// Those of the preset first. What the server does not take stands there only while it is set.
void RequestGroup::offerProofs(int chosen)
{
    const Provider &provider = providerById(m_provider);
    QList<const Proof *> offered;
    const auto offer = [&](const Proof &proof) {
        const bool isTaken = m_supported.isEmpty() || m_supported.contains(proof.method)
            || choiceOf(proof.method, proof.encoding) == chosen;
        if (isTaken && !offered.contains(&proof))
            offered << &proof;
    };
    for (const Method method : provider.methods) {
        for (const Proof &proof : proofs) {
            if (proof.method == method)
                offer(proof);
        }
    }
    for (const Proof &proof : proofs)
        offer(proof);
    m_authentication->clear();
    for (const Proof *proof : std::as_const(offered))
        m_authentication->addNoted(tr(proof->words), wireName(proof->method),
                                   choiceOf(proof->method, proof->encoding));
    m_authentication->setCurrentData(chosen);
}

void RequestGroup::setSupported(const QList<Method> &methods)
{
    m_supported = methods;
    offerProofs(m_authentication->currentData().toInt());
}

void RequestGroup::fit(const ClientConfiguration &client)
{
    QString grant;
    if (client.grantType == parameter::jwtBearerGrant)
        grant = tr("A signed assertion is the grant (RFC 7523): it needs a private key.");
    else if (client.grantType == parameter::refreshTokenGrant)
        grant = tr("Its token is an extra parameter named refresh_token, kept secret.");
    m_grantType->setQuietHelper(grant);
    if (requiredFields(client.authentication, client.grantType).clientCertificate)
        m_authenticationRow->setHelper(tr("Certificate and key stand under Network."),
                                       tr("Go there"));
    else
        m_authenticationRow->setHelper(tr("How the client proves who it is to the server."));
}

void RequestGroup::updateTypes()
{
    m_parameters->setTypesVisible(bodies[qMax(0, m_body->currentIndex())] == BodyFormat::Json);
}

QString RequestGroup::summary(const ProfileDraft &draft) const
{
    const ClientConfiguration &client = draft.profile.client;
    return QStringList { tr("%n members", nullptr, memberCount(draft)),
                         tr("%n extra parameters", nullptr,
                            static_cast<int>(client.extraParameters.size())),
                         tr("%n headers", nullptr, static_cast<int>(client.headers.size())) }
        .join(u" · "_s);
}

void RequestGroup::wipeSecrets()
{
    m_parameters->wipeSecrets();
    m_headers->wipeSecrets();
}

void RequestGroup::loadOthers(const ProfileDraft &draft)
{
    const ClientConfiguration &client = draft.profile.client;
    m_body->setCurrentIndex(client.body == BodyFormat::Form ? 0 : 1);
    m_provider = draft.profile.provider;
    offerProofs(choiceOf(client.authentication, client.basicEncoding));
    m_resources->setText(client.resources.join(u' '));
    m_parameters->setParameters(client.extraParameters, draft.secrets.client.parameters);
    m_headers->setHeaders(client.headers, draft.secrets.client.headers);
    updateTypes();
}

void RequestGroup::storeOthers(ProfileDraft &draft) const
{
    ClientConfiguration &client = draft.profile.client;
    client.body = bodies[qMax(0, m_body->currentIndex())];
    const int choice = m_authentication->currentData().toInt();
    client.authentication = static_cast<Method>(choice / 2);
    // The encoding says nothing where no Basic header is sent, and must not look like a change.
    if (client.authentication == Method::ClientSecretBasic)
        client.basicEncoding = choice % 2 == 1 ? BasicEncoding::Raw : BasicEncoding::Form;
    client.resources = m_resources->text().simplified().split(u' ', Qt::SkipEmptyParts);
    client.extraParameters = m_parameters->parameters();
    client.headers = m_headers->headers();
    draft.secrets.client.parameters = m_parameters->secrets();
    draft.secrets.client.headers = m_headers->secrets();
}

} // namespace mintmark
