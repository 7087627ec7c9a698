// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "keychain/dbusjob.h"

#include <QDBusObjectPath>
#include <QMap>

namespace mintmark::secretservice {

/// a{ss}: what items are found by.
using Attributes = QMap<QString, QString>;
void registerTypes();

/// Finds items by the attributes qtkeychain gives them: "user" is the key, "server" the service.
template <class T> class ItemsJob : public DBusJob<T>
{
protected:
    ItemsJob(const QDBusConnection &bus, qint64 timeoutMs, Attributes attributes)
        : DBusJob<T>(bus, timeoutMs), m_attributes(std::move(attributes))
    { }
    void run() override;
    virtual void found(const QList<QDBusObjectPath> &unlocked,
                       const QList<QDBusObjectPath> &locked) = 0;

private:
    void onFound(const QDBusMessage &reply);

    const Attributes m_attributes;
};

class ListJob final : public ItemsJob<QList<KeychainItem>>
{
public:
    ListJob(const QDBusConnection &bus, qint64 timeoutMs, const QString &service);

protected:
    void found(const QList<QDBusObjectPath> &unlocked,
               const QList<QDBusObjectPath> &locked) override;

private:
    void onProperties(const QDBusMessage &reply);

    QList<KeychainItem> m_items;
    qsizetype m_expected = 0; ///< replies still to come
};

class HiddenJob final : public ItemsJob<bool>
{
public:
    HiddenJob(const QDBusConnection &bus, qint64 timeoutMs, const QString &service,
              const QString &key);

protected:
    void found(const QList<QDBusObjectPath> &unlocked,
               const QList<QDBusObjectPath> &locked) override;
};

class LabelJob final : public ItemsJob<bool>
{
public:
    LabelJob(const QDBusConnection &bus, qint64 timeoutMs, const QString &service,
             const QString &key, QString label);

protected:
    void found(const QList<QDBusObjectPath> &unlocked,
               const QList<QDBusObjectPath> &locked) override;

private:
    void onLabelled(const QDBusMessage &reply);

    const QString m_label;
};

} // namespace mintmark::secretservice
