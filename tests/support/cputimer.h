// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <ctime>

namespace mintmark::test {

/// How long this thread has worked: a busy machine does not make it longer, as it does the time on the wall.
class CpuTimer
{
public:
    /// In ms.
    qint64 elapsed() const { return now() - m_begun; }
    qint64 restart()
    {
        const qint64 past = elapsed();
        m_begun = now();
        return past;
    }

private:
    static qint64 now()
    {
        timespec time {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return time.tv_sec * 1000 + time.tv_nsec / 1'000'000;
    }

    qint64 m_begun = now();
};

} // namespace mintmark::test
