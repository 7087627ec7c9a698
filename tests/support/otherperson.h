// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFile>
#include <QString>

#include <unistd.h>

namespace mintmark::test {

/// Rights count for nothing to root: while this lives, the process is somebody else. Does nothing
/// for anybody who is not root.
class OtherPerson
{
public:
    OtherPerson()
    {
        if (m_wasRoot && setresuid(nobody, nobody, 0) != 0)
            qFatal("cannot become another person");
    }
    ~OtherPerson()
    {
        if (m_wasRoot && setresuid(0, 0, 0) != 0)
            qFatal("cannot become root again");
    }
    Q_DISABLE_COPY_MOVE(OtherPerson)

    /// Makes `path` theirs.
    static bool give(const QString &path)
    {
        return geteuid() != 0 || chown(QFile::encodeName(path).constData(), nobody, nobody) == 0;
    }

private:
    static constexpr uid_t nobody = 65534;
    const bool m_wasRoot = geteuid() == 0;
};

} // namespace mintmark::test
