// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/keychainmodule.h"

#include "base/directjob.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibrary>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

using Make = KeychainBackend *(*)(const char *version, qint64 probeTimeoutMs);

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KeychainModule)
};

class LoadedKeychain final : public KeychainBackend
{
public:
    LoadedKeychain(const QString &file, qint64 timeoutMs) : m_file(file), m_timeoutMs(timeoutMs) { }

    std::unique_ptr<ResultJob<SecretBytes>> read(const QString &key) override
    {
        return ask<SecretBytes>([&] { return m_backend->read(key); });
    }
    std::unique_ptr<ResultJob<bool>> write(const QString &key, const QString &label,
                                           SecretBytes value) override
    {
        return ask<bool>([&] { return m_backend->write(key, label, std::move(value)); });
    }
    std::unique_ptr<ResultJob<bool>> remove(const QString &key) override
    {
        return ask<bool>([&] { return m_backend->remove(key); });
    }
    std::unique_ptr<ResultJob<KeychainStatus>> probe() override
    {
        return ask<KeychainStatus>([&] { return m_backend->probe(); });
    }
    std::unique_ptr<ResultJob<KeychainStatus>> unlock() override
    {
        return ask<KeychainStatus>([&] { return m_backend->unlock(); });
    }
    std::unique_ptr<ResultJob<QList<KeychainItem>>> list() override
    {
        return ask<QList<KeychainItem>>([&] { return m_backend->list(); });
    }
    qsizetype sizeLimit() const override { return m_backend ? m_backend->sizeLimit() : 0; }

private:
    template<class T, class Function> std::unique_ptr<ResultJob<T>> ask(Function function)
    {
        if (const Result<void> loaded = load(); !loaded)
            return makeDirectJob<T>([error = loaded.error()] { return Result<T>(error); });
        return function();
    }

    Result<void> load()
    {
        if (m_backend)
            return {};
        QLibrary library(m_file); // stays loaded: jobs may outlive this
        const auto make = reinterpret_cast<Make>(library.resolve("mintmarkKeychain"));
        if (make == nullptr)
            return fault(library.errorString());
        m_backend.reset(make(MINTMARK_VERSION, m_timeoutMs));
        return m_backend ? Result<void>() : fault(Text::tr("It is of another version."));
    }
    Error fault(const QString &detail) const
    {
        Error error = keychainError(
            KeychainState::Failed,
            Text::tr("%1, the part of Mintmark that speaks to it, cannot be loaded. Install Mintmark again.")
                .arg(m_file));
        error.detail = detail;
        return error;
    }

    const QString m_file;
    const qint64 m_timeoutMs;
    std::unique_ptr<KeychainBackend> m_backend;
};

} // namespace

QString keychainModuleFile()
{
    return QDir::cleanPath(QCoreApplication::applicationDirPath()
                           + QStringLiteral("/" MINTMARK_MODULES "/mintmark-keychain"));
}

std::unique_ptr<KeychainBackend> loadedKeychain(const QString &file, qint64 probeTimeoutMs)
{
    return std::make_unique<LoadedKeychain>(file, probeTimeoutMs);
}

} // namespace mintmark
