// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/editorgroup.h"

class QCheckBox;
class QLineEdit;

namespace mintmark {

class ChoiceBox;
class NumberBox;
class SecretLineEdit;
class SegmentedChoice;

/// Network: how requests travel, and by which certificates both sides prove themselves. The editor
/// has it for one profile, the settings for the program.
class NetworkGroup : public EditorGroup
{
    Q_OBJECT
public:
    enum class Of { Profile, Program };
    explicit NetworkGroup(Of of = Of::Profile, QWidget *parent = nullptr);

    /// What holds where the profile says nothing; shown in grey.
    void setInherited(const NetworkSettings &program);
    /// Does a profile with these settings, together with the inherited ones, show a certificate?
    bool providesCertificate(const NetworkSettings &own) const;
    /// As KeyField's, of a certificate in the keychain.
    void offerRemoved(const ProfileDraft &saved);
    QString summary(const ProfileDraft &draft) const override;
    void makeReachable(EditorRow *row) override;
    void wipeSecrets() override;

protected:
    void loadOthers(const ProfileDraft &draft) override;
    void storeOthers(ProfileDraft &draft) const override;

private:
    void addProxy();
    void addAuthorities();
    void addClientCertificate();
    void addTimeLimit();
    void addAllowHttp();
    TextRow *addFile(ProfileField field, const QString &label, const QStringList &patterns);
    SecretLineEdit *addSecret(ProfileField field, const QString &label);

    bool isOwn() const;
    ProxySettings proxy() const;
    NetworkAccess access() const;
    bool hasCertificate() const;
    void splitAddress();
    void keepCertificate(bool keep);
    void nameSaved();
    void showInherited();
    void updateRows();

    const Of m_of;
    NetworkSettings m_program;
    SegmentedChoice *m_source = nullptr; ///< a profile's alone
    EditorRow *m_sourceRow = nullptr;
    ChoiceBox *m_proxy = nullptr;
    TextRow *m_proxyHost = nullptr;
    NumberBox *m_proxyPort = nullptr;
    TextRow *m_proxyUser = nullptr;
    SecretLineEdit *m_proxyPassword = nullptr;
    TextRow *m_caFile = nullptr;
    QCheckBox *m_caFileAdded = nullptr;
    TextRow *m_certificate = nullptr;
    TextRow *m_key = nullptr;
    SecretLineEdit *m_passphrase = nullptr;
    QCheckBox *m_keep = nullptr;
    EditorRow *m_keepRow = nullptr;
    NumberBox *m_timeout = nullptr;
    QCheckBox *m_allowHttp = nullptr; ///< a profile's alone
    SharedSecret m_identity; ///< of a certificate that is kept in the keychain
    SharedSecret m_removed; ///< until the draft is saved, for another tick
    bool m_isRemoved = false;
    QString m_savedWords;
};

} // namespace mintmark
