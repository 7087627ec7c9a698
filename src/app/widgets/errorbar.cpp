// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/errorbar.h"

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr auto prefix = "cure-"_L1;

} // namespace

QString cureButtonId(Cure cure)
{
    return prefix + QString::number(static_cast<int>(cure));
}

std::optional<Cure> cureOfButton(const QString &buttonId)
{
    bool isNumber = false;
    const int number = buttonId.mid(prefix.size()).toInt(&isNumber);
    if (!buttonId.startsWith(prefix) || !isNumber || number < 0
        || number > static_cast<int>(Cure::CopyForTicket))
        return {};
    return static_cast<Cure>(number);
}

BarMessage errorMessage(const Error &error, const QString &meta)
{
    const ErrorText text = errorText(error);
    BarMessage message;
    message.kind = BarKind::Error;
    message.cause = text.cause;
    message.known = text.known;
    message.remedy = text.remedy;
    message.meta = meta;
    for (const Cure cure : text.cures)
        message.buttons.append({ cureButtonId(cure), cureText(cure) });
    return message;
}

} // namespace mintmark
