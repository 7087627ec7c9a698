// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/arguments.h"

#include <CLI/CLI.hpp>

#include <QDateTime>
#include <QTimeZone>

namespace mintmark {

namespace {

constexpr qint64 year10000S = 253'402'300'800;

} // namespace

QString fromArgument(const std::string &argument)
{
    return QString::fromLocal8Bit(argument.data(), static_cast<qsizetype>(argument.size()));
}

std::optional<qint64> timeFromArgument(const QString &text)
{
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return qAbs(seconds) < year10000S ? std::optional(seconds * 1000) : std::nullopt;
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::utc());
    return time.toMSecsSinceEpoch();
}

void refuseOption(CLI::App &command, const char *option, const char *why)
{
    const auto refused = [option, why](const std::string &) {
        throw CLI::ValidationError(option, why);
    };
    command.add_option_function<std::string>(option, refused)->group(""); // not in --help
}

} // namespace mintmark
