// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/reader.h"

namespace mintmark {

/// The smallest pieces of a JSON text: strings, numbers, words. Each function stands at the first
/// byte of its piece and leaves the scanner behind the last, or returns false with fault and place
/// set. Private to json/.
class JsonScanner
{
public:
    explicit JsonScanner(QByteArrayView text)
        : at(text.data()), m_begin(text.data()), m_end(text.data() + text.size())
    { }

    bool atEnd() const { return at == m_end; }
    quint32 offset() const { return static_cast<quint32>(at - m_begin); }
    void skipWhiteSpace()
    {
        while (at != m_end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
            ++at;
    }

    struct StringTraits
    {
        bool escaped = false;
        bool loneSurrogate = false;
    };
    bool readString(StringTraits &traits);
    bool readNumber();
    bool readLiteral(QByteArrayView word);

    bool fail(JsonFault fault) { return fail(fault, at); }
    bool fail(JsonFault fault, const char *place)
    {
        problem = { fault, place - m_begin };
        return false;
    }

    const char *at;
    JsonProblem problem; ///< of the last false

private:
    bool readEscape(bool &lone);
    bool readHex(quint32 &unit);
    bool readDigits();

    const char *m_begin;
    const char *m_end;
};

} // namespace mintmark
