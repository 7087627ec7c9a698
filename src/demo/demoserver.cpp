// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "demo/demoserver.h"

#include "base/clock.h"
#include "demo/demoanswers.h"

#include <optional>

namespace mintmark {

using namespace Qt::StringLiterals;

class DemoServer::Private
{
public:
    explicit Private(const Clock &wallClock)
        : clock(wallClock),
          server([this](const ServedRequest &request) { return answer(request); }, nullptr,
                 LoopbackServer::History::Forget)
    { }

    ServedAnswer answer(const ServedRequest &request)
    {
        return answers->answer(request, clock.nowMs());
    }

    const Clock &clock;
    LoopbackServer server;
    std::optional<DemoAnswers> answers; ///< once started: the issuer needs the port
};

DemoServer::DemoServer(const Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(clock))
{ }

DemoServer::~DemoServer() = default;

bool DemoServer::start()
{
    // P-256 is made at once; an RSA key would hold up the first window.
    Result<SigningKey> key = SigningKey::generate(SigningAlgorithm::ES256);
    if (!key || !d->server.listen())
        return false;
    d->answers.emplace(std::move(key).value(), issuer().toEncoded());
    return true;
}

QUrl DemoServer::issuer() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(d->server.port()));
}

int DemoServer::tokenRequests() const
{
    return d->answers ? d->answers->tokenRequests() : 0;
}

} // namespace mintmark
