// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/settings/settingscontroller.h"

#include "app/clipboard/clipboardkeeper.h"
#include "app/services.h"
#include "app/widgets/errorbar.h"

namespace mintmark {

using namespace Qt::StringLiterals;

SettingsController::SettingsController(Services &services, QObject *parent)
    : QObject(parent), m_services(services)
{ }

void SettingsController::setPage(SettingsPage *page)
{
    m_page = page;
    connect(page, &SettingsPage::saveRequested, this, &SettingsController::save);
    connect(page, &SettingsPage::leaveRequested, this, &SettingsController::leave);
    connect(page, &SettingsPage::forgetRequested, this, &SettingsController::forget);
    connect(page, &SettingsPage::adjustmentForgotten, this, &SettingsController::forgetAdjustment);
    connect(page, &SettingsPage::barButton, this, [this](const QString &button) {
        if (cureOfButton(button) == Cure::UnlockKeyring)
            Q_EMIT unlockRequested();
    });
}

void SettingsController::open()
{
    m_page->setTrusted(m_services.workspace().network().trusted().entries());
    const PresetAdjustments &adjustments = m_services.workspace().presetAdjustments();
    m_page->setAdjustments(adjustments.all());
    if (m_forgotten || !m_page->isModified())
        read();
    if (adjustments.fault())
        fail(*adjustments.fault());
}

void SettingsController::read()
{
    m_forgotten = false;
    m_page->clearMessage();
    delete m_running;
    ProgramNetwork &network = m_services.workspace().network();
    const std::optional<NetworkAccess> known = network.known();
    m_networkKnown = known.has_value();
    show(known.value_or(NetworkAccess { network.settings(), {}, {} }));
    m_page->setNetworkLocked(
        known ? QString() : tr("The keyring is asked for the secrets among them."));
    if (network.fault())
        fail(*network.fault());
    if (!known)
        m_running = runJob(network.access(), this, [this](const Result<NetworkAccess> &access) {
            onAccess(access);
        });
}

void SettingsController::onAccess(const Result<NetworkAccess> &access)
{
    m_networkKnown = access && m_services.workspace().network().known().has_value();
    if (m_networkKnown)
        show(*access);
    m_page->setNetworkLocked(m_networkKnown ? QString()
                                            : tr("They hold a secret, and the keyring does not "
                                                 "give it: unlock it to change them."));
}

void SettingsController::show(const NetworkAccess &network)
{
    m_page->setValues({ network, m_services.settings().clearClipboardAfterS(),
                        m_services.theme().choice() });
}

void SettingsController::refresh()
{
    if (m_page && !m_networkKnown)
        read();
}

void SettingsController::forgetSecrets()
{
    if (!m_page)
        return;
    m_forgotten = true;
    m_networkKnown = false;
    m_page->wipeSecrets();
}

void SettingsController::save()
{
    if (m_forgotten)
        return read();
    const SettingsPage::Values values = m_page->values();
    m_page->clearMessage();
    m_page->setSaving(true);
    if (m_networkKnown)
        saveNetwork(values);
    else
        saveWindow(values);
}

void SettingsController::leave()
{
    m_page->revert();
    m_page->clearMessage();
    Q_EMIT leaveRequested();
}

void SettingsController::saveNetwork(const SettingsPage::Values &values)
{
    m_running = runJob(m_services.workspace().network().save(values.network), this,
                       [this, values](const Result<bool> &saved) {
                           if (!saved)
                               return fail(saved.error());
                           saveWindow(values);
                       });
}

void SettingsController::saveWindow(const SettingsPage::Values &values)
{
    // They hold from now on, also where they cannot be kept.
    m_services.theme().setChoice(values.theme);
    m_services.clipboard().setClearAfter(values.clearClipboardAfterS);
    const Result<void> kept =
        m_services.settings().keepHabits(values.theme, values.clearClipboardAfterS);
    if (!kept)
        return fail(kept.error());
    m_page->setSaving(false);
    m_page->setValues(values);
    Q_EMIT saved(m_services.settings().isKept());
}

void SettingsController::fail(const Error &error)
{
    m_page->setSaving(false);
    BarMessage message = errorMessage(error);
    message.buttons.removeIf([](const BarButton &button) {
        return cureOfButton(button.id) != Cure::UnlockKeyring;
    });
    m_page->showMessage(message);
}

void SettingsController::forgetAdjustment(const QString &provider, const QString &field)
{
    PresetAdjustments &adjustments = m_services.workspace().presetAdjustments();
    if (const Result<void> done = adjustments.forget(provider, field); !done)
        fail(done.error());
    m_page->setAdjustments(adjustments.all());
}

void SettingsController::forget(const QString &host, const QString &sha256)
{
    TrustedAuthorities &trusted = m_services.workspace().network().trusted();
    if (const Result<void> done = trusted.forget(host, sha256); !done)
        fail(done.error());
    m_page->setTrusted(trusted.entries());
}

} // namespace mintmark
