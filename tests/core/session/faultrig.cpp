// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/faultrig.h"

#include "base/errorcatalogue.h"
#include "session/verdictinput.h"

#include <QElapsedTimer>
#include <QRegularExpression>

namespace mintmark::test {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView liveToken = "live-token-1";

QByteArray withServers(QByteArray text, const FixedServer &plain, const FixedServer &secure)
{
    return text.replace("{http}", plain.address(u"localhost"_s).toLatin1())
        .replace("{https}", secure.address(u"localhost"_s).toLatin1());
}

} // namespace

FaultRig::FaultRig(const TestAuthority &authority, bool overTls, qint64 deadlineMs)
    : m_session(m_folder.path(), m_keychain, 20'000, deadlineMs),
      m_plain(tokenAnswer()),
      m_secure(tokenAnswer(), &authority.good()),
      m_server([this](const ServedRequest &) { return m_answer; }),
      m_deadlineMs(deadlineMs)
{
    if (!(overTls ? m_server.listenTls(authority.good()) : m_server.listen()))
        qFatal("no port");
    m_port = m_server.port();
    LoadedProfile loaded;
    loaded.profile.provider = u"generic"_s;
    loaded.profile.listing.name = u"Payments Out"_s;
    loaded.profile.client = sageLike(
        u"%1://127.0.0.1:%2/oauth/token"_s.arg(overTls ? u"https"_s : u"http"_s).arg(m_port));
    loaded.profile.client.scope = u"payments"_s;
    loaded.profile.client.network.caFile = authority.caFile();
    loaded.secrets.client = withSecret();
    m_id = m_session.save(std::move(loaded));
    fetchLiveToken();
}

void FaultRig::fetchLiveToken()
{
    m_answer = TokenServer::token(liveToken.toByteArray());
    if (!m_session.token(m_id, demand(TokenDemand::Mode::New)).ok())
        qFatal("no live token");
    m_before = verdict();
}

void FaultRig::setTls(const QSslConfiguration &tls)
{
    m_server.close();
    if (!m_server.listenTls(tls, QHostAddress(QHostAddress::LocalHost), m_port))
        qFatal("the port is gone");
}

void FaultRig::fetch(const ServedAnswer &answer)
{
    m_answer = answer;
    for (auto &header : m_answer.headers)
        header.second = withServers(header.second, m_plain, m_secure);
    if (m_answer.raw)
        m_answer.raw = withServers(*m_answer.raw, m_plain, m_secure);
    m_answer.body = withServers(m_answer.body, m_plain, m_secure);
    m_bytesBefore = m_server.bytesReceived();
    m_requestsBefore = m_server.requests().size();
    QElapsedTimer timer;
    timer.start();
    (void)m_session.token(m_id, demand(TokenDemand::Mode::New));
    m_tookMs = timer.elapsed();
}

QString FaultRig::brokenRules(ErrorCode code, const QMap<QString, QString> &arguments, int posts)
{
    m_broken.clear();
    expect(m_tookMs < m_deadlineMs + 5000, u"it took %1 ms"_s.arg(m_tookMs));
    judgeError(code, arguments);
    judgeServers(posts);
    judgeEarlierToken();
    return m_broken.join(u"; "_s);
}

void FaultRig::judgeError(ErrorCode code, const QMap<QString, QString> &arguments)
{
    if (!error())
        return expect(false, u"there is no error"_s);
    expect(error()->code == code, u"the error is %1, not %2: %3"_s.arg(static_cast<int>(error()->code))
                                      .arg(static_cast<int>(code)).arg(error()->detail));
    for (auto it = arguments.begin(); it != arguments.end(); ++it)
        expect(error()->argument(it.key()) == it.value(),
               u"%1 is \"%2\""_s.arg(it.key(), error()->argument(it.key())));
    const ErrorText text = errorText(*error());
    expect(!text.cause.contains(u'{') && !text.remedy.contains(u'{'), u"words are missing"_s);
    expect(!text.cures.isEmpty(), u"there is no button"_s);
    expect(!(text.cause + text.known + text.remedy + error()->detail).contains(canary.left(12)),
           u"the secret is in the words"_s);
}

void FaultRig::judgeServers(int posts)
{
    const QList<ServedRequest> &requests = m_server.requests();
    expect(requests.size() == m_requestsBefore + posts,
           u"%1 requests came"_s.arg(requests.size() - m_requestsBefore));
    expect(requests.last().method == "POST", u"the last is no POST"_s);
    expect(posts > 0 || m_server.bytesReceived() == m_bytesBefore, u"something was sent"_s);
    for (const FixedServer *other : { &m_plain, &m_secure })
        expect(other->server.connections() == 0 && other->server.bytesReceived() == 0,
               u"another origin heard of it"_s);
}

void FaultRig::judgeEarlierToken()
{
    const std::optional<TokenSet> &kept = m_session.state(m_id).tokenSet;
    expect(kept && kept->accessToken->view() == liveToken, u"the earlier token is gone"_s);
    const Verdict now = verdict();
    expect(m_before.headline == u"Live"_s, u"it was not live but: "_s + m_before.headline);
    expect(now.headline == u"Earlier token, live"_s, u"the headline is: "_s + now.headline);
    expect(!now.reading.isEmpty() && now.reading == m_before.reading, u"the countdown is gone"_s);
    expect(now.footRight == m_before.footRight, u"the end is another one"_s);
    const qsizetype requests = m_server.requests().size();
    const Result<TokenSet> copied = m_session.token(m_id);
    expect(copied.ok() && copied->accessToken->view() == liveToken, u"it cannot be copied"_s);
    expect(m_server.requests().size() == requests, u"a copy asks again"_s);
}

void FaultBench::addRows(const QList<FaultRow> &rows)
{
    QTest::addColumn<FaultRow>("row");
    for (const FaultRow &row : rows)
        QTest::newRow(row.name.constData()) << row;
}

void FaultBench::judge(bool overTls)
{
    QFETCH(const FaultRow, row);
    QTest::failOnWarning(QRegularExpression(u"device not open|QIODevice|QSslSocket"_s)); // read after an abort
    std::unique_ptr<FaultRig> own;
    std::unique_ptr<FaultRig> &shared = overTls ? m_secure : m_plain;
    std::unique_ptr<FaultRig> &rig = row.deadlineMs == FaultRow::patientMs ? shared : own;
    if (rig)
        rig->fetchLiveToken();
    else
        rig = std::make_unique<FaultRig>(m_authority, overTls, row.deadlineMs);
    rig->fetch(row.answer);
    QCOMPARE(rig->brokenRules(row.code, row.arguments, 1), QString());
}

Verdict FaultRig::verdict()
{
    return verdictOf(verdictInput(m_session.state(m_id), false, m_session.clock->nowMs()));
}

void FaultRig::expect(bool holds, const QString &otherwise)
{
    if (!holds)
        m_broken << otherwise;
}

} // namespace mintmark::test
