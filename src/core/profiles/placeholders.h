// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringView>

namespace mintmark::paste {

/// Stands for a value or hides it: <secret>, {{client_id}}, YOUR_CLIENT_ID, ${X}, ****, xxxx,
/// "abc…", "see below", all zeros.
bool isPlaceholder(QStringView value);

} // namespace mintmark::paste
