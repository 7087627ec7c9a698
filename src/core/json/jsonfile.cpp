// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "json/jsonfile.h"

#include "base/atomicfile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace mintmark {

using namespace Qt::StringLiterals;

Result<std::optional<JsonDocument>> readJsonFile(const QString &file)
{
    if (file.isEmpty() || !QFileInfo::exists(file))
        return std::optional<JsonDocument>();
    const Result<QByteArray> text = readWhole(file);
    if (!text)
        return text.error();
    const JsonDocument document = JsonDocument::parse(*text);
    if (!document.isValid())
        return Error { ErrorCode::FileUnreadable,
                       { { u"file"_s, file },
                         { u"said"_s, QCoreApplication::translate("JsonFile", "It is not JSON.") } },
                       u"not JSON, at byte %1"_s.arg(document.problems().value(0).offset) };
    return std::optional(document);
}

} // namespace mintmark
