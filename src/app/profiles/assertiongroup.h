// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/editorgroup.h"

class QCheckBox;

namespace mintmark {

class CertificateInput;
class ChoiceBox;
class CodeEdit;
class NumberBox;

/// Assertion: what a signed JWT says that proves the client or is the grant itself (RFC 7523), and
/// how it is signed. Everything in it may stay as it is.
class AssertionGroup : public EditorGroup
{
    Q_OBJECT
public:
    explicit AssertionGroup(QWidget *parent = nullptr);

    QString summary(const ProfileDraft &draft) const override;
    /// Shows the rows that count for this draft, offers the algorithms of its key, and says what is
    /// sent where a field is empty.
    void fit(const ProfileDraft &draft);

protected:
    void loadOthers(const ProfileDraft &draft) override;
    void storeOthers(ProfileDraft &draft) const override;

private:
    TextRow *addNamed(ProfileField field, const QString &label, const QString &accessibleName,
                      TextMember member);
    enum class Audience { TokenEndpoint, Issuer, Other };
    Audience audience() const;
    void addSigning();
    void addAudience();
    void addTimes();
    void addCertificate();
    void addClaims();
    void offerAlgorithms(const ProfileDraft &draft);
    void showDefaults(const ProfileDraft &draft);

    ChoiceBox *m_algorithm = nullptr;
    TextRow *m_keyId = nullptr;
    ChoiceBox *m_audience = nullptr;
    EditorRow *m_audienceRow = nullptr;
    TextRow *m_otherAudience = nullptr;
    TextRow *m_issuer = nullptr;
    NumberBox *m_lifetime = nullptr;
    QCheckBox *m_notBefore = nullptr;
    CertificateInput *m_certificate = nullptr;
    EditorRow *m_certificateRow = nullptr;
    TextRow *m_thumbprint = nullptr;
    CodeEdit *m_claims = nullptr;
};

} // namespace mintmark
