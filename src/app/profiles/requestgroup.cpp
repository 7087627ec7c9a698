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
#include <QStandardItemModel>

namespace mintmark {

using namespace Qt::StringLiterals;
using Method = ClientAuthenticationMethod;

namespace {

constexpr BodyFormat bodies[] { BodyFormat::Form, BodyFormat::Json };

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
    int count = client.grantType.isEmpty() ? 0 : 1;
    count += client.authentication == Method::ClientSecretBasic ? 0 : 1; // client_id
    count += client.authentication == Method::ClientSecretPost ? 1 : 0;
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

    auto *grantType = new ChoiceBox;
    grantType->setEditable(true);
    grantType->setCompleter(nullptr);
    grantType->addItems({ parameter::clientCredentials, parameter::clientCredential });
    addTextRow(new TextRow(ProfileField::GrantType, tr("Grant type"), grantType->lineEdit(),
                           TextRow::Kind::Code, grantType),
               [](Profile &profile) -> QString & { return profile.client.grantType; });
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

void RequestGroup::addAuthentication()
{
    const auto named = [](const QString &words, Method method) {
        return u"%1 · %2"_s.arg(words, wireName(method));
    };
    const auto add = [&](const QString &words, Method method,
                         BasicEncoding encoding = BasicEncoding::Form) {
        m_authentication->addItem(named(words, method), choiceOf(method, encoding));
    };
    add(tr("In the body"), Method::ClientSecretPost);
    add(tr("HTTP Basic header"), Method::ClientSecretBasic);
    add(tr("Basic, not encoded (for servers that get it wrong)"), Method::ClientSecretBasic,
        BasicEncoding::Raw);
    add(tr("Signed JWT, shared secret"), Method::ClientSecretJwt);
    add(tr("Signed JWT, private key"), Method::PrivateKeyJwt);
    add(tr("Client certificate (mTLS)"), Method::TlsClientAuth);
    add(tr("Self-signed client certificate (mTLS)"), Method::SelfSignedTlsClientAuth);
    add(tr("None"), Method::None);
    const auto *items = qobject_cast<QStandardItemModel *>(m_authentication->model());
    for (int i = 0; i < items->rowCount(); ++i) {
        if (items->item(i)->isEnabled())
            m_usable << i;
    }
    EditorRow *row = addRow(ProfileField::Authentication, tr("Client proof"), m_authentication);
    row->setHelper(tr("How the client proves who it is to the server."));
    connect(m_authentication, &QComboBox::activated, this, [this, row] { notifyChosen(row); });
}

void RequestGroup::setSupported(const QList<Method> &methods)
{
    const auto *items = qobject_cast<QStandardItemModel *>(m_authentication->model());
    for (const int i : m_usable) {
        const auto method = static_cast<Method>(m_authentication->itemData(i).toInt() / 2);
        items->item(i)->setEnabled(methods.isEmpty() || methods.contains(method));
    }
}

std::optional<Method> RequestGroup::firstOffered(const QList<Method> &methods) const
{
    for (const Method method : methods) {
        const int row = m_authentication->findData(choiceOf(method, BasicEncoding::Form));
        if (m_usable.contains(row))
            return method;
    }
    return {};
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
    m_authentication->setCurrentData(choiceOf(client.authentication, client.basicEncoding));
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
