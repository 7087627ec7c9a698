// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/certificateinput.h"

#include "app/profiles/codeedit.h"
#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/chosenfile.h"
#include "app/widgets/filechooser.h"
#include "base/secretbytes.h"
#include "oauth/assertionheader.h"
#include "oauth/certificatedetails.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QSslCertificate>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestFile = 64 * 1024; ///< more is no certificate with its chain

} // namespace

CertificateInput::CertificateInput(QWidget *parent) : QWidget(parent), m_edit(new CodeEdit(this))
{
    m_edit->setPlaceholderText(tr("none: not named in the assertion"));
    m_edit->setAccessibleName(tr("Assertion certificate"));
    setAccessibleName(m_edit->accessibleName());
    auto *openButton = new ActionButton(tr("Open…"));
    openButton->setAccessibleName(tr("Open a certificate"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space2);
    row->addWidget(m_edit, 1);
    row->addWidget(openButton, 0, Qt::AlignTop);
    setFocusProxy(m_edit);
    connect(openButton, &QAbstractButton::clicked, this, &CertificateInput::choose);
    connect(m_edit, &CodeEdit::edited, this, &CertificateInput::onEdited);
    connect(m_edit, &CodeEdit::completed, this, &CertificateInput::completed);
}

QString CertificateInput::pem() const
{
    return m_edit->toPlainText();
}

void CertificateInput::setPem(const QString &pem)
{
    if (pem != m_edit->toPlainText())
        m_note.clear();
    m_edit->setText(pem);
}

QString CertificateInput::words() const
{
    const QString text = pem().trimmed();
    if (text.isEmpty())
        return m_note;
    const QList<QSslCertificate> chain = QSslCertificate::fromData(text.toUtf8(), QSsl::Pem);
    if (chain.isEmpty() || chain.first().isNull())
        return tr("This is no certificate: PEM begins with -----BEGIN CERTIFICATE-----.");
    const CertificateDetails details = CertificateDetails::of(chain.first());
    const QString named =
        tr("%1 · SHA-256 %2", "certificate, fingerprint").arg(details.summary(), details.sha256);
    return QStringList { m_note, named }.join(u' ').trimmed();
}

void CertificateInput::choose()
{
    const QFileDialog *dialog =
        askForFile(this, tr("Open a certificate"),
                   { tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)") });
    connect(dialog, &QFileDialog::fileSelected, this, &CertificateInput::open);
}

void CertificateInput::open(const QString &file)
{
    ChosenFile chosen = readChosenFile(file, largestFile);
    const QString pem = certificatesIn(chosen.bytes);
    wipe(chosen.bytes); // a key may have come along
    if (!pem.isEmpty())
        setPem(pem);
    // What was there stays: nothing came that could take its place.
    m_note = !chosen.fault.isEmpty() ? chosen.fault
        : pem.isEmpty()              ? tr("There is no certificate in this file.")
                                     : QString();
    Q_EMIT edited();
    Q_EMIT completed();
}

void CertificateInput::onEdited()
{
    m_note.clear();
    QString text = m_edit->toPlainText();
    if (text.contains("PRIVATE KEY-----"_L1)) {
        const QString certificates = certificatesIn(text.toUtf8());
        wipe(text);
        setPem(certificates); // takes the key out of the undo history too
        m_note = tr("The private key was left out: it belongs into its own field.");
    }
    Q_EMIT edited();
}

} // namespace mintmark
