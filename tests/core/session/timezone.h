// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <ctime>

namespace mintmark::test {

/// The time zone of this process, until the end of the block.
class TimeZone
{
public:
    explicit TimeZone(const QByteArray &name) : m_former(qgetenv("TZ")) { set(name); }
    ~TimeZone() { set(m_former); }
    Q_DISABLE_COPY_MOVE(TimeZone)

private:
    static void set(const QByteArray &name)
    {
        if (name.isEmpty())
            qunsetenv("TZ");
        else
            qputenv("TZ", name);
        tzset();
    }

    const QByteArray m_former;
};

} // namespace mintmark::test
