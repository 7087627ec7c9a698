// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/httpexchange.h"

#include "base/clock.h"
#include "oauth/answerframing.h"
#include "oauth/clientidentity.h"
#include "oauth/networkerror.h"
#include "oauth/oncebody.h"
#include "oauth/peercheck.h"
#include "oauth/proxychoice.h"
#include "oauth/proxyprobe.h"
#include "oauth/secretplaceholders.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPointer>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QTimer>

#include <optional>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// How long a proxy may take before it is asked what it is about: Qt waits for one that hung up.
constexpr qint64 proxyPatienceMs = 1500;

QSslConfiguration tlsFor(const TrustAnchors &anchors, const std::optional<ClientIdentity> &identity)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!anchors.isSystem())
        tls.setCaCertificates(authoritiesForQt(anchors));
    if (identity) {
        tls.setLocalCertificateChain(identity->chain);
        tls.setPrivateKey(identity->key);
    }
    return tls;
}

QNetworkRequest networkRequest(const HttpRequest &http)
{
    QNetworkRequest request(http.url());
    for (const HttpRequest::Header &header : http.headers())
        request.setRawHeader(header.name, header.value.view().toByteArray());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true); // see OnceBody
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return request;
}

/// Errors that Qt makes of a status line: 4xx and 5xx arrive with one, body included.
bool isStatusError(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ProxyAuthenticationRequiredError // a 407 of the server itself
        || (error > QNetworkReply::UnknownProxyError && error != QNetworkReply::ContentReSendError);
}

} // namespace

/// The part that knows Qt's network classes. Every way out goes through end().
class HttpExchange::Private : public QObject
{
public:
    Private(HttpExchange *job, HttpRequest request, NetworkAccess given, ExchangeLimits bounds,
            const Clock &wall)
        : exchange(job), http(std::move(request)), access(std::move(given)), limits(bounds), clock(wall),
          body(http.body().view())
    {
        const qint64 own = deadlineMs(access.settings);
        limits.deadlineMs = limits.deadlineMs > 0 ? qMin(limits.deadlineMs, own) : own;
        record.method = QString::fromLatin1(http.method());
        record.url = http.url().toString();
        record.request = http.text([this](QByteArrayView secret) { return placeholders.add(secret); });
        for (const SecretBytes &secret : http.plainSecrets())
            placeholders.add(secret.view());
    }
    ~Private() override { letGo(); }

    void send();
    void end(Result<HttpAnswer> result);

    HttpExchange *exchange;
    HttpRequest http;
    NetworkAccess access;
    ExchangeLimits limits;
    const Clock &clock;
    OnceBody body;
    SecretPlaceholders placeholders;
    ExchangeRecord record;

private:
    Result<void> prepare();
    void listen();
    void markSent();
    void askProxy(const Error &otherwise);
    bool mayBeTheProxy() const;
    void judgePeer(const QList<QSslError> &refused);
    void headArrived();
    void bytesArrived();
    void replyFinished();
    bool isWhole() const;
    BrokenExchange broken() const;
    void letGo();

    std::unique_ptr<QNetworkAccessManager> manager;
    QNetworkReply *reply = nullptr;
    QNetworkProxy proxy;
    TrustAnchors anchors;
    std::optional<ClientIdentity> identity; ///< unset over http: its key would load Qt's TLS
    QPointer<ProxyProbe> probe;
    QTimer patience;
    QTimer deadline;
    QElapsedTimer elapsed;
    qint64 headMs = -1;
    bool sent = false;
    HttpAnswer answer;
};

Result<void> HttpExchange::Private::prepare()
{
    if (http.url().scheme() == "https"_L1) {
        Result<TrustAnchors> trusted = trustAnchors(access);
        if (!trusted)
            return trusted.error();
        anchors = std::move(trusted).value();
        Result<ClientIdentity> own = clientIdentity(access, clock.nowMs());
        if (!own)
            return own.error();
        if (!own->isEmpty())
            identity = std::move(own).value();
    }
    proxy = proxyFor(http.url(), access);
    record.proxy = proxyName(proxy);
    return {};
}

