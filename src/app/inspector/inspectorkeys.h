// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/jwkset.h"
#include "session/signingkeys.h"
#include "session/verdict.h"

#include <QObject>
#include <QSet>

#include <memory>
#include <optional>

namespace mintmark {

class Clock;
class ProfileStore;
class ProgramNetwork;
class Token;

/// Whether to believe a token that is inspected: with keys out of a file, of the profile it is
/// checked against, or, when somebody said so for that host, of the issuer the token names. Nothing
/// is fetched before fetch() was called for that source in this session.
class InspectorKeys : public QObject
{
    Q_OBJECT
public:
    struct State
    {
        SignatureFinding finding;
        QString source;      ///< who gave the key, translated where it is no name; safe to show
        Verdict::Line offer; ///< caption and link of the signature's line
    };

    InspectorKeys(const Clock &clock, ProgramNetwork &network, ProfileStore &profiles,
                  QObject *parent = nullptr);
    ~InspectorKeys() override;

    /// Null token: nothing is checked. The same again changes nothing, and asks nobody again.
    void setToken(const std::shared_ptr<const Token> &token, const std::optional<Profile> &profile);
    const State &state() const { return m_state; }

    /// Keys of a JWK Set, JWK or PEM for all tokens from now on; symmetric ones too, as whoever
    /// opens the file trusts it. The sentence that refuses it, or empty.
    QString openFile(const QString &path);
    void forgetFile();
    bool hasFile() const { return m_file.has_value(); }

    /// The host that only the token names and nobody has agreed to yet; else empty.
    QString hostToAgreeTo() const;
    /// Somebody pressed the button: this source may be asked, now and for later tokens.
    void fetch();

Q_SIGNALS:
    /// Of state(), not from inside setToken().
    void changed();

private:
    struct File
    {
        QString name;
        JwkSet keys;
    };
    struct Source
    {
        KeySource keys;
        QString host;
        bool namedByToken = false;
        friend bool operator==(const Source &, const Source &) = default;
    };

    static Source sourceOf(const Token &token, const std::optional<Profile> &profile);
    bool isAgreed() const;
    void evaluate();
    void ask();
    void setFinding(const SignatureFinding &finding);

    SigningKeys m_keys;
    std::shared_ptr<const Token> m_token;
    Source m_source;
    std::optional<File> m_file;
    QSet<QString> m_agreed; ///< hosts
    State m_state;
};

} // namespace mintmark
