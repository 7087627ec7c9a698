// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/oauth/oauthrig.h"
#include "core/session/sessionrig.h"
#include "session/verdict.h"

#include <QTemporaryDir>

namespace mintmark::test {

/// What a server does instead of giving a token, and what that has to become.
struct FaultRow
{
    QByteArray name;
    ServedAnswer answer; ///< "{http}" and "{https}" in it are other servers of FaultRig
    ErrorCode code;
    QMap<QString, QString> arguments = {}; ///< those that must be so; others are not looked at
    int deadlineMs = patientMs;
    static constexpr int patientMs = 5'000; ///< so long that only a fault that hangs meets it
};

/// A profile with a live token, a server for it, and two more that must never hear of it.
class FaultRig
{
public:
    FaultRig(const TestAuthority &authority, bool overTls, qint64 deadlineMs);

    /// Fetches a live token (the first one has been): a click of its own, before the next fault.
    void fetchLiveToken();
    /// The server shows these from now on: what goes wrong is the handshake.
    void setTls(const QSslConfiguration &tls);
    /// Nobody listens any more; another one may, on the same port.
    void closeServer() { m_server.close(); }
    quint16 port() const { return m_port; }
    /// Asks for a new token while the server answers so.
    void fetch(const ServedAnswer &answer = {});
    const std::optional<Error> &error() { return m_session.state(m_id).lastError; }

    /// What is not as the rule for every fault has it: over by the deadline (a busy machine may take
    /// 5 s more), its own error in words with a button, `posts` requests of this click, no byte to
    /// anybody else, the earlier token still there with its time, and still good for a copy. Empty:
    /// all is well.
    QString brokenRules(ErrorCode code, const QMap<QString, QString> &arguments, int posts);

private:
    void judgeError(ErrorCode code, const QMap<QString, QString> &arguments);
    void judgeServers(int posts);
    void judgeEarlierToken();
    Verdict verdict();
    void expect(bool holds, const QString &otherwise);

    QTemporaryDir m_folder;
    FakeKeychainSystem m_keychain;
    SessionRig m_session;
    ServedAnswer m_answer;
    FixedServer m_plain;
    FixedServer m_secure;
    LoopbackServer m_server;
    quint16 m_port = 0;
    ProfileId m_id;
    qint64 m_deadlineMs;
    qint64 m_tookMs = 0;
    qint64 m_bytesBefore = 0;
    qsizetype m_requestsBefore = 0;
    Verdict m_before; ///< of the live token
    QStringList m_broken;
};

/// The rows for a test function; judge() is the function for each. Those that need no deadline of their
/// own share a rig.
class FaultBench
{
public:
    static void addRows(const QList<FaultRow> &rows);
    void judge(bool overTls);

private:
    TestAuthority m_authority;
    std::unique_ptr<FaultRig> m_plain;
    std::unique_ptr<FaultRig> m_secure;
};

} // namespace mintmark::test
