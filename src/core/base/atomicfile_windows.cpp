// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// Written from the documentation; not tried on Windows yet.

#include "base/atomicfile.h"

#include <QFile>
#include <QSaveFile>

namespace mintmark::atomicfile {

using namespace Qt::StringLiterals;

QString replace(const QString &file, QByteArrayView bytes, AtomicWrite how)
{
    if (how.keepBackup && QFile::exists(file)) {
        const QString backup = file + u".bak"_s;
        QFile::remove(backup);
        if (!QFile::copy(file, backup))
            return u"The backup could not be written"_s;
    }
    QSaveFile saver(file);
    if (!saver.open(QIODevice::WriteOnly))
        return saver.errorString();
    // commit() reports success after a short write.
    if (saver.write(bytes.data(), bytes.size()) != bytes.size() || !saver.flush()) {
        const QString fault = saver.errorString();
        saver.cancelWriting();
        return fault;
    }
    return saver.commit() ? QString() : saver.errorString();
}

} // namespace mintmark::atomicfile