void HttpExchange::Private::send()
{
    record.startedAtMs = answer.sentAtMs = clock.nowMs();
    elapsed.start();
    if (const Result<void> prepared = prepare(); !prepared)
        return end(prepared.error());
    manager = std::make_unique<QNetworkAccessManager>(); // a shared one mixes up TLS identities
    manager->setProxyFactory(proxiesForQt(proxy, http.url()).release());
    QNetworkRequest request = networkRequest(http);
    if (http.url().scheme() == "https"_L1) // else Qt would load its TLS for nothing
        request.setSslConfiguration(tlsFor(anchors, identity));
    reply = manager->sendCustomRequest(request, http.method(), &body);
    listen();
    deadline.setSingleShot(true);
    deadline.setTimerType(Qt::PreciseTimer);
    deadline.callOnTimeout(this, [this] { end(timeoutError(limits.deadlineMs, broken())); });
    deadline.start(static_cast<int>(limits.deadlineMs));
    if (record.proxy.isEmpty())
        return;
    patience.setSingleShot(true);
    patience.callOnTimeout(this, [this] {
        if (mayBeTheProxy())
            askProxy({});
    });
    patience.start(static_cast<int>(qMin(proxyPatienceMs, limits.deadlineMs / 3)));
}

void HttpExchange::Private::listen()
{
    connect(reply, &QNetworkReply::sslErrors, this, &Private::judgePeer);
    connect(reply, &QNetworkReply::encrypted, this, [this] { judgePeer({}); });
    connect(&body, &OnceBody::aboutToLeave, this, &Private::markSent);
    connect(reply, &QNetworkReply::requestSent, this, [this] {
        record.timings.sendMs = elapsed.elapsed() - record.timings.connectMs;
    });
    connect(reply, &QNetworkReply::metaDataChanged, this, &Private::headArrived);
    connect(reply, &QNetworkReply::readyRead, this, &Private::bytesArrived);
    connect(reply, &QNetworkReply::finished, this, &Private::replyFinished);
}

/// Nothing came back through the tunnel yet, so the fault may be the proxy's.
bool HttpExchange::Private::mayBeTheProxy() const
{
    return proxy.type() == QNetworkProxy::HttpProxy && !sent && !record.tls && answer.status == 0;
}

/// The proxy's own words decide what went wrong; when it opens the way now, `otherwise` holds, or
/// the exchange goes on if there is none (code Internal).
void HttpExchange::Private::askProxy(const Error &otherwise)
{
    patience.stop();
    auto job = std::make_unique<ProxyProbe>(proxy, http.host(), http.port());
    probe = job.get();
    runJob(std::move(job), this, [this, otherwise](const Result<int> &said) {
        if (exchange->isFinished() || !mayBeTheProxy())
            return;
        const bool isOpen = said.ok() && *said / 100 == 2;
        const bool wantsLogin = said.ok() && *said == 407 && !proxy.user().isEmpty();
        if (!said.ok())
            return end(networkError(QNetworkReply::ProxyConnectionRefusedError, broken()));
        if (!isOpen && !wantsLogin)
            return end(proxyError(*said, broken()));
        if (wantsLogin && otherwise.code == ErrorCode::ProxyFailed)
            return end(loginInVain(broken()));
        if (otherwise.code != ErrorCode::Internal)
            end(otherwise);
    });
}

void HttpExchange::Private::markSent()
{
    if (sent)
        return;
    sent = true;
    answer.sentAtMs = clock.nowMs();
    if (record.timings.connectMs < 0)
        record.timings.connectMs = elapsed.elapsed();
}

/// Runs in encrypted() or sslErrors(), while the connection waits: aborting now sends nothing.
void HttpExchange::Private::judgePeer(const QList<QSslError> &refused)
{
    const QSslConfiguration tls = reply->sslConfiguration();
    const QList<QSslCertificate> chain = tls.peerCertificateChain();
    record.tls = TlsDetails { tls.sessionProtocol() == QSsl::TlsV1_3 ? u"TLS 1.3"_s : u"TLS 1.2"_s,
                              tls.sessionCipher().name(), detailsOf(chain), {} };
    if (identity)
        record.tls->clientCertificate = CertificateDetails::of(identity->chain.first()).summary();
    record.timings.connectMs = elapsed.elapsed();
    const Result<void> verdict = checkPeer(chain, http.url().host(QUrl::FullyEncoded), anchors);
    if (!verdict)
        return end(verdict.error());
    if (!refused.isEmpty()) {
        BrokenExchange known = broken();
        known.said = refused.first().errorString();
        return end(networkError(QNetworkReply::SslHandshakeFailedError, known));
    }
    if (http.body().isEmpty())
        markSent(); // nobody will ask the empty body for bytes
}

void HttpExchange::Private::headArrived()
{
    headMs = elapsed.elapsed();
    answer.receivedAtMs = clock.nowMs();
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // Qt took it for Latin-1.
    answer.reason = readableText(
        reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString().toLatin1());
    answer.headers.clear();
    for (const auto &[name, value] : reply->rawHeaderPairs())
        answer.headers << HttpHeader { name, value };
    if (const std::optional<qint64> date = httpDateMs(answer.header("Date")))
        answer.skewMs = clockSkew(*date, answer.sentAtMs, answer.receivedAtMs);
}

