// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <memory>

namespace mintmark {

/// Ctrl-C, Ctrl-Z and requests to end, as events: while one of these lives they do not cut the
/// program off in the middle. One at a time.
class Interruption : public QObject
{
    Q_OBJECT
public:
    explicit Interruption(QObject *parent = nullptr);
    ~Interruption() override;

Q_SIGNALS:
    /// 128 + signal, as shells count it.
    void interrupted(int exitCode);
    /// Right before the process stops (Ctrl-Z), and once it goes on.
    void suspending();
    void resumed();

private:
    void read();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace mintmark
