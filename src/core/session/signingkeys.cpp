// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/signingkeys.h"

#include "base/clock.h"
#include "base/displaytext.h"
#include "base/errorcatalogue.h"
#include "jose/jwkset.h"
#include "jose/token.h"
#include "profiles/profile.h"
#include "profiles/profilestore.h"
#include "session/keyfetch.h"
#include "session/programnetwork.h"

#include <QCoreApplication>
#include <QPointer>
#include <QUrl>

#include <algorithm>
#include <map>
#include <utility>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SigningKeys)
};

SignatureFinding findingOf(const SignatureVerdict &verdict)
{
    const bool decided =
        verdict.status == SignatureStatus::Valid || verdict.status == SignatureStatus::Invalid;
    SignatureFinding finding { verdict.status, {}, {} };
    if (decided)
        finding.keyId = verdict.keyId.isEmpty() ? QString::fromLatin1(verdict.keyThumbprint)
                                                : verdict.keyId;
    else
        finding.reason = verdict.sentence;
    return finding;
}

} // namespace

class SigningKeys::Private
{
public:
    Private(SigningKeys *keys, const Clock &wallClock, ExchangeLimits given, ProgramNetwork *program,
            ProfileStore *store)
        : q(keys), clock(wallClock), limits(given), network(program), profiles(store)
    { }

    struct Waiting
    {
        QUuid who;
        std::shared_ptr<const Token> token;
    };
    /// The keys of one source, and who waits for them. Times are those of Clock::bootMs().
    struct Entry
    {
        std::optional<JwkSet> keys;
        qint64 fetchedAtMs = 0;
        qint64 askedAtMs = 0;
        QList<Waiting> waiting;
        QPointer<Job> running; ///< the fetch, or what is read before it

        bool isAwaitedBy(const QUuid &who, const Token &token) const
        {
            return std::any_of(waiting.begin(), waiting.end(), [&](const Waiting &one) {
                return one.who == who && *one.token == token;
            });
        }
    };

    void begin(const KeySource &source);
    void askProgram(const KeySource &source, const NetworkSecrets &own);
    void fetch(const KeySource &source, const NetworkSecrets &own, const NetworkAccess &program);
    void onFetched(const KeySource &source, const Result<JwkSet> &result);

    SigningKeys *q;
    const Clock &clock;
    ExchangeLimits limits;
    ProgramNetwork *network;
    ProfileStore *profiles;
    std::map<KeySource, Entry> entries;
};

/// Of what a profile keeps secret only its proxy's password goes along.
void SigningKeys::Private::begin(const KeySource &source)
{
    entries[source].askedAtMs = clock.bootMs();
    if (profiles == nullptr || source.proxyLogin.isNull())
        return askProgram(source, {});
    entries[source].running = runJob(profiles->load(source.proxyLogin), q,
                                     [this, source](const Result<LoadedProfile> &loaded) {
                                         NetworkSecrets own;
                                         if (loaded.ok())
                                             own.proxyPassword =
                                                 loaded->secrets.client.network.proxyPassword;
                                         askProgram(source, own);
                                     });
}

void SigningKeys::Private::askProgram(const KeySource &source, const NetworkSecrets &own)
{
    if (network == nullptr)
        return fetch(source, own, {});
    if (const std::optional<NetworkAccess> known = network->known())
        return fetch(source, own, *known);
    entries[source].running =
        runJob(network->access(), q, [this, source, own](const Result<NetworkAccess> &read) {
            fetch(source, own, read.ok() ? *read : NetworkAccess { network->settings(), {}, {} });
        });
}

void SigningKeys::Private::fetch(const KeySource &source, const NetworkSecrets &own,
                                 const NetworkAccess &program)
{
    NetworkAccess access { source.network, own, {} };
    if (network != nullptr) {
        const QString address = source.jwksUri.isEmpty() ? source.issuer : source.jwksUri;
        access.trusted = network->trusted().forHost(QUrl(address).host());
    }
    DocumentSettings settings { merged(program, access), limits };
    settings.network.settings.clientCertificate = ClientCertificateSource::Inherited;
    auto job = std::make_unique<KeyFetch>(source.issuer, source.jwksUri, settings, clock);
    connect(job.get(), &KeyFetch::recorded, q, [this, source](const ExchangeRecord &record) {
        const QList<Waiting> waiting = entries[source].waiting;
        for (const Waiting &one : waiting)
            Q_EMIT q->recorded(one.who, record);
    });
    entries[source].running = runJob(std::move(job), q, [this, source](const Result<JwkSet> &keys) {
        onFetched(source, keys);
    });
}