void HttpExchange::Private::bytesArrived()
{
    const qsizetype room = limits.bodyBytes - answer.body.size();
    if (reply->bytesAvailable() <= room) {
        answer.body += reply->readAll();
        return;
    }
    answer.body += reply->read(room);
    end(Error { ErrorCode::AnswerTooLarge,
                { { u"host"_s, http.host() },
                  { u"limit"_s, QLocale().formattedDataSize(limits.bodyBytes, 0) } },
                u"more than %1 bytes"_s.arg(limits.bodyBytes) });
}

void HttpExchange::Private::replyFinished()
{
    bytesArrived();
    if (reply == nullptr)
        return;
    if (const std::optional<Error> fault = framingFault(answer, http.host()))
        return end(*fault);
    if (isWhole())
        return end(answer);
    const Error error = networkError(reply->error(), broken());
    if (!mayBeTheProxy() || reply->error() == QNetworkReply::ProxyAuthenticationRequiredError)
        return end(error);
    if (probe.isNull())
        askProxy(error);
}

bool HttpExchange::Private::isWhole() const
{
    const QNetworkReply::NetworkError error = reply->error();
    if (answer.status == 0)
        return false;
    if (error == QNetworkReply::NoError || (answer.status >= 400 && isStatusError(error)))
        return true;
    // Manual or not, Qt gets ready to send the body again at 307 and 308, and cannot: oncebody.h.
    if (error == QNetworkReply::ContentReSendError && answer.status / 100 == 3)
        return true;
    // A body without any length ends with the connection (RFC 9112 §6.3), which Qt reports as loss.
    return (error == QNetworkReply::ContentReSendError || error == QNetworkReply::RemoteHostClosedError)
        && answer.header("Content-Length").isNull() && answer.header("Transfer-Encoding").isNull();
}

BrokenExchange HttpExchange::Private::broken() const
{
    return { http.host(),
             http.port(),
             http.url().scheme() == "https"_L1,
             // Over plain http nothing tells when a request without a body has left.
             sent || (http.body().isEmpty() && http.url().scheme() == "http"_L1),
             answer.status,
             record.proxy,
             reply->errorString(),
             proxy.user(),
             identity ? subjectName(identity->chain.first()) : QString() };
}

void HttpExchange::Private::end(Result<HttpAnswer> result)
{
    deadline.stop();
    patience.stop();
    delete probe;
    letGo();
    ExchangeTimings &timings = record.timings;
    timings.totalMs = elapsed.isValid() ? elapsed.elapsed() : -1;
    if (headMs >= 0) {
        timings.waitMs = headMs - qMax(timings.connectMs, 0) - qMax(timings.sendMs, 0);
        timings.receiveMs = timings.totalMs - headMs;
    }
    record.status = answer.status;
    record.answerBody = recordedBody(answer.body, placeholders);
    if (answer.status > 0)
        record.answerHead = recordedHead(answer, placeholders);
    record.reason = placeholders.applied(answer.reason);
    record.url = placeholders.applied(record.url);
    record.request = placeholders.applied(record.request);
    if (!result)
        record.error = placeholders.applied(result.error());
    exchange->finish(result ? std::move(result) : Result<HttpAnswer>(*record.error));
}

void HttpExchange::Private::letGo()
{
    if (reply == nullptr)
        return;
    disconnect(reply, nullptr, this, nullptr);
    reply->abort();
    reply->deleteLater();
    reply = nullptr;
}

HttpExchange::HttpExchange(HttpRequest request, NetworkAccess access, ExchangeLimits limits,
                           const Clock &clock, QObject *parent)
    : ResultJob(parent),
      d(std::make_unique<Private>(this, std::move(request), std::move(access), limits, clock))
{ }

HttpExchange::~HttpExchange() = default;

void HttpExchange::hideInRecord(QByteArrayView secret)
{
    d->placeholders.add(secret);
    d->record.answerBody = d->placeholders.applied(d->record.answerBody);
}

const ExchangeRecord &HttpExchange::record() const
{
    return d->record;
}

const SecretPlaceholders &HttpExchange::placeholders() const
{
    return d->placeholders;
}

void HttpExchange::run()
{
    d->send();
}

void HttpExchange::stop()
{
    d->end(Error { ErrorCode::Cancelled, {}, {} });
}

} // namespace mintmark
