// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/secretservice.h"

#include "keychain/secretserviceitems.h"
#include "keychain/secretserviceunlock.h"

namespace mintmark {

using namespace Qt::StringLiterals;

bool canShowPrompts(const QProcessEnvironment &environment)
{
    return !environment.value(u"DISPLAY"_s).isEmpty()
        || !environment.value(u"WAYLAND_DISPLAY"_s).isEmpty();
}

SecretService::SecretService(QDBusConnection bus, qint64 timeoutMs, bool prompts)
    : m_bus(std::move(bus)), m_timeoutMs(timeoutMs), m_prompts(prompts)
{
    secretservice::registerTypes();
}

std::unique_ptr<ResultJob<KeychainStatus>> SecretService::probe()
{
    return std::make_unique<secretservice::ProbeJob>(m_bus, m_timeoutMs);
}

std::unique_ptr<ResultJob<KeychainStatus>> SecretService::unlock()
{
    return std::make_unique<secretservice::UnlockJob>(m_bus, m_timeoutMs, m_prompts);
}

std::unique_ptr<ResultJob<QList<KeychainItem>>> SecretService::list()
{
    return std::make_unique<secretservice::ListJob>(m_bus, m_timeoutMs, itemService());
}

std::unique_ptr<ResultJob<bool>> SecretService::isHidden(const QString &key)
{
    return std::make_unique<secretservice::HiddenJob>(m_bus, m_timeoutMs, itemService(), key);
}

std::unique_ptr<ResultJob<bool>> SecretService::setLabel(const QString &key, const QString &label)
{
    return std::make_unique<secretservice::LabelJob>(m_bus, m_timeoutMs, itemService(), key, label);
}

} // namespace mintmark
