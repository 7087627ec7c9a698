// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/atomicfile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace mintmark::atomicfile {

namespace {

QString said(int error)
{
    return QString::fromLocal8Bit(std::generic_category().message(error));
}

/// Closes on every way out.
class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) { }
    ~Descriptor() { close(); }
    Q_DISABLE_COPY_MOVE(Descriptor)

    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }
    /// Some file systems report a failed write only here.
    bool close() { return m_fd < 0 || ::close(std::exchange(m_fd, -1)) == 0; }

private:
    int m_fd;
};

int openNew(const QByteArray &name)
{
    constexpr int flags = O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC;
    const int fd = ::open(name.constData(), flags, 0600);
    if (fd >= 0 || errno != EEXIST)
        return fd;
    // Left by a process that had our number and was killed.
    ::unlink(name.constData());
    return ::open(name.constData(), flags, 0600);
}

bool writeAll(int fd, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(fd, bytes.data(), static_cast<size_t>(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0) {
            errno = written == 0 ? ENOSPC : errno;
            return false;
        }
        bytes = bytes.sliced(written);
    }
    return true;
}

/// The name beside `file` that this process may use.
QByteArray temporaryName(const QByteArray &file, const char *what = "")
{
    return file + temporaryInfix + what + QByteArray::number(static_cast<qint64>(::getpid()));
}

/// `file` keeps its name all the time, so that a crash in between loses nothing.
bool keepAsBackup(const QByteArray &file)
{
    if (::access(file.constData(), F_OK) != 0)
        return errno == ENOENT;
    const QByteArray link = temporaryName(file, "bak-");
    const QByteArray backup = file + ".bak";
    ::unlink(link.constData());
    if (::link(file.constData(), link.constData()) == 0) {
        // rename(2) does nothing when both names are one file already.
        const bool renamed = ::rename(link.constData(), backup.constData()) == 0;
        ::unlink(link.constData());
        return renamed;
    }
    // File systems without hard links.
    const Result<QByteArray> content = readWhole(QFile::decodeName(file));
    errno = EIO;
    return content.ok() && replace(QFile::decodeName(backup), *content, {}).isEmpty();
}

bool syncFolder(const QString &file)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(file).absolutePath());
    const Descriptor directory(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Not every file system can sync a folder; the file itself is on disk by now.
    return directory.isOpen() && (::fsync(directory.get()) == 0 || errno == EINVAL);
}

} // namespace

QString replace(const QString &file, QByteArrayView bytes, AtomicWrite how)
{
    const QByteArray target = QFile::encodeName(file);
    struct stat info
    { };
    if (::stat(target.constData(), &info) == 0 && !S_ISREG(info.st_mode))
        return said(S_ISDIR(info.st_mode) ? EISDIR : EINVAL);
    const QByteArray temporary = temporaryName(target);
    Descriptor fd(openNew(temporary));
    if (!fd.isOpen())
        return said(errno);
    const bool written = writeAll(fd.get(), bytes) && (!how.sync || ::fsync(fd.get()) == 0);
    const int writeError = errno;
    if (!written || !fd.close()) {
        const int error = written ? errno : writeError;
        ::unlink(temporary.constData());
        return said(error);
    }
    if ((how.keepBackup && !keepAsBackup(target))
        || ::rename(temporary.constData(), target.constData()) != 0) {
        const int error = errno;
        ::unlink(temporary.constData());
        return said(error);
    }
    if (how.sync && !syncFolder(file))
        return said(errno);
    return {};
}

} // namespace mintmark::atomicfile
