// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/secretserviceunlock.h"

#include "keychain/secretservicenames.h"

namespace mintmark::secretservice {

using namespace Qt::StringLiterals;

namespace {

constexpr auto patienceWithoutScreen = std::chrono::milliseconds(1'500);

} // namespace

ProbeJob::ProbeJob(const QDBusConnection &bus, qint64 timeoutMs)
    : ServiceJob(bus, timeoutMs, busName)
{ }

void ProbeJob::reached()
{
    call(owner(), servicePath, serviceInterface, u"ReadAlias"_s, &ProbeJob::onDefault,
         u"default"_s);
}

void ProbeJob::onDefault(const QDBusMessage &reply)
{
    if (isError(reply))
        return finish(keychainErrorFrom(reply));
    m_collection = reply.arguments().value(0).value<QDBusObjectPath>();
    if (m_collection.path() == u"/"_s)
        return judged(KeychainState::Locked, m_collection);
    askLocked();
}

void ProbeJob::askLocked()
{
    call(owner(), m_collection.path(), propertiesInterface, u"Get"_s, &ProbeJob::onLocked,
         QString(collectionInterface), u"Locked"_s);
}

void ProbeJob::onLocked(const QDBusMessage &reply)
{
    if (isError(reply))
        return finish(keychainErrorFrom(reply));
    const bool locked = reply.arguments().value(0).value<QDBusVariant>().variant().toBool();
    judged(locked ? KeychainState::Locked : KeychainState::Ok, m_collection);
}

void ProbeJob::judged(KeychainState state, const QDBusObjectPath &)
{
    finishAs(state);
}

UnlockJob::UnlockJob(const QDBusConnection &bus, qint64 timeoutMs, bool prompts)
    : ProbeJob(bus, timeoutMs), m_prompts(prompts)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        dismiss();
        finishAs(KeychainState::Locked);
    });
}

void UnlockJob::judged(KeychainState state, const QDBusObjectPath &collection)
{
    if (state != KeychainState::Locked || m_asked)
        return finishAs(state);
    m_asked = true;
    if (collection.path() == u"/"_s) {
        const QVariantMap properties { { u"org.freedesktop.Secret.Collection.Label"_s,
                                         u"Login"_s } };
        call(owner(), servicePath, serviceInterface, u"CreateCollection"_s,
             &UnlockJob::onPromptOffered, properties, u"default"_s);
    } else {
        call(owner(), servicePath, serviceInterface, u"Unlock"_s, &UnlockJob::onPromptOffered,
             QList<QDBusObjectPath> { collection });
    }
}

void UnlockJob::onPromptOffered(const QDBusMessage &reply)
{
    if (isError(reply))
        return finish(keychainErrorFrom(reply));
    const QString path = reply.arguments().value(1).value<QDBusObjectPath>().path();
    if (path == u"/"_s)
        return reached(); // it took none: look again
    m_prompt = std::make_unique<SecretPrompt>(owner(), path, bus());
    connect(m_prompt.get(), &SecretPrompt::Completed, this,
            [this](bool dismissed) { onCompleted(dismissed); });
    if (!m_prompts)
        m_patience.start(patienceWithoutScreen);
    // Without a window to belong to: the id would be an X11 one only.
    call(owner(), path, QLatin1StringView(SecretPrompt::interfaceName), u"Prompt"_s,
         &UnlockJob::onPromptShown, QString());
}

void UnlockJob::onPromptShown(const QDBusMessage &reply)
{
    // KeePassXC answers this call only after its dialog: no reply is no error here.
    if (isError(reply) && keychainErrorFrom(reply).code != ErrorCode::KeychainBusy)
        finish(keychainErrorFrom(reply));
}

void UnlockJob::onCompleted(bool dismissed)
{
    m_patience.stop();
    m_prompt.reset();
    if (!dismissed)
        return reached();
    if (m_prompts)
        finish(keychainError(KeychainState::Denied));
    else
        finishAs(KeychainState::Locked);
}

void UnlockJob::stop()
{
    dismiss();
}

void UnlockJob::dismiss()
{
    if (m_prompt)
        m_prompt->asyncCall(u"Dismiss"_s);
    m_patience.stop();
    m_prompt.reset();
}

} // namespace mintmark::secretservice
