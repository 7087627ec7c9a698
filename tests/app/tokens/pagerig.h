// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/systemtheme.h"
#include "app/theme/themecontroller.h"
#include "app/widgets/wraplabel.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QScrollBar>
#include <QTest>
#include <QWidget>

namespace mintmark::test {

/// Dresses the application in a theme until it goes; the next one dresses it anew.
class Dress
{
public:
    explicit Dress(ThemeChoice choice) : m_controller(m_system, choice) { }

private:
    SystemTheme m_system { false };
    ThemeController m_controller;
};

/// A window of that size with the page where the real one has it: beside the list, between menu
/// bar and status bar.
class Host : public QWidget
{
public:
    Host(QWidget &page, QSize window) : m_page(page)
    {
        resize(window);
        page.setParent(this);
        constexpr int bars = 60;
        const int list = window.width() >= 1040 ? 321 : window.width() >= 840 ? 261 : 0;
        page.setGeometry(list, 0, window.width() - list, window.height() - bars);
        page.show();
        m_corner = new QWidget(this);
        m_corner->setGeometry(0, window.height() - 2, 2, 2);
        m_corner->installEventFilter(this);
        show();
        settle();
    }
    ~Host() override { m_page.setParent(nullptr); }

    /// Layouts and paints that wait are done: what waits is painted in one go, the corner with it.
    void settle()
    {
        QCoreApplication::sendPostedEvents();
        m_painted = false;
        m_corner->update();
        QTRY_VERIFY(m_painted);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_painted = m_painted || (watched == m_corner && event->type() == QEvent::Paint);
        return false;
    }

private:
    QWidget &m_page;
    QWidget *m_corner = nullptr;
    bool m_painted = false;
};

/// With MINTMARK_SCREENSHOTS the picture is kept there to be looked at.
inline QImage pictured(QWidget &page, const QString &name)
{
    const QImage image = page.grab().toImage();
    if (const QString folder = qEnvironmentVariable("MINTMARK_SCREENSHOTS"); !folder.isEmpty())
        image.save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
    return image;
}

/// Labels that have no room for all their lines.
inline QStringList tooLow(const QWidget &page)
{
    QStringList names;
    const auto labels = page.findChildren<WrapLabel *>();
    for (const WrapLabel *label : labels) {
        if (label->isVisible() && label->height() < label->heightForWidth(label->width()))
            names << label->text();
    }
    return names;
}

/// Names of what can be scrolled sideways: nothing should.
inline QStringList scrolledSideways(const QWidget &page)
{
    QStringList names;
    const auto areas = page.findChildren<QAbstractScrollArea *>();
    for (const QAbstractScrollArea *area : areas) {
        if (area->isVisible() && area->horizontalScrollBar()->isVisible())
            names << QString::fromLatin1(area->metaObject()->className());
    }
    return names;
}

/// Widgets that reach out of their parents at the right.
inline QStringList cutOff(const QWidget &page)
{
    QStringList names;
    const auto widgets = page.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const QWidget *parent = widget->parentWidget();
        if (widget->isVisible() && widget->geometry().right() > parent->rect().right() + 1)
            names << QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ')
                    + widget->accessibleName();
    }
    return names;
}

} // namespace mintmark::test
