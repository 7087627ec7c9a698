// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/keyfield.h"

#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/chosenfile.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/filechooser.h"
#include "app/widgets/secretlineedit.h"
#include "base/errorcatalogue.h"
#include "jose/privatekey.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// More is no key.
constexpr qsizetype largestFile = 64 * 1024;
constexpr qsizetype shownOfThumbprint = 12;

/// "RSA 2048", "EC P-256", "Ed25519"
QString kindOf(const PrivateKey &key)
{
    const Jwk &half = key.publicHalf();
    if (half.type == KeyType::Rsa)
        return key.suits(*signatureAlgorithm(u"RS256"))
            ? u"RSA %1"_s.arg(half.bits)
            : KeyField::tr("RSA %1, PSS only").arg(half.bits);
    return half.type == KeyType::Ec ? u"EC "_s + half.curve : half.curve;
}

QString wordsFor(const PrivateKey &key, const QString &form)
{
    return KeyField::tr("%1 · %2 · thumbprint %3", "kind of key, PEM or JWK")
        .arg(kindOf(key), form,
             QString::fromLatin1(key.publicHalf().thumbprint.left(shownOfThumbprint)));
}

QString formOf(const SecretBytes &key)
{
    return key.view().trimmed().startsWith('{') ? u"JWK"_s : u"PEM"_s;
}

/// Before Save the form is the one that was handed over.
QString formOfInput(const KeyInput &input, bool hadPassphrase)
{
    if (input.account)
        return KeyField::tr("service-account file");
    return hadPassphrase ? KeyField::tr("encrypted PEM") : formOf(input.key);
}

QString sentenceFor(const Error &error)
{
    const ErrorText text = errorText(error);
    if (error.code == ErrorCode::KeyEncrypted)
        return KeyField::tr("This key is encrypted: its passphrase opens it, and is not kept.");
    if (error.code == ErrorCode::KeyNotChosen)
        return KeyField::tr("%1. %2 %3", "cause, what is known and remedy")
            .arg(text.cause, text.known, text.remedy);
    if (error.code == ErrorCode::KeyUnreadable)
        return KeyField::tr("%1. %2", "cause and detail")
            .arg(text.cause, error.argument(u"detail"));
    return KeyField::tr("%1. %2", "cause and remedy").arg(text.cause, text.remedy);
}

} // namespace

KeyField::KeyField(QWidget *parent)
    : QWidget(parent),
      m_input(new SecretLineEdit),
      m_passphrase(new SecretLineEdit),
      m_remove(new ActionButton({}, ButtonRole::Ghost)),
      m_state(new ElidingLabel)
{
    m_input->setAccessibleName(tr("Private key"));
    m_passphrase->setAccessibleName(tr("Passphrase of the key"));
    m_state->setTextStyle(TextStyle::Caption);
    m_state->setColorRole(&Theme::text2);
    auto *openButton = new ActionButton(tr("Open…"));
    openButton->setAccessibleName(tr("Open a private key"));
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space2);
    row->addWidget(m_input, 1);
    row->addWidget(openButton);
    row->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space1);
    column->addLayout(row);
    column->addWidget(m_state);
    setFocusProxy(m_input);
    connect(openButton, &QAbstractButton::clicked, this, &KeyField::choose);
    connect(m_remove, &QAbstractButton::clicked, this, [this] { remove(!m_isRemoved); });
    connect(m_input, &SecretLineEdit::secretEdited, this, [this] {
        m_passphrase->wipeSecret();
        read(false);
    });
    connect(m_passphrase, &SecretLineEdit::secretEdited, this, [this] { read(true); });
    connect(m_passphrase, &QLineEdit::editingFinished, this, &KeyField::finish);
}

void KeyField::load(const ProfileDraft &draft)
{
    const SecretBytes &key = draft.secrets.client.privateKey;
    m_keyId = draft.profile.client.assertion.keyId;
    if (!m_fault.isEmpty() || (!m_key.isEmpty() && key == m_key) || isRemovedIn(draft))
        return; // as it stands here
    wipeSecrets();
    m_saved.clear();
    m_savedKey = key.clone();
    m_isSaved = draft.profile.hasPrivateKey;
    if (key.isEmpty() && draft.profile.hasPrivateKey) {
        m_saved = tr("Saved key");
    } else if (!key.isEmpty()) {
        const Result<PrivateKey> read = PrivateKey::from(key, {}, m_keyId);
        m_saved = read ? tr("Saved key · %1").arg(wordsFor(*read, formOf(key)))
                       : errorText(read.error()).cause;
        m_isLocked = !read && read.error().code == ErrorCode::KeyEncrypted;
        m_wantsPassphrase = m_isLocked;
    }
    showState();
}

void KeyField::store(ProfileDraft &draft) const
{
    const bool isRemoved = m_isRemoved && m_key.isEmpty();
    if (m_isSaved)
        draft.profile.hasPrivateKey = !isRemoved;
    draft.secrets.client.privateKey = isRemoved ? SecretBytes()
        : m_key.isEmpty()                       ? m_savedKey.clone()
                                                : m_key.clone();
}

