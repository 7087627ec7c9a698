// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/oncebody.h"

#include <cstring>

namespace mintmark {

OnceBody::OnceBody(QByteArrayView bytes, QObject *parent) : QIODevice(parent), m_bytes(bytes)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceBody::readData(char *data, qint64 maximum)
{
    if (atEnd())
        return -1;
    if (m_position == 0)
        Q_EMIT aboutToLeave();
    const qint64 size = qMin(maximum, m_bytes.size() - m_position);
    std::memcpy(data, m_bytes.data() + m_position, static_cast<size_t>(size));
    m_position += size;
    return size;
}

qint64 OnceBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace mintmark
