// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "jose/signaturestatus.h"
#include "jose/tokenchecks.h"
#include "session/expiry.h"
#include "session/timetext.h"

#include <QList>
#include <QString>

#include <optional>

namespace mintmark {

/// Colour roles by meaning; the theme makes colours of them.
enum class Tone { Neutral, Ok, Warning, Fault, Info };

/// The countdown card as a value: headline, reading, bar and lines, the worst of all checks.
struct Verdict
{
    enum class Bar { Empty, Filled, Hollow, Hatched, EndCap };

    QString headline;
    QString icon; ///< name of a file in resources/icons
    Tone tone = Tone::Neutral;
    QList<TimePart> reading;    ///< empty: `readingText` instead
    QString readingText;        ///< "F5 fetches one", "–", or empty
    QString readingSuffix;      ///< "left", "ago", "to go"
    bool readingDimmed = false; ///< an old time while a request runs
    QList<TimePart> elapsed;    ///< "1.4 s" while a request runs, else empty
    Bar bar = Bar::Empty;
    Tone barTone = Tone::Neutral;  ///< the headline's, but for a running request: as before
    double barFraction = 0;        ///< remaining ÷ lifetime, 0 … 1
    std::optional<double> barMark; ///< where it counts as ending or will be renewed

    struct Line
    {
        QString icon;
        Tone tone = Tone::Neutral;
        QString text;    ///< "Audience as in the profile"
        QString caption; ///< "s200ukipd/sage200"
        QString link;    ///< label of the one link, or empty
        QString linkId;  ///< what it asks for: "edit-checks", "edit-keys", "introspect"
        friend bool operator==(const Line &, const Line &) = default;
    };
    QList<Line> lines;       ///< Audience, Signature, API, What changed; at most four
    QString footLeft;        ///< "Fetched 09:12:04 · lives 8 h"
    QString footRight;       ///< "Expires 17:12:04 · 16:12:04 UTC"
    bool showUnlock = false; ///< row "Locked": button Unlock…

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// Everything the verdict depends on.
struct VerdictInput
{
    qint64 nowMs = 0;
    std::optional<qint64> runningSinceMs; ///< a request is running
    bool keyringLocked = false;
    bool failedSince = false; ///< the last fetch failed, an earlier token was kept
    std::optional<TokenSet> tokenSet;
    std::shared_ptr<const Token> token; ///< of tokenSet; null when there is none
    std::optional<Error> answerError;   ///< the answer had no usable token and nothing is kept
    QList<TokenCheck> checks;
    SignatureStatus signature = SignatureStatus::NotChecked;
    QString signatureKey;    ///< "757b50fd from id.sage.com"
    QString signatureReason; ///< why it is not checked, one sentence, or empty
    QString expectedAudience;
    bool inProduction = false;  ///< the profile's environment
    bool issuerKnown = false;   ///< the profile has an issuer or JWKS URI
    bool canIntrospect = false; ///< the server can be asked about an opaque token
};

Verdict verdictOf(const VerdictInput &input);

/// The right side of the card: Audience, Signature, what the kind of token says. Part of
/// verdictOf().
QList<Verdict::Line> verdictLines(const VerdictInput &input);

} // namespace mintmark