void KeyField::offerRemoved(const ProfileDraft &saved)
{
    if (m_isSaved || !saved.profile.hasPrivateKey || !m_key.isEmpty() || !m_fault.isEmpty())
        return;
    load(saved);
    m_isRemoved = true;
    m_wantsPassphrase = false;
    showState();
}

/// The draft was made of what stands here.
bool KeyField::isRemovedIn(const ProfileDraft &draft) const
{
    return m_isRemoved && draft.secrets.client.privateKey.isEmpty()
        && !draft.profile.hasPrivateKey;
}

void KeyField::remove(bool removed)
{
    m_input->wipeSecret();
    m_passphrase->wipeSecret();
    m_isRemoved = removed;
    read(false);
}

void KeyField::wipeSecrets()
{
    m_input->wipeSecret();
    m_passphrase->wipeSecret();
    m_wantsPassphrase = false;
    m_isLocked = false;
    m_savedKey = {};
    m_isSaved = false;
    m_isRemoved = false;
    m_key = {};
    m_replacing.clear();
    m_fault.clear();
    showState();
}

void KeyField::setKeyId(const QString &keyId)
{
    if (m_keyId == keyId)
        return;
    m_keyId = keyId;
    if (m_isSet) {
        const QSignalBlocker quiet(this); // who says the id is about to look at everything
        read(false);
    }
}

void KeyField::setInput(const SecretBytes &text)
{
    m_passphrase->wipeSecret();
    m_input->setSecret(text);
    read(false);
}

void KeyField::choose()
{
    const QFileDialog *dialog =
        askForFile(this, tr("Open a private key"),
                   { tr("Keys (*.pem *.key *.json *.jwk)"), tr("All files (*)") });
    connect(dialog, &QFileDialog::fileSelected, this, &KeyField::open);
}

void KeyField::open(const QString &file)
{
    ChosenFile chosen = readChosenFile(file, largestFile);
    setInput(SecretBytes::take(chosen.bytes));
    if (!chosen.fault.isEmpty())
        takeNothing(chosen.fault);
}

void KeyField::finish()
{
    if (m_passphrase->length() > 0 && m_key.isEmpty())
        read(false);
    else if (m_input->length() == 0 && !m_fault.isEmpty())
        takeNothing({}); // a file that could not be read stands in the way of nothing
}

/// A passphrase is not called wrong while it is typed.
void KeyField::read(bool isTypingPassphrase)
{
    const bool hasPassphrase = m_passphrase->length() > 0;
    const bool isSaved = m_input->length() == 0;
    const SecretBytes text = !isSaved    ? m_input->secret()
        : m_isLocked && !m_isRemoved ? m_savedKey.clone()
                                     : SecretBytes();
    m_wantsPassphrase = !text.isEmpty() && (isSaved || hasPassphrase);
    if (text.isEmpty() || (isSaved && !hasPassphrase))
        return takeNothing({});
    m_isSet = text.view().contains("\"keys\""); // RFC 7517 §5.1
    Result<KeyInput> key = keyFromInput(text, m_passphrase->secret(), m_keyId);
    if (!key) {
        Error error = key.error();
        const bool isWrong = error.code == ErrorCode::KeyPassphraseWrong;
        m_wantsPassphrase = isWrong || error.code == ErrorCode::KeyEncrypted;
        if (isWrong && isTypingPassphrase)
            error = { ErrorCode::KeyEncrypted, {}, {} };
        return takeNothing(sentenceFor(error));
    }
    m_key = std::move(key->key);
    m_fault.clear();
    m_replacing = wordsFor(PrivateKey::from(m_key, {}, m_keyId).value(), formOfInput(*key, hasPassphrase));
    showState();
    Q_EMIT edited();
    if (key->account)
        Q_EMIT accountRead(*key->account);
}

void KeyField::takeNothing(const QString &fault)
{
    m_key = {};
    m_replacing.clear();
    m_fault = fault;
    showState();
    Q_EMIT edited();
}

void KeyField::showState()
{
    const bool isReplaced = !m_replacing.isEmpty();
    m_state->setText(isReplaced            ? m_replacing
                         : m_isRemoved     ? tr("Saving the profile removes the key from the keychain.")
                         : m_saved.isEmpty() ? tr("PEM, JWK or a service-account file; pasted or opened.")
                                           : m_saved);
    m_remove->setText(m_isRemoved ? tr("Keep it") : tr("Remove"));
    m_remove->setAccessibleName(m_isRemoved ? tr("Keep the private key")
                                            : tr("Remove the private key"));
    m_remove->setVisible(m_isSaved && !isReplaced);
    m_state->setVisible(m_fault.isEmpty());
    m_input->setPlaceholderText(m_saved.isEmpty() || m_isRemoved ? QString() : tr("Another one takes its place"));
}

} // namespace mintmark
