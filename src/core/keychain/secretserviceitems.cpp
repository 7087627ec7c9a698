// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/secretserviceitems.h"

#include "keychain/secretservicenames.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusVariant>

namespace mintmark::secretservice {

using namespace Qt::StringLiterals;

namespace {

/// Schema of qtkeychain's libsecret backend; only binary items are ours.
Attributes attributesOf(const QString &itemService, const QString &key = {})
{
    Attributes attributes { { u"server"_s, itemService },
                            { u"type"_s, u"base64"_s },
                            { u"xdg:schema"_s, u"org.qt.keychain"_s } };
    if (!key.isEmpty())
        attributes.insert(u"user"_s, key);
    return attributes;
}

} // namespace

void registerTypes()
{
    qDBusRegisterMetaType<Attributes>();
}

template <class T> void ItemsJob<T>::run()
{
    this->call(busName, servicePath, serviceInterface, u"SearchItems"_s, &ItemsJob::onFound,
               m_attributes);
}

template <class T> void ItemsJob<T>::onFound(const QDBusMessage &reply)
{
    if (isError(reply))
        return this->finish(keychainErrorFrom(reply));
    const QVariantList lists = reply.arguments();
    found(qdbus_cast<QList<QDBusObjectPath>>(lists.value(0)),
          qdbus_cast<QList<QDBusObjectPath>>(lists.value(1)));
}

ListJob::ListJob(const QDBusConnection &bus, qint64 timeoutMs, const QString &itemService)
    : ItemsJob(bus, timeoutMs, attributesOf(itemService))
{ }

void ListJob::found(const QList<QDBusObjectPath> &unlocked, const QList<QDBusObjectPath> &)
{
    m_expected = unlocked.size();
    if (m_expected == 0)
        return finish(m_items);
    for (const QDBusObjectPath &path : unlocked)
        call(busName, path.path(), propertiesInterface, u"GetAll"_s, &ListJob::onProperties,
             QString(itemInterface));
}

void ListJob::onProperties(const QDBusMessage &reply)
{
    if (!isError(reply)) { // else it was removed meanwhile
        const auto values = qdbus_cast<QVariantMap>(reply.arguments().value(0));
        const auto attributes = qdbus_cast<Attributes>(values.value(u"Attributes"_s));
        m_items << KeychainItem { attributes.value(u"user"_s),
                                  values.value(u"Label"_s).toString() };
    }
    if (--m_expected == 0)
        finish(m_items);
}

HiddenJob::HiddenJob(const QDBusConnection &bus, qint64 timeoutMs, const QString &itemService,
                     const QString &key)
    : ItemsJob(bus, timeoutMs, attributesOf(itemService, key))
{ }

void HiddenJob::found(const QList<QDBusObjectPath> &unlocked, const QList<QDBusObjectPath> &locked)
{
    finish(unlocked.isEmpty() && !locked.isEmpty());
}

LabelJob::LabelJob(const QDBusConnection &bus, qint64 timeoutMs, const QString &itemService,
                   const QString &key, QString label)
    : ItemsJob(bus, timeoutMs, attributesOf(itemService, key)), m_label(std::move(label))
{ }

void LabelJob::found(const QList<QDBusObjectPath> &unlocked, const QList<QDBusObjectPath> &)
{
    if (unlocked.isEmpty())
        return finish(false);
    call(busName, unlocked.first().path(), propertiesInterface, u"Set"_s, &LabelJob::onLabelled,
         QString(itemInterface), u"Label"_s, QDBusVariant(m_label));
}

void LabelJob::onLabelled(const QDBusMessage &reply)
{
    if (isError(reply))
        return finish(keychainErrorFrom(reply));
    finish(true);
}

} // namespace mintmark::secretservice
