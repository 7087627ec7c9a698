// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QIODevice>

namespace mintmark {

/// A request body that can be read once. Qt sends a request again up to four times when the server
/// hangs up, unless its body comes from a sequential device that cannot go back (measured with Qt 6.4:
/// together with Content-Length and DoNotBufferUploadDataAttribute, for bodiless methods too).
class OnceBody : public QIODevice
{
    Q_OBJECT
public:
    /// `bytes` must live as long as the device.
    explicit OnceBody(QByteArrayView bytes, QObject *parent = nullptr);

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_position; }
    bool atEnd() const override { return bytesAvailable() == 0; }
    /// Always refused.
    bool reset() override { return false; }

    bool isTouched() const { return m_position > 0; }

Q_SIGNALS:
    /// Just before the first byte is handed out: head and body leave now.
    void aboutToLeave();

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArrayView m_bytes;
    qint64 m_position = 0;
};

} // namespace mintmark
