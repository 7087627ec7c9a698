// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/assertiongroup.h"
#include "app/profiles/certificateinput.h"
#include "app/profiles/codeedit.h"
#include "app/profiles/quietinputs.h"
#include "oauth/assertionsettings.h"

#include <QCheckBox>
#include <QLineEdit>

// How the rows of the group are made. The fields of other groups have the same short labels: their
// accessible names say whose they are.

namespace mintmark {

using namespace Qt::StringLiterals;

AssertionGroup::AssertionGroup(QWidget *parent) : EditorGroup(parent)
{
    addSigning();
    addAudience();
    m_issuer = addNamed(ProfileField::AssertionIssuer, tr("Issuer (iss)"), tr("Assertion issuer"),
                        [](Profile &profile) -> QString & {
                            return profile.client.assertion.issuer;
                        });
    TextRow *subject =
        addNamed(ProfileField::AssertionSubject, tr("Subject (sub)"), tr("Assertion subject"),
                 [](Profile &profile) -> QString & { return profile.client.assertion.subject; });
    subject->edit()->setPlaceholderText(tr("none: not sent"));
    addTimes();
    addCertificate();
    addClaims();
}

TextRow *AssertionGroup::addNamed(ProfileField field, const QString &label,
                                  const QString &accessibleName, TextMember member)
{
    auto *edit = new QLineEdit;
    edit->setAccessibleName(accessibleName);
    return addTextRow(new TextRow(field, label, edit, TextRow::Kind::Code), member);
}

void AssertionGroup::addSigning()
{
    m_algorithm = new ChoiceBox;
    m_algorithm->setAccessibleName(tr("Assertion algorithm"));
    m_algorithm->addItem(tr("As the key says"), QString());
    EditorRow *algorithm = addRow(ProfileField::AssertionAlgorithm, tr("Signed with"), m_algorithm);
    connect(m_algorithm, &QComboBox::activated, this,
            [this, algorithm] { notifyChosen(algorithm); });
    m_keyId =
        addNamed(ProfileField::AssertionKeyId, tr("Key ID (kid)"), tr("Assertion key id"),
                 [](Profile &profile) -> QString & { return profile.client.assertion.keyId; });
}

void AssertionGroup::addAudience()
{
    m_audience = new ChoiceBox;
    m_audience->setAccessibleName(tr("Assertion audience"));
    m_audience->addItem(tr("Token address"), static_cast<int>(Audience::TokenEndpoint));
    m_audience->addItem(tr("Issuer"), static_cast<int>(Audience::Issuer));
    m_audience->addItem(tr("Another text"), static_cast<int>(Audience::Other));
    m_audienceRow = addRow(ProfileField::AssertionAudience, tr("Audience (aud)"), m_audience);
    connect(m_audience, &QComboBox::activated, this, [this] { notifyChosen(m_audienceRow); });
    m_otherAudience = addNamed(ProfileField::AssertionOtherAudience, {},
                               tr("Other audience of the assertion"), nullptr);
    m_otherAudience->edit()->setPlaceholderText(tr("as the token address"));
    m_otherAudience->setQuietHelper(tr("Several with spaces between are sent as a list."));
}

void AssertionGroup::addTimes()
{
    m_lifetime = new NumberBox;
    m_lifetime->setAccessibleName(tr("Assertion lifetime"));
    m_lifetime->setRange(1, AssertionSettings::longestLifetimeSeconds);
    m_lifetime->setSuffix(tr(" s", "number of seconds"));
    m_lifetime->setValue(AssertionSettings::usualLifetimeSeconds);
    EditorRow *lifetime = addRow(ProfileField::AssertionLifetime, tr("Lifetime"), m_lifetime);
    connect(m_lifetime, &QSpinBox::valueChanged, this,
            [this, lifetime] { notifyChosen(lifetime); });
    m_notBefore = new QCheckBox(tr("Say from when it counts (nbf)"));
    m_notBefore->setAccessibleName(m_notBefore->text());
    EditorRow *notBefore = addRow(ProfileField::AssertionNotBefore, {}, m_notBefore);
    connect(m_notBefore, &QCheckBox::clicked, this,
            [this, notBefore] { notifyChosen(notBefore); });
}

void AssertionGroup::addCertificate()
{
    m_certificate = new CertificateInput;
    m_certificateRow =
        addRow(ProfileField::AssertionCertificate, tr("Certificate"), m_certificate);
    connect(m_certificate, &CertificateInput::edited, m_certificateRow, &EditorRow::edited);
    connect(m_certificate, &CertificateInput::completed, m_certificateRow, &EditorRow::completed);

    auto *names = new ChoiceBox;
    names->setEditable(true);
    names->setCompleter(nullptr);
    names->addItems({ u"x5t#S256"_s, u"x5t"_s, u"x5c"_s });
    names->setAccessibleName(tr("Certificate named by"));
    names->lineEdit()->setAccessibleName(names->accessibleName());
    m_thumbprint = new TextRow(ProfileField::AssertionThumbprint, tr("Named by"),
                               names->lineEdit(), TextRow::Kind::Code, names);
    m_thumbprint->setQuietHelper(
        tr("In the header; several with spaces between, or the fingerprint itself."));
    addTextRow(m_thumbprint, [](Profile &profile) -> QString & {
        return profile.client.assertion.certificateThumbprint;
    });
}

void AssertionGroup::addClaims()
{
    TextRow *type = addNamed(ProfileField::AssertionType, tr("Type (typ)"), tr("Assertion type"),
                             [](Profile &profile) -> QString & {
                                 return profile.client.assertion.type;
                             });
    type->edit()->setPlaceholderText(u"JWT"_s);

    m_claims = new CodeEdit;
    m_claims->setAccessibleName(tr("Assertion claims"));
    m_claims->setPlaceholderText(uR"({"claim": "value"})"_s);
    EditorRow *claims = addRow(ProfileField::AssertionClaims, tr("Further claims"), m_claims);
    claims->setHelper(tr("A JSON object. Its claims take the place of those above, null leaves one "
                         "out."));
    connect(m_claims, &CodeEdit::edited, claims, &EditorRow::edited);
    connect(m_claims, &CodeEdit::completed, claims, &EditorRow::completed);
}

} // namespace mintmark
