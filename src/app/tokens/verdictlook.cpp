// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/verdictlook.h"

#include <QCoreApplication>

namespace mintmark {

ColorRole toneColor(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        break;
    case Tone::Ok:
        return &Theme::ok;
    case Tone::Warning:
        return &Theme::warn;
    case Tone::Fault:
        return &Theme::err;
    case Tone::Info:
        return &Theme::info;
    }
    return &Theme::text2;
}

ColorRole toneBarColor(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        break;
    case Tone::Ok:
        return &Theme::accent;
    case Tone::Warning:
        return &Theme::warnLine;
    case Tone::Fault:
        return &Theme::errLine;
    case Tone::Info:
        return &Theme::infoLine;
    }
    return &Theme::text2;
}

TimeBar::Shape barShape(Verdict::Bar bar)
{
    switch (bar) {
    case Verdict::Bar::Empty:
        break;
    case Verdict::Bar::Filled:
        return TimeBar::Shape::Filled;
    case Verdict::Bar::Hollow:
        return TimeBar::Shape::Hollow;
    case Verdict::Bar::Hatched:
        return TimeBar::Shape::Hatched;
    case Verdict::Bar::EndCap:
        return TimeBar::Shape::EndCap;
    }
    return TimeBar::Shape::Empty;
}

Icon iconByName(const QString &name)
{
    for (int i = 0; i <= static_cast<int>(Icon::Last); ++i) {
        if (IconSet::name(static_cast<Icon>(i)) == name)
            return static_cast<Icon>(i);
    }
    return Icon::Info;
}

Icon severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        break;
    case Severity::Warning:
        return Icon::Warn;
    case Severity::Error:
        return Icon::Error;
    }
    return Icon::Info;
}

ColorRole severityColor(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        break;
    case Severity::Warning:
        return &Theme::warn;
    case Severity::Error:
        return &Theme::err;
    }
    return &Theme::info;
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        break;
    case Severity::Warning:
        return QCoreApplication::translate("Severity", "Warning");
    case Severity::Error:
        return QCoreApplication::translate("Severity", "Fault");
    }
    return QCoreApplication::translate("Severity", "Note");
}

} // namespace mintmark
