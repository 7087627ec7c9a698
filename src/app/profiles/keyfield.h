// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/profiledraft.h"
#include "oauth/keyinput.h"

#include <QWidget>

namespace mintmark {

class ActionButton;
class ElidingLabel;
class SecretLineEdit;

/// The private key of a client: pasted or opened (PEM, JWK, Google's service-account file), never
/// shown. What is kept is the key without its passphrase, which is asked for only when one is needed,
/// in a field of its own. What cannot be read takes the place of nothing. A saved key can be removed:
/// it stays until the profile is saved without it.
class KeyField : public QWidget
{
    Q_OBJECT
public:
    explicit KeyField(QWidget *parent = nullptr);

    void load(const ProfileDraft &draft);
    void store(ProfileDraft &draft) const;
    /// The draft that was loaded is one of this, its key removed: it can be had back.
    void offerRemoved(const ProfileDraft &saved);
    void wipeSecrets();
    /// Of a JWK Set it says which key is meant. What stands in the field is judged anew.
    void setKeyId(const QString &keyId);
    /// As if it had been pasted into the field.
    void setInput(const SecretBytes &text);
    /// Why what stands in the field is no key; empty: it is one, or there is nothing.
    const QString &fault() const { return m_fault; }
    /// For a row of its own; to be shown while it is wanted. Then the fault is one of it.
    SecretLineEdit *passphrase() const { return m_passphrase; }
    bool wantsPassphrase() const { return m_wantsPassphrase; }
    /// The passphrase is judged as if it had been left.
    void finish();

Q_SIGNALS:
    /// Another key is there, or none any more.
    void edited();
    /// The file names its account as well.
    void accountRead(const mintmark::ServiceAccount &account);

private:
    void choose();
    void open(const QString &file);
    void read(bool isTypingPassphrase);
    void takeNothing(const QString &fault);
    void remove(bool removed);
    bool isRemovedIn(const ProfileDraft &draft) const;
    void showState();

    SecretLineEdit *m_input;
    SecretLineEdit *m_passphrase; ///< in another row
    ActionButton *m_remove; ///< the saved one, or takes that back
    ElidingLabel *m_state;
    SecretBytes m_key;   ///< what was read of the input; empty: the saved one stays
    SecretBytes m_savedKey;
    QString m_saved;     ///< what that is
    QString m_replacing; ///< what the one is that takes its place
    QString m_fault;
    bool m_wantsPassphrase = false;
    bool m_isSaved = false;
    bool m_isLocked = false; ///< only its passphrase opens the saved one
    bool m_isRemoved = false;
    QString m_keyId;
    bool m_isSet = false; ///< what stands in the field is a set: the key id chooses of it
};

} // namespace mintmark
