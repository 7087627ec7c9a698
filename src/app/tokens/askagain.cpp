// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/askagain.h"

#include "app/widgets/errorbar.h"

#include <QCoreApplication>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1000;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AskAgain)
};

} // namespace

qint64 waitAskedFor(const Error &error)
{
    if (error.code != ErrorCode::TooManyRequests && error.code != ErrorCode::ServerFailed)
        return 0;
    return error.argument(u"seconds").toLongLong() * second;
}

void offerAskAgain(BarMessage &message, qint64 remainingMs)
{
    const auto tries = [](const BarButton &button) {
        return button.id == cureButtonId(Cure::TryAgain);
    };
    const auto button = std::ranges::find_if(message.buttons, tries);
    if (button == message.buttons.end())
        return;
    const qint64 seconds = (remainingMs + second - 1) / second;
    button->enabled = seconds <= 0;
    button->text =
        button->enabled ? Text::tr("Ask again") : Text::tr("Ask again in %1 s").arg(seconds);
}

} // namespace mintmark
