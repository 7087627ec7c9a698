// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/statusbar/windowstatusbar.h"

#include "app/statusbar/statusbutton.h"
#include "app/theme/metrics.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/iconlabel.h"
#include "app/widgets/plaintooltip.h"
#include "base/displaytext.h"

#include <QCoreApplication>
#include <QHBoxLayout>

namespace mintmark {

using namespace Qt::StringLiterals;
using State = ClipboardStatus::State;

namespace {

constexpr int widestKept = 160; ///< of keychain and work before they too give way

} // namespace

QString clipboardText(const ClipboardStatus &status, std::optional<int> secondsLeft)
{
    const auto translated = [](const char *text) {
        return QCoreApplication::translate("ClipboardText", text);
    };
    const QString owner = displayText(status.owner).text;
    switch (status.state) {
    case State::Empty:
        return {};
    case State::Ours:
        if (secondsLeft)
            return translated("Clipboard: token of %1, clears in %2 s")
                .arg(owner, QString::number(*secondsLeft));
        return translated("Clipboard: token of %1").arg(owner);
    case State::Kept:
        return translated("Clipboard: token of %1, kept").arg(owner);
    case State::Cleared:
        return translated("Clipboard cleared.");
    case State::NotConfirmed:
        return translated(
            "Could not confirm that the clipboard was cleared: Wayland does not let a "
            "window in the background look.");
    }
    return {};
}

WindowStatusBar::WindowStatusBar(QWidget *parent)
    : Pane(&Theme::window, parent),
      m_keychainIcon(new IconLabel(Icon::Lock, metrics::iconSmall, this)),
      m_keychain(new ElidingLabel(this)),
      m_unlock(new StatusButton(tr("Unlock…"), this)),
      m_work(new ElidingLabel(this)),
      m_clipboardIcon(new IconLabel(Icon::Clip, metrics::iconSmall, this)),
      m_clipboard(new ElidingLabel(this)),
      m_keep(new StatusButton(tr("Keep"), this)),
      m_clear(new StatusButton(tr("Clear now"), this)),
      m_copyAgain(new StatusButton(tr("Copy again"), this))
{
    setLines(Qt::TopEdge);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Status"));
    for (ElidingLabel *label : { m_keychain, m_work, m_clipboard })
        label->setTextStyle(TextStyle::Caption);
    m_keychain->setHugging(true);
    m_clipboard->setHugging(true);
    m_work->setHugging(true);
    m_work->setColorRole(&Theme::text2);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::space4 - 2, 1, metrics::space2 + 4, 0);
    row->setSpacing(metrics::space2);
    row->addWidget(m_keychainIcon);
    row->addWidget(m_keychain);
    row->addWidget(m_unlock);
    row->addStretch(1);
    row->addWidget(m_work);
    row->addStretch(1);
    row->addWidget(m_clipboardIcon);
    row->addWidget(m_clipboard);
    row->addWidget(m_keep);
    row->addWidget(m_clear);
    row->addWidget(m_copyAgain);
    const int text = QFontMetrics(font()).height();
    setMinimumHeight(qMax(metrics::statusBarHeight, text + metrics::space4));

    connect(m_unlock, &QAbstractButton::clicked, this, &WindowStatusBar::unlockRequested);
    connect(m_keep, &QAbstractButton::clicked, this, &WindowStatusBar::keepRequested);
    connect(m_clear, &QAbstractButton::clicked, this, &WindowStatusBar::clearRequested);
    connect(m_copyAgain, &QAbstractButton::clicked, this, &WindowStatusBar::copyAgainRequested);
    setKeychain({}, false);
    setClipboard({}, {});
}

void WindowStatusBar::setKeychain(const KeychainStatus &status, bool known)
{
    m_line = keychainLine(status, known);
    m_keychainIcon->setIcon(m_line.icon, m_line.color);
    m_keychain->setColorRole(m_line.color);
    m_unlock->setVisible(m_line.canUnlock);
    showKeychain();
}

/// Narrow windows leave out which service it is, and where all is well everything but the icon.
void WindowStatusBar::showKeychain()
{
    const bool wide = width() >= metrics::widthMedium;
    const bool well = m_line.color == &Theme::text2;
    const QString whole =
        m_line.service.isEmpty() ? m_line.text : m_line.text + u" · "_s + m_line.service;
    m_keychain->setText(wide ? whole : m_line.text);
    m_keychain->setMinimumWidth(qMin(m_keychain->sizeHint().width(), widestKept));
    m_keychain->setVisible(wide || !well);
    m_keychainIcon->setAccessibleName(whole);
    m_keychainIcon->setToolTip(plainToolTip(whole));
}

void WindowStatusBar::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    showKeychain();
}

void WindowStatusBar::setUnlocking(bool unlocking)
{
    m_unlock->setEnabled(!unlocking);
}

void WindowStatusBar::setClipboard(const ClipboardStatus &status, std::optional<int> secondsLeft)
{
    const QString text = clipboardText(status, secondsLeft);
    const bool warns = status.state == State::NotConfirmed;
    const ColorRole color = warns ? &Theme::warn : &Theme::text;
    m_clipboardIcon->setIcon(warns ? Icon::Warn : Icon::Clip, color);
    m_clipboardIcon->setVisible(!text.isEmpty());
    // Whose it is gives way before the seconds do.
    m_clipboard->setElideMode(status.state == State::Ours ? Qt::ElideMiddle : Qt::ElideRight);
    m_clipboard->setText(text);
    m_clipboard->setColorRole(color);
    m_clipboard->setVisible(!text.isEmpty());
    m_keep->setVisible(status.state == State::Ours && secondsLeft);
    m_clear->setVisible(status.state == State::Ours || status.state == State::Kept || warns);
    m_copyAgain->setVisible(status.state == State::Cleared);
}

void WindowStatusBar::setWork(const QString &text)
{
    m_work->setText(text);
    m_work->setMinimumWidth(qMin(m_work->sizeHint().width(), widestKept));
}

} // namespace mintmark
