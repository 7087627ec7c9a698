// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/widgets/barpainting.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace mintmark {

class NoticeBar;

/// What one click on a notice does.
struct NoticeOffer
{
    QString label; ///< empty: no button
    std::function<void()> accept;
    int seconds = 0; ///< then the notice goes; 0: it stays until closed
};

/// One line above the page for what happened and can be taken back: "Deleted Acme · Payments Out.
/// Undo (8)". A newer one takes the place of an older one.
class WindowNotice : public QWidget
{
    Q_OBJECT
public:
    explicit WindowNotice(QWidget *parent = nullptr);

    /// `other`: a second thing to do, whose seconds do not count.
    void show(BarKind kind, const QString &text, const NoticeOffer &offer = {},
              const NoticeOffer &other = {});
    /// Another text for what is shown and goes on.
    void setText(const QString &text);
    /// False when there was none.
    bool dismiss();

private:
    void countDown();
    void accept(const NoticeOffer &offer);

    NoticeBar *m_bar;
    QTimer m_timer;
    NoticeOffer m_offer;
    NoticeOffer m_other;
    int m_left = 0;
};

} // namespace mintmark
