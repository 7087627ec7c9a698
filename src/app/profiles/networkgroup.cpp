// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/editorgroups.h"
#include "app/profiles/quietinputs.h"
#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestS = 60 * 60;

QString proxyText(const ProxySettings &proxy)
{
    switch (proxy.kind) {
    case ProxySettings::Kind::None:
        return NetworkGroup::tr("no proxy");
    case ProxySettings::Kind::Http:
        return NetworkGroup::tr("proxy %1:%2").arg(proxy.host).arg(proxy.port);
    case ProxySettings::Kind::Inherited:
    case ProxySettings::Kind::System:
        break;
    }
    return NetworkGroup::tr("system proxy");
}

} // namespace

NetworkGroup::NetworkGroup(QWidget *parent)
    : EditorGroup(parent),
      m_timeout(new NumberBox),
      m_allowHttp(new QCheckBox(tr("Allow http for this host")))
{
    auto *file = new QLineEdit;
    file->setPlaceholderText(tr("the certificates of this computer"));
    auto *browse = new ActionButton(tr("Choose…"));
    browse->setAccessibleName(tr("Choose CA file"));
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space2);
    row->addWidget(file, 1);
    row->addWidget(browse);
    line->setFocusProxy(file);
    m_caFile = new TextRow(ProfileField::CaFile, tr("CA file"), file, TextRow::Kind::Code, line);
    addTextRow(m_caFile, [](Profile &profile) -> QString & { return profile.client.network.caFile; });
    connect(browse, &QAbstractButton::clicked, this, &NetworkGroup::chooseCaFile);

    m_timeout->setRange(0, longestS);
    m_timeout->setSpecialValueText(tr("as in Settings"));
    m_timeout->setSuffix(tr(" s", "number of seconds"));
    EditorRow *timeout = addRow(ProfileField::Timeout, tr("Time limit"), m_timeout);
    connect(m_timeout, &QSpinBox::valueChanged, this, [this, timeout] { notifyChosen(timeout); });

    EditorRow *allowHttp = addRow(ProfileField::AllowHttp, tr("Without TLS"), m_allowHttp);
    m_allowHttp->setAccessibleName(m_allowHttp->text());
    allowHttp->setHelper(tr("The secret is then sent in the clear: anybody on the way can read it."));
    connect(m_allowHttp, &QCheckBox::clicked, this, [this, allowHttp] { notifyChosen(allowHttp); });
}

void NetworkGroup::chooseCaFile()
{
    auto *dialog = new QFileDialog(this, tr("CA file"), QFileInfo(m_caFile->text()).path(),
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { m_caFile->edit()->setText(path); });
    dialog->open();
}

QString NetworkGroup::summary(const ProfileDraft &draft) const
{
    const NetworkSettings &network = draft.profile.client.network;
    QStringList parts { proxyText(network.proxy),
                        network.caFile.isEmpty() ? tr("system certificates") : tr("own CA file") };
    if (network.clientCertificate != ClientCertificateSource::Inherited)
        parts << tr("client certificate");
    parts << tr("%1 s").arg(deadlineMs(network) / 1000);
    if (network.allowHttp)
        parts << tr("http allowed");
    const QString text = parts.join(u" · "_s);
    return network.isInherited() ? tr("as in Settings: %1").arg(text) : text;
}

void NetworkGroup::loadOthers(const ProfileDraft &draft)
{
    m_timeout->setValue(draft.profile.client.network.timeoutSeconds);
    m_allowHttp->setChecked(draft.profile.client.network.allowHttp);
}

void NetworkGroup::storeOthers(ProfileDraft &draft) const
{
    draft.profile.client.network.timeoutSeconds = m_timeout->value();
    draft.profile.client.network.allowHttp = m_allowHttp->isChecked();
}

} // namespace mintmark