void SigningKeys::Private::onFetched(const KeySource &source, const Result<JwkSet> &result)
{
    Entry &entry = entries[source];
    entry.running = nullptr;
    if (result.ok()) {
        entry.keys = *result;
        entry.fetchedAtMs = clock.bootMs();
    }
    const QList<Waiting> waiting = std::exchange(entry.waiting, {});
    const std::optional<JwkSet> keys = entry.keys;
    for (const Waiting &one : waiting) {
        // Keys that were there already still say that they have no such kid.
        const SignatureFinding finding = keys
            ? findingOf(verifySignature(*one.token, *keys))
            : SignatureFinding { SignatureStatus::NotChecked, {}, withoutKeysSentence(result.error()) };
        Q_EMIT q->checked(one.who, one.token, finding);
    }
}

KeySource KeySource::of(const Profile &profile)
{
    const QString jwksUri = profile.jwksUri.trimmed();
    const ProxySettings &proxy = profile.client.network.proxy;
    const bool hasLogin = proxy.kind == ProxySettings::Kind::Http && !proxy.user.isEmpty();
    return { jwksUri.isEmpty() ? profile.issuer.trimmed() : QString(), jwksUri,
             profile.client.network, hasLogin ? profile.listing.id : QUuid() };
}

SigningKeys::SigningKeys(const Clock &clock, ExchangeLimits limits, ProgramNetwork *network,
                         ProfileStore *profiles, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, clock, limits, network, profiles))
{ }

SigningKeys::~SigningKeys() = default;

std::optional<SignatureFinding> SigningKeys::check(const QUuid &who,
                                                   std::shared_ptr<const Token> token,
                                                   const KeySource &source)
{
    Private::Entry &entry = d->entries[source];
    if (entry.isAwaitedBy(who, *token))
        return {};
    drop(who);
    const SignatureVerdict withoutKeys = verifySignature(*token, JwkSet());
    if (withoutKeys.status != SignatureStatus::NoKey)
        return findingOf(withoutKeys); // no key would change that
    const qint64 nowMs = d->clock.bootMs();
    if (entry.keys && nowMs - entry.fetchedAtMs >= keptMs)
        entry.keys.reset();
    if (entry.keys) {
        const SignatureVerdict verdict = verifySignature(*token, *entry.keys);
        if (verdict.status == SignatureStatus::Valid || nowMs - entry.askedAtMs < refetchMs)
            return findingOf(verdict);
    }
    entry.waiting.append({ who, std::move(token) });
    if (entry.running.isNull())
        d->begin(source);
    return {};
}

void SigningKeys::drop(const QUuid &who)
{
    for (auto &[source, entry] : d->entries) {
        entry.waiting.removeIf([who](const Private::Waiting &one) { return one.who == who; });
        if (!entry.waiting.isEmpty() || entry.running.isNull())
            continue;
        disconnect(entry.running, nullptr, this, nullptr);
        entry.running->cancel(); // frees itself: this may be called by one of its signals
        entry.running = nullptr;
    }
}

QString fetchingKeysSentence()
{
    return Text::tr("The issuer's keys are being fetched.");
}

QString withoutKeysSentence(const Error &error)
{
    if (error.code == ErrorCode::EndpointInsecure) // its words are about a secret
        return Text::tr("Keys are fetched over https only.");
    const ErrorText text = errorText(error);
    const QString why = error.code == ErrorCode::ProfileInvalid ? text.known : text.cause + u'.';
    return Text::tr("The issuer's keys could not be fetched. %1").arg(displayText(why).text);
}

} // namespace mintmark
