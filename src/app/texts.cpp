// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/texts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace mintmark {

using namespace Qt::StringLiterals;

void installTexts(QCoreApplication &application)
{
    auto *texts = new QTranslator(&application);
    const QString folder = u":/translations"_s;
    if (texts->load(QLocale(), u"mintmark"_s, u"_"_s, folder) || texts->load(u"mintmark_en"_s, folder))
        QCoreApplication::installTranslator(texts);
}

} // namespace mintmark
