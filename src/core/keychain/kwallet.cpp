// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/kwallet.h"

#include "base/directjob.h"
#include "keychain/servicejob.h"

#include <QCoreApplication>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

const QString wallet = u"org.kde.KWallet"_s;
const QString path = u"/modules/kwalletd5"_s;

/// Is the wallet subsystem on, and the wallet open?
class WalletProbeJob : public ServiceJob
{
public:
    WalletProbeJob(const QDBusConnection &bus, qint64 timeoutMs)
        : ServiceJob(bus, timeoutMs, u"org.kde.kwalletd5"_s)
    { }

protected:
    void reached() override
    {
        call(owner(), path, wallet, u"isEnabled"_s, &WalletProbeJob::onEnabled);
    }
    /// `name` is the wallet qtkeychain uses.
    virtual void judged(KeychainState state, const QString &) { finishAs(state); }

private:
    void onEnabled(const QDBusMessage &reply)
    {
        if (isError(reply))
            return finish(keychainErrorFrom(reply));
        if (!reply.arguments().value(0).toBool())
            return finish(keychainError(KeychainState::NoService));
        call(owner(), path, wallet, u"networkWallet"_s, &WalletProbeJob::onName);
    }
    void onName(const QDBusMessage &reply)
    {
        if (isError(reply))
            return finish(keychainErrorFrom(reply));
        m_name = reply.arguments().value(0).toString();
        call(owner(), path, wallet, u"isOpen"_s, &WalletProbeJob::onOpen, m_name);
    }
    void onOpen(const QDBusMessage &reply)
    {
        if (isError(reply))
            return finish(keychainErrorFrom(reply));
        judged(reply.arguments().value(0).toBool() ? KeychainState::Ok : KeychainState::Locked,
               m_name);
    }

    QString m_name;
};

class WalletOpenJob final : public WalletProbeJob
{
public:
    /// The call lasts as long as the person takes; Keychain's own limit ends the wait.
    WalletOpenJob(const QDBusConnection &bus, qint64 timeoutMs) : WalletProbeJob(bus, timeoutMs) { }

protected:
    void judged(KeychainState state, const QString &name) override
    {
        if (state == KeychainState::Ok)
            return finishAs(state);
        call(owner(), path, wallet, u"open"_s, &WalletOpenJob::onOpened, name, qlonglong(0),
             QCoreApplication::applicationName());
    }

private:
    void onOpened(const QDBusMessage &reply)
    {
        if (isError(reply))
            return finish(keychainErrorFrom(reply));
        if (reply.arguments().value(0).toInt() < 0)
            return finish(keychainError(KeychainState::Denied));
        finishAs(KeychainState::Ok);
    }
};

constexpr qint64 longestPromptMs = 600'000;

} // namespace

bool usesKWallet(const QProcessEnvironment &environment)
{
    // KWallet 4 is older than anything this builds on, and 0.13 does not know KWallet 6.
    if (environment.value(u"KDE_SESSION_VERSION"_s) != u"5"_s)
        return false;
    const QString desktop = environment.value(u"XDG_CURRENT_DESKTOP"_s);
    if (!desktop.isEmpty() && desktop != u"KDE"_s
        && QStringList { u"GNOME"_s, u"Unity"_s, u"XFCE"_s }.contains(desktop))
        return false;
    return desktop == u"KDE"_s || environment.value(u"DESKTOP_SESSION"_s) == u"kde"_s
        || !environment.value(u"KDE_FULL_SESSION"_s).isEmpty();
}

KWallet::KWallet(QDBusConnection bus, qint64 timeoutMs)
    : m_bus(std::move(bus)), m_timeoutMs(timeoutMs)
{ }

std::unique_ptr<ResultJob<KeychainStatus>> KWallet::probe()
{
    return std::make_unique<WalletProbeJob>(m_bus, m_timeoutMs);
}

std::unique_ptr<ResultJob<KeychainStatus>> KWallet::unlock()
{
    return std::make_unique<WalletOpenJob>(m_bus, longestPromptMs);
}

std::unique_ptr<ResultJob<QList<KeychainItem>>> KWallet::list()
{
    return makeDirectJob<QList<KeychainItem>>(
        [] { return Result<QList<KeychainItem>>(keychainError(KeychainState::Failed)); });
}

} // namespace mintmark
