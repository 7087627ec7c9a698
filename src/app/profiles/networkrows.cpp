// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/fileinput.h"
#include "app/profiles/networkgroup.h"
#include "app/profiles/networkwords.h"
#include "app/profiles/quietinputs.h"
#include "app/theme/metrics.h"
#include "app/widgets/secretlineedit.h"
#include "app/widgets/segmentedchoice.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>

// How the rows of the group are made, and which are shown.

namespace mintmark {

using namespace Qt::StringLiterals;
using Kind = ProxySettings::Kind;

namespace {

constexpr int longestS = 60 * 60;

} // namespace

NetworkGroup::NetworkGroup(Of of, QWidget *parent) : EditorGroup(parent), m_of(of)
{
    if (of == Of::Profile) {
        m_source = new SegmentedChoice({ tr("As in Settings"), tr("Own") });
        m_sourceRow = addRow(ProfileField::NetworkSource, tr("Network"), m_source);
        connect(m_source, &SegmentedChoice::chosen, this, [this] {
            updateRows();
            notifyChosen(m_sourceRow);
        });
    }
    addProxy();
    addAuthorities();
    addClientCertificate();
    addTimeLimit();
    if (of == Of::Profile)
        addAllowHttp();
    showInherited();
    updateRows();
}

TextRow *NetworkGroup::addFile(ProfileField field, const QString &label,
                               const QStringList &patterns)
{
    auto *input = new FileInput(label, patterns);
    auto *row = new TextRow(field, label, input->edit(), TextRow::Kind::Code, input);
    connect(input->edit(), &QLineEdit::textChanged, this, &NetworkGroup::updateRows);
    return addTextRow(row, nullptr);
}

SecretLineEdit *NetworkGroup::addSecret(ProfileField field, const QString &label)
{
    auto *edit = new SecretLineEdit;
    EditorRow *row = addRow(field, label, edit);
    row->setHelper(tr("Kept in the keychain."));
    connect(edit, &SecretLineEdit::secretEdited, this, [this, row] { notifyChosen(row); });
    return edit;
}

void NetworkGroup::addProxy()
{
    m_proxy = new ChoiceBox;
    const auto add = [this](const QString &text, Kind kind) {
        m_proxy->addItem(text, static_cast<int>(kind));
    };
    if (m_of == Of::Profile)
        add({}, Kind::Inherited); // showInherited() names it
    add(tr("As the system says"), Kind::System);
    add(tr("None"), Kind::None);
    add(tr("HTTP proxy"), Kind::Http);
    EditorRow *row = addRow(ProfileField::Proxy, tr("Proxy"), m_proxy);
    connect(m_proxy, &QComboBox::activated, this, [this, row] {
        updateRows();
        notifyChosen(row);
    });

    auto *host = new QLineEdit;
    host->setPlaceholderText(u"proxy.example.com"_s);
    m_proxyPort = new NumberBox;
    m_proxyPort->setRange(1, 65'535);
    m_proxyPort->setValue(ProxySettings().port);
    m_proxyPort->setAccessibleName(tr("Proxy port"));
    auto *line = new QWidget;
    auto *columns = new QHBoxLayout(line);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(metrics::space2);
    columns->addWidget(host, 1);
    columns->addWidget(m_proxyPort);
    line->setFocusProxy(host);
    m_proxyHost = new TextRow(ProfileField::ProxyAddress, tr("Proxy address"), host,
                              TextRow::Kind::Code, line);
    addTextRow(m_proxyHost, nullptr);
    connect(m_proxyHost, &EditorRow::completed, this, &NetworkGroup::splitAddress);
    connect(m_proxyPort, &QSpinBox::valueChanged, this, [this] { notifyChosen(m_proxyHost); });

    m_proxyUser = addTextRow(new TextRow(ProfileField::ProxyUser, tr("Proxy user"), new QLineEdit,
                                         TextRow::Kind::Code),
                             nullptr);
    m_proxyUser->edit()->setPlaceholderText(tr("no login"));
    m_proxyPassword = addSecret(ProfileField::ProxyPassword, tr("Proxy password"));
}

void NetworkGroup::addAuthorities()
{
    m_caFile = addFile(ProfileField::CaFile, tr("CA file"),
                       { tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)") });
    m_caFileAdded = new QCheckBox(tr("Trust the system's certificates as well"));
    m_caFileAdded->setAccessibleName(m_caFileAdded->text());
    EditorRow *added = addRow(ProfileField::CaFileAdded, {}, m_caFileAdded);
    connect(m_caFileAdded, &QCheckBox::clicked, this, [this, added] { notifyChosen(added); });
}

void NetworkGroup::addClientCertificate()
{
    m_certificate = addFile(ProfileField::ClientCertificate, tr("Client certificate"),
                            { tr("Certificates (*.pem *.crt *.cer *.p12 *.pfx)"),
                              tr("All files (*)") });
    m_key = addFile(ProfileField::ClientKey, tr("Client key"),
                    { tr("Keys (*.pem *.key)"), tr("All files (*)") });
    m_key->edit()->setPlaceholderText(tr("in the file of the certificate"));
    m_passphrase = addSecret(ProfileField::KeyPassphrase, tr("Key passphrase"));
    m_passphrase->setPlaceholderText(tr("none"));
    m_keep = new QCheckBox(tr("Keep certificate and key in the keychain"));
    m_keep->setAccessibleName(m_keep->text());
    m_keepRow = addRow(ProfileField::KeepCertificate, {}, m_keep);
    connect(m_keep, &QCheckBox::clicked, this, &NetworkGroup::keepCertificate);
}

void NetworkGroup::addTimeLimit()
{
    m_timeout = new NumberBox;
    m_timeout->setRange(0, longestS);
    m_timeout->setSuffix(tr(" s", "number of seconds"));
    EditorRow *row = addRow(ProfileField::Timeout, tr("Time limit"), m_timeout);
    row->setHelper(tr("From the first connection to the whole answer."));
    connect(m_timeout, &QSpinBox::valueChanged, this, [this, row] { notifyChosen(row); });
}

void NetworkGroup::addAllowHttp()
{
    m_allowHttp = new QCheckBox(tr("Allow http for this host"));
    m_allowHttp->setAccessibleName(m_allowHttp->text());
    EditorRow *row = addRow(ProfileField::AllowHttp, tr("Without TLS"), m_allowHttp);
    row->setHelper(tr("The secret is then sent in the clear: anybody on the way can read it."));
    connect(m_allowHttp, &QCheckBox::clicked, this, [this, row] { notifyChosen(row); });
}

void NetworkGroup::showInherited()
{
    const auto inherited = [this](const QString &words) {
        return m_of == Of::Profile ? tr("as in Settings: %1").arg(words) : words;
    };
    if (m_sourceRow) {
        const int row = m_proxy->findData(static_cast<int>(Kind::Inherited));
        m_proxy->setItemText(row, tr("As in Settings: %1").arg(proxyWords(m_program.proxy)));
    }
    m_caFile->edit()->setPlaceholderText(inherited(authorityWords(m_program)));
    m_timeout->setSpecialValueText(inherited(timeLimitWords(m_program)));
    updateRows();
}

void NetworkGroup::updateRows()
{
    if (!m_timeout)
        return; // still being made
    const bool own = isOwn();
    const bool proxy = own && m_proxy->currentData().toInt() == static_cast<int>(Kind::Http);
    const bool kept = m_keep->isChecked();
    const bool certificate = own && hasCertificate();
    const auto show = [this](ProfileField field, bool shown) { row(field)->setVisible(shown); };
    for (const ProfileField field : { ProfileField::Proxy, ProfileField::CaFile,
                                      ProfileField::ClientCertificate, ProfileField::Timeout })
        show(field, own);
    for (const ProfileField field :
         { ProfileField::ProxyAddress, ProfileField::ProxyUser, ProfileField::ProxyPassword })
        show(field, proxy);
    show(ProfileField::CaFileAdded, own && !m_caFile->text().isEmpty());
    show(ProfileField::ClientKey, certificate && !kept);
    show(ProfileField::KeyPassphrase, certificate);
    show(ProfileField::KeepCertificate, certificate || (own && m_isRemoved));
    m_keepRow->setHelper(certificate ? tr("Otherwise the files are read for each request.")
                                     : tr("Saving removes them from the keychain."));
    m_certificate->field()->setEnabled(!kept);
    QString nothing = clientCertificateWords(m_program);
    if (m_of == Of::Profile)
        nothing = tr("as in Settings: %1").arg(nothing);
    m_certificate->edit()->setPlaceholderText(kept ? m_savedWords : nothing);
    if (m_sourceRow)
        m_sourceRow->setHelper(own ? QString() : networkWords(m_program));
}

} // namespace mintmark
