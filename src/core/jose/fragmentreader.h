// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QList>

namespace mintmark {

/// A member of a JSON object that stands whole in a piece of text.
struct FragmentMember
{
    qsizetype nameOffset = 0; ///< of the opening quote, in the piece
    QByteArrayView name;      ///< with quotes
    QByteArrayView value;     ///< exactly as it stands

    friend bool operator==(const FragmentMember &a, const FragmentMember &b)
    {
        return a.nameOffset == b.nameOffset && a.name == b.name && a.value == b.value;
    }
};

/// More are not given of one piece.
constexpr qsizetype maximumMembers = 10'000;

/// The members of the outermost object in `decoded`, which may have lost its beginning, its end, or
/// bytes in between: what is not JSON text is skipped. A value counts when its end is seen: of a
/// string its quote, of a number the comma or bracket behind it. Where bytes were lost behind a
/// value, that is asked for twice, as noise can look like a quote. Members of inner objects are not
/// given as if they were of the outer one. `lostStart` is false when the first byte is the first of
/// the object. Linear in the size; views into `decoded`.
QList<FragmentMember> wholeMembers(QByteArrayView decoded, bool lostStart);

} // namespace mintmark
