// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/clipboard/clipboardkeeper.h"

#include "app/clipboard/secretmimedata.h"
#include "base/clock.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QScopedValueRollback>

namespace mintmark {

using namespace Qt::StringLiterals;
using State = ClipboardStatus::State;

namespace {

/// A timer does not run while the computer sleeps; so it looks again at least this often.
constexpr qint64 longestWaitMs = 10'000;

QByteArray fingerprintOf(QByteArrayView text)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(text);
    return hash.result();
}

} // namespace

ClipboardKeeper::ClipboardKeeper(const Clock &clock, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_clipboard(QGuiApplication::clipboard()),
      m_needsFocus(QGuiApplication::platformName().startsWith("wayland"_L1))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &ClipboardKeeper::checkDeadline);
    connect(m_clipboard, &QClipboard::dataChanged, this, &ClipboardKeeper::checkOwner);
    connect(qGuiApp, &QCoreApplication::aboutToQuit, this, &ClipboardKeeper::clearAtEnd);
}

ClipboardKeeper::~ClipboardKeeper()
{
    clearAtEnd();
}

void ClipboardKeeper::setStatus(const ClipboardStatus &status)
{
    if (status == m_status)
        return;
    const bool waited = m_status.state == State::NotConfirmed;
    m_status = status;
    if (status.state == State::NotConfirmed)
        qGuiApp->installEventFilter(this); // sees every event: only as long as there is need
    else if (waited)
        qGuiApp->removeEventFilter(this);
    Q_EMIT changed();
}

void ClipboardKeeper::put(QMimeData *data)
{
    const QScopedValueRollback putting(m_putting, true);
    m_deadline.stop();
    m_clipboard->setMimeData(data, QClipboard::Clipboard);
}

void ClipboardKeeper::copySecret(SecretBytes text, const QString &owner)
{
    m_fingerprint = fingerprintOf(text.view());
    put(new SecretMimeData(std::move(text), m_hints.hints()));
    ClipboardStatus status { State::Ours, owner, {} };
    if (m_clearAfterS > 0)
        status.clearsAtBootMs = m_clock.bootMs() + qint64(m_clearAfterS) * 1000;
    setStatus(status);
    checkDeadline();
}

void ClipboardKeeper::copyText(const QString &text)
{
    auto *data = new QMimeData;
    data->setText(text);
    put(data);
    setStatus({});
}

void ClipboardKeeper::keep()
{
    if (m_status.state != State::Ours)
        return;
    m_deadline.stop();
    setStatus({ State::Kept, m_status.owner, {} });
}

void ClipboardKeeper::clearNow()
{
    // What nobody heard is tried again by the event filter: the key or click that leads here.
    clearOurs();
}

QString ClipboardKeeper::text() const
{
    return m_clipboard->text(QClipboard::Clipboard);
}

std::optional<int> ClipboardKeeper::secondsLeft() const
{
    if (!m_status.clearsAtBootMs)
        return std::nullopt;
    const qint64 left = qMax<qint64>(0, *m_status.clearsAtBootMs - m_clock.bootMs());
    return static_cast<int>((left + 999) / 1000);
}

void ClipboardKeeper::tick()
{
    checkDeadline();
}

void ClipboardKeeper::checkDeadline()
{
    if (m_status.state != State::Ours || !m_status.clearsAtBootMs)
        return;
    const qint64 left = *m_status.clearsAtBootMs - m_clock.bootMs();
    if (left <= 0)
        clearOurs();
    else
        m_deadline.start(static_cast<int>(qMin(left, longestWaitMs)));
}

/// Another program copied something: from now on that is none of our business.
void ClipboardKeeper::checkOwner()
{
    if (m_putting || m_clipboard->ownsClipboard())
        return;
    if (m_status.state != State::Ours && m_status.state != State::Kept)
        return;
    m_deadline.stop();
    setStatus({});
}

bool ClipboardKeeper::isHeard() const
{
    return !m_needsFocus || QGuiApplication::applicationState() == Qt::ApplicationActive;
}

void ClipboardKeeper::takeOff()
{
    const QScopedValueRollback putting(m_putting, true);
    if (m_needsFocus)
        m_clipboard->setMimeData(new SecretMimeData({}, m_hints.hints()), QClipboard::Clipboard);
    else
        m_clipboard->clear(QClipboard::Clipboard);
}

void ClipboardKeeper::clearOurs()
{
    if (m_status.state != State::Ours && m_status.state != State::Kept)
        return;
    m_deadline.stop();
    if (!m_clipboard->ownsClipboard()) {
        setStatus({});
        return;
    }
    const bool heard = isHeard();
    takeOff();
    setStatus({ heard ? State::Cleared : State::NotConfirmed, m_status.owner, {} });
}

bool ClipboardKeeper::eventFilter(QObject *watched, QEvent *event)
{
    // Not at once: the system must have been told of the event first.
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress)
        QTimer::singleShot(0, this, &ClipboardKeeper::retryClearing);
    return QObject::eventFilter(watched, event);
}

void ClipboardKeeper::retryClearing()
{
    if (m_status.state != State::NotConfirmed || !isHeard())
        return;
    // What another program copied meanwhile is not ours to take off.
    bool ours = m_clipboard->ownsClipboard();
    if (!ours) {
        QString there = text();
        QByteArray bytes = there.toUtf8();
        ours = fingerprintOf(bytes) == m_fingerprint;
        wipe(there);
        wipe(bytes);
    }
    if (ours)
        takeOff();
    setStatus({ State::Cleared, m_status.owner, {} });
}

void ClipboardKeeper::clearAtEnd()
{
    // What a person kept stays as far as the system lets it.
    if (m_status.state == State::Ours)
        clearOurs();
}

} // namespace mintmark
