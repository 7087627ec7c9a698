// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/editorgroups.h"
#include "app/profiles/quietinputs.h"
#include "app/profiles/suggestions.h"
#include "app/theme/metrics.h"
#include "app/widgets/segmentedchoice.h"
#include "oauth/provider.h"
#include "profiles/profilename.h"

#include <QLineEdit>

namespace mintmark {

namespace {

constexpr Environment environments[] { Environment::Production, Environment::Sandbox,
                                       Environment::Test, Environment::Development };

QStringList environmentNames()
{
    QStringList names;
    for (const Environment environment : environments)
        names << environmentName(environment);
    return names;
}

QStringList sorted(QStringList texts)
{
    texts.removeDuplicates();
    texts.removeAll({});
    texts.sort(Qt::CaseInsensitive);
    return texts;
}

} // namespace

IdentityGroup::IdentityGroup(QWidget *parent)
    : EditorGroup(parent),
      m_provider(new ChoiceBox),
      m_customer(new ChoiceBox),
      m_environment(new SegmentedChoice(environmentNames()))
{
    for (const Provider &provider : providers())
        m_provider->addItem(provider.name, provider.id);
    m_providerRow = addRow(ProfileField::Provider, tr("Provider"), m_provider);
    connect(m_provider, &QComboBox::activated, this,
            [this] { Q_EMIT providerChosen(m_provider->currentData().toString()); });
    connect(m_providerRow, &EditorRow::helperClicked, this, &IdentityGroup::requestLineClicked);

    m_customer->setEditable(true);
    m_customer->setCompleter(nullptr);
    m_customers = new Suggestions(m_customer->lineEdit());
    auto *customer = new TextRow(ProfileField::Customer, tr("Customer"), m_customer->lineEdit(),
                                 TextRow::Kind::Prose, m_customer);
    addTextRow(customer, [](Profile &profile) -> QString & { return profile.listing.customer; });
    connect(m_customer, &QComboBox::currentTextChanged, this, &IdentityGroup::suggestNames);

    TextRow *name =
        addText(ProfileField::Name, tr("API or purpose"),
                [](Profile &profile) -> QString & { return profile.listing.name; }, {},
                TextRow::Kind::Prose);
    m_names = new Suggestions(name->edit());
    setBeside(customer, name);

    EditorRow *environment = addRow(ProfileField::Environment, tr("Environment"), m_environment);
    connect(m_environment, &SegmentedChoice::chosen, this,
            [this, environment] { notifyChosen(environment); });
}

void IdentityGroup::setKnownProfiles(const QList<KnownProfile> &known)
{
    m_known.clear();
    QStringList customers;
    for (const KnownProfile &profile : known) {
        m_known << profile.listing;
        customers << profile.listing.customer;
    }
    customers = sorted(customers);
    m_customers->setTexts(customers);
    const QString text = m_customer->currentText();
    const QSignalBlocker quiet(m_customer);
    const QSignalBlocker quietEdit(m_customer->lineEdit());
    m_customer->clear();
    m_customer->addItems(customers);
    m_customer->setEditText(text);
    suggestNames();
}

void IdentityGroup::suggestNames()
{
    QStringList names;
    for (const ProfileListing &listing : m_known) {
        if (listing.customer.compare(m_customer->currentText(), Qt::CaseInsensitive) == 0)
            names << listing.name;
    }
    if (names.isEmpty()) { // a new customer often has what the others have
        for (const ProfileListing &listing : m_known)
            names << listing.name;
    }
    m_names->setTexts(sorted(names));
}

void IdentityGroup::setRequestLine(const QString &text)
{
    m_providerRow->setHelper(text, tr("Change…"));
}

void IdentityGroup::loadOthers(const ProfileDraft &draft)
{
    m_provider->setCurrentData(providerById(draft.profile.provider).id);
    int index = -1;
    for (int i = 0; i < 4; ++i) {
        if (environments[i] == draft.profile.listing.environment)
            index = i;
    }
    m_environment->setCurrentIndex(index);
    suggestNames();
}

void IdentityGroup::storeOthers(ProfileDraft &draft) const
{
    const int index = m_environment->currentIndex();
    draft.profile.listing.environment = index < 0 ? Environment::None : environments[index];
    // A preset this version does not know is shown as the generic one and kept by its name.
    const QString id = m_provider->currentData().toString();
    if (providerById(draft.profile.provider).id != id)
        draft.profile.provider = id;
}

} // namespace mintmark
