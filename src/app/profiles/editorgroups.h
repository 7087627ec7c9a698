// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/editorgroup.h"

class QPlainTextEdit;

namespace mintmark {

class ChoiceBox;
class KeyField;
struct ServiceAccount;
class NameValueList;
class NumberBox;
class SecretField;
class SegmentedChoice;
class Suggestions;

/// Who: provider, customer, name, environment.
class IdentityGroup : public EditorGroup
{
    Q_OBJECT
public:
    explicit IdentityGroup(QWidget *parent = nullptr);

    void setKnownProfiles(const QList<KnownProfile> &known);
    /// The request that results, in one line under the provider.
    void setRequestLine(const QString &text);

Q_SIGNALS:
    void providerChosen(const QString &id);
    /// "Change…" beside the line.
    void requestLineClicked();

protected:
    void loadOthers(const ProfileDraft &draft) override;
    void storeOthers(ProfileDraft &draft) const override;

private:
    void suggestNames();

    QList<ProfileListing> m_known;
    ChoiceBox *m_provider;
    ChoiceBox *m_customer;
    Suggestions *m_customers;
    Suggestions *m_names;
    SegmentedChoice *m_environment;
    EditorRow *m_providerRow;
};

/// What was issued: client id, secret, audience, token address, scope.
class CredentialsGroup : public EditorGroup
{
    Q_OBJECT
public:
    explicit CredentialsGroup(QWidget *parent = nullptr);

    SecretField *secret() const { return m_secret; }
    /// Why what stands in the field of the private key is none; empty: nothing is wrong.
    const QString &keyFault() const;
    /// The key is encrypted: the fault is one of its passphrase.
    bool wantsPassphrase() const;
    void finishTyping();
    void offerRemoved(const ProfileDraft &saved);
    void wipeSecrets() override;
    /// Of the assertion: of a set of keys it says which is meant.
    void setKeyId(const QString &keyId);
    void setNow(qint64 nowMs) { m_nowMs = nowMs; }

Q_SIGNALS:
    void accountRead(const mintmark::ServiceAccount &account);

protected:
    void loadOthers(const ProfileDraft &draft) override;
    void storeOthers(ProfileDraft &draft) const override;

private:
    void updateSecretHelper();

    SecretField *m_secret;
    KeyField *m_key;
    EditorRow *m_secretRow;
    qint64 m_nowMs = 0;
};

/// Request in detail.
class RequestGroup : public EditorGroup
{
    Q_OBJECT
public:
    explicit RequestGroup(QWidget *parent = nullptr);

    QString summary(const ProfileDraft &draft) const override;
    void wipeSecrets() override;
    /// Only these methods are offered, and the one that is set; empty: all.
    void setSupported(const QList<ClientAuthenticationMethod> &methods);
    /// Says under grant and proof what they need.
    void fit(const ClientConfiguration &client);

Q_SIGNALS:
    /// The proof is a client certificate, and somebody wants to choose it.
    void certificateWanted();

protected:
    void loadOthers(const ProfileDraft &draft) override;
    void storeOthers(ProfileDraft &draft) const override;

private:
    void addGrantType();
    void addAuthentication();
    void offerProofs(int chosen);
    void updateTypes();

    SegmentedChoice *m_body;
    TextRow *m_grantType = nullptr;
    ChoiceBox *m_authentication;
    EditorRow *m_authenticationRow = nullptr;
    QString m_provider;                            ///< its own methods come first
    QList<ClientAuthenticationMethod> m_supported; ///< by the server that was asked; empty: all
    TextRow *m_resources;
    NameValueList *m_parameters;
    NameValueList *m_headers;
};

class RenewalGroup : public EditorGroup
{
    Q_OBJECT
public:
    explicit RenewalGroup(QWidget *parent = nullptr);
    QString summary(const ProfileDraft &draft) const override;

protected:
    void loadOthers(const ProfileDraft &draft) override;
    void storeOthers(ProfileDraft &draft) const override;

private:
    ChoiceBox *m_policy;
    NumberBox *m_minValid;
};

/// Checks and keys.
class ChecksGroup : public EditorGroup
{
    Q_OBJECT
public:
    explicit ChecksGroup(QWidget *parent = nullptr);
    QString summary(const ProfileDraft &draft) const override;
};

/// API to try.
class ApiGroup : public EditorGroup
{
    Q_OBJECT
public:
    explicit ApiGroup(QWidget *parent = nullptr);
    QString summary(const ProfileDraft &draft) const override;

protected:
    void loadOthers(const ProfileDraft &draft) override;
    void storeOthers(ProfileDraft &draft) const override;

private:
    SegmentedChoice *m_method;
};

/// Notes and dates.
class NotesGroup : public EditorGroup
{
    Q_OBJECT
public:
    explicit NotesGroup(QWidget *parent = nullptr);
    QString summary(const ProfileDraft &draft) const override;

protected:
    void loadOthers(const ProfileDraft &draft) override;
    void storeOthers(ProfileDraft &draft) const override;

private:
    void judgeDate();

    TextRow *m_expires;
    QPlainTextEdit *m_note;
};

} // namespace mintmark
