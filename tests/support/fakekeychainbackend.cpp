// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/fakekeychainbackend.h"

namespace mintmark::test {

using namespace Qt::StringLiterals;

namespace {

/// Runs `work` against the system, at once or when the system lets go.
template <class T> class FakeJob final : public ResultJob<T>
{
public:
    using Work = std::function<Result<T>(FakeKeychainSystem &)>;
    FakeJob(FakeKeychainSystem &system, KeychainCall call, Work work)
        : m_system(system), m_call(call), m_work(std::move(work))
    { }

protected:
    void run() override
    {
        if (m_system.before)
            m_system.before(m_call);
        m_system.calls << m_call;
        m_system.mostRunning = std::max(m_system.mostRunning, ++m_system.running);
        const bool hangs = m_system.hangs && m_system.hangs(m_call);
        if (!hangs)
            return answer();
        // The system does its work whether or not somebody still waits for the answer.
        m_system.held.push_back(
            [guard = QPointer<FakeJob>(this), &system = m_system, work = m_work] {
                if (guard)
                    return guard->answer();
                --system.running;
                (void)work(system);
            });
    }

private:
    void answer()
    {
        --m_system.running;
        const std::optional<Error> refusal =
            m_system.refuse ? m_system.refuse(m_call) : std::optional<Error>();
        if (refusal)
            this->finish(*refusal);
        else
            this->finish(m_work(m_system));
    }

    FakeKeychainSystem &m_system;
    KeychainCall m_call;
    Work m_work;
};

template <class T>
std::unique_ptr<ResultJob<T>> makeJob(FakeKeychainSystem &system, KeychainCall call,
                                      typename FakeJob<T>::Work work)
{
    return std::make_unique<FakeJob<T>>(system, call, std::move(work));
}

qsizetype indexOf(const FakeKeychainSystem &system, const QString &key)
{
    for (qsizetype i = 0; i < system.items.size(); ++i) {
        if (system.items[i].key == key)
            return i;
    }
    return -1;
}

} // namespace

QByteArray FakeKeychainSystem::value(const QString &key) const
{
    const qsizetype index = indexOf(*this, key);
    return index < 0 ? QByteArray() : items[index].value;
}

void FakeKeychainSystem::letGo()
{
    hangs = nullptr;
    for (const auto &answer : std::exchange(held, {}))
        answer();
}

std::unique_ptr<ResultJob<SecretBytes>> FakeKeychainBackend::read(const QString &key)
{
    return makeJob<SecretBytes>(m_system, KeychainCall::Read,
                                [key](FakeKeychainSystem &system) -> Result<SecretBytes> {
                                    if (system.readsAs)
                                        return SecretBytes(*system.readsAs);
                                    const qsizetype index = indexOf(system, key);
                                    // As qtkeychain says of gnome-keyring: what is locked is not
                                    // there.
                                    if (index < 0 || system.state == KeychainState::Locked)
                                        return keychainError(KeychainState::NotFound);
                                    return SecretBytes(system.items[index].value);
                                });
}

std::unique_ptr<ResultJob<bool>> FakeKeychainBackend::write(const QString &key,
                                                            const QString &label, SecretBytes value)
{
    const QByteArray bytes = value.view().toByteArray();
    return makeJob<bool>(m_system, KeychainCall::Write,
                         [key, label, bytes](FakeKeychainSystem &system) -> Result<bool> {
                             if (system.dropsWrites)
                                 return true;
                             const qsizetype index = indexOf(system, key);
                             if (index < 0 || system.appendsWrites)
                                 system.items.append({ key, label, bytes });
                             else
                                 system.items[index] = { key, label, bytes };
                             return true;
                         });
}

std::unique_ptr<ResultJob<bool>> FakeKeychainBackend::remove(const QString &key)
{
    return makeJob<bool>(m_system, KeychainCall::Remove,
                         [key](FakeKeychainSystem &system) -> Result<bool> {
                             const qsizetype index = indexOf(system, key);
                             if (index >= 0)
                                 system.items.removeAt(index);
                             return true;
                         });
}

std::unique_ptr<ResultJob<KeychainStatus>> FakeKeychainBackend::probe()
{
    return makeJob<KeychainStatus>(m_system, KeychainCall::Probe,
                                   [](FakeKeychainSystem &system) -> Result<KeychainStatus> {
                                       return KeychainStatus { system.state, u"Fake Keyring"_s };
                                   });
}

std::unique_ptr<ResultJob<KeychainStatus>> FakeKeychainBackend::unlock()
{
    return makeJob<KeychainStatus>(m_system, KeychainCall::Unlock,
                                   [](FakeKeychainSystem &system) -> Result<KeychainStatus> {
                                       if (system.afterUnlock == KeychainState::Denied)
                                           return keychainError(KeychainState::Denied);
                                       system.state = system.afterUnlock;
                                       return KeychainStatus { system.state, u"Fake Keyring"_s };
                                   });
}

std::unique_ptr<ResultJob<QList<KeychainItem>>> FakeKeychainBackend::list()
{
    return makeJob<QList<KeychainItem>>(
        m_system, KeychainCall::List,
        [](FakeKeychainSystem &system) -> Result<QList<KeychainItem>> {
            QList<KeychainItem> items;
            for (const FakeKeychainSystem::Item &item : system.items)
                items << KeychainItem { item.key, item.label };
            return items;
        });
}

} // namespace mintmark::test
