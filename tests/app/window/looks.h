// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/themecontroller.h"
#include "support/testmain.h"

#include <QApplication>
#include <QImage>
#include <QTimer>
#include <QTranslator>

namespace mintmark::test {

using namespace Qt::StringLiterals;

struct NamedTheme
{
    ThemeChoice choice;
    QString name;
};
inline const NamedTheme themes[] { { ThemeChoice::Light, u"light"_s },
                                   { ThemeChoice::Dark, u"dark"_s },
                                   { ThemeChoice::HighContrast, u"contrast"_s } };

/// Every word longer by two fifths and with marks above, as the longest language has it.
class PseudoTranslator final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        if (text.isEmpty())
            return text;
        static const QString filling = u" äöü ÄÖÜ éèê"_s;
        const qsizetype more = text.size() * 2 / 5;
        return u"[!! "_s + text + filling.repeated(more / filling.size() + 1).first(more)
            + u" !!]"_s;
    }
};

/// Texts of this size and, if asked for, in the longest language, until it goes.
class Speech
{
public:
    Speech(int fontSize, bool pseudo) : m_usual(QApplication::font())
    {
        if (pseudo)
            QVERIFY(QCoreApplication::installTranslator(&m_translator));
        QFont font = m_usual;
        font.setPixelSize(fontSize);
        QApplication::setFont(font);
    }
    ~Speech()
    {
        QApplication::setFont(m_usual);
        QCoreApplication::removeTranslator(&m_translator);
    }
    Q_DISABLE_COPY_MOVE(Speech)

private:
    QFont m_usual;
    PseudoTranslator m_translator;
};

/// What waits to be laid out and painted is done. A layout in a layout takes a round each, and
/// views of items wait for a timer of no time.
inline void settle()
{
    for (int round = 0; round < 6; ++round)
        QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    bool turned = false;
    QTimer::singleShot(0, qApp, [&turned] { turned = true; });
    QTRY_VERIFY(turned);
    QCoreApplication::sendPostedEvents();
}

/// In the folder MINTMARK_SCREENSHOTS names, if it does.
inline void keep(const QImage &picture, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("MINTMARK_SCREENSHOTS"); !folder.isEmpty())
        picture.save(folder + u'/' + name + u".png"_s);
}

} // namespace mintmark::test
