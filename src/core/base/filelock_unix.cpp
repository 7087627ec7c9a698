// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/filelock.h"

#include <QDeadlineTimer>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <unistd.h>

namespace mintmark {

class FileLock::Private
{
public:
    int fd = -1;
    bool held = false;
};

FileLock::FileLock(const QString &file, qint64 timeoutMs) : d(std::make_unique<Private>())
{
    const QByteArray name = QFile::encodeName(file);
    d->fd = ::open(name.constData(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (d->fd < 0)
        return;
    // QLockFile would look again after 100, 200, 400 … ms; such locks are held for a few.
    const QDeadlineTimer deadline(timeoutMs);
    while (!(d->held = ::flock(d->fd, LOCK_EX | LOCK_NB) == 0)) {
        if ((errno != EWOULDBLOCK && errno != EINTR) || deadline.hasExpired())
            return;
        ::poll(nullptr, 0, 1); // a millisecond
    }
}

FileLock::~FileLock()
{
    if (d->fd >= 0)
        ::close(d->fd);
}

bool FileLock::isHeld() const
{
    return d->held;
}

bool FileLock::isForbidden() const
{
    return d->fd < 0;
}

} // namespace mintmark
