// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/chosenfile.h"

#include "base/secretbytes.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

namespace mintmark {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChosenFile)
};

} // namespace

ChosenFile readChosenFile(const QString &path, qsizetype largest)
{
    ChosenFile chosen;
    QFile file(path);
    const bool isOpen = file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    if (isOpen)
        chosen.bytes = file.read(largest + 1);
    if (!isOpen || file.error() != QFileDevice::NoError) {
        chosen.fault = Text::tr("The file cannot be read: %1.", "what the system says")
                           .arg(file.errorString());
    } else if (chosen.bytes.size() > largest) {
        wipe(chosen.bytes);
        chosen.fault = Text::tr("The file is too long: it has more than %1.", "64 KiB")
                           .arg(QLocale().formattedDataSize(largest, 0));
    }
    return chosen;
}

} // namespace mintmark
