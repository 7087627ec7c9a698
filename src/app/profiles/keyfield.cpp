// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/keyfield.h"

#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/secretlineedit.h"
#include "base/errorcatalogue.h"
#include "jose/privatekey.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// More is no key.
constexpr qint64 largestFile = 64 * 1024;

} // namespace

KeyField::KeyField(QWidget *parent)
    : QWidget(parent),
      m_input(new SecretLineEdit),
      m_passphrase(new SecretLineEdit),
      m_passphraseRow(new QWidget),
      m_state(new ElidingLabel)
{
    m_input->setAccessibleName(tr("Private key"));
    m_passphrase->setAccessibleName(tr("Passphrase of the key"));
    m_state->setTextStyle(TextStyle::Caption);
    auto *openButton = new ActionButton(tr("Open…"));
    openButton->setAccessibleName(tr("Open a private key"));
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space2);
    row->addWidget(m_input, 1);
    row->addWidget(openButton);
    auto *passphrase = new QHBoxLayout(m_passphraseRow);
    passphrase->setContentsMargins(0, 0, 0, 0);
    passphrase->setSpacing(metrics::space2);
    auto *label = new ElidingLabel(tr("Passphrase"));
    label->setMinimumWidth(label->sizeHint().width());
    passphrase->addWidget(label);
    passphrase->addWidget(m_passphrase, 1);
    m_passphraseRow->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space1);
    column->addLayout(row);
    column->addWidget(m_passphraseRow);
    column->addWidget(m_state);
    setFocusProxy(m_input);
    connect(openButton, &QAbstractButton::clicked, this, &KeyField::choose);
    connect(m_input, &SecretLineEdit::secretEdited, this, [this] {
        m_passphrase->wipeSecret();
        read();
    });
    connect(m_passphrase, &SecretLineEdit::secretEdited, this, &KeyField::read);
}

void KeyField::load(const ProfileDraft &draft)
{
    const SecretBytes &key = draft.secrets.client.privateKey;
    if (m_replaced && key == m_key)
        return; // as it stands here
    wipeSecrets();
    if (key.isEmpty())
        return say(tr("PEM, JWK or a service-account file; pasted or opened."), false);
    const Result<PrivateKey> read = PrivateKey::from(key);
    say(read ? tr("Kept key: %1. Another one takes its place.").arg(read->description())
             : errorText(read.error()).cause,
        !read.ok());
}

void KeyField::store(ProfileDraft &draft) const
{
    if (m_replaced)
        draft.secrets.client.privateKey = m_key.clone();
}

void KeyField::wipeSecrets()
{
    m_input->wipeSecret();
    m_passphrase->wipeSecret();
    m_passphraseRow->hide();
    m_key = {};
    m_replaced = false;
}

void KeyField::choose()
{
    auto *dialog = new QFileDialog(this, tr("Open a private key"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({ tr("Keys (*.pem *.key *.json *.jwk)"), tr("All files (*)") });
    connect(dialog, &QFileDialog::fileSelected, this, &KeyField::open);
    dialog->open();
}

void KeyField::open(const QString &file)
{
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly) || opened.size() > largestFile)
        return say(tr("This file cannot be read as a key."), true);
    QByteArray bytes = opened.readAll();
    m_input->setSecret(SecretBytes::take(bytes));
    m_passphrase->wipeSecret();
    read();
}

void KeyField::read()
{
    m_key = {};
    m_replaced = true;
    if (m_input->length() == 0) {
        m_replaced = false;
        m_passphraseRow->hide();
        say(tr("PEM, JWK or a service-account file; pasted or opened."), false);
        Q_EMIT edited();
        return;
    }
    Result<KeyInput> key = keyFromInput(m_input->secret(), m_passphrase->secret());
    const bool wantsPassphrase = !key
        && (key.error().code == ErrorCode::KeyEncrypted
            || key.error().code == ErrorCode::KeyPassphraseWrong);
    m_passphraseRow->setVisible(wantsPassphrase || (key && m_passphrase->length() > 0));
    if (!key) {
        say(errorText(key.error()).cause, true);
        Q_EMIT edited();
        return;
    }
    m_key = std::move(key->key);
    say(tr("%1 · thumbprint %2", "kind of key").arg(key->description, key->thumbprint.left(12)),
        false);
    Q_EMIT edited();
    if (key->account)
        Q_EMIT accountRead(*key->account);
}

void KeyField::say(const QString &text, bool isFault)
{
    m_state->setText(text);
    m_state->setColorRole(isFault ? &Theme::err : &Theme::text2);
}

} // namespace mintmark
