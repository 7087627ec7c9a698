// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/displaytext.h"
#include "fuzzinput.h"
#include "profiles/profiletext.h"

#include <algorithm>

using namespace mintmark;

namespace {

bool isTrimmed(const std::optional<QString> &value)
{
    return !value || (!value->isEmpty() && value->trimmed() == *value);
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(fuzz::repeated(fuzz::viewOf(data, size)));
    const ProfileText read = readProfileText(text);
    for (const auto &value :
         { read.clientId, read.audience, read.tokenEndpoint, read.scope, read.grantType })
        MUST(isTrimmed(value));
    MUST(!read.clientSecret || !read.clientSecret->isEmpty());
    MUST(read.isEmpty() == read.fieldNames().isEmpty());
    for (const QString &note : read.notes)
        MUST(!note.isEmpty() && !displayText(note).escaped);
    looksLikeCredentials(text);
    return 0;
}
